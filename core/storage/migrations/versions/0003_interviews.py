"""Interviews: sessions, answers, and the cards that come again."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _of_a_person(
        "interview_session",
        _text("mode"),
        _text("state"),
        _json("plan"),
        _json("sitting", nullable=True),
        _moment("started_at"),
        _moment("ended_at", nullable=True),
    )
    op.create_index(op.f("ix_interview_session_person_id"), "interview_session", ["person_id"])
    _answers()
    _of_a_person(
        "interview_card",
        _text("question"),
        _json("card"),
        _json("missed"),
        _moment("due_at"),
        sa.UniqueConstraint("person_id", "question", name=op.f("uq_interview_card_person_id_question")),
    )
    op.create_index("ix_interview_card_person_id_due_at", "interview_card", ["person_id", "due_at"])


def downgrade() -> None:
    for table in ("interview_card", "interview_answer", "interview_session"):
        op.drop_table(table)


def _answers() -> None:
    _of_a_person(
        "interview_answer",
        _number("session_id"),
        sa.Column("place", sa.Integer(), nullable=False),
        *(_text(name) for name in ("question", "topic", "text", "follow_up")),
        *(sa.Column(name, sa.Double(), nullable=True) for name in ("score", "own")),
        *(_json(name, nullable=True) for name in ("mark", "ticks")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("hints", "seconds")),
        _number("retry_of", nullable=True),
        _moment("answered_at"),
        _points_at("interview_answer", "session_id", "interview_session"),
        sa.UniqueConstraint("session_id", "place", name=op.f("uq_interview_answer_session_id_place")),
    )
    op.create_index("ix_interview_answer_person_id_question", "interview_answer", ["person_id", "question"])


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=nullable)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _json(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _points_at(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete="CASCADE")


def _of_a_person(table: str, *parts: Any) -> None:
    """A table of one person's rows, numbered."""
    op.create_table(
        table,
        _number("id"),
        _number("person_id"),
        *parts,
        _points_at(table, "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
