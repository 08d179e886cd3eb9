"""The conversation in a terminal: lines go to the engine, and each is answered before the next is taken."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Final, TextIO

from adapters.console.channel import ConsoleChannel
from adapters.console.commands import completions
from adapters.console.decode import LEAVING, Decoder, whoever
from adapters.console.editor import Editor, Event
from adapters.console.keyboard import has_keys, keys, stream_lines
from adapters.console.keypad import Misunderstood
from core.chat.channel import Ear

HOW_TO_LEAVE: Final = "Press Ctrl-C once more, Ctrl-D, or type /quit to leave."
_FRAME: Final = 0.1  # seconds between two frames of the spinner


class ConsolePlatform:
    """A terminal, or a script of lines in a pipe. `idle` returns when everything said so far has been answered.

    `greet` begins with `/start` on a terminal, for the first start of all; a later one says again what was asked.
    """

    def __init__(
        self,
        ear: Ear,
        idle: Callable[[], Awaitable[None]],
        channel: ConsoleChannel,
        *,
        input: TextIO | None = None,  # noqa: A002 - the stream's own name
        greet: bool = True,
    ) -> None:
        self._ear, self._idle, self._greet = ear, idle, greet
        self._channel, self._screen = channel, channel.screen
        self._input = input or sys.stdin
        self._decoder = Decoder(ear.book, channel.keypad, whoever(channel.environment), channel.folder)
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._left = asyncio.Event()
        self._warned = False
        self._hasty: set[asyncio.Task[bool]] = set()

    async def run(self) -> int:
        """Talks until the person leaves or the script ends; returns the exit status.

        It is 1 if a line of a script named a file or a number that is not there, or if nobody reads the output.
        """
        if self._input is None:  # started without any input at all
            return 0
        if not self._input.isatty():
            return await self._script()
        if self._screen.live and has_keys(self._input):
            await self._keys()
        else:
            await self._simple()
        return 0

    async def _script(self) -> int:
        failed = False
        await self._answers()  # what a former process was killed at comes first
        async for line in stream_lines(self._input):
            words = line.strip()
            if not words or words.startswith("#"):
                continue
            self._screen.echo(words)
            if words in LEAVING:
                break
            failed |= not await self._say(words)
            if self._screen.broken:
                break
        return int(failed or self._screen.broken)

    async def _simple(self) -> None:
        """A terminal whose last row cannot be redrawn: it edits and echoes lines itself."""
        await self._answers()
        await self._say("/start" if self._greet else "/again")
        self._screen.ask()
        async for line in stream_lines(self._input):
            if line.strip() in LEAVING:
                return
            if line.strip():
                await self._say(line)
            self._screen.ask()

    async def _keys(self) -> None:
        screen = self._screen
        screen.editor = Editor(lambda text: completions(self._ear.book, self._channel.folder, text))
        screen.paste_as_one(on=True)
        with keys(self._input, self._typed, screen.paint):
            talk = asyncio.create_task(self._talk())
            leave = asyncio.create_task(self._left.wait())
            try:
                await asyncio.wait((talk, leave), return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in (talk, leave, *self._hasty):
                    task.cancel()
                results = await asyncio.gather(talk, return_exceptions=True)
                screen.editor = None
                screen.paste_as_one(on=False)
        for problem in results:
            if isinstance(problem, Exception):
                raise problem

    async def _talk(self) -> None:
        await self._answers()
        await self._say("/start" if self._greet else "/again")
        while (line := await self._lines.get()) is not None:
            if line.strip() in LEAVING:
                return
            if line.strip():
                self._screen.echo(line)
                await self._say(line)

    def _typed(self, characters: str) -> None:
        editor = self._screen.editor
        if editor is None:
            return
        for event in editor.feed(characters):
            self._happened(event)
        self._screen.paint()

    def _happened(self, event: Event) -> None:
        warned, self._warned = self._warned, False
        match event.kind:
            case "entered" if self._screen.answering and event.text.strip() == "/cancel":
                task = asyncio.create_task(self._send(event.text))  # the line that must not wait for the others
                self._hasty.add(task)
                task.add_done_callback(self._hasty.discard)
            case "entered":
                self._lines.put_nowait(event.text)
            case "ended":
                self._lines.put_nowait(None)
            case "options":
                self._screen.say(event.text)
            case "interrupted" if warned and not event.text:
                self._left.set()
            case "interrupted" if not event.text:
                self._warned = True
                self._screen.say(HOW_TO_LEAVE)

    async def _say(self, line: str) -> bool:
        """Sends one line and waits for its answers; false if it could not be sent."""
        sent = await self._send(line)
        if sent:
            await self._answers()
        return sent

    async def _answers(self) -> None:
        """Waits until everything is answered, with the spinner turning where there is one."""
        self._screen.answering = True
        spinning = asyncio.create_task(self._spin()) if self._screen.live else None
        try:
            await self._idle()
        finally:
            if spinning:
                spinning.cancel()
            self._screen.answering = False
            self._screen.work("")

    async def _send(self, line: str) -> bool:
        try:
            request = self._decoder.request(line)
        except Misunderstood as problem:
            self._screen.say(str(problem))
            return False
        await self._ear.hear([request])
        return True

    async def _spin(self) -> None:
        await asyncio.sleep(_FRAME)
        while True:
            self._screen.tick()
            await asyncio.sleep(_FRAME)
