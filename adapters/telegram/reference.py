"""The name under which a shown reply is found again: its chat and its messages, in a short word.

`123/45t` is the text message 45 in chat 123, and also what a press on its button tells. A reply of several messages
begins with the last one, which carries the keyboard: `123/47t 45m 46t`.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["t", "m"]  # a text message, or one that carries a photo or a document
_PART = re.compile(r"(\d+)([tm])")


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it stands in the chat."""

    message: int
    kind: Kind

    def __str__(self) -> str:
        return f"{self.message}{self.kind}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reply as it stands in the chat: one message, or several in order."""

    chat: str
    shown: tuple[Shown, ...]

    def __str__(self) -> str:
        *before, last = self.shown
        return " ".join([f"{self.chat}/{last}", *map(str, before)])


def parse(text: str) -> Reference | None:
    """The reference that `str` wrote; None for anything else."""
    chat, _, rest = text.partition("/")
    parts = [_PART.fullmatch(word) for word in rest.split(" ")]
    if not chat or not all(parts):
        return None
    last, *before = (Shown(int(part[1]), "t" if part[2] == "t" else "m") for part in parts if part)
    return Reference(chat, (*before, last))
