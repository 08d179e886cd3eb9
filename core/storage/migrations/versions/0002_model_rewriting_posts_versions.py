"""A language model, rewriting, job posts, versions of résumés, and the memory of free talk."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("resume_rewrite", "person_fact", "job_post", "chat_memory", "llm_usage", "house_switch")


def upgrade() -> None:
    _model()
    _of_a_person("chat_memory", _text("role"), _text("text"))
    _of_a_person("person_fact", _text("question"), _text("answer"), _text("about"))
    _posts()
    _versions()
    _rewrites()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    for column in ("origin_id", "made"):
        op.drop_column("resume_file", column)


def _number(name: str, **settings: Any) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **{"nullable": False, **settings})


def _text(name: str, **settings: Any) -> sa.Column[str]:
    return sa.Column(name, sa.String(), **{"nullable": False, **settings})


def _json(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)


def _count(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _points_at(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _of_a_person(table: str, *parts: Any) -> None:
    """A table of one person's rows, numbered and dated."""
    op.create_table(
        table,
        _number("id"),
        _number("person_id"),
        *parts,
        _moment("created_at"),
        _points_at(table, "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])


def _model() -> None:
    op.create_table(
        "house_switch",
        _text("name"),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_house_switch")),
    )
    op.create_table(
        "llm_usage",
        _number("person_id"),
        _text("day"),
        *(_count(name) for name in ("sent", "received", "requests")),
        _points_at("llm_usage", "person_id", "person"),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_llm_usage")),
    )


def _posts() -> None:
    _of_a_person(
        "job_post",
        _text("sha256"),
        _text("text"),
        _json("post"),
        _number("file_id", nullable=True),
        _count("percent", nullable=True),
        _json("result", nullable=True),
        _moment("matched_at", nullable=True),
        _points_at("job_post", "file_id", "resume_file", "SET NULL"),
        sa.UniqueConstraint("person_id", "sha256", name=op.f("uq_job_post_person_id_sha256")),
    )
    op.create_index(op.f("ix_job_post_file_id"), "job_post", ["file_id"])


def _versions() -> None:
    op.add_column("resume_file", _text("made", server_default=""))
    origin = sa.ForeignKey("resume_file.id", name=op.f("fk_resume_file_origin_id_resume_file"))
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    # Inline, as SQLite takes a foreign key only together with its new column
    op.add_column("resume_file", sa.Column("origin_id", number, origin, nullable=True), inline_references=True)
    op.create_index(op.f("ix_resume_file_origin_id"), "resume_file", ["origin_id"])


def _rewrites() -> None:
    _of_a_person(
        "resume_rewrite",
        _number("file_id"),
        _json("state"),
        sa.Column("done", sa.Boolean(), nullable=False),
        _points_at("resume_rewrite", "file_id", "resume_file"),
    )
    op.create_index(op.f("ix_resume_rewrite_file_id"), "resume_rewrite", ["file_id"])
