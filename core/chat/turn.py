"""The two kinds of running code: a Turn, one short transaction that cannot reach the network, and Work, which may be slow."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar

from core.chat.person import Person
from core.chat.reply import Reply
from core.chat.request import Address, Request, Upload

T = TypeVar("T")


class Transaction(Protocol):
    """One open database transaction. Stores know what is inside; nobody else looks."""

    @property
    def session(self) -> Any:
        """The database session of the storage that opened this transaction."""
        ...

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Calls this once the transaction has been committed, and never if it was rolled back."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back to a question: words and files, a pressed answer, picked values, or a filled form."""

    text: str = ""
    files: tuple[Upload, ...] = ()
    pressed: str = ""
    values: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One request being answered inside one transaction. `now` is UTC; `token` makes unguessable short words."""

    tx: Transaction
    person: Person
    request: Request
    now: datetime
    token: Callable[[], str]


class Work:
    """A durable job being done: it may be slow, and opens short transactions of its own.

    `tool(Sandbox)` gives the one shared tool of that type (a worker pool, later a language model or an HTTP client).
    """

    def __init__(
        self,
        *,
        person: Person,
        address: Address,
        now: Callable[[], datetime],
        begin: Callable[[], AbstractAsyncContextManager[Transaction]],
        fetch: Callable[[Upload, int], Awaitable[bytes]],
        report: Callable[[Reply], Awaitable[None]],
        tools: Mapping[type, object],
    ) -> None:
        self.person = person
        self.address = address
        self.now = now
        self.begin = begin
        self.fetch = fetch
        self.report = report
        self._tools = tools

    def tool(self, kind: type[T]) -> T:
        """The shared tool of this type; raises `LookupError` where the composition root gave none."""
        found = self._tools.get(kind)
        if not isinstance(found, kind):
            raise LookupError(f"no {kind.__name__} in this process")
        return found


class Transient(Exception):
    """Raised by a job for a failure that may pass: the job is tried again after `seconds` (None: growing pauses)."""

    def __init__(self, sentence: str, seconds: float | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.seconds = seconds


class Apology(Exception):
    """Raised by a handler or a job to end with one clear sentence to the person (Markdown)."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
