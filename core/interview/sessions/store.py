"""What is kept of sessions and answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Transaction
from core.interview.mark import Mark
from core.interview.sessions.session import Mode, Plan, Sitting, State
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc


class SessionRow(Base):
    """One session. `sitting` is the question at hand, absent once its last one was answered."""

    __tablename__ = "interview_session"
    __table_args__ = (NEVER_TWICE,)

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    mode: Mapped[str]
    state: Mapped[str]
    plan: Mapped[dict[str, Any]] = mapped_column(Json)
    sitting: Mapped[dict[str, Any] | None] = mapped_column(Json)
    started_at: Mapped[datetime] = mapped_column(Utc)
    ended_at: Mapped[datetime | None] = mapped_column(Utc)


class AnswerRow(Base):
    """One answered or skipped question. `place` is its number in the session; `own` what the person says it is worth.

    `score` is absent for a skipped one; `mark` holds its make-up, `ticks` the points that the person ticked.
    """

    __tablename__ = "interview_answer"
    __table_args__ = (
        UniqueConstraint("session_id", "place"),
        Index("ix_interview_answer_person_id_question", "person_id", "question"),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    session_id: Mapped[int] = mapped_column(ForeignKey("interview_session.id", ondelete="CASCADE"))
    place: Mapped[int]
    question: Mapped[str]
    topic: Mapped[str]
    text: Mapped[str]
    follow_up: Mapped[str]
    score: Mapped[float | None]
    own: Mapped[float | None]
    mark: Mapped[dict[str, Any] | None] = mapped_column(Json)
    ticks: Mapped[list[str] | None] = mapped_column(Json)
    hints: Mapped[int]
    seconds: Mapped[int]
    retry_of: Mapped[int | None] = mapped_column(Number)
    answered_at: Mapped[datetime] = mapped_column(Utc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session as it is kept. One that was stopped keeps the question that was at hand."""

    id: int
    mode: Mode
    state: State
    plan: Plan
    sitting: Sitting | None
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as it is kept. `text` is what was said, `follow_up` what was said to the follow-up question ("": none).

    Without a `mark` the question was skipped. `seconds` lie between the question and the end of the answer.
    """

    id: int = 0
    session: int
    place: int
    question: str
    topic: str
    text: str = ""
    follow_up: str = ""
    mark: Mark | None = None
    own: float | None = None
    ticks: tuple[str, ...] | None = None
    hints: int = 0
    seconds: int = 0
    retry_of: int | None = None
    answered_at: datetime

    @property
    def whole(self) -> str:
        """All that was said to the question, the follow-up's answer at the end."""
        return "\n".join(filter(None, (self.text, self.follow_up)))

    @property
    def score(self) -> float | None:
        """What counts: the person's own score where they corrected it, else the scorer's; None for a skipped one."""
        return self.own if self.own is not None else self.mark.score if self.mark else None


class SessionStore:
    """Reads and writes one person's sessions inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def begin(self, mode: Mode, plan: Plan, sitting: Sitting, now: datetime) -> int:
        """A new session; one that was open is stopped. A retry leaves the others open, and they go on after it."""
        stopped = (SessionRow.mode == "retry",) if mode == "retry" else ()
        await self._session.execute(
            update(SessionRow)
            .where(SessionRow.person_id == self._person, SessionRow.state == "open", *stopped)
            .values(state="stopped", ended_at=now)
        )
        row = SessionRow(
            person_id=self._person,
            mode=mode,
            state="open",
            plan=plan.model_dump(mode="json"),
            sitting=sitting.model_dump(mode="json"),
            started_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def open(self) -> Session | None:
        """The session under way, the one begun last."""
        return await self._one(SessionRow.state == "open")

    async def set_aside(self, since: datetime) -> Session | None:
        """The interview begun last, where it was stopped on the way and begun after a moment; single questions are none."""
        last = await self._one(SessionRow.mode.in_(("practice", "mock")))
        return last if last and last.state == "stopped" and last.started_at >= since else None

    async def session(self, session_id: int) -> Session | None:
        return await self._one(SessionRow.id == session_id)

    async def held(self, session_id: int) -> Session | None:
        """This session, for this transaction alone until it ends."""
        return await self._one(SessionRow.id == session_id, alone=True)

    async def sit(self, session_id: int, sitting: Sitting) -> None:
        """Keeps the question at hand."""
        values = {"sitting": sitting.model_dump(mode="json")}
        await self._session.execute(update(SessionRow).where(*self._this(session_id)).values(values))

    async def end(self, session_id: int, state: State, now: datetime) -> None:
        """Ends a session: one that is done has no question at hand any more."""
        values: dict[str, Any] = {"state": state, "ended_at": now}
        if state == "done":
            values["sitting"] = None
        await self._session.execute(update(SessionRow).where(*self._this(session_id)).values(values))

    async def reopen(self, session_id: int, now: datetime) -> None:
        """Goes on with a stopped session; another one that is open is stopped."""
        mine = (SessionRow.person_id == self._person, SessionRow.state == "open")
        await self._session.execute(update(SessionRow).where(*mine).values(state="stopped", ended_at=now))
        stopped = (*self._this(session_id), SessionRow.state == "stopped")
        await self._session.execute(update(SessionRow).where(*stopped).values(state="open", ended_at=None))

    async def count(self) -> int:
        query = select(func.count()).select_from(SessionRow).where(SessionRow.person_id == self._person)
        return int(await self._session.scalar(query) or 0)

    async def forget(self) -> None:
        """Deletes all sessions, and with them all answers."""
        await self._session.execute(delete(SessionRow).where(SessionRow.person_id == self._person))

    def _this(self, session_id: int) -> tuple[Any, ...]:
        return SessionRow.id == session_id, SessionRow.person_id == self._person

    async def _one(self, condition: Any, *, alone: bool = False) -> Session | None:
        query = select(SessionRow).where(SessionRow.person_id == self._person, condition)
        query = query.order_by(SessionRow.id.desc()).limit(1)
        row: SessionRow | None = await self._session.scalar(query.with_for_update() if alone else query)
        if row is None:
            return None
        return Session(
            id=row.id,
            mode=row.mode,  # type: ignore[arg-type] # only `begin` and `end` write it
            state=row.state,  # type: ignore[arg-type]
            plan=Plan.model_validate(row.plan),
            sitting=Sitting.model_validate(row.sitting) if row.sitting else None,
            started_at=row.started_at,
            ended_at=row.ended_at,
        )
