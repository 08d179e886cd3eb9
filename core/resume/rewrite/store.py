"""What is kept of rewriting: the work at hand, line by line, and the facts that a person gave on the way."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc


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
