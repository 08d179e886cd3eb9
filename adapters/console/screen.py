"""The one hand that writes to the terminal: messages above, the spinner or the line being typed below."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import StringIO
from shutil import get_terminal_size
from typing import Final, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.text import Text

from adapters.console.editor import Editor
from adapters.console.printable import is_wide, narrowed, on_one_line, printable
from adapters.console.render import render, render_plain
from adapters.console.saved import Saved
from core.chat.reply import Reply

PROMPT: Final = "you> "
_FRAMES: Final = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_PLAIN_FRAMES: Final = "-\\|/"
_CLEAR: Final = "\r\x1b[K"


class Screen:
    """Where everything is shown. On a terminal (`live`) its last row is redrawn in place; in a pipe nothing is."""

    def __init__(self, output: TextIO, environment: Mapping[str, str]) -> None:
        self._out = output
        self._encoding = output.encoding or "utf-8"
        reconfigure = getattr(output, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
        self.live = output.isatty() and environment.get("TERM", "dumb") != "dumb"
        self.plain = not self.live or bool(environment.get("NO_COLOR")) or not is_wide(self._encoding)
        self.broken = False  # nobody reads any more (`| head`)
        self.answering = False  # the spinner turns
        self._status = ""
        self.editor: Editor | None = None
        self._frame = 0

    @property
    def width(self) -> int:
        """Columns of the terminal."""
        try:
            return max(20, os.get_terminal_size(self._out.fileno()).columns)
        except (OSError, ValueError, AttributeError):  # no terminal: a pipe, or a stream in memory
            return max(20, get_terminal_size().columns)

    def show(self, reply: Reply, saved: Sequence[Saved] = ()) -> None:
        """Prints a message above the last row; what was being done is done."""
        self._status = ""
        with self._above():
            if self.plain:
                self._write(render_plain(reply, saved) + "\n\n")
            else:
                self._print(render(reply, saved, self.width))
                self._write("\n")

    def say(self, sentence: str) -> None:
        """Prints a sentence of the terminal's own, which is no message of the assistant."""
        with self._above():
            if self.plain:
                self._write(printable(sentence) + "\n\n")
            else:
                self._print(Text(printable(sentence) + "\n", "yellow", overflow="fold"))

    def echo(self, line: str) -> None:
        """Prints what the person said."""
        words = printable(line).replace("\n", "\n" + " " * len(PROMPT))
        with self._above():
            if self.plain:
                self._write(PROMPT + words + "\n")
            else:
                self._print(Text.assemble((PROMPT, "bold green"), words, overflow="fold"))

    def ask(self) -> None:
        """Writes the prompt for a terminal whose last row cannot be redrawn."""
        self._write(PROMPT)

    def tick(self) -> None:
        """One step of the spinner."""
        self._frame += 1
        self.paint()

    def paint(self) -> None:
        """Draws the last row again: what is being typed, else what is being worked on."""
        if not self.live:
            return
        editor = self.editor
        frames = _PLAIN_FRAMES if self.plain else _FRAMES
        spinner = f"{frames[self._frame % len(frames)]} " if self.answering or self._status else ""
        if spinner and not (editor and editor.text):
            line = spinner + (self._status or "one moment …")
            self._write(_CLEAR + set_cell_size(line, min(cell_len(line), self.width - 1)))
        elif editor:
            before = spinner + PROMPT
            shown, column = editor.window(self.width - 1 - cell_len(before))
            self._write(f"{_CLEAR}{before}{shown}\r\x1b[{cell_len(before) + column}C")
        else:
            self._write(_CLEAR)

    def work(self, status: str) -> None:
        """Says in the last row what is being done; "" ends that."""
        self._status = on_one_line(status)
        self.paint()

    def paste_as_one(self, *, on: bool) -> None:
        """Asks the terminal to mark pasted text, so that its line ends do not send it."""
        if self.live:
            self._write("\x1b[?2004h" if on else f"{_CLEAR}\x1b[?2004l")

    @contextmanager
    def _above(self) -> Iterator[None]:
        if self.live:
            self._write(_CLEAR)
        yield
        self.paint()

    def _print(self, shown: RenderableType) -> None:
        memory = StringIO()
        Console(file=memory, width=self.width, force_terminal=True, highlight=False, emoji=False).print(shown)
        self._write(memory.getvalue())

    def _write(self, words: str) -> None:
        if self.broken:
            return
        try:
            self._out.write(narrowed(words, self._encoding))
            self._out.flush()
        except (BrokenPipeError, ConnectionResetError):
            self._give_up()

    def _give_up(self) -> None:
        """Sends the rest nowhere, or Python complains once more when it closes the stream."""
        self.broken = True
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())
