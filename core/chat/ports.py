"""What the engine asks of storage: the inbox, the outbox, dialogues, jobs and the names of messages.

Every method that takes a transaction is part of it; nothing is seen by others until it commits.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from core.chat.person import Person
from core.chat.reply import Reply
from core.chat.request import Address, Request, Sender
from core.chat.turn import Transaction

JobStatus = Literal["waiting", "running", "done", "failed", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A question that waits for its answer: one per person and place. `step` is the registered name of what comes next.

    `asked` is the question as it was shown, so that it can be shown again.
    """

    person: int
    place: str
    token: str
    step: str
    state: dict[str, Any] = field(default_factory=dict)
    asked: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the outbox: something to say, until the platform took it.

    `edits` is the slot whose message is changed ("" for a new message); `reply.slot` names the message afterwards.
    `final` is false for a snapshot of progress, of which only the newest matters. `id` is 0 until it is stored.
    """

    id: int = 0
    person: int
    address: Address
    reply: Reply
    edits: str = ""
    via: dict[str, Any] = field(default_factory=dict)
    final: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One row of durable work. `token` is the dialogue that waits for it ("" for none); `id` is 0 until it is stored.

    One that was put off when it was made begins at `run_at`, and only if its dialogue still waits then; meanwhile
    other work does not wait for it.
    """

    id: int = 0
    kind: str
    args: dict[str, Any]
    person: int
    address: Address
    via: dict[str, Any] = field(default_factory=dict)
    token: str = ""
    status: JobStatus = "waiting"
    attempts: int = 0
    run_at: datetime
    created_at: datetime

    @property
    def put_off(self) -> bool:
        """Whether it was put off when it was made, and no attempt at it has ended."""
        return bool(self.token) and self.attempts <= 1 and self.run_at > self.created_at


class Store(Protocol):
    """The engine's own rows. Implemented by `core.storage`, on SQLite and PostgreSQL alike."""

    def begin(self, *, urgent: bool = False) -> AbstractAsyncContextManager[Transaction]:
        """One short transaction: commits at the end of the block, rolls back on an exception.

        An urgent one goes before others that wait: what a platform took is written down before anything else.
        """
        ...

    async def hear(self, tx: Transaction, requests: Sequence[Request], now: datetime) -> list[str]:
        """Writes requests down under their ids; returns the ids that were new, in order."""
        ...

    async def heard(self, tx: Transaction) -> list[Request]:
        """Requests that were written down and not yet answered, oldest first."""
        ...

    async def answered(self, tx: Transaction, request_id: str, now: datetime) -> bool:
        """Marks it answered and forgets its content, keeping the id; false if it was answered before."""
        ...

    async def dialogue(self, tx: Transaction, person: int, place: str) -> Dialogue | None: ...

    async def keep_dialogue(self, tx: Transaction, dialogue: Dialogue, now: datetime) -> None:
        """Stores it in place of whatever this person was asked there before."""
        ...

    async def end_dialogue(self, tx: Transaction, person: int, place: str) -> None: ...

    async def say(self, tx: Transaction, line: Line, now: datetime) -> Line:
        """Puts a line into the outbox and returns it with its id."""
        ...

    async def unsaid(self, tx: Transaction, platforms: Sequence[str]) -> list[Line]:
        """What is still to be said on these platforms, oldest first."""
        ...

    async def said(self, tx: Transaction, outcome: Sequence[tuple[Line, str]], now: datetime) -> None:
        """The platform took these lines (each with its message reference, "" if dropped).

        Forgets their content and names the messages: (place, slot) → reference, for `reply.slot` and for `edits`.
        """
        ...

    async def message(self, tx: Transaction, place: str, slot: str) -> str:
        """The reference of the message that carries this name, or ""."""
        ...

    async def add_job(self, tx: Transaction, job: Job) -> Job:
        """Stores a job and returns it with its id."""
        ...

    async def is_under_way(self, tx: Transaction, job: Job) -> bool:
        """Whether the very same work (kind, arguments, person, place) was asked for before and has not ended.

        Work that is put off, and not due yet, was not asked for.
        """
        ...

    async def start_job(self, tx: Transaction, job_id: int) -> Job | None:
        """Marks it running, one attempt more, and returns it; None if it is already finished or unknown."""
        ...

    async def end_job(self, tx: Transaction, job_id: int, status: JobStatus, now: datetime) -> bool:
        """Ends a job that is not ended yet and forgets its arguments; false if it had ended before."""
        ...

    async def drop_jobs(self, tx: Transaction, person: int, place: str, now: datetime) -> int:
        """Ends this person's open jobs at this place as dropped (their results are not shown); returns how many."""
        ...

    async def retry_job(self, tx: Transaction, job_id: int, run_at: datetime) -> None:
        """Back to waiting, not before `run_at`."""
        ...

    async def open_jobs(self, tx: Transaction) -> list[Job]:
        """Jobs that wait or run, oldest first: what a process finds at its start."""
        ...

    async def forget_before(self, tx: Transaction, moment: datetime) -> int:
        """Housekeeping: drops requests, lines and jobs that ended before, and names not used since; counts the rows."""
        ...


class Directory(Protocol):
    """Who is who: implemented by `core.account`."""

    async def person(self, tx: Transaction, sender: Sender, now: datetime) -> Person:
        """The person behind this identity; created at the first word. Clears an "unreachable" mark."""
        ...

    async def by_id(self, tx: Transaction, person_id: int) -> Person: ...

    async def unreachable(self, tx: Transaction, platform: str, person_id: int, now: datetime) -> None:
        """This identity blocked us: nothing is sent unasked until it writes again."""
        ...


class Performer(Protocol):
    """What a runner calls for one attempt at a job; it lives in the engine."""

    async def __call__(self, job_id: int) -> datetime | None:
        """Does one attempt; returns when to try again (UTC), or None if the job has ended. Raises only on cancellation."""
        ...


class Runner(Protocol):
    """Where jobs run. The row is the truth; the runner only decides where and when."""

    async def submit(self, tx: Transaction, job: Job) -> None:
        """Called inside the transaction that stores the job; it must not start before the commit."""
        ...

    async def start(self) -> None:
        """Takes up whatever is unfinished, then whatever is submitted."""
        ...

    async def stop(self) -> None:
        """Stops at once; what was running stays unfinished in its row and is taken up at the next start."""
        ...

    async def idle(self) -> None:
        """Returns when nothing runs and nothing is due (console scripts and tests wait for it)."""
        ...


def place_of(address: Address) -> str:
    """The conversation's key: one dialogue per person and place."""
    return f"{address.platform}:{address.chat}:{address.thread}"
