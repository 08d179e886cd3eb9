"""The Telegram door: long polling that acknowledges an update only after it was written down."""

import asyncio
import logging
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from adapters.telegram import commands
from adapters.telegram.albums import Albums
from adapters.telegram.channel import TelegramChannel
from adapters.telegram.client import PUBLIC, Client, Moved, translated
from adapters.telegram.decode import Me, decode
from core.chat.channel import Busy, Ear, Refused, Unavailable, Unreachable
from core.chat.request import Request

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0  # seconds between two tries while Telegram is away


class TelegramPlatform:
    """One bot on Telegram: `channel` writes, and between `start` and `stop` the ear hears what people do."""

    def __init__(self, token: str, api_url: str = PUBLIC) -> None:
        self._client = Client(token, api_url)
        self.channel = TelegramChannel(self._client)
        self._albums = Albums()
        self._offset: int | None = None
        self._polling: asyncio.Task[None] | None = None
        self._introduced = False

    async def start(self, ear: Ear) -> None:
        """Begins to listen; raises `WrongToken` if Telegram does not know the token. A line that is down is waited for."""
        await self._client.dial()
        try:
            await self._introduce(ear)
        except (Unavailable, Busy) as problem:
            log.warning("Telegram cannot be reached yet", extra={"why": type(problem).__name__})
        self._polling = asyncio.create_task(self._poll(ear))

    async def stop(self) -> None:
        """Ends listening and writing; updates that were not yet written down come again at the next start."""
        if self._polling:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
        await self.channel.close()
        await self._client.hang_up()

    async def _introduce(self, ear: Ear) -> None:
        found = await self._client.introduce()
        self.channel.me = Me(int(found["id"]), str(found.get("username", "")))
        try:
            await self._client.call("deleteWebhook")  # polling and a webhook exclude each other; nothing is dropped
            changed = await commands.register(self._client, ear.book)
        except (Refused, Unreachable, Moved) as problem:
            log.warning("the command menu was refused", extra={"why": str(problem)})
        else:
            log.info("on Telegram", extra={"bot": self.channel.me.username, "menu_changed": changed})
        self._introduced = True

    async def _poll(self, ear: Ear) -> None:
        failures = 0
        while True:
            try:
                if not self._introduced:
                    await self._introduce(ear)
                updates = await self._client.updates(self._offset)
                if updates:
                    await self._hear(ear, updates)
                failures = 0
            except Exception as problem:  # noqa: BLE001 whatever it is, listening must go on
                failures += 1
                await asyncio.sleep(self._pause(problem, failures))

    async def _hear(self, ear: Ear, updates: list[dict[str, Any]]) -> None:
        """Writes a whole batch down at once; only then may the next poll acknowledge it."""
        requests = [request for update in updates if (request := self._decoded(update))]
        if requests:
            await ear.hear(requests)
        for request in requests:
            if query := request.via.get("callback"):
                self.channel.presses.arm(query)
        self._offset = int(updates[-1]["update_id"]) + 1

    def _decoded(self, update: dict[str, Any]) -> Request | None:
        try:
            press = update.get("callback_query")
            if press:
                press = self.channel.ticking.current(press)
                update = {**update, "callback_query": press}
                if self.channel.ticking.take(press):
                    self.channel.presses.settle(press["id"])
                    return None
            request = decode(self._albums.captioned(update), self.channel.me)
            if press and request is None:
                self.channel.presses.settle(press["id"])
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            log.warning("an update was not understood", extra={"why": type(problem).__name__})
            return None
        return request

    def _pause(self, problem: Exception, failures: int) -> float:
        """Seconds to wait after a failure; says what is wrong the first time."""
        pause: float = min(LONGEST_PAUSE, 0.25 * 2 ** min(failures, 8))
        if isinstance(problem, RetryAfter):
            problem = translated(problem)
        if isinstance(problem, Busy):
            return problem.seconds
        if failures == 1 or failures % 20 == 0:
            log.warning(_sentence(problem), extra={"why": type(problem).__name__, "failures": failures})
        return pause


def _sentence(problem: Exception) -> str:
    match problem:
        case Conflict():
            return "another process polls with the same Telegram token: stop one of the two"
        case InvalidToken():
            return "Telegram no longer accepts the token: was it revoked?"
        case TelegramError() | Unavailable():
            return "Telegram cannot be reached; trying again"
        case _:
            return "updates could not be written down; they stay with Telegram for now"
