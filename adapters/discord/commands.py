"""Slash commands, derived from what the book declares; registered only when they differ from what Discord has."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from adapters.discord.limits import COMMAND_CHOICES, COMMAND_DESCRIPTION, COMMAND_OPTIONS, COMMAND_TEXT, OPTION, short
from adapters.discord.rest import Rest
from core.chat.book import Book, Command
from core.chat.fields import Field

Json = dict[str, Any]
_SLASH, _IN_SERVERS, _IN_MESSAGES = 1, 0, 1
_TYPES = {"text": 3, "choice": 3, "int": 4, "bool": 5, "file": 11}
_FAR = 2**53  # Discord's numbers are doubles
_KEPT = (
    "type",
    "name",
    "description",
    "required",
    "autocomplete",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
)


def payload(book: Book) -> list[Json]:
    """Discord's description of every shown command, ready to be registered."""
    return [_command(command) for command in book.shown()]


async def sync(rest: Rest, application: str, book: Book) -> bool:
    """Registers the commands if they changed; returns whether they had. Discord allows 200 creations a day."""
    wanted = payload(book)
    if digest(await rest.commands(application)) == digest(wanted):
        return False
    await rest.register(application, wanted)
    return True


def digest(commands: Iterable[Json]) -> str:
    """What commands mean, whether Discord or we describe them; the order does not matter."""
    meaning = sorted((_meaning(command) for command in commands), key=lambda command: str(command["name"]))
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()


def _meaning(given: Json) -> Json:
    kept = {name: given[name] for name in _KEPT if given.get(name) not in (None, False)}
    kept["options"] = [_meaning(option) for option in given.get("options") or ()]
    kept["choices"] = [[choice["name"], choice["value"]] for choice in given.get("choices") or ()]
    kept["contexts"] = sorted(given.get("contexts") or ())
    return kept


def _command(command: Command) -> Json:
    # An option is one line there: a text of several would come without its line ends
    typed = [field for field in command.fields if field.required or not field.multiline]
    required_first = sorted(typed, key=lambda field: not field.required)
    return {
        "type": _SLASH,
        "name": command.name,
        "description": short(command.summary, COMMAND_DESCRIPTION) or command.name,
        "options": [_option(field) for field in required_first[:COMMAND_OPTIONS]],
        "contexts": [_IN_SERVERS, _IN_MESSAGES],
    }


def _option(field: Field) -> Json:
    many = len(field.choices) > COMMAND_CHOICES
    described: Json = {
        "type": _TYPES[field.kind],
        "name": field.name,
        "description": short(field.question, COMMAND_DESCRIPTION) or field.name,
        "required": field.required,
    }
    if field.choices and not many:
        described["choices"] = [{"name": short(label, OPTION), "value": value} for value, label in field.choices]
    elif field.suggest or many:
        described["autocomplete"] = True
    return {**described, **_bounds(field)}


def _bounds(field: Field) -> Json:
    low, high = field.minimum, field.maximum
    if field.kind == "int":
        return _given(
            min_value=None if low is None else max(low, -_FAR), max_value=None if high is None else min(high, _FAR)
        )
    if field.kind == "text":
        return _given(
            min_length=None if not low else min(low, COMMAND_TEXT),
            max_length=None if high is None else max(1, min(high, COMMAND_TEXT)),
        )
    return {}


def _given(**values: int | None) -> Json:
    return {name: value for name, value in values.items() if value is not None}
