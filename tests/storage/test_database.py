"""The database: transactions that last or vanish as a whole, and migrations that say what the tables say."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import StatementError

from core.account.store import IdentityRow, PersonRow
from core.storage.base import table_of
from core.storage.database import Database
from core.storage.sqlite_driver import CHECKPOINT_EVERY
from tests.storage.models import METADATA

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PERSON = table_of(PersonRow)
ROW = {"locale": "en", "zone": "UTC", "settings": {}, "created_at": NOW}


def new_person(**changes: Any) -> PersonRow:
    return PersonRow(**{**ROW, **changes})


async def people(database: Database) -> int:
    async with database.begin() as tx:
        return int(await tx.connection.scalar(select(func.count()).select_from(PERSON)) or 0)


async def test_migrations_say_what_the_tables_say(database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        names = set(METADATA.tables) | {"alembic_version"}
        options = {"include_name": lambda name, kind, _parents: kind != "table" or name in names}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))

    async with database.begin() as tx:
        assert await tx.connection.run_sync(differences) == []


async def test_two_processes_may_migrate_at_once(empty_database_url: str) -> None:
    one, other = Database(empty_database_url), Database(empty_database_url)
    try:
        await asyncio.gather(one.migrate(), other.migrate())
        await one.migrate()
        assert await people(other) == 0
    finally:
        await one.close()
        await other.close()


async def test_an_exception_rolls_back_and_drops_the_callbacks(database: Database) -> None:
    called: list[str] = []

    async def fail() -> None:
        async with database.begin() as tx:
            tx.after_commit(lambda: called.append("never"))
            tx.session.add(new_person())
            await tx.session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert called == []
    assert await people(database) == 0


async def test_callbacks_run_once_it_lasts(database: Database) -> None:
    called: list[str] = []
    async with database.begin() as tx:
        tx.after_commit(lambda: called.append("committed"))
        tx.session.add(new_person())
        assert called == []
    assert called == ["committed"]
    assert await people(database) == 1


async def test_a_cancelled_transaction_leaves_nothing_and_harms_nobody(database: Database) -> None:
    async def slow() -> None:
        async with database.begin() as tx:
            tx.session.add(new_person())
            await tx.session.flush()
            await asyncio.sleep(60)

    for _ in range(20):
        task = asyncio.create_task(slow())
        await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with asyncio.timeout(5):
        assert await people(database) == 0


async def test_a_commit_that_is_cancelled_half_way_is_told_right(database: Database) -> None:
    """Cancelled at every moment of its life, a transaction's callback runs exactly when its row is there."""
    committed: list[int] = []

    async def write() -> None:
        async with database.begin() as tx:
            tx.after_commit(lambda: committed.append(1))
            await tx.connection.execute(PERSON.insert(), ROW)

    for steps in range(30):
        task = asyncio.create_task(write())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await people(database) == len(committed)


async def test_fifty_at_once_all_get_through(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.begin() as tx:
            tx.session.add(new_person(zone=f"zone {number}"))
            await asyncio.sleep(0)

    await asyncio.gather(*(write(number) for number in range(50)))
    assert await people(database) == 50


async def test_a_transaction_inside_a_transaction_is_told_and_does_not_hang(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    async def nest() -> None:
        async with database.begin(), database.begin():
            pass

    with pytest.raises(RuntimeError, match="inside another"):
        await nest()
    assert await people(database) == 0
    await database.close()


async def test_another_process_that_writes_is_waited_for(sqlite_url: str) -> None:
    one, other = Database(sqlite_url), Database(sqlite_url)
    ticks = 0

    async def write(database: Database) -> None:
        async with database.begin() as tx:
            tx.session.add(new_person())
            await tx.session.flush()
            await asyncio.sleep(0.2)

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await asyncio.gather(write(one), write(other))
    ticking.cancel()
    assert await people(one) == 2
    assert ticks > 10, "the event loop stood still while one waited for the other"
    await one.close()
    await other.close()


async def test_who_gives_up_waiting_for_another_process_harms_nobody(sqlite_url: str) -> None:
    one, other = Database(sqlite_url), Database(sqlite_url)
    async with one.begin() as tx:
        await tx.connection.execute(text("SELECT 1"))
        for _ in range(3):
            waiting = asyncio.create_task(people(other))
            await asyncio.sleep(0.05)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
    async with asyncio.timeout(5):
        assert await people(other) == 0
        assert await people(one) == 0
    await one.close()
    await other.close()


async def test_the_log_does_not_grow_for_ever(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    log = tmp_path / "test.db-wal"
    sizes = []
    for _ in range(5):
        for number in range(CHECKPOINT_EVERY):
            async with database.begin() as tx:
                await tx.connection.execute(PERSON.insert(), [{**ROW, "zone": f"{number}" * 100}])
        sizes.append(log.stat().st_size)
    assert sizes[-1] <= sizes[0] * 1.5
    await database.close()
    assert not log.exists()


async def test_moments_come_back_in_utc_whatever_zone_they_had(database: Database) -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    async with database.begin() as tx:
        tx.session.add(new_person(created_at=tokyo + timedelta(microseconds=1)))
    async with database.begin() as tx:
        found = await tx.session.scalar(select(PersonRow.created_at))
    assert found == NOW + timedelta(microseconds=1)
    assert found.utcoffset() == timedelta(0)


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="time zone"):
        async with database.begin() as tx:
            tx.session.add(new_person(created_at=datetime(2026, 3, 1)))  # noqa: DTZ001
    assert await people(database) == 0


async def test_foreign_keys_hold(database: Database) -> None:
    async with database.begin() as tx:
        person = new_person()
        tx.session.add(person)
        await tx.session.flush()
        tx.session.add(IdentityRow(platform="telegram", external_id="1", person_id=person.id, last_seen=NOW))
    async with database.begin() as tx:
        await tx.connection.execute(PERSON.delete())
    async with database.begin() as tx:
        assert (await tx.session.scalars(select(IdentityRow))).all() == []


async def test_any_text_survives(database: Database) -> None:
    odd = {"words": "a\u0000b \ud800 \u202e <b>&\"' 👩‍💻"}
    async with database.begin() as tx:
        tx.session.add(new_person(settings=odd))
    async with database.begin() as tx:
        assert await tx.session.scalar(select(PersonRow.settings)) == odd


async def test_sqlite_is_set_up_for_a_server(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.begin() as tx:
        mode = [
            await tx.connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    await database.close()
    assert mode == ["wal", 1, 1]


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite+pysqlite:///x.db", "postgresql+asyncpg://localhost/x"])
def test_other_databases_are_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(ValueError, match="use sqlite or postgresql"):
        Database(url)
