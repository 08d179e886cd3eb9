"""What a killed process leaves behind: no half transactions, no lock."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.lock import DataLock, InUse, lock_of
from tests.storage.rows import NOW, request

ROOT = Path(__file__).parents[2]
Launch = Callable[..., Awaitable[asyncio.subprocess.Process]]

WRITER = """
import asyncio, sys
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from tests.storage.rows import NOW, request

async def main():
    store = ChatStore(Database(sys.argv[1]))
    async with store.begin() as tx:
        await store.hear(tx, [request(1)], NOW)
    async with store.begin() as tx:
        await store.hear(tx, [request(2)], NOW)
        print("open", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""

HOLDER = """
import sys, time
from core.storage.lock import lock_of

lock = lock_of(sys.argv[1])
lock.acquire()
print("held", flush=True)
time.sleep(60)
"""

LEAVER = """
import asyncio, sys
from core.storage.database import Database

async def main():
    database = Database(sys.argv[1])
    async with database.begin() as tx:
        await tx.connection.exec_driver_sql("SELECT 1")

asyncio.run(main())
"""


@pytest.fixture
async def launch() -> AsyncIterator[Launch]:
    """Starts Python with a program and an argument; kills at the end what still runs."""
    started: list[asyncio.subprocess.Process] = []

    async def run(program: str, argument: str) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, argument, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def first_line(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    return (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()


async def test_a_kill_in_the_middle_of_a_transaction_undoes_it_alone(database_url: str, launch: Launch) -> None:
    writer = await launch(WRITER, database_url)
    assert await first_line(writer) == "open"
    writer.kill()
    await writer.wait()
    database = Database(database_url)
    store = ChatStore(database)
    async with asyncio.timeout(10), store.begin() as tx:
        assert await store.heard(tx) == [request(1)]
        assert await store.hear(tx, [request(1), request(2)], NOW) == ["telegram:2"]
    await database.close()


async def test_a_second_process_on_the_same_data_is_refused_until_the_first_is_dead(
    sqlite_url: str, launch: Launch
) -> None:
    holder = await launch(HOLDER, sqlite_url)
    assert await first_line(holder) == "held"
    lock = lock_of(sqlite_url)
    assert lock is not None
    with pytest.raises(InUse, match=r"test\.db is in use by another process: stop that one first"):
        lock.acquire()
    holder.kill()
    await holder.wait()
    lock.acquire()
    lock.release()


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    one, other = DataLock(tmp_path / "a.db"), DataLock(tmp_path / "a.db")
    one.acquire()
    with pytest.raises(InUse):
        other.acquire()
    one.release()
    other.acquire()
    other.release()


def test_only_files_are_locked() -> None:
    assert lock_of("postgresql://localhost/x") is None
    assert lock_of("sqlite://") is None


async def test_a_process_that_forgot_to_close_still_ends(database_url: str, launch: Launch) -> None:
    leaver = await launch(LEAVER, database_url)
    assert await asyncio.wait_for(leaver.wait(), 30) == 0
