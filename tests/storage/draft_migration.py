"""Writes a migration from the tables as declared: `python -m tests.storage.draft_migration 0002 "what changes"`."""

import asyncio
import sys
from tempfile import TemporaryDirectory

from core.storage.database import Database
from core.storage.migration import draft
from tests.storage.models import METADATA


async def write(number: str, message: str) -> None:
    """Compares with a database that has all migrations so far."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/draft.db")
        await database.migrate()
        async with database.begin() as tx:
            await tx.connection.run_sync(draft, METADATA, message, number)
        await database.close()


if __name__ == "__main__":
    asyncio.run(write(*sys.argv[1:3]))
