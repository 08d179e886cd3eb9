"""Answers on the screen, and files from the disk: the console as the engine sees it."""

import asyncio
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from adapters.console.decode import PLATFORM
from adapters.console.keypad import Keypad
from adapters.console.render import condensed
from adapters.console.saved import Saved, save
from adapters.console.screen import Screen
from core.chat.channel import Channel, Delivery, Gone, TooLarge
from core.chat.reply import Reply
from core.chat.request import Upload


class ConsoleChannel(Channel):
    """Prints replies; pictures and files go to `careergpt-files/` in `folder`, the working folder.

    A message that changes is printed again, and its progress is the spinner's line; a pipe gets no progress.
    """

    platform = PLATFORM
    modals = False

    def __init__(
        self,
        *,
        output: TextIO | None = None,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder or Path.cwd()
        self.environment = os.environ if environment is None else environment
        self.screen = Screen(output or sys.stdout, self.environment)
        self.keypad = Keypad()
        self._session = uuid4().hex[:12]
        self._count = 0

    async def show(self, delivery: Delivery) -> str:
        """See `core.chat.channel.Channel.show`; the reference names the message, and an edit keeps it."""
        reply = delivery.reply
        message = delivery.edits or self._name()
        passing = not delivery.final or reply.notice
        shown = self._progress(delivery) if reply.working or not delivery.final else self._message(reply)
        if shown and (reply.buttons or reply.menu or not passing):
            self.keypad.offer(message, reply)
        return message

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        """See `core.chat.channel.Channel.fetch`."""
        return await asyncio.to_thread(_read, upload, limit)

    def _name(self) -> str:
        self._count += 1
        return f"{self._session}-{self._count}"

    def _message(self, reply: Reply) -> bool:
        self.screen.show(reply, self._save(reply))
        return True

    def _progress(self, delivery: Delivery) -> bool:
        """Shows that work goes on; false where a snapshot is left out."""
        reply = delivery.reply
        if self.screen.live:
            line = condensed(reply, self.screen.width - 3)
            if line or not delivery.final:
                self.screen.work(line or reply.title or "working …")
                return bool(line)
        elif not delivery.final:
            return False
        self._message(reply)
        self.screen.work("working …")
        return True

    def _save(self, reply: Reply) -> list[Saved]:
        """Keeps what came along; what a picture shows is told where no words tell it."""
        picture = [replace(reply.image, alt="" if reply.text else reply.image.alt)] if reply.image else []
        return [save(one, self.folder) for one in (*picture, *reply.files)]


def _read(upload: Upload, limit: int) -> bytes:
    """At most `limit` bytes of a regular file; a pipe or a device is never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(upload.ref, flags)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Gone(upload.name)
            with os.fdopen(handle, "rb", closefd=False) as file:
                data = file.read(limit + 1)
        finally:
            os.close(handle)
    except (OSError, ValueError):
        raise Gone(upload.name) from None
    if len(data) > limit:
        raise TooLarge(upload.name)
    return data
