"""The cards as they are kept, and answers counted by the day's mode, on both databases."""

from datetime import timedelta

from core.interview.bank import questions
from core.interview.cards.store import CardStore, KeptCard
from core.interview.history.store import AnswerStore
from core.storage.database import Database
from tests.interview.people import NOW, answered, person_in

CARD = KeptCard(question="heap-build-linear", card={"card": {"step": None}}, missed=("sift",), due_at=NOW)
HOUR = timedelta(hours=1)


async def test_one_card_a_question_and_each_persons_own(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        store = CardStore(tx, ada.id)
        await store.keep(CARD)
        later = KeptCard(question=CARD.question, card={"card": {}}, missed=(), due_at=NOW + HOUR)
        await store.keep(later)
        assert await store.card(CARD.question) == later
        assert await store.next() == later
        assert (await store.count(), await store.count(NOW), await store.count(NOW + HOUR)) == (1, 0, 1)
    async with person_in(database, "Ben") as (tx, ben):
        other = CardStore(tx, ben.id)
        assert await other.card(CARD.question) is None
        await other.drop(CARD.question)
        await CardStore(tx, ada.id).drop("another")
        assert await CardStore(tx, ada.id).count() == 1
        await CardStore(tx, ada.id).drop(CARD.question)
        assert await CardStore(tx, ada.id).count() == 0


async def test_the_newest_answers_on_topics_before_one(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        trees = next(one.id for one in questions().values() if one.topic == "trees")
        kept = [await answered(tx, ada, name, 5.0, NOW) for name in (CARD.question, trees, trees, trees, trees)]
        newest = await AnswerStore(tx, ada.id).newest(["trees"], before=kept[-1], most=2)
        assert [one.id for one in newest] == kept[2:4]


async def test_answers_are_counted_by_mode_and_day(database: Database) -> None:
    async with person_in(database) as (tx, ada):
        question = next(iter(questions()))
        await answered(tx, ada, question, 5.0, NOW - HOUR, "daily")
        await answered(tx, ada, question, None, NOW, "daily")
        await answered(tx, ada, question, 5.0, NOW)
        store = AnswerStore(tx, ada.id)
        assert await store.count_in("daily", NOW - HOUR) == 2
        assert await store.count_in("daily", NOW) == 1
        assert await store.count_in("mock", NOW - HOUR) == 0
    async with person_in(database, "Ben") as (tx, ben):
        assert await AnswerStore(tx, ben.id).count_in("daily", NOW - HOUR) == 0
