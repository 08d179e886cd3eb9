"""Typed text ↔ command: `/settings zone=Europe/Berlin` or `/findings 12 2`, with quotes where a value has spaces."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from core.chat.book import Command
from core.chat.fields import BadValue, Field
from core.chat.request import Upload

_COMMAND = re.compile(r"^/([A-Za-z][A-Za-z0-9_]{0,31})(?:@\w+)?(?:\s+|$)", re.ASCII)
_WORD = re.compile(r"""(?:(?P<name>[a-z_]+)=)?(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>\S+))""")


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that starts with a command's name; `rest` is what stands behind it, untouched."""

    name: str
    rest: str


def typed(text: str) -> Typed | None:
    """The command line in a message, or None for free talk."""
    found = _COMMAND.match(text.lstrip())
    return Typed(found[1].lower(), text.lstrip()[found.end() :].strip()) if found else None


def line(name: str, *values: str | int) -> str:
    """A command line for a button: values in the order of the command's fields, quoted where needed."""
    return " ".join([name, *(_quoted(str(value)) for value in values)])


def _quoted(value: str) -> str:
    return f'"{value}"' if not value or re.search(r"[\s'\"]", value) else value


def read(command: Command, rest: str, files: tuple[Upload, ...] = ()) -> dict[str, Any]:
    """The typed options of a command line; raises `BadValue` with the sentence for the person.

    Values go to fields by name (`zone=…`) or in order. A field with `rest` takes all that is left; a file fills the
    first file field.
    """
    fields = {field.name: field for field in command.fields if field.kind != "file"}
    given: dict[str, str] = {}
    place = 0
    while place < len(rest):
        word = _WORD.search(rest, place)
        if word is None:
            break
        free = next((field for name, field in fields.items() if name not in given), None)
        name = word["name"]
        if name not in fields and free is not None and free.rest:
            end = _next_named(rest, word.start(), fields.keys() - given.keys() - {free.name})
            given[free.name] = _unquote(rest[place:end].strip())
            place = end
            continue
        if name not in fields:
            if free is None:
                raise BadValue(_too_many(command, rest[place:].strip()))
            given[free.name] = (name + "=" if name else "") + _value(word)
        else:
            given[name] = _value(word)
        place = word.end()
    return values(command, given, files)


def _next_named(rest: str, start: int, names: Set[str]) -> int:
    """Where the next `name=` of another field begins: what takes the rest of a line ends there."""
    found = re.compile(rf"\s(?=(?:{'|'.join(map(re.escape, sorted(names)))})=)").search(rest, start) if names else None
    return found.start() if found else len(rest)


def values(command: Command, given: Mapping[str, Any], files: tuple[Upload, ...] = ()) -> dict[str, Any]:
    """Checks named raw values against a command's fields (from a slash command, a form or a line)."""
    named = dict(given)
    slot = next((field.name for field in command.fields if field.kind == "file"), None)
    if slot and files and slot not in named:
        named[slot] = files[0]
    unknown = set(named) - {field.name for field in command.fields}
    if unknown:
        raise BadValue(f"/{command.name} has no option “{min(unknown)}”. It is written: {command.usage}")
    return {field.name: _checked(command, field, named.get(field.name)) for field in command.fields}


def _checked(command: Command, field: Field, raw: Any) -> Any:
    try:
        return field.parse(raw)
    except BadValue as problem:
        raise BadValue(f"{problem} It is written: {command.usage}") from None


def _value(word: re.Match[str]) -> str:
    return next(part for part in (word["double"], word["single"], word["bare"]) if part is not None)


def _unquote(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _too_many(command: Command, extra: str) -> str:
    shown = extra if len(extra) <= 40 else extra[:39] + "…"
    return f"/{command.name} takes no more than that; “{shown}” is left over. It is written: {command.usage}"
