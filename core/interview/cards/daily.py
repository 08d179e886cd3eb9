"""One question a day: what is due again, else one chosen for the person, the same all day."""

from dataclasses import replace
from datetime import datetime, timedelta

from core.chat.person import Person
from core.chat.turn import Transaction
from core.interview.bank import questions
from core.interview.cards.remembering import due_questions
from core.interview.choosing.choice import Choice
from core.interview.choosing.facts import gather
from core.interview.choosing.reasons import DUE, Chosen
from core.interview.choosing.wish import Wish
from core.interview.history.store import AnswerStore
from core.interview.sessions.session import MOST, Planned
from core.topics.subjects import subjects_of

_SHORT = 10  # minutes: a longer question is none for every day
_BEHAVIOURAL = 5  # days, of which one asks about behaviour
_TRIES = 4  # questions of one day, of which the first that was not answered today is asked
_ANSWERS = 100  # of the newest answers that are looked at for today's


async def todays(tx: Transaction, person: Person, now: datetime) -> tuple[Planned, bool]:
    """The question for the person's day, and whether they have answered today's already: then it is one more."""
    start, end = day_of(person, now)
    answers = AnswerStore(tx, person.id)
    today = {one.question for one in await answers.listed(_ANSWERS) if one.answered_at >= start}
    already = await answers.count_in("daily", start) > 0
    for one in await due_questions(tx, person.id, end, MOST):
        if one.id not in today:
            return Planned(question=one.id, why=DUE), already
    one, why = await _new(tx, person, start, today)
    return Planned(question=one.id, why=why), already


def day_of(person: Person, now: datetime) -> tuple[datetime, datetime]:
    """The first moment of the person's day, and that of the next."""
    start = person.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return start, start + timedelta(days=1)


async def _new(tx: Transaction, person: Person, start: datetime, today: set[str]) -> Chosen:
    """A question by what was known when the day began, so that other answers of today do not change it."""
    day = start.toordinal()
    subjects = tuple(one.id for one in subjects_of("behavioural")) if day % _BEHAVIOURAL == 0 else ()
    facts = replace(await gather(tx, person.id, start, start, closely=True), due=())
    wish = Wish(subjects=subjects, length=_TRIES, me=True)
    seed = day * 1_000_003 + person.id
    pool = {
        name: one
        for name, one in questions().items()
        if one.minutes <= _SHORT and (not subjects or one.topic in subjects)
    }
    chosen = Choice(wish, facts, start, seed).of(pool)
    fresh = {name: one for name, one in pool.items() if name not in today} or pool
    left = [pair for pair in chosen if pair[0].id not in today]
    return (left or Choice(wish, facts, start, seed).of(fresh))[0]
