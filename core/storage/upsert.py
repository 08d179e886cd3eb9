"""Insertions that may meet a row which is already there."""

from collections.abc import Sequence

from sqlalchemy import Table

# SQLite's dialect writes PostgreSQL's clause word for word; the other way round fails
from sqlalchemy.dialects.postgresql import Insert, insert


def insert_new(table: Table, key: Sequence[str]) -> Insert:
    """An INSERT that leaves alone what is there under this key; its RETURNING gives the new rows only."""
    return insert(table).on_conflict_do_nothing(index_elements=key)


def insert_or_replace(table: Table, key: Sequence[str], columns: Sequence[str]) -> Insert:
    """An INSERT that puts the new values of these columns in place of what is there under this key."""
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=key, set_={column: statement.excluded[column] for column in columns}
    )
