"""What comes again: one card a question and person, and when it is due."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Transaction
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc, table_of
from core.storage.upsert import insert_or_replace


class CardRow(Base):
    """A question that comes again. `card` is the state of the spaced repetition, `missed` the points last missed."""

    __tablename__ = "interview_card"
    __table_args__ = (
        UniqueConstraint("person_id", "question"),
        Index("ix_interview_card_person_id_due_at", "person_id", "due_at"),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    question: Mapped[str]
    card: Mapped[dict[str, Any]] = mapped_column(Json)
    missed: Mapped[list[str]] = mapped_column(Json)
    due_at: Mapped[datetime] = mapped_column(Utc)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCard:
    """A question that comes again at `due_at`; `missed` are the points (ids) that the last answer lacked.

    `card` holds the state of the repetition under "card", and the one before the last answer under "before" (None: there
    was no card).
    """

    question: str
    card: dict[str, Any]
    missed: tuple[str, ...]
    due_at: datetime


class CardStore:
    """Reads and writes one person's cards inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def keep(self, card: KeptCard) -> None:
        """Keeps a card in place of the one that this question had."""
        row = {
            "person_id": self._person,
            "question": card.question,
            "card": card.card,
            "missed": list(card.missed),
            "due_at": card.due_at,
        }
        statement = insert_or_replace(table_of(CardRow), ("person_id", "question"), ("card", "missed", "due_at"))
        await self._session.execute(statement, row)

    async def card(self, question: str) -> KeptCard | None:
        found = await self._cards(1, CardRow.question == question)
        return found[0] if found else None

    async def due(self, now: datetime, most: int) -> list[KeptCard]:
        """The cards that are due, the longest due first."""
        return await self._cards(most, CardRow.due_at <= now)

    async def next(self) -> KeptCard | None:
        """The card that is due first, now or later."""
        found = await self._cards(1)
        return found[0] if found else None

    async def count(self, due_by: datetime | None = None) -> int:
        """How many cards there are, or are due by a moment."""
        conditions = (CardRow.due_at <= due_by,) if due_by else ()
        query = select(func.count()).select_from(CardRow).where(CardRow.person_id == self._person, *conditions)
        return int(await self._session.scalar(query) or 0)

    async def drop(self, question: str) -> None:
        await self._session.execute(
            delete(CardRow).where(CardRow.person_id == self._person, CardRow.question == question)
        )

    async def forget(self) -> None:
        await self._session.execute(delete(CardRow).where(CardRow.person_id == self._person))

    async def _cards(self, most: int, *conditions: Any) -> list[KeptCard]:
        query = select(CardRow).where(CardRow.person_id == self._person, *conditions)
        rows = await self._session.scalars(query.order_by(CardRow.due_at, CardRow.id).limit(most))
        return [
            KeptCard(question=row.question, card=row.card, missed=tuple(row.missed), due_at=row.due_at) for row in rows
        ]
