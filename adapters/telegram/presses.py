"""Presses of buttons: Telegram wants each answered once, soon, or the button keeps spinning."""

import asyncio
import logging
from collections import OrderedDict
from typing import Any

from adapters.telegram.client import Client
from core.chat.channel import Busy, Refused, Unavailable, Unreachable

log = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds for a first answer to come before the press is answered with nothing
REMEMBERED = 10_000


class Presses:
    """Answers each callback query exactly once: with a toast, with nothing, or with nothing after a while."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._answered: OrderedDict[str, None] = OrderedDict()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def arm(self, query: str) -> None:
        """A press was heard: if nothing answers it soon, it is answered with nothing."""
        if query not in self._answered:
            self._timers[query] = asyncio.get_running_loop().call_later(PATIENCE, self.settle, query)

    def settle(self, query: str) -> None:
        """Answers a press with nothing, unless it was answered; does not wait for Telegram."""
        if self._take(query):
            task = asyncio.create_task(self._quietly({"callback_query_id": query}))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def toast(self, query: str, words: str) -> bool:
        """Answers a press with a passing word; false if that is no longer possible."""
        if not query or not self._take(query):
            return False
        try:
            await self._client.call("answerCallbackQuery", {"callback_query_id": query, "text": words})
        except (Refused, Unreachable):  # mostly "query is too old"
            return False
        except (Busy, Unavailable):
            self._answered.pop(query, None)
            raise
        return True

    async def close(self) -> None:
        """Forgets all timers and ends what is under way."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE)

    def _take(self, query: str) -> bool:
        timer = self._timers.pop(query, None)
        if timer:
            timer.cancel()
        if query in self._answered:
            return False
        self._answered[query] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        return True

    async def _quietly(self, parameters: dict[str, Any]) -> None:
        try:
            await self._client.call("answerCallbackQuery", parameters)
        except (Refused, Unreachable, Busy, Unavailable) as problem:
            log.info("a press stayed unanswered", extra={"why": type(problem).__name__})
