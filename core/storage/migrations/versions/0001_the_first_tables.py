"""The first tables: conversation, people, résumés."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "resume_review",
    "resume_file",
    "identity",
    "person",
    "job",
    "outbox_line",
    "named_message",
    "dialogue",
    "heard_request",
)


def upgrade() -> None:
    _requests_and_dialogues()
    _outbox()
    _jobs()
    _people()
    _resume_files()
    _resume_reviews()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _number(name: str, **settings: Any) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **{"nullable": False, **settings})


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _json(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _points_at(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _index_of_open_rows(name: str, table: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)


def _requests_and_dialogues() -> None:
    op.create_table(
        "heard_request",
        _number("number"),
        _text("id"),
        _json("content", nullable=True),
        _moment("heard_at"),
        _moment("answered_at", nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_heard_request")),
        sa.UniqueConstraint("id", name=op.f("uq_heard_request_id")),
    )
    _index_of_open_rows("ix_heard_request_unanswered", "heard_request", "number", "answered_at IS NULL")
    op.create_table(
        "dialogue",
        _number("person", autoincrement=False),
        _text("place"),
        _text("token"),
        _text("step"),
        _json("state"),
        _json("asked", nullable=True),
        _moment("asked_at"),
        sa.PrimaryKeyConstraint("person", "place", name=op.f("pk_dialogue")),
    )


def _outbox() -> None:
    op.create_table(
        "outbox_line",
        _number("id"),
        _text("platform"),
        _number("person"),
        _text("place"),
        _text("edits"),
        sa.Column("final", sa.Boolean(), nullable=False),
        _json("content", nullable=True),
        _moment("written_at"),
        _moment("said_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_line")),
        sqlite_autoincrement=True,
    )
    _index_of_open_rows("ix_outbox_line_unsaid", "outbox_line", "id", "said_at IS NULL")
    op.create_table(
        "named_message",
        _text("place"),
        _text("slot"),
        _text("reference"),
        _moment("named_at"),
        sa.PrimaryKeyConstraint("place", "slot", name=op.f("pk_named_message")),
    )


def _jobs() -> None:
    op.create_table(
        "job",
        _number("id"),
        _text("kind"),
        _number("person"),
        _text("token"),
        _text("status"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _json("content", nullable=True),
        _moment("run_at"),
        _moment("created_at"),
        _moment("ended_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sqlite_autoincrement=True,
    )
    _index_of_open_rows("ix_job_open", "job", "id", "ended_at IS NULL")


def _people() -> None:
    op.create_table(
        "person",
        _number("id"),
        _text("locale"),
        _text("zone"),
        _json("settings"),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "identity",
        _text("platform"),
        _text("external_id"),
        _number("person_id"),
        _moment("last_seen"),
        _moment("unreachable_at", nullable=True),
        _points_at("identity", "person_id", "person"),
        sa.PrimaryKeyConstraint("platform", "external_id", name=op.f("pk_identity")),
    )
    op.create_index(op.f("ix_identity_person_id"), "identity", ["person_id"])


def _resume_files() -> None:
    op.create_table(
        "resume_file",
        _number("id"),
        _number("person_id"),
        _text("sha256"),
        _text("name"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _json("document"),
        _json("parsed"),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        _moment("created_at"),
        _points_at("resume_file", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume_file")),
        sa.UniqueConstraint("person_id", "sha256", name=op.f("uq_resume_file_person_id_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_resume_file_person_id"), "resume_file", ["person_id"])


def _resume_reviews() -> None:
    op.create_table(
        "resume_review",
        _number("id"),
        _number("person_id"),
        _number("file_id"),
        _number("before_id", nullable=True),
        _text("rules_version"),
        _text("track"),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("fixed", sa.Integer(), nullable=False),
        _json("result"),
        _moment("created_at"),
        _points_at("resume_review", "before_id", "resume_review", "SET NULL"),
        _points_at("resume_review", "file_id", "resume_file"),
        _points_at("resume_review", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume_review")),
        sqlite_autoincrement=True,
    )
    for column in ("file_id", "person_id"):
        op.create_index(op.f(f"ix_resume_review_{column}"), "resume_review", [column])
