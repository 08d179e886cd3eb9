"""What is kept of job posts: their words, what they ask for, and the last match with each."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc


class PostRow(Base):
    """A job post that a person handed over. `result` is the last match, with the file it was made with."""

    __tablename__ = "job_post"
    __table_args__ = (UniqueConstraint("person_id", "sha256"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    sha256: Mapped[str]
    text: Mapped[str]
    post: Mapped[dict[str, Any]] = mapped_column(Json)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("resume_file.id", ondelete="SET NULL"), index=True)
    percent: Mapped[int | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Utc)
    matched_at: Mapped[datetime | None] = mapped_column(Utc)
