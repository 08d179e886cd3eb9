"""The tables of conversation itself: the inbox, the outbox, dialogues, names of messages, and jobs.

Content is JSON and becomes NULL as soon as it is no longer needed; ids stay for a while, so that nothing happens twice.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc


class HeardRequest(Base):
    """The inbox: one row per platform event; `id` is the platform's, `number` the order of arrival."""

    __tablename__ = "heard_request"

    number: Mapped[int] = mapped_column(Number, primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    heard_at: Mapped[datetime] = mapped_column(Utc)
    answered_at: Mapped[datetime | None] = mapped_column(Utc)

    __table_args__ = (
        Index(
            "ix_heard_request_unanswered",
            "number",
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
    )


class WaitingDialogue(Base):
    """A question that waits for its answer, one per person and place."""

    __tablename__ = "dialogue"

    person: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    place: Mapped[str] = mapped_column(primary_key=True)
    token: Mapped[str]
    step: Mapped[str]
    state: Mapped[dict[str, Any]] = mapped_column(Json)
    asked: Mapped[dict[str, Any] | None] = mapped_column(Json)
    asked_at: Mapped[datetime] = mapped_column(Utc)


class OutboxLine(Base):
    """The outbox: what is to be said, with address, reply and `via` in `content` until the platform took it."""

    __tablename__ = "outbox_line"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    platform: Mapped[str]
    person: Mapped[int] = mapped_column(Number)
    place: Mapped[str]
    edits: Mapped[str]
    final: Mapped[bool]
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    written_at: Mapped[datetime] = mapped_column(Utc)
    said_at: Mapped[datetime | None] = mapped_column(Utc)

    __table_args__ = (
        Index(
            "ix_outbox_line_unsaid",
            "id",
            sqlite_where=text("said_at IS NULL"),
            postgresql_where=text("said_at IS NULL"),
        ),
        NEVER_TWICE,
    )


class NamedMessage(Base):
    """A slot: the platform's reference of the message that carries this name at this place."""

    __tablename__ = "named_message"

    place: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str]
    named_at: Mapped[datetime] = mapped_column(Utc)


class DurableJob(Base):
    """Work that survives a kill, with arguments, address and `via` in `content` until it has ended."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    kind: Mapped[str]
    person: Mapped[int] = mapped_column(Number)
    token: Mapped[str]
    status: Mapped[str]
    attempts: Mapped[int]
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    run_at: Mapped[datetime] = mapped_column(Utc)
    created_at: Mapped[datetime] = mapped_column(Utc)
    ended_at: Mapped[datetime | None] = mapped_column(Utc)

    __table_args__ = (
        Index(
            "ix_job_open",
            "id",
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        NEVER_TWICE,
    )
