"""What the Tab key offers: the commands, the choices of their options, and files of the working folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from adapters.console.decode import LEAVING
from adapters.console.paths import located, looks_rooted
from core.chat import lines
from core.chat.book import Book, Command

_MOST: Final = 40


def completions(book: Book, folder: Path, text: str) -> list[str]:
    """What the text before the cursor may become, in order; each is the whole text again."""
    if re.fullmatch(r"/\w*", text):
        names = [*(f"/{command.name} " for command in book.shown()), *sorted(LEAVING)]
        return [name for name in names if name.startswith(text)]
    typed = lines.typed(text)
    command = book.commands.get(typed.name) if typed else None
    start = text.index(typed.rest, len(typed.name) + 1) if typed and typed.rest else len(text.rstrip()) + 1
    word = text[start:] if typed else text
    if typed and command is None:
        return []
    options = [*_values(command, word), *_files(command, folder, word)] if command else [*_paths(folder, word)]
    before = text[: len(text) - len(word)]
    return [before + option for option in options][:_MOST]


def _values(command: Command, word: str) -> Iterator[str]:
    for field in command.fields:
        yield from (value + " " for value, _ in field.choices if value.startswith(word))


def _files(command: Command, folder: Path, word: str) -> Iterator[str]:
    if any(field.kind == "file" for field in command.fields):
        yield from _paths(folder, word)


def _paths(folder: Path, word: str) -> Iterator[str]:
    """Files and folders that begin like the word, spaces escaped as a shell does it."""
    if not word or (len(word) < 2 and not looks_rooted(word)):
        return
    head = word[: word.rfind("/") + 1]
    beginning = located(word[len(head) :], Path()).name if word[len(head) :] else ""
    try:
        found = sorted(located(head, folder).iterdir() if head else folder.iterdir())
    except OSError:
        return
    for path in found:
        if path.name.startswith(beginning) and (beginning or not path.name.startswith(".")):
            yield head + re.sub(r"([\s\\'\"])", r"\\\1", path.name) + ("/" if path.is_dir() else "")
