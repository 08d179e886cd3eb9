"""Ticks that people set: the keyboard is redrawn at once, without the engine."""

import asyncio
from collections import OrderedDict
from typing import Any, TypeVar

from adapters.telegram import ticks
from adapters.telegram.client import Client, Moved
from adapters.telegram.decode import keyboard_of
from core.chat.channel import Busy, Refused, Unavailable, Unreachable

REMEMBERED = 1_000
Key = tuple[str, int]
K = TypeVar("K")
V = TypeVar("V")


class Ticking:
    """Redraws keyboards; the newest state wins, however fast one taps.

    Two taps in a row both carry the keyboard from before the first, so the newest one is remembered for a while;
    after a restart the message's own keyboard counts again.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._newest: OrderedDict[Key, ticks.Rows] = OrderedDict()
        self._taken: OrderedDict[str, None] = OrderedDict()  # a batch that could not be written down comes again
        self._drawing: dict[Key, asyncio.Task[None]] = {}

    def current(self, press: dict[str, Any]) -> dict[str, Any]:
        """The callback query with the newest keyboard in its message."""
        message = press.get("message") or {}
        rows = self._newest.get(_key(message)) if message else None
        return {**press, "message": {**message, "reply_markup": {"inline_keyboard": rows}}} if rows else press

    def take(self, press: dict[str, Any]) -> bool:
        """Handles a press on a tick; false if it is another kind of button."""
        message = press.get("message") or {}
        rows = ticks.toggled(keyboard_of(message), press.get("data", "")) if message else None
        if rows is None:
            return False
        if press["id"] in self._taken:
            return True
        _remember(self._taken, press["id"], None)
        key = _key(message)
        _remember(self._newest, key, rows)
        if key not in self._drawing:
            self._drawing[key] = asyncio.create_task(self._draw(key))
        return True

    def forget(self, chat: str, message: int) -> None:
        """The message has another keyboard now."""
        self._newest.pop((chat, message), None)

    async def close(self) -> None:
        tasks = list(self._drawing.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _draw(self, key: Key) -> None:
        drawn: ticks.Rows | None = None
        try:
            while (rows := self._newest.get(key)) not in (None, drawn):
                drawn = rows
                markup = {"chat_id": key[0], "message_id": key[1], "reply_markup": {"inline_keyboard": rows}}
                try:
                    await self._client.call("editMessageReplyMarkup", markup)
                except Busy as busy:
                    await asyncio.sleep(busy.seconds)
                    drawn = None
                except (Refused, Unreachable, Unavailable, Moved):
                    return  # the tick is remembered all the same, and shows with the next one
        finally:
            del self._drawing[key]


def _remember(memory: OrderedDict[K, V], key: K, value: V) -> None:
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)


def _key(message: dict[str, Any]) -> Key:
    return str(message["chat"]["id"]), int(message["message_id"])
