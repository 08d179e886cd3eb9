"""The port to a platform: what the engine asks of an adapter, and the four ways in which it can fail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from core.chat.book import Book
from core.chat.reply import Reply
from core.chat.request import Address, Request, Sender, Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to say, as it stands in the outbox.

    `id` is the same at every attempt (a nonce where the platform has one). `edits` is the message to change, or "".
    `via` is the event that is answered, if any (see `Request.via`). `final` is false for a snapshot of progress.
    """

    id: str
    address: Address
    reply: Reply
    edits: str = ""
    via: dict[str, Any] = field(default_factory=dict)
    final: bool = True


class Channel(Protocol):
    """A platform that one can write to. Methods may raise the four exceptions below, and no other on purpose."""

    platform: str
    modals: bool  # can open a form at once for an event whose `via` is not used up

    async def show(self, delivery: Delivery) -> str:
        """Says it, or edits `delivery.edits`; returns the platform's reference of the message that now shows it.

        Where it took several messages, the one with the buttons comes first, the others follow after spaces.
        """
        ...

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        """The bytes of a file that someone uploaded; raises `Gone` if it is no longer there, `TooLarge` above `limit`."""
        ...


class Ear(Protocol):
    """The engine as an adapter sees it: it tells what happened, and answers come later through `Channel.show`."""

    book: Book

    async def hear(self, requests: Sequence[Request]) -> list[str]:
        """Writes a batch down; when this returns it survives a kill, so it may be acknowledged.

        Returns the ids that were new; each of those is answered by at least one `show` with its `via`.
        """
        ...

    async def suggest(self, sender: Sender, command: str, option: str, typed: str) -> tuple[str, ...]:
        """Completions for an option that is being typed: at most 25, quick, no side effects."""
        ...


class NotAdmitted(Exception):
    """The platform does not let this bot in (a wrong token); the message says what to do."""


class Unreachable(Exception):
    """The person blocked the bot, left, or closed their messages: mark it, do not try again."""


class Busy(Exception):
    """The platform asks to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Unavailable(Exception):
    """The platform failed or the line broke: worth another try after a while."""


class Refused(Exception):
    """The platform will never take this (a fault of ours): logged, not repeated."""


class Gone(Exception):
    """The file is no longer there: the person must send it again."""


class TooLarge(Exception):
    """The file has more bytes than asked for."""
