"""When a question comes again: spaced repetition by the package `fsrs`, one card a question."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

from fsrs import Card, Rating, Scheduler
from fsrs.card import CardDict

from core.chat.turn import Transaction
from core.interview.bank import questions
from core.interview.bank.question import Question
from core.interview.cards.store import CardStore, KeptCard
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark

# No steps of minutes: a spoken answer is not asked for again on the same day. A year without a question is long enough
_SCHEDULER = Scheduler(
    desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False
)
# Scores below which an answer counts as forgotten (most is missing), hard (a half), or good (something is missing)
AGAIN, HARD, GOOD = 4.0, 6.5, 9.0


def rating_of(score: float | None) -> Rating:
    """How well a question was remembered; a skipped one (None) was not."""
    if score is None or score < AGAIN:
        return Rating.Again
    if score < HARD:
        return Rating.Hard
    return Rating.Good if score < GOOD else Rating.Easy


async def remember(
    tx: Transaction, person: int, question: Question, mark: Mark | None, now: datetime
) -> datetime | None:
    """Keeps when the question is due again, and returns it; None where nothing was missed and no card was there."""
    store = CardStore(tx, person)
    kept = await store.card(question.id)
    before = kept.card["card"] if kept else None
    if mark is None:
        missed = [point.id for point in question.points]
    else:
        missed = [verdict.point for verdict in mark.verdicts if verdict.standing != "covered"]
    return await _keep(store, question, before, mark.score if mark else None, missed, now)


async def correct(
    tx: Transaction, person: int, question: Question, score: float, missed: Sequence[str], answered_at: datetime
) -> datetime | None:
    """Rates an answer anew by the person's own score, as if the first had never been; returns when it is due again.

    An answer that was not the last to its question changes nothing. `missed` are points (ids).
    """
    store = CardStore(tx, person)
    kept = await store.card(question.id)
    given = await AnswerStore(tx, person).to_question(question.id)
    if any(one.answered_at > answered_at for one in given):
        return kept.due_at if kept else None
    return await _keep(store, question, kept.card["before"] if kept else None, score, missed, answered_at)


async def due_questions(tx: Transaction, person: int, now: datetime, most: int) -> list[Question]:
    """The questions that come again by now, the longest due first."""
    bank = questions()
    return [bank[card.question] for card in await CardStore(tx, person).due(now, most) if card.question in bank]


async def _keep(
    store: CardStore, question: Question, before: Any, score: float | None, missed: Sequence[str], at: datetime
) -> datetime | None:
    """Keeps a question's card after an answer, by its state `before` it (None: there was no card)."""
    rating = rating_of(score)
    if before is None and rating is Rating.Easy:
        await store.drop(question.id)
        return None
    at = at.astimezone(UTC)
    last = Card.from_dict(cast("CardDict", before)) if before else Card(card_id=0, due=at)
    card, _ = _SCHEDULER.review_card(last, rating, at)
    states = {"card": dict(card.to_dict()), "before": before}
    await store.keep(KeptCard(question=question.id, card=states, missed=tuple(missed), due_at=card.due))
    return card.due
