"""The views of the interview history, with people's words as bad as they come."""

from datetime import UTC, datetime, timedelta

from core.chat.person import Person
from core.chat.reply import Reply
from core.interview.bank import questions
from core.interview.history import attempts
from core.interview.history import views as history
from core.interview.history.scope import Scope, scope_of
from core.interview.history.store import Listed, Practised
from core.interview.mark import Mark, Verdict
from core.interview.sessions.store import Given
from core.topics.subjects import SUBJECTS

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADA = Person(id=1)
FAR = 2**31  # a row's number when many people have used this
ASKED = max(questions().values(), key=lambda one: sum(len(point.idea) for point in one.points))


def views(words: str) -> dict[str, Reply]:
    """Each view with `words` wherever a person can put them."""
    tries = [_given(FAR + at, words, covered=at % 2 == 0) for at in range(12)]
    listed = [
        Listed(id=FAR + at, question=one.id, topic=one.topic, score=at or None, answered_at=NOW)
        for at, one in enumerate(list(questions().values())[: history.PAGE])
    ]
    earlier = {one.id: 3.0 for one in listed}
    scope = scope_of("hashing, " + words[:30]) or Scope()
    return {
        "history": history.listing(listed, earlier, ADA, scope, 3, 999),
        "no history": history.none_on(Scope("k" * 40, words[:40], ("hashing",))),
        "unknown topic": history.unknown(words[:40]),
        "topics": history.by_topic([Practised(topic, 3, 2, 5.5) for topic in list(SUBJECTS)[: history.MENU]]),
        "areas": history.by_topic([Practised(topic, 3, 0, None) for topic in SUBJECTS]),
        "attempt": attempts.attempt(tries[-1], tries, ADA, NOW),
        "compared": attempts.compared(tries[-2], tries[-1], ADA),
    }


def _given(number: int, words: str, *, covered: bool) -> Given:
    verdicts = tuple(
        Verdict(point=point.id, standing="covered" if covered else "missed", share=float(covered), quote=words)
        for point in ASKED.points
    )
    return Given(
        id=number,
        session=FAR,
        place=0,
        question=ASKED.id,
        topic=ASKED.topic,
        text=words * 20,
        follow_up=words,
        mark=Mark(score=10.0 * covered, verdicts=verdicts, scorer="1.0 minilm"),
        own=7.5,
        answered_at=NOW - timedelta(days=FAR + 12 - number),
    )
