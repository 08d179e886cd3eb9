"""The database: short transactions on SQLite or PostgreSQL, which look the same to everyone above."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from core.chat.turn import Transaction
from core.storage.migration import upgrade
from core.storage.sqlite import sqlite_engine
from core.storage.turnstile import Turnstile

Unopened = OperationalError  # a database that cannot be opened or is away; `orig` is the driver's own reason


class DatabaseTransaction:
    """One open transaction: `connection` for plain statements, `session` for mapped objects, both inside it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self._session: AsyncSession | None = None
        self._callbacks: list[Callable[[], None]] = []

    @property
    def session(self) -> AsyncSession:
        """A session that lives in this transaction and is flushed before the commit."""
        if self._session is None:
            self._session = AsyncSession(self.connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        return self._session

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Calls this once the transaction has been committed, and never if it was rolled back."""
        self._callbacks.append(callback)

    async def commit(self) -> None:
        """Makes it last, then runs the callbacks."""
        if self._session is not None:
            await self._session.commit()
            await self._session.close()
        await self.connection.commit()
        for callback in self._callbacks:
            callback()

    async def rollback(self) -> None:
        """Undoes everything; the callbacks are dropped."""
        if self._session is not None:
            await self._session.close()
        await self.connection.rollback()


class Database:
    """A database behind a URL: `sqlite:///file.db` or `postgresql://…`, with or without a driver's name.

    On SQLite there is one connection, and transactions wait for each other in the order in which they came.
    """

    def __init__(self, url: str) -> None:
        self.url = _checked(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: AsyncEngine = sqlite_engine(self.url) if self.sqlite else _postgresql_engine(self.url)
        self._kept: AsyncConnection | None = None
        self._turn = Turnstile()
        self._holder: asyncio.Task[Any] | None = None

    def begin(self, *, urgent: bool = False) -> AbstractAsyncContextManager[DatabaseTransaction]:
        """One short transaction: commits at the end of the block, rolls back on an exception or a cancellation.

        On SQLite an urgent one goes before others that wait for the connection.
        """
        return self._begin(urgent)

    @asynccontextmanager
    async def _begin(self, urgent: bool) -> AsyncIterator[DatabaseTransaction]:
        async with self._connection(urgent) as connection:
            transaction = DatabaseTransaction(connection)
            try:
                yield transaction
            except BaseException:
                await _to_its_end(transaction.rollback())
                raise
            await _to_its_end(self._commit(transaction))

    @staticmethod
    async def _commit(transaction: DatabaseTransaction) -> None:
        try:
            await transaction.commit()
        except BaseException:
            await transaction.rollback()
            raise

    @asynccontextmanager
    async def _connection(self, urgent: bool) -> AsyncIterator[AsyncConnection]:
        if not self.sqlite:
            async with self.engine.connect() as connection:
                yield connection
            return
        task = asyncio.current_task()
        if self._holder is task:
            raise RuntimeError("a transaction was begun inside another one: pass the open one on instead")
        async with self._turn.held(urgent=urgent):
            self._holder = task
            try:
                if self._kept is None:
                    self._kept = await self.engine.connect()
                yield self._kept
            finally:
                self._holder = None

    async def migrate(self) -> None:
        """Brings the tables to the newest form. Several processes may do this at once: one works, the others wait."""
        async with self.begin() as tx:
            await upgrade(tx.connection)

    async def close(self) -> None:
        """Waits for the open transaction and gives all connections back; without it the process may not end."""
        async with self._turn.held():
            if self._kept is not None:
                await self._kept.close()
                self._kept = None
        await self.engine.dispose()


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Finishes a commit or a rollback even while this task is being cancelled; the cancellation goes on afterwards."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    task.result()
    if cancelled is not None:
        raise cancelled


def _checked(url: str) -> URL:
    parsed = make_url(url)
    if parsed.drivername not in {"sqlite", "sqlite+aiosqlite", "postgresql", "postgres", "postgresql+psycopg"}:
        raise ValueError(f"a database of the kind {parsed.drivername!r} is not supported: use sqlite or postgresql")
    return parsed


def _postgresql_engine(url: URL) -> AsyncEngine:
    # Parameters are people's words: they stay out of error messages, and so out of logs
    return create_async_engine(
        url.set(drivername="postgresql+psycopg"), pool_size=5, max_overflow=10, pool_pre_ping=True, hide_parameters=True
    )


def connection_of(tx: Transaction) -> AsyncConnection:
    """The connection inside a transaction that a `Database` opened."""
    if not isinstance(tx, DatabaseTransaction):
        raise TypeError(f"not a transaction of this storage: {tx!r}")
    return tx.connection


def without_password(url: str) -> str:
    """A database URL that may be shown."""
    return make_url(url).render_as_string(hide_password=True)
