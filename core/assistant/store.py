"""The conversation's memory: a bounded number of what was said, until the person clears it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.base import NEVER_TWICE, Base, Number, Utc


class ChatRow(Base):
    """One thing said in free talk, by the person ("user") or by the assistant."""

    __tablename__ = "chat_memory"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Utc)
