"""What is kept of a person, said and forgotten by the rooms that keep it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.chat.turn import Transaction


@dataclass(frozen=True, slots=True)
class Keeper:
    """One room's part: `tell` says in a few words what it holds of a person now, `forget` deletes it for good.

    `forget` returns what it could not delete, as a sentence for the person, or "". One with a `name` can be forgotten
    by itself (`/forget chat`), and is asked about once more if it is `precious`.
    """

    what: str
    tell: Callable[[Transaction, int], Awaitable[str]]
    forget: Callable[[Transaction, int], Awaitable[str]]
    name: str = ""
    precious: bool = True
