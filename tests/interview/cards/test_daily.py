"""The question of the day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.chat.person import Person
from core.interview.bank import questions
from core.interview.cards.daily import day_of, todays
from core.interview.cards.remembering import remember
from core.storage.database import Database
from tests.interview.people import NOW, answered, give_resume, person_in, scored

BANK = questions()
HEAP, TREE = (next(one for one in BANK.values() if one.topic == topic) for topic in ("heaps", "trees"))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The stores behind it have their own tests on both databases."""
    return sqlite_url


async def test_it_is_the_same_all_day_whatever_else_is_practised(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        await give_resume(tx, ada)
        morning, already = await todays(tx, ada, NOW - 11 * HOUR)
        assert not already
        practised = [name for name in BANK if name != morning.question][:40:4]
        for name in practised:
            await answered(tx, ada, name, 2.0, NOW)
            await remember(tx, ada.id, BANK[name], scored(2.0), NOW)
        assert await todays(tx, ada, NOW + 11 * HOUR) == (morning, False)


async def test_it_is_another_each_day_and_for_each_person(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        days = [(await todays(tx, ada, NOW + DAY * at))[0].question for at in range(12)]
        assert len(set(days)) >= 10
        assert {BANK[name].area for name in days} >= {"behavioural", "dsa"}
        assert all(BANK[name].minutes <= 10 for name in days)
    async with person_in(database, "Ben") as (tx, ben):
        assert (await todays(tx, ben, NOW))[0].question != days[0]


async def test_answered_or_skipped_there_is_one_more(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        seen = []
        for score in (5.0, None, 9.5, 3.0, 4.0, 5.0):
            one, already = await todays(tx, ada, NOW)
            assert already == bool(seen)
            assert one.question not in seen
            seen.append(one.question)
            await answered(tx, ada, one.question, score, NOW, "daily")
            await remember(tx, ada.id, BANK[one.question], scored(score) if score else None, NOW)
        tomorrow, already = await todays(tx, ada, NOW + DAY)
        assert not already
        assert tomorrow.why == "it is due again"


async def test_practised_it_is_not_asked_again(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        first, _ = await todays(tx, ada, NOW)
        await answered(tx, ada, first.question, 8.0, NOW)
        second, already = await todays(tx, ada, NOW)
        assert second.question != first.question
        assert not already, "today's was not asked as today's"


async def test_what_is_due_comes_first_the_longest_due_first(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        await remember(tx, ada.id, HEAP, None, NOW - 3 * DAY)
        await remember(tx, ada.id, TREE, None, NOW - DAY + 5 * HOUR)
        one, _ = await todays(tx, ada, NOW)
        assert (one.question, one.why) == (HEAP.id, "it is due again")
        await answered(tx, ada, HEAP.id, 9.0, NOW, "daily")
        await remember(tx, ada.id, HEAP, scored(9.0), NOW)
        assert (await todays(tx, ada, NOW))[0].question == TREE.id, "due later today"
        assert (await todays(tx, ada, NOW))[1]


async def test_the_day_is_the_persons_own(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        tokyo = replace(ada, zone="Asia/Tokyo")
        assert day_of(tokyo, NOW)[0] == datetime(2026, 3, 9, 15, tzinfo=UTC)
        await answered(tx, ada, HEAP.id, 5.0, NOW, "daily")
        assert (await todays(tx, tokyo, NOW + 2 * HOUR))[1]
        assert not (await todays(tx, tokyo, NOW + 3 * HOUR))[1], "a new day in Tokyo"
        assert (await todays(tx, ada, NOW + 3 * HOUR))[1], "but not in Greenwich"


def test_a_day_with_the_clock_put_forward_ends_at_midnight() -> None:
    start, end = day_of(Person(id=1, zone="Europe/Berlin"), datetime(2026, 3, 29, 12, tzinfo=UTC))
    assert end.astimezone(UTC) - start.astimezone(UTC) == 23 * HOUR
