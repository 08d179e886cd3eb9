"""A field: an option of a command, a question of a form and an input of a modal are one thing."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from core.chat.request import Sender, Upload

FieldKind = Literal["text", "int", "bool", "choice", "file", "email", "phone", "url"]
Suggest = Callable[[Sender, str], Awaitable[tuple[str, ...]]]  # who types, and what so far → completions


_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
_PHONE = re.compile(r"\+?(?:[\d\s().\-/x]*\d){7,20}[\s)]*")
_URL = re.compile(r"(?:https?://)?[^\s<>@/]+\.[^\s<>@]{2,}", re.IGNORECASE)


_BIGGEST = 2**63 - 1  # the greatest number that every database takes


class BadValue(ValueError):
    """A value that does not fit its field; the message is the sentence that the person reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is asked for: its name (one word, `[a-z_]`), the question in words, and the bounds of an answer.

    `choices` pairs a value with its label. `suggest` completes while one types (only in process, not stored).
    `minimum`/`maximum` bound a number, or the length of a text. `rest` takes the whole rest of a typed line.
    """

    name: str
    question: str
    kind: FieldKind = "text"
    required: bool = True
    default: str | int | bool | None = None
    choices: tuple[tuple[str, str], ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    multiline: bool = False
    rest: bool = False
    current: str = ""  # what is known already: a modal's filled-in value
    placeholder: str = ""
    suggest: Suggest | None = field(default=None, compare=False)

    def parse(self, raw: Any) -> Any:
        """The typed value of what a person wrote; raises `BadValue` with what was expected."""
        if raw is None or raw == "":
            return self._absent()
        return _PARSERS[self.kind](self, raw)

    def _absent(self) -> str | int | bool | None:
        if self.required:
            raise BadValue(f"“{self.name}” is missing: {self.question}.")
        return self.default


def _text(field: Field, raw: Any) -> str:
    text = str(raw).strip()
    if field.minimum is not None and len(text) < field.minimum:
        raise BadValue(f"“{field.name}” needs at least {field.minimum} characters; that was {len(text)}.")
    if field.maximum is not None and len(text) > field.maximum:
        raise BadValue(f"“{field.name}” takes at most {field.maximum} characters; that was {len(text):,}.")
    return text


def _int(field: Field, raw: Any) -> int:
    low, high = field.minimum, field.maximum
    wanted = f"a whole number from {low} to {high}" if low is not None and high is not None else "a whole number"
    try:
        number = int(str(raw).strip())
    except ValueError:
        raise BadValue(f"“{field.name}” takes {wanted}; that was “{_short(raw)}”.") from None
    if (low is not None and number < low) or (high is not None and number > high):
        raise BadValue(f"“{field.name}” takes {wanted}; that was {number}.")
    if abs(number) > _BIGGEST:
        raise BadValue(f"“{field.name}” takes a smaller number; that was {_short(raw)}.")
    return number


def _bool(field: Field, raw: Any) -> bool:
    word = str(raw).strip().lower()
    if word in {"yes", "y", "on", "true", "1"}:
        return True
    if word in {"no", "n", "off", "false", "0"}:
        return False
    raise BadValue(f"“{field.name}” takes yes or no; that was “{_short(raw)}”.")


def _choice(field: Field, raw: Any) -> str:
    word = str(raw).strip().lower()
    for value, label in field.choices:
        if word in {value.lower(), label.lower()}:
            return value
    begins = [
        value for value, label in field.choices if value.lower().startswith(word) or label.lower().startswith(word)
    ]
    if len(begins) == 1:
        return begins[0]
    known = ", ".join(value for value, _ in field.choices)
    raise BadValue(f"“{field.name}” is one of {known}; that was “{_short(raw)}”.")


def _email(field: Field, raw: Any) -> str:
    return _shaped(field, raw, _EMAIL, "an e-mail address, such as name@example.org")


def _phone(field: Field, raw: Any) -> str:
    return _shaped(field, raw, _PHONE, "a phone number, such as +44 20 7946 0958")


def _url(field: Field, raw: Any) -> str:
    return _shaped(field, raw, _URL, "a web address, such as github.com/name")


def _shaped(field: Field, raw: Any, shape: re.Pattern[str], wanted: str) -> str:
    text = _text(field, raw)
    if not shape.fullmatch(text):
        raise BadValue(f"“{field.name}” takes {wanted}; that was “{_short(raw)}”.")
    return text


def _file(_field: Field, raw: Any) -> Any:
    if isinstance(raw, Upload):
        return raw
    raise BadValue("That needs a file: attach it to the message.")


def _short(raw: Any) -> str:
    text = str(raw).strip()
    return text if len(text) <= 40 else text[:39] + "…"


_PARSERS: dict[str, Callable[[Field, Any], Any]] = {
    "text": _text,
    "int": _int,
    "bool": _bool,
    "choice": _choice,
    "file": _file,
    "email": _email,
    "phone": _phone,
    "url": _url,
}
