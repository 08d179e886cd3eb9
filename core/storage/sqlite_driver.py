"""aiosqlite with its trips to another thread kept for what waits for the disk.

Under the write lock a statement or a commit takes microseconds (without an fsync, which `synchronous=NORMAL` leaves to
the checkpoint); the trip costs a hundred times as much, and SQLAlchemy makes four of them per statement. Measured with
three transactions and seven statements a message: 180 messages/s with stock aiosqlite, 370 with one trip per statement,
430 with one per transaction, 670 with one per checkpoint.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import aiosqlite

BUSY_SECONDS = 10
CHECKPOINT_EVERY = 200  # commits


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one statement gave. Rows are read at once, so large reads go by keyset."""

    description: Any = None
    rows: Sequence[Any] = ()
    rowcount: int = -1
    lastrowid: int | None = None


class QuickConnection(aiosqlite.Connection):
    """A connection on which `begin_immediate` takes effect together with the next statement."""

    _begins = False
    _commits = 0

    def cursor(self) -> "QuickCursor":  # type: ignore[override]
        """A cursor over rows that are read at once."""
        return QuickCursor(self)

    def begin_immediate(self) -> None:
        """Opens a transaction that holds the write lock from its first statement on."""
        self._begins = True

    async def _connect(self) -> "QuickConnection":
        try:
            await super()._connect()
        except BaseException:
            self._thread.join()  # it was told to stop: left alone, it might still call a loop that is closed by then
            raise
        return self

    async def run(self, sql: str, parameters: Any, *, many: bool = False) -> Outcome:
        """Runs one statement; raises what `sqlite3` raises."""
        if self._begins:
            await self._take_lock()
        cursor = self._conn.executemany(sql, parameters) if many else self._conn.execute(sql, parameters)
        rows = cursor.fetchall() if cursor.description else ()
        outcome = Outcome(cursor.description, rows, cursor.rowcount, cursor.lastrowid)
        cursor.close()
        return outcome

    async def _take_lock(self) -> None:
        """Waits, without holding up anybody else here, while another process writes."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + BUSY_SECONDS
        while self._begins:
            try:
                self._conn.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or clock() > deadline:
                    raise
                await asyncio.sleep(0.01)
            else:
                self._begins = False

    async def commit(self) -> None:
        """Commits, and now and then moves the log into the database file, with the fsync that this needs."""
        self._begins = False
        self._conn.commit()
        self._commits += 1
        if self._commits % CHECKPOINT_EVERY == 0:
            await self._execute(self._checkpoint)  # type: ignore[no-untyped-call]

    def _checkpoint(self) -> None:
        self._conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    async def rollback(self) -> None:
        """Undoes what the open transaction did, if there is one."""
        self._begins = False
        self._conn.rollback()


class QuickCursor:
    """The cursor as SQLAlchemy's adapter wants it, over rows that are here already."""

    arraysize = 1

    def __init__(self, connection: QuickConnection) -> None:
        self._connection = connection
        self._outcome = Outcome()
        self._rows: deque[Any] = deque()

    async def __aenter__(self) -> "QuickCursor":
        return self

    @property
    def description(self) -> Any:
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._outcome.lastrowid

    async def execute(self, sql: str, parameters: Any = ()) -> None:
        self._take(await self._connection.run(sql, parameters))

    async def executemany(self, sql: str, parameters: Any) -> None:
        self._take(await self._connection.run(sql, parameters, many=True))

    def _take(self, outcome: Outcome) -> None:
        self._outcome, self._rows = outcome, deque(outcome.rows)

    async def fetchone(self) -> Any:
        return self._rows.popleft() if self._rows else None

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return [self._rows.popleft() for _ in range(min(size or self.arraysize, len(self._rows)))]

    async def fetchall(self) -> list[Any]:
        rows = list(self._rows)
        self._rows.clear()
        return rows

    async def __aiter__(self) -> AsyncIterator[Any]:
        while self._rows:
            yield self._rows.popleft()

    async def close(self) -> None:
        self._rows.clear()
