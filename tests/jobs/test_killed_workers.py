"""Real processes that are killed with jobs in their hands."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.shared_runner import ProcrastinateRunner
from tests.databases import Server
from tests.jobs.performers import Recorder, results, utc_now
from tests.storage.rows import job

ROOT = Path(__file__).parents[2]


class Workers:
    """Processes that work on the jobs of one database, and what their diary says."""

    def __init__(self, diary: Path) -> None:
        self._diary = diary
        self._processes: list[asyncio.subprocess.Process] = []

    async def start(self, url: str, seconds: float) -> asyncio.subprocess.Process:
        command = (sys.executable, "-m", "tests.jobs.worker_process", url, str(self._diary), str(seconds))
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
        self._processes.append(process)
        return process

    async def kill(self) -> None:
        for process in self._processes:
            if process.returncode is None:
                process.kill()
                await process.wait()

    def begun(self) -> list[tuple[int, int]]:
        lines = self._diary.read_text().splitlines() if self._diary.exists() else []
        return [(int(pid), int(job_id)) for pid, job_id in map(str.split, lines)]


@pytest.fixture
async def workers(tmp_path: Path) -> AsyncIterator[Workers]:
    made = Workers(tmp_path / "diary")
    yield made
    await made.kill()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(40):
        while not condition():
            await asyncio.sleep(0.05)


async def until_ended(store: ChatStore) -> None:
    async with asyncio.timeout(60):
        while True:
            async with store.begin() as tx:
                if not await store.open_jobs(tx):
                    return
            await asyncio.sleep(0.1)


async def add(url: str, *people: int) -> None:
    """Stores and queues one job for each person, as a process without a worker does."""
    database = Database(url)
    store = ChatStore(database)
    runner = None if database.sqlite else ProcrastinateRunner(database, Recorder(store))
    async with store.begin() as tx:
        for person in people:
            moment = utc_now()
            added = await store.add_job(tx, job(person, created_at=moment, run_at=moment))
            if runner is not None:
                await runner.submit(tx, added)
    await database.close()


async def test_a_job_that_was_running_at_a_kill_is_run_again_and_ends_once(database_url: str, workers: Workers) -> None:
    await add(database_url, 1, 1)
    first = await workers.start(database_url, 60)
    await until(lambda: len(workers.begun()) == 1)
    first.kill()
    await first.wait()
    await workers.start(database_url, 0.1)
    database = Database(database_url)
    store = ChatStore(database)
    await until_ended(store)
    assert await results(store) == ["result 1", "result 2"]
    assert [job_id for _, job_id in workers.begun()] == [1, 1, 2]
    await database.close()


async def test_of_two_workers_one_is_killed_and_nothing_is_lost_or_done_twice(
    postgresql_url: str, workers: Workers
) -> None:
    one, other = await workers.start(postgresql_url, 0.5), await workers.start(postgresql_url, 0.5)
    await add(postgresql_url, *range(12))
    await until(lambda: {pid for pid, _ in workers.begun()} == {one.pid, other.pid})
    one.kill()
    await one.wait()
    killed_at = utc_now()
    database = Database(postgresql_url)
    store = ChatStore(database)
    await until_ended(store)
    assert (utc_now() - killed_at).total_seconds() < 20
    said = Counter(await results(store))
    assert said == {f"result {number}": 1 for number in range(1, 13)}
    assert {pid for pid, _ in workers.begun()[-1:]} == {other.pid}
    await database.close()


async def test_work_goes_on_after_postgresql_was_restarted(postgresql_server: Server, postgresql_url: str) -> None:
    database = Database(postgresql_url)
    store = ChatStore(database)
    recorder = Recorder(store)
    runner = ProcrastinateRunner(database, recorder, heartbeat=0.5, silence=2.0)
    await runner.start()
    await add(postgresql_url, 1)
    await until_ended(store)
    await asyncio.to_thread(postgresql_server.restart)
    await add(postgresql_url, 1)
    await until_ended(store)
    assert await results(store) == ["result 1", "result 2"]
    await runner.stop()
    await database.close()


async def test_a_job_whose_end_never_reached_the_queue_is_queued_again(postgresql_url: str) -> None:
    database = Database(postgresql_url)
    store = ChatStore(database)
    runner = ProcrastinateRunner(database, Recorder(store), heartbeat=0.3, silence=2.0)
    await runner.start()
    await add(postgresql_url, 1)
    await until_ended(store)
    async with database.begin() as tx:
        lost = await store.add_job(tx, job(1))
        await tx.connection.execute(
            text(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, args, status, worker_id) "
                "SELECT 'jobs', 'perform', 'person:1', json_build_object('job_id', :job), 'doing', id "
                "FROM procrastinate_workers"
            ),
            {"job": lost.id},
        )
    await until_ended(store)
    assert await results(store) == ["result 1", "result 2"]
    await runner.stop()
    await database.close()
