"""Both runners keep the same promises."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from core.chat.jobs import EmbeddedRunner
from core.chat.ports import Job, Performer, Runner
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.shared_runner import ProcrastinateRunner
from tests.jobs.performers import Recorder, results, utc_now
from tests.storage.rows import job

Make = Callable[[Performer], Runner]


@pytest.fixture
def store(database: Database) -> ChatStore:
    return ChatStore(database)


@pytest.fixture
async def make(database: Database, store: ChatStore) -> AsyncIterator[Make]:
    """Makes runners of the kind that fits the database, and stops them at the end."""
    made: list[Runner] = []

    def build(perform: Performer) -> Runner:
        runner: Runner = (
            EmbeddedRunner(store, perform, utc_now, at_once=3)
            if database.sqlite
            else ProcrastinateRunner(database, perform, at_once=3, heartbeat=0.5, silence=2.0)
        )
        made.append(runner)
        return runner

    yield build
    for runner in made:
        await runner.stop()


async def submit(store: ChatStore, runner: Runner, *people: int, seconds: float = 0) -> list[Job]:
    """One job for each person named, all in one transaction."""
    now = utc_now()
    async with store.begin() as tx:
        jobs = [
            await store.add_job(tx, job(person, created_at=now, run_at=now + timedelta(seconds=seconds)))
            for person in people
        ]
        for added in jobs:
            await runner.submit(tx, added)
    return jobs


async def until_ended(store: ChatStore) -> None:
    async with asyncio.timeout(20):
        while True:
            async with store.begin() as tx:
                if not await store.open_jobs(tx):
                    return
            await asyncio.sleep(0.02)


async def test_jobs_of_one_person_run_one_by_one_in_order(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    jobs = await submit(store, runner, 1, 1, 1)
    jobs += await submit(store, runner, 1)
    await until_ended(store)
    assert recorder.of(1) == [(what, one.id) for one in jobs for what in ("begin", "end")]


async def test_jobs_of_several_people_run_at_once_but_not_too_many(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store, seconds=0.3)
    runner = make(recorder)
    await runner.start()
    await submit(store, runner, *range(7))
    await until_ended(store)
    assert recorder.most_at_once == 3
    assert len(await results(store)) == 7


async def test_a_job_is_tried_again_at_its_moment_and_later_ones_wait_for_it(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    began = utc_now()
    async with store.begin() as tx:
        first, second = [await store.add_job(tx, job(1, created_at=began, run_at=began)) for _ in range(2)]
        recorder.again[first.id] = [0.3, 0.3]
        for added in (first, second):
            await runner.submit(tx, added)
    await until_ended(store)
    assert utc_now() - began >= timedelta(seconds=0.6)
    assert [event for event in recorder.of(1) if event[0] != "begin"] == [
        ("again", first.id),
        ("again", first.id),
        ("end", first.id),
        ("end", second.id),
    ]


async def test_a_job_waits_for_its_moment(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    began = utc_now()
    await submit(store, runner, 1, seconds=0.5)
    await asyncio.wait_for(runner.idle(), 5)
    assert recorder.events == [], "a job that is not due yet is no reason to wait"
    await until_ended(store)
    assert utc_now() - began >= timedelta(seconds=0.5)


async def test_other_work_of_a_person_does_not_wait_for_what_was_put_off(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    (later,) = await submit(store, runner, 1, seconds=1.0)
    (at_once,) = await submit(store, runner, 1)
    await asyncio.wait_for(runner.idle(), 5)
    assert recorder.of(1) == [("begin", at_once.id), ("end", at_once.id)]
    await until_ended(store)
    assert recorder.of(1)[2:] == [("begin", later.id), ("end", later.id)]


async def test_what_was_put_off_begins_in_the_process_that_lives_then_and_once(store: ChatStore, make: Make) -> None:
    first, second = Recorder(store), Recorder(store)
    runner = make(first)
    await runner.start()
    (later,) = await submit(store, runner, 1, seconds=0.8)
    await runner.stop()
    await make(second).start()
    assert second.events == [], "it is not due yet"
    await until_ended(store)
    assert first.events == []
    assert second.of(1) == [("begin", later.id), ("end", later.id)]


async def test_what_was_rolled_back_never_runs(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()

    with suppress(LookupError):
        async with store.begin() as tx:
            await runner.submit(tx, await store.add_job(tx, job(1, created_at=utc_now(), run_at=utc_now())))
            raise LookupError
    await submit(store, runner, 2)
    await until_ended(store)
    await asyncio.wait_for(runner.idle(), 5)
    assert {person for _, person, _ in recorder.events} == {2}


async def test_nothing_starts_before_the_commit(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    async with store.begin() as tx:
        await runner.submit(tx, await store.add_job(tx, job(1, created_at=utc_now(), run_at=utc_now())))
        await asyncio.sleep(0.3)
        assert recorder.events == []
    await until_ended(store)


async def test_idle_waits_for_what_runs_and_for_what_is_due(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store, seconds=0.1)
    runner = make(recorder)
    await runner.start()
    await asyncio.wait_for(runner.idle(), 5)
    await submit(store, runner, 1, 1, 2)
    await asyncio.wait_for(runner.idle(), 10)
    assert len(await results(store)) == 3


async def test_stopping_is_quick_and_the_next_start_takes_it_up(store: ChatStore, make: Make) -> None:
    slow = Recorder(store, seconds=60)
    runner = make(slow)
    await runner.start()
    await submit(store, runner, 1, 1, 2)
    async with asyncio.timeout(5):
        while slow.at_once < 2:
            await asyncio.sleep(0.01)
        await runner.stop()
    assert slow.at_once == 0
    quick = Recorder(store)
    await make(quick).start()
    await until_ended(store)
    assert sorted(person for what, person, _ in quick.events if what == "end") == [1, 1, 2]


async def test_what_was_stored_without_a_runner_is_taken_up_at_the_start(store: ChatStore, make: Make) -> None:
    async with store.begin() as tx:
        for person in (1, 1, 2):
            await store.add_job(tx, job(person))
    recorder = Recorder(store)
    await make(recorder).start()
    await until_ended(store)
    assert sorted(await results(store)) == ["result 1", "result 2", "result 3"]


async def test_a_job_that_was_submitted_twice_is_done_once(store: ChatStore, make: Make) -> None:
    recorder = Recorder(store)
    runner = make(recorder)
    await runner.start()
    (added,) = await submit(store, runner, 1)
    await until_ended(store)
    async with store.begin() as tx:
        await runner.submit(tx, added)
    await asyncio.sleep(0.2)
    await asyncio.wait_for(runner.idle(), 5)
    assert recorder.of(1) == [("begin", added.id), ("end", added.id)]
