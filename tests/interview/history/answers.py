"""Answers put into the stores, with marks as a scorer makes them."""

from collections.abc import Collection
from datetime import datetime

from core.account.store import AccountStore
from core.chat.request import Sender
from core.interview.bank import questions
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark, Verdict, score_of
from core.interview.sessions.session import Plan, Planned, Sitting
from core.interview.sessions.store import Given, SessionStore
from tests.world import World

HASHING = "hash-table-worst-case"
BUCKET = "You hash the key and jump to its slot."


def marked(question: str, covered: Collection[str], hints: int = 0) -> Mark:
    """A mark that gives these points their full share for `BUCKET`, and the others nothing."""
    points = questions()[question].points
    verdicts = tuple(
        Verdict(point=point.id, standing="covered", share=1.0, quote=BUCKET)
        if point.id in covered
        else Verdict(point=point.id, standing="missed", share=0.0)
        for point in points
    )
    score = score_of(points, verdicts, hints=hints)
    return Mark(score=score, verdicts=verdicts, hints=hints, scorer="1.0 words")


def given(question: str, at: datetime, covered: Collection[str] | None = (), **other: object) -> Given:
    """An answer that covers these points; None: the question was skipped."""
    mark = marked(question, covered) if covered is not None else None
    text = BUCKET if mark else ""
    values = {"session": 0, "place": 0, "text": text, "mark": mark, "seconds": 90, **other}
    return Given(question=question, topic=questions()[question].topic, answered_at=at, **values)  # type: ignore[arg-type]


async def keep(world: World, name: str, *answers: Given) -> list[int]:
    """Keeps answers of this person, each in a session of its own; returns their numbers."""
    kept = []
    async with world.store.begin() as tx:
        sender = Sender(platform="plain", id=name, name=name, language="en")
        person = await AccountStore().person(tx, sender, world.now())
        for one in answers:
            plan = Plan(questions=(Planned(question=one.question),), wish="")
            sitting = Sitting(at=0, asked_at=one.answered_at)
            session = await SessionStore(tx, person.id).begin("practice", plan, sitting, one.answered_at)
            fields = {name: getattr(one, name) for name in Given.__dataclass_fields__} | {"session": session}
            kept.append(await AnswerStore(tx, person.id).add(Given(**fields)))
    return kept
