"""SQLite as a server's database: write-ahead log, one connection, and a write lock taken when a transaction begins."""

import sqlite3

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from core.storage.sqlite_driver import BUSY_SECONDS, QuickConnection

_PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "wal_autocheckpoint=25000",  # pages, 100 MB: a limit for huge rows; usually `QuickConnection` comes first
    "busy_timeout=0",  # from here on `QuickConnection` waits, and does not stand still meanwhile
)


def sqlite_engine(url: URL) -> AsyncEngine:
    """An engine with a single connection. Its transactions never fail half-way for a lock: they wait at their start."""
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"async_creator_fn": _connect},
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _connect(database: str, *, uri: bool = False, **_ignored: object) -> QuickConnection:
    def connector() -> sqlite3.Connection:
        return sqlite3.connect(database, uri=uri, isolation_level=None, cached_statements=256, check_same_thread=False)

    connection = QuickConnection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 (as SQLAlchemy does: a forgotten close must not hang the process)
    return connection


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    if isinstance(driver, QuickConnection):
        driver.begin_immediate()
