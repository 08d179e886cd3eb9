"""When a question comes again."""

from datetime import timedelta

import pytest
from fsrs import Rating
from hypothesis import given, settings
from hypothesis import strategies as st

from core.interview.bank import questions
from core.interview.cards.remembering import correct, due_questions, rating_of, remember
from core.interview.cards.store import CardStore, KeptCard
from core.interview.mark import Mark, Verdict
from core.storage.database import Database
from tests.interview.people import NOW, answered, person_in, scored

BANK = questions()
HEAP, TREE, GRAPH = (next(one for one in BANK.values() if one.topic == topic) for topic in ("heaps", "trees", "graphs"))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("score", "rating"),
    [
        (None, Rating.Again),
        (0.0, Rating.Again),
        (3.9, Rating.Again),
        (4.0, Rating.Hard),
        (6.4, Rating.Hard),
        (6.5, Rating.Good),
        (8.9, Rating.Good),
        (9.0, Rating.Easy),
        (10.0, Rating.Easy),
    ],
)
def test_a_score_is_a_rating(score: float | None, rating: Rating) -> None:
    assert rating_of(score) is rating


@settings(max_examples=40)
@given(st.floats(0, 10), st.floats(0, 10))
def test_a_better_score_never_counts_as_worse_remembered(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert rating_of(low) <= rating_of(high)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Rules about cards are asked of one database; the store has a test on both."""
    return sqlite_url


async def test_the_worse_it_went_the_sooner_it_comes_and_never_on_the_same_day(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        due = []
        for one, mark in ((HEAP, None), (TREE, scored(5.0)), (GRAPH, scored(8.0))):
            due.append(await remember(tx, ada.id, one, mark, NOW))
        assert due == sorted(filter(None, due))
        assert due[0] == NOW + DAY
        assert due[2] > NOW + DAY
        assert await due_questions(tx, ada.id, NOW, 9) == []
        assert await due_questions(tx, ada.id, NOW + DAY, 9) == [HEAP, TREE]
        assert await due_questions(tx, ada.id, NOW + 99 * DAY, 2) == [HEAP, TREE]


async def test_what_went_well_needs_no_card_but_keeps_the_one_it_has(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        assert await remember(tx, ada.id, HEAP, scored(9.5), NOW) is None
        assert await CardStore(tx, ada.id).count() == 0
        first = await remember(tx, ada.id, HEAP, scored(6.0), NOW)
        second = await remember(tx, ada.id, HEAP, scored(9.5), NOW + 2 * DAY)
        third = await remember(tx, ada.id, HEAP, scored(9.5), NOW + 9 * DAY)
        assert first
        assert second
        assert third
        assert second - (NOW + 2 * DAY) > first - NOW
        assert third - (NOW + 9 * DAY) > second - (NOW + 2 * DAY), "each time it waits longer"
        again = await remember(tx, ada.id, HEAP, scored(1.0), NOW + 90 * DAY)
        assert again
        assert again - (NOW + 90 * DAY) < 5 * DAY, "forgotten, it comes soon"


async def test_a_card_knows_what_was_missed(database: Database) -> None:
    points = [point.id for point in HEAP.points]
    mark = Mark(
        score=5.0,
        verdicts=(
            Verdict(point=points[0], standing="covered", share=1.0, quote="x"),
            Verdict(point=points[1], standing="partly", share=0.4, quote="y"),
            Verdict(point=points[2], standing="contradicted", share=-0.5, quote="z"),
        ),
        scorer="1.0 words",
    )
    async with person_in(database) as (tx, ada):
        await remember(tx, ada.id, HEAP, mark, NOW)
        kept = await CardStore(tx, ada.id).card(HEAP.id)
        assert kept
        assert kept.missed == tuple(points[1:3])
        await remember(tx, ada.id, HEAP, None, NOW + DAY)
        kept = await CardStore(tx, ada.id).card(HEAP.id)
        assert kept
        assert kept.missed == tuple(points), "skipped: all of it"


async def test_a_corrected_score_counts_as_if_it_had_been_the_first(database: Database) -> None:
    later = NOW + 3 * DAY
    async with person_in(database) as (tx, ada):
        await remember(tx, ada.id, HEAP, scored(5.0), NOW)
        await remember(tx, ada.id, HEAP, scored(2.0), later)
        corrected = await correct(tx, ada.id, HEAP, 8.0, ["sift"], later)
        card = await CardStore(tx, ada.id).card(HEAP.id)
        assert card
        assert card.missed == ("sift",)
        assert await correct(tx, ada.id, HEAP, 8.0, [], later) == corrected, "twice is once"
    async with person_in(database, "Ben") as (tx, ben):
        await remember(tx, ben.id, HEAP, scored(5.0), NOW)
        assert await remember(tx, ben.id, HEAP, scored(8.0), later) == corrected


async def test_a_correction_may_take_a_card_away_or_bring_one(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        await remember(tx, ada.id, HEAP, scored(5.0), NOW)
        assert await correct(tx, ada.id, HEAP, 9.5, [], NOW) is None
        assert await CardStore(tx, ada.id).count() == 0
        assert await correct(tx, ada.id, HEAP, 3.0, ["sift"], NOW) == NOW + DAY


async def test_a_correction_of_an_older_answer_changes_nothing(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        await answered(tx, ada, HEAP.id, 5.0, NOW)
        await remember(tx, ada.id, HEAP, scored(5.0), NOW)
        await answered(tx, ada, HEAP.id, 6.0, NOW + DAY)
        due = await remember(tx, ada.id, HEAP, scored(6.0), NOW + DAY)
        assert await correct(tx, ada.id, HEAP, 0.0, [], NOW) == due
        kept = await CardStore(tx, ada.id).card(HEAP.id)
        assert kept
        assert kept.due_at == due


async def test_a_question_that_left_the_bank_is_not_due(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        await CardStore(tx, ada.id).keep(KeptCard(question="gone", card={}, missed=(), due_at=NOW))
        await remember(tx, ada.id, HEAP, None, NOW - DAY)
        assert await due_questions(tx, ada.id, NOW, 5) == [HEAP]
