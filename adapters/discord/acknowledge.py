"""Keeps Discord's promise: an interaction is acknowledged within three seconds, and exactly once."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from adapters.discord.limits import ACKNOWLEDGE, TOKEN_LIFE
from adapters.discord.refs import Via
from adapters.discord.render import Page
from adapters.discord.rest import EPHEMERAL, Missing, Rest
from core.chat.channel import Busy, Refused, Unavailable, Unreachable

log = logging.getLogger(__name__)

PATIENCE = 1.7  # seconds after which an unanswered interaction is deferred
_AGAIN = 0.2  # seconds between two tries to defer
HEARD_BEFORE = 40060  # Discord's code for an interaction that was acknowledged already
MESSAGE, THINK, UPDATE_LATER, UPDATE, SUGGEST, MODAL = 4, 5, 6, 7, 8, 9  # types of a callback


class Exchange:
    """One interaction of this process: unanswered at first, then deferred or answered."""

    def __init__(self, via: Via, arrived: float) -> None:
        self.via, self.arrived = via, arrived
        self.fresh = True
        self.tried = 0  # the callback whose end is unknown, if any
        self.lock = asyncio.Lock()
        self.timer: asyncio.Task[None] | None = None


class Acknowledger:
    """Remembers the interactions of the last minutes, and defers each that nothing answers in time.

    `clock` is monotonic, in seconds.
    """

    def __init__(self, rest: Rest, clock: Callable[[], float], patience: float = PATIENCE) -> None:
        self._rest, self._clock, self._patience = rest, clock, patience
        self._exchanges: dict[str, Exchange] = {}

    def begin(self, via: Via) -> bool:
        """Starts the clock of an interaction that just arrived; false if it was here before."""
        self._forget()
        if via.interaction in self._exchanges:
            return False
        exchange = Exchange(via, self._clock())
        self._exchanges[via.interaction] = exchange
        exchange.timer = asyncio.create_task(self._watch(exchange))
        return True

    async def stop(self) -> None:
        """Defers what is still unanswered: the next process answers it by its token."""
        timers = [exchange.timer for exchange in self._exchanges.values() if exchange.timer]
        for exchange in self._exchanges.values():
            if exchange.timer and not exchange.lock.locked():
                exchange.timer.cancel()
        await asyncio.gather(*timers, return_exceptions=True)
        await asyncio.gather(*(self.defer(exchange.via) for exchange in self._exchanges.values()))
        self._exchanges.clear()

    def fresh(self, via: Via) -> bool:
        """Whether the first response to this interaction is still to be given, here and in time."""
        exchange = self._exchanges.get(via.interaction)
        return exchange is not None and exchange.fresh and self._clock() - exchange.arrived < ACKNOWLEDGE - 0.1

    async def respond(self, via: Via, kind: int, page: Page | None, data: dict[str, Any]) -> dict[str, Any] | None:
        """The first response; None if it was given before, or came too late."""
        exchange = self._exchanges.get(via.interaction)
        if exchange is None:
            return None
        async with exchange.lock:
            if exchange.tried == kind and page and (heard := await self._heard(via, page)):
                exchange.fresh, exchange.tried = False, 0
                return heard
            return await self._first(exchange, kind, page, data) if self.fresh(via) else None

    async def _first(
        self, exchange: Exchange, kind: int, page: Page | None, data: dict[str, Any]
    ) -> dict[str, Any] | None:
        via = exchange.via
        if exchange.timer and exchange.timer is not asyncio.current_task():
            exchange.timer.cancel()
        exchange.fresh = False
        try:
            made = await self._rest.respond(via.interaction, via.token, kind, page, data)
        except Missing as missing:  # too late, or an earlier try was heard although it seemed to fail
            repeated = missing.code == HEARD_BEFORE and not exchange.tried
            return await self._heard(via, page) if repeated and page else None
        except (Refused, Busy):
            exchange.fresh = True
            raise
        except Unavailable:
            exchange.fresh, exchange.tried = True, kind
            raise
        exchange.tried = 0
        return made

    async def _heard(self, via: Via, page: Page) -> dict[str, Any] | None:
        """What became of a response whose end is unknown: said again in its place, or None if it was not heard."""
        try:
            message = await self._rest.revise(via.application, via.token, "@original", page)
        except Missing:
            return None
        return {"interaction": {"response_message_id": message}}

    async def defer(self, via: Via) -> None:
        """Acknowledges without an answer: "thinking…", or nothing to see for a button."""
        on_message = via.kind != "command" and via.message
        kind, data = (UPDATE_LATER, {}) if on_message else (THINK, {"flags": EPHEMERAL} if via.guild else {})
        while self.fresh(via):
            try:
                await self.respond(via, kind, None, data)
            except (Busy, Refused, Unavailable, Unreachable) as problem:
                log.warning("could not defer", extra={"interaction": via.interaction, "problem": str(problem)[:80]})
                await asyncio.sleep(_AGAIN)

    async def _watch(self, exchange: Exchange) -> None:
        await asyncio.sleep(self._patience)
        await self.defer(exchange.via)

    def _forget(self) -> None:
        now = self._clock()
        for name, exchange in list(self._exchanges.items()):
            if now - exchange.arrived < TOKEN_LIFE:
                return
            del self._exchanges[name]
