"""One line being typed: keys in, finished lines out. Knows nothing of the terminal that it is shown on."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from rich.cells import cell_len

from adapters.console.printable import printable

Happening = Literal["entered", "interrupted", "ended", "options"]

_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_PASTED: Final = re.compile(r"\x1b\[200~(.*?)\x1b\[201~", re.DOTALL)
_KEY: Final = re.compile(r"\x1b\[200~.*?\x1b\[201~|\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO.|\x1b[ -~\x7f]|.", re.DOTALL)
_UNFINISHED: Final = re.compile(r"\x1b\[200~(?:(?!\x1b\[201~).)*\Z|\x1b(?:\[[0-9;?]*|O)?\Z", re.DOTALL)
_LONGEST_HISTORY: Final = 500


@dataclass(frozen=True, slots=True)
class Event:
    """What typing led to: a finished line, Ctrl-C (with the words it threw away), Ctrl-D, or several completions."""

    kind: Happening
    text: str = ""


@dataclass(slots=True)
class Editor:
    """The text, the cursor in it, and the lines of before. `complete` offers what may stand in place of the text."""

    complete: Callable[[str], Sequence[str]] = lambda _text: ()
    text: str = ""
    cursor: int = 0
    _history: list[str] = field(default_factory=list)
    _place: int = 0
    _rest: str = ""

    def feed(self, typed: str) -> list[Event]:
        """Takes keys as a terminal sends them; half an escape sequence waits for the rest of it."""
        if self._rest.startswith(_PASTE) and _PASTE_END not in self._rest[-len(_PASTE_END) :] + typed:
            self._rest += typed  # a long paste is looked at once, when it is all there
            return []
        typed, self._rest = self._rest + typed, ""
        unfinished = _UNFINISHED.search(typed)
        if unfinished:
            typed, self._rest = typed[: unfinished.start()], typed[unfinished.start() :]
        return [event for key in _KEY.findall(typed) if (event := self._key(key))]

    def window(self, width: int) -> tuple[str, int]:
        """The part of the text around the cursor that fits into `width` columns, and the cursor's column in it."""
        shown = printable(self.text).replace("\n", "⏎").replace("\t", " ") if self.text else ""
        if len(shown) != len(self.text):  # something invisible was left out: keep to the end
            return _last(shown, width), min(cell_len(shown), width)
        start = max(0, self.cursor - len(_last(shown[: self.cursor], max(1, width - 1))))
        end = min(len(shown), start + width)
        while cell_len(shown[start:end]) > width:
            end -= 1
        return shown[start:end], cell_len(shown[start : self.cursor])

    def _key(self, key: str) -> Event | None:
        pasted = _PASTED.fullmatch(key)
        if pasted:
            self.insert(pasted[1].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n"))
        elif key in _MOVES:
            _MOVES[key](self)
        elif key in _EVENTS:
            return _EVENTS[key](self)
        elif key.isprintable() or key in "\u200c\u200d":
            self.insert(key)
        return None

    def insert(self, words: str) -> None:
        """Puts words in at the cursor."""
        self.text = self.text[: self.cursor] + words + self.text[self.cursor :]
        self.cursor += len(words)

    def _set(self, text: str) -> None:
        self.text, self.cursor = text, len(text)

    def cut(self, start: int, end: int) -> None:
        """Takes a stretch of the text away."""
        start, end = max(0, start), min(len(self.text), end)
        self.text, self.cursor = self.text[:start] + self.text[end:], start

    def move(self, to: int) -> None:
        """Puts the cursor elsewhere."""
        self.cursor = max(0, min(len(self.text), to))

    def word_start(self) -> int:
        """Where the word left of the cursor begins."""
        return len(self.text[: self.cursor].rstrip().rpartition(" ")[0]) + (" " in self.text[: self.cursor].rstrip())

    def remember(self, step: int) -> None:
        """Brings back an earlier line, or a later one again."""
        self._place = max(0, min(len(self._history), self._place + step))
        self._set(self._history[self._place] if self._place < len(self._history) else "")

    def enter(self) -> Event:
        """Finishes the line."""
        line = self.text
        if line.strip() and (not self._history or self._history[-1] != line):
            self._history = [*self._history, line][-_LONGEST_HISTORY:]
        self._place = len(self._history)
        self._set("")
        return Event("entered", line)

    def interrupt(self) -> Event:
        """Throws the line away."""
        thrown, self._place = self.text, len(self._history)
        self._set("")
        return Event("interrupted", thrown)

    def end(self) -> Event | None:
        """Ctrl-D: deletes a character, or ends an empty line for good."""
        if not self.text:
            return Event("ended")
        self.cut(self.cursor, self.cursor + 1)
        return None

    def tab(self) -> Event | None:
        """Completes as far as all options agree, else names them."""
        options = list(self.complete(self.text[: self.cursor]))
        common = _common(options)
        if len(common) > self.cursor:
            self.text, self.cursor = common + self.text[self.cursor :], len(common)
        elif len(options) > 1:
            return Event("options", "   ".join(options))
        return None


def _common(options: Sequence[str]) -> str:
    """The beginning that all options share."""
    first, last = (min(options), max(options)) if options else ("", "")
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same]


def _last(shown: str, width: int) -> str:
    start = max(0, len(shown) - width)
    while cell_len(shown[start:]) > width:
        start += 1
    return shown[start:]


_MOVES: Final[dict[str, Callable[[Editor], None]]] = {
    "\x7f": lambda e: e.cut(e.cursor - 1, e.cursor),
    "\x08": lambda e: e.cut(e.cursor - 1, e.cursor),
    "\x1b[3~": lambda e: e.cut(e.cursor, e.cursor + 1),
    "\x15": lambda e: e.cut(0, e.cursor),
    "\x0b": lambda e: e.cut(e.cursor, len(e.text)),
    "\x17": lambda e: e.cut(e.word_start(), e.cursor),
    "\x1b\x7f": lambda e: e.cut(e.word_start(), e.cursor),
    **dict.fromkeys(("\x01", "\x1b[H", "\x1bOH", "\x1b[1~"), lambda e: e.move(0)),
    **dict.fromkeys(("\x05", "\x1b[F", "\x1bOF", "\x1b[4~"), lambda e: e.move(len(e.text))),
    **dict.fromkeys(("\x02", "\x1b[D", "\x1bOD"), lambda e: e.move(e.cursor - 1)),
    **dict.fromkeys(("\x06", "\x1b[C", "\x1bOC"), lambda e: e.move(e.cursor + 1)),
    **dict.fromkeys(("\x1b[1;5D", "\x1bb"), lambda e: e.move(e.word_start())),
    **dict.fromkeys(("\x10", "\x1b[A", "\x1bOA"), lambda e: e.remember(-1)),
    **dict.fromkeys(("\x0e", "\x1b[B", "\x1bOB"), lambda e: e.remember(1)),
}
_EVENTS: Final[dict[str, Callable[[Editor], Event | None]]] = {
    "\r": Editor.enter,
    "\n": Editor.enter,
    "\x03": Editor.interrupt,
    "\x04": Editor.end,
    "\t": Editor.tab,
}
