"""The conversation's memory: a bounded number of what was said, until the person clears it."""

from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Transaction
from core.llm.port import Message, Role
from core.storage.base import NEVER_TWICE, Base, Number, Utc

MOST, LONGEST, WHOLE = 20, 1000, 8000  # entries; characters of one, and of all
_PENDING = "pending"  # a question that was asked in public and waits to be answered in private


class ChatRow(Base):
    """One thing said in free talk: by the person ("user"), by the assistant, or "pending"."""

    __tablename__ = "chat_memory"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Utc)


class MemoryStore:
    """One person's memory inside one transaction; other people's rows do not exist for it."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._session, self._person = tx.session, person

    async def recalled(self) -> tuple[Message, ...]:
        """What was said lately, oldest first, within the bounds."""
        kept: list[Message] = []
        for row in await self._rows():
            if row.role != _PENDING:
                role: Role = "user" if row.role == "user" else "assistant"
                kept.append(Message(role=role, content=row.text))
        return tuple(kept)

    async def keep(self, role: Role, text: str, now: datetime) -> None:
        """Remembers one thing more, and forgets the oldest beyond the bounds."""
        await self._add(role, text, now)
        room, gone = WHOLE, []
        for place, row in enumerate(reversed(await self._rows())):
            room -= len(row.text)
            if place >= MOST or room < 0:
                gone.append(row.id)
        if gone:
            await self._session.execute(delete(ChatRow).where(ChatRow.id.in_(gone)))

    async def ask_later(self, text: str, now: datetime) -> int:
        """Keeps a question that came in public; returns its number."""
        return await self._add(_PENDING, text, now)

    async def asked(self, number: int) -> str:
        """Takes up the question of this number, which is then gone; "" where this person asked no such thing."""
        row = await self._session.scalar(
            select(ChatRow).where(ChatRow.id == number, ChatRow.person_id == self._person, ChatRow.role == _PENDING)
        )
        if row is None:
            return ""
        await self._session.delete(row)
        return str(row.text)

    async def count(self) -> int:
        return len(await self._rows())

    async def forget(self) -> None:
        await self._session.execute(delete(ChatRow).where(ChatRow.person_id == self._person))

    async def _add(self, role: str, text: str, now: datetime) -> int:
        row = ChatRow(person_id=self._person, role=role, text=text.replace("\x00", "")[:LONGEST], created_at=now)
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def _rows(self) -> list[ChatRow]:
        query = select(ChatRow).where(ChatRow.person_id == self._person).order_by(ChatRow.id)
        return list(await self._session.scalars(query))
