"""The name under which a shown reply is found again: its chat and its messages, in a short word.

`123/45t.46m1a2b3c4d`: chat 123, a text message 45, then a media message 46 whose file has that digest.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["t", "m"]  # a text message, or one that carries a photo or a document
_PART = re.compile(r"(\d+)([tm])([0-9a-f]*)")


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it stands in the chat."""

    message: int
    kind: Kind
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reply as it stands in the chat: one message, or several in order."""

    chat: str
    shown: tuple[Shown, ...]

    def __str__(self) -> str:
        return f"{self.chat}/" + ".".join(f"{part.message}{part.kind}{part.digest}" for part in self.shown)


def parse(text: str) -> Reference | None:
    """The reference that `str` wrote; None for anything else."""
    chat, _, rest = text.partition("/")
    parts = [_PART.fullmatch(word) for word in rest.split(".")]
    if not chat or not all(parts):
        return None
    shown = tuple(Shown(int(part[1]), "t" if part[2] == "t" else "m", part[3]) for part in parts if part)
    return Reference(chat, shown)
