"""A person whose work asks the model."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from core.account.store import AccountStore
from core.chat.person import Person
from core.chat.request import Address, Sender
from core.chat.turn import Transaction, Work
from core.storage.database import Database

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass
class Clock:
    moment: datetime = field(default=NOON)

    def now(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def work_for(person: Person, begin: Callable[[], AbstractAsyncContextManager[Transaction]], clock: Clock) -> Work:
    """Work of this person's that has no upload to fetch and nobody to report to."""

    async def nothing(*_: object) -> bytes:
        raise LookupError("there is no file here")

    async def silence(_: object) -> None: ...

    address = Address(platform="plain", chat="ada", private=True)
    return Work(person=person, address=address, now=clock.now, begin=begin, fetch=nothing, report=silence, tools={})


async def somebody(database: Database, name: str = "Ada") -> Person:
    async with database.begin() as tx:
        return await AccountStore().person(tx, Sender(platform="plain", id=name, name=name, language="en"), NOON)


@pytest.fixture
async def work(sqlite_url: str, clock: Clock) -> AsyncIterator[Work]:
    """Ada's work on a fresh SQLite file."""
    database = Database(sqlite_url)
    yield work_for(await somebody(database), database.begin, clock)
    await database.close()


@pytest.fixture
async def work_anywhere(database: Database, clock: Clock) -> Work:
    """Ada's work, once on each kind of database."""
    return work_for(await somebody(database), database.begin, clock)
