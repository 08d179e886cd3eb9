"""When a question comes again: spaced repetition by the package `fsrs`, one card a question."""

from datetime import datetime
from typing import cast

from fsrs import Card, Rating, Scheduler
from fsrs.card import CardDict

from core.chat.turn import Transaction
from core.interview.bank.question import Question
from core.interview.cards.store import CardStore, KeptCard
from core.interview.mark import Mark

_SCHEDULER = Scheduler(desired_retention=0.9, enable_fuzzing=False)
_AGAIN, _HARD, _GOOD = 4.0, 6.5, 9.0  # scores below which an answer counts as forgotten, hard, or good


def rating_of(score: float | None) -> Rating:
    """How well a question was remembered; a skipped one (None) was not."""
    if score is None or score < _AGAIN:
        return Rating.Again
    if score < _HARD:
        return Rating.Hard
    return Rating.Good if score < _GOOD else Rating.Easy


async def remember(
    tx: Transaction, person: int, question: Question, mark: Mark | None, now: datetime
) -> datetime | None:
    """Keeps when the question is due again, and returns it; None where nothing was missed and no card was there."""
    store = CardStore(tx, person)
    kept = await store.card(question.id)
    rating = rating_of(mark.score if mark else None)
    if kept is None and rating is Rating.Easy:
        return None
    card, _ = _SCHEDULER.review_card(
        Card.from_dict(cast("CardDict", kept.card)) if kept else Card(card_id=0), rating, now
    )
    missed = [verdict.point for verdict in mark.verdicts if verdict.standing != "covered"] if mark else []
    points = tuple(missed if mark else (point.id for point in question.points))
    await store.keep(KeptCard(question=question.id, card=dict(card.to_dict()), missed=points, due_at=card.due))
    return card.due
