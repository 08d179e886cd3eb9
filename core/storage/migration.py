"""Migrations: Alembic run from the program itself, without an ini file and from any working directory."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, text
from sqlalchemy.ext.asyncio import AsyncConnection

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x43_61_72_65_65_72  # one number that every process of this product knows


async def upgrade(connection: AsyncConnection) -> None:
    """Applies what is missing, inside the open transaction; another process that does the same is waited for."""
    postgresql = connection.dialect.name == "postgresql"
    # On SQLite the first statement of a transaction takes the lock that PostgreSQL must be asked for
    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})" if postgresql else "SELECT 1"))
    await connection.run_sync(_upgrade)
    if postgresql:
        await _add_queue(connection)


def draft(connection: Connection, metadata: MetaData, message: str, number: str) -> None:
    """Writes a new migration from the difference between the tables as declared and this migrated database."""
    config = _config(connection)
    config.attributes["metadata"] = metadata
    command.revision(config, message=message, autogenerate=True, rev_id=number)


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def _add_queue(connection: AsyncConnection) -> None:
    """Procrastinate's own tables, which belong to the library and stand outside our migrations."""
    from procrastinate.schema import SchemaManager

    if await connection.scalar(text("SELECT to_regclass('procrastinate_jobs')")) is None:
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
        if driver is None:
            raise RuntimeError("the connection to PostgreSQL was lost during the migration")
        await driver.execute(SchemaManager.get_schema())
