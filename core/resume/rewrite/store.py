"""What is kept of rewriting: the work at hand, line by line, and the facts that a person gave on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Apology, Transaction
from core.resume.rewrite.session import Session
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc

GONE = Apology("That rewriting is no longer kept. /rewrite starts a new one.")


class RewriteRow(Base):
    """One rewriting of one review's file: proposals, decisions and answers so far, as JSON."""

    __tablename__ = "resume_rewrite"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("resume_file.id", ondelete="CASCADE"), index=True)
    state: Mapped[dict[str, Any]] = mapped_column(Json)
    done: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Utc)


class FactRow(Base):
    """Something that a person said of their own work in answer to a question. `about` is the line it belongs to."""

    __tablename__ = "person_fact"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    answer: Mapped[str]
    about: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Utc)


class RewriteStore:
    """Reads and writes one person's rewritings inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def add(self, file_id: int, session: Session, now: datetime) -> int:
        state = session.model_dump(mode="json")
        row = RewriteRow(person_id=self._person, file_id=file_id, state=state, created_at=now)
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def held(self, rewrite_id: int) -> Session:
        """This rewriting, for this transaction alone until it ends; raises `GONE`."""
        query = select(RewriteRow.state).where(*self._one(rewrite_id)).with_for_update()
        state = await self._session.scalar(query)
        if state is None:
            raise GONE
        return Session.model_validate(state)

    async def keep(self, rewrite_id: int, session: Session) -> None:
        values = {"state": session.model_dump(mode="json"), "done": bool(session.made)}
        await self._session.execute(update(RewriteRow).where(*self._one(rewrite_id)).values(values))

    async def add_scores(self, rewrite_id: int, scores: Mapping[str, int]) -> Session:
        """The rewriting as it is now, with these scores known, too."""
        session = await self.held(rewrite_id)
        session.scores.update(scores)
        await self.keep(rewrite_id, session)
        return session

    async def unfinished(self, file_id: int) -> int | None:
        """The rewriting of this file that is under way."""
        mine = (RewriteRow.person_id == self._person, RewriteRow.file_id == file_id, RewriteRow.done.is_(False))
        found: int | None = await self._session.scalar(select(func.max(RewriteRow.id)).where(*mine))
        return found

    async def drop(self, file_id: int) -> None:
        """Forgets what is unfinished of this file."""
        mine = (RewriteRow.person_id == self._person, RewriteRow.file_id == file_id, RewriteRow.done.is_(False))
        await self._session.execute(delete(RewriteRow).where(*mine))

    async def count(self) -> int:
        query = select(func.count()).select_from(RewriteRow).where(RewriteRow.person_id == self._person)
        return int(await self._session.scalar(query) or 0)

    async def forget(self) -> None:
        await self._session.execute(delete(RewriteRow).where(RewriteRow.person_id == self._person))

    def _one(self, rewrite_id: int) -> tuple[Any, ...]:
        return RewriteRow.id == rewrite_id, RewriteRow.person_id == self._person


@dataclass(frozen=True, slots=True)
class OwnFact:
    """What a person said of the line `about` when asked."""

    id: int
    question: str
    answer: str
    about: str


class FactStore:
    """Reads and writes the facts of one person."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def add(self, question: str, answer: str, about: str, now: datetime) -> None:
        """Keeps an answer; a newer one to the same question about the same line takes the older one's place."""
        same = (FactRow.person_id == self._person, FactRow.question == question, FactRow.about == about)
        await self._session.execute(delete(FactRow).where(*same))
        row = FactRow(person_id=self._person, question=question, answer=answer, about=about, created_at=now)
        self._session.add(row)
        await self._session.flush()

    async def all(self) -> list[OwnFact]:
        """The oldest first."""
        query = select(FactRow).where(FactRow.person_id == self._person).order_by(FactRow.id)
        rows = (await self._session.scalars(query)).all()
        return [OwnFact(row.id, row.question, row.answer, row.about) for row in rows]

    async def drop(self, fact_id: int) -> None:
        mine = (FactRow.person_id == self._person, FactRow.id == fact_id)
        await self._session.execute(delete(FactRow).where(*mine))

    async def forget(self) -> None:
        await self._session.execute(delete(FactRow).where(FactRow.person_id == self._person))
