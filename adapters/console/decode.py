"""A typed line becomes a request; what only the terminal can know (files, numbers, leaving) is settled here."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Final
from uuid import uuid4

from adapters.console.keypad import Keypad, Misunderstood
from adapters.console.paths import is_whole, located, looks_like_file, meant_alone, meant_as_option, spots
from core.chat import lines
from core.chat.book import Book, Command
from core.chat.fields import BadValue, Field
from core.chat.request import Address, Input, Request, Said, Sender, Upload

PLATFORM: Final = "console"
ADDRESS: Final = Address(platform=PLATFORM, chat="local")
LEAVING: Final = frozenset({"/quit", "/exit"})

_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_QUOTED_NUMBER: Final = re.compile(r'^"(\d+)"$', re.ASCII)


@dataclass(frozen=True, slots=True)
class Decoder:
    """Reads typed lines in the light of the commands, the numbers on screen and the working folder."""

    book: Book
    keypad: Keypad
    sender: Sender
    folder: Path
    fresh: Callable[[], str] = lambda: uuid4().hex

    def request(self, line: str) -> Request:
        """The request that a line makes; raises `Misunderstood` if a file or a number is not there."""
        return Request(
            id=f"{PLATFORM}-{self.fresh()}", sender=self.sender, address=ADDRESS, input=self._input(line.strip())
        )

    def _input(self, line: str) -> Input:
        pressed = self.keypad.press(line)
        if pressed:
            return pressed
        if number := _QUOTED_NUMBER.match(line):
            return Said(text=number[1])
        typed = lines.typed(line)
        command = self.book.commands.get(typed.name) if typed else None
        if typed is None:
            return self._talk(line)
        return self._command(line, typed, command) if command else Said(text=line)

    def _command(self, line: str, typed: lines.Typed, command: Command) -> Said:
        if not typed.rest or not any(field.kind == "file" for field in command.fields):
            return Said(text=line)
        text, files = self._split(typed.rest, only=True)
        if not files:
            missing = meant_as_option(typed.rest, lambda word: _is_option(command, word))
            if missing:
                raise Misunderstood(self._no_file(missing))
        return Said(text=f"/{typed.name} {text}".strip(), files=files)

    def _talk(self, line: str) -> Said:
        text, files = self._split(line, only=is_whole(line, self.folder))
        if not files and (missing := meant_alone(line)):
            raise Misunderstood(self._no_file(missing))
        return Said(text=text, files=files)

    def _split(self, line: str, *, only: bool) -> tuple[str, tuple[Upload, ...]]:
        """The words of a line, and the files that it names."""
        words, files, at = [], [], 0
        for spot in spots(line, self.folder, only=only):
            words.append(line[at : spot.start].strip())
            files.append(upload(spot.path))
            at = spot.end
        words.append(line[at:].strip())
        return " ".join(filter(None, words)), tuple(files)

    def _no_file(self, typed: str) -> str:
        path = located(typed, self.folder)
        where = f"the working folder {self.folder}" if path.parent == self.folder else f"{path.parent}"
        return f"There is no file “{path.name}” in {where}. Check the name, or drop the file into this window."


def upload(path: Path) -> Upload:
    """A reference to a local file; raises `Misunderstood` for what is no readable file."""
    resolved = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would show the target of a link as its name
    try:
        facts = resolved.stat()
    except OSError:
        raise Misunderstood(f"{resolved} cannot be looked at: check the rights of its folder.") from None
    if resolved.is_dir():
        raise Misunderstood(f"{resolved} is a folder. Name one file in it.")
    if not S_ISREG(facts.st_mode) or not os.access(resolved, os.R_OK):
        raise Misunderstood(f"{resolved} cannot be read: check that it is a file and that you may read it.")
    kind = _TYPES.get(resolved.suffix.lower(), "")
    return Upload(platform=PLATFORM, ref=str(resolved), name=resolved.name, size=facts.st_size, type=kind)


def whoever(environment: Mapping[str, str]) -> Sender:
    """The person at the terminal: the account that runs it, and the language of its locale."""
    name = _account(environment)
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    language = re.match(r"^([a-z]{2,3})(?:[_-]([A-Z]{2}))?(?:[.@]|$)", locale)
    tag = "-".join(filter(None, language.groups())) if language else ""
    return Sender(platform=PLATFORM, id=name, name=name, language=tag)


def _account(environment: Mapping[str, str]) -> str:
    try:
        import pwd
    except ImportError:  # no accounts of this kind on Windows
        return environment.get("USERNAME") or "local"
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container whose user number has no name
        return f"uid{os.getuid()}"


def _is_option(command: Command, word: str) -> bool:
    """Whether a word behind the command can belong to one of its other options."""
    others = [field for field in command.fields if field.kind != "file"]
    name, equals, _ = word.partition("=")
    if equals and any(field.name == name for field in others):
        return True
    return any(_takes(field, word) for field in others)


def _takes(field: Field, word: str) -> bool:
    if field.kind == "text":
        return not looks_like_file(word)
    try:
        field.parse(word)
    except BadValue:
        return False
    return True
