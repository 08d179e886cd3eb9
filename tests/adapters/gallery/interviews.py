"""The views of interviews, with people's and the grader's words as bad as they come."""

from datetime import UTC, datetime

from core.chat.person import Person
from core.chat.reply import Media, Reply
from core.interview.bank import Question, questions
from core.interview.mark import Item, Mark, Verdict
from core.interview.sessions import asking, disagreeing, reporting, start, telling
from core.interview.sessions.feedback import Feedback, feedback
from core.interview.sessions.session import Plan, Planned, Sitting
from core.interview.sessions.store import Given, Session
from core.interview.stories.lines import LINES
from core.topics.subjects import AREAS

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADA = Person(id=1)
FAR = 2**31  # a row's number when many people have used this
LONGEST = max(questions().values(), key=lambda one: sum(len(point.idea) for point in one.points))
STAGED = next(one for one in questions().values() if one.stages)


def views(words: str) -> dict[str, Reply]:
    """Each view with `words` wherever a person, a résumé, a post or a model can put them."""
    return {**_asking(words), **_feedback(words), **_around(words)}


def _session(words: str, question: Question = LONGEST, **sitting: object) -> Session:
    planned = Planned(question=question.id, why=words[:200])
    plan = Plan(questions=(planned,) * 20, wish=words[:200], minutes=45)
    at = Sitting(at=19, asked_at=NOW).model_copy(update=sitting)
    return Session(id=FAR, mode="mock", state="open", plan=plan, sitting=at, started_at=NOW, ended_at=None)


def _asking(words: str) -> dict[str, Reply]:
    parts = (words[:3000],) * 3
    follow_up = LONGEST.follow_ups[0].missed
    return {
        "asked": asking.ask(_session(words, hints=3, parts=parts), NOW, "Skipped; it comes again another day.").reply,
        "stage": asking.ask(_session(words, STAGED), NOW).reply,
        "follow-up": asking.ask(_session(words, missed=follow_up), NOW).reply,
        "noted": asking.noted(_session(words, parts=parts), "Taken back.").reply,
    }


def _given(words: str, mark: Mark | None) -> Given:
    return Given(
        id=FAR, session=FAR, place=19, question=LONGEST.id, topic=LONGEST.topic, text=words, mark=mark, own=7.5,
        hints=3, retry_of=FAR, answered_at=NOW,
    )  # fmt: skip


def _marks(words: str) -> tuple[Mark, Mark]:
    standings = ("covered", "partly", "contradicted", "missed")
    shares = {"covered": 1.0, "partly": 0.5, "contradicted": -0.5, "missed": 0.0}
    verdicts = tuple(
        Verdict(point=point.id, standing=standings[n % 4], share=shares[standings[n % 4]], quote=words[:160])
        for n, point in enumerate(LONGEST.points)
    )
    items = tuple(
        Item(name=name, there=not n % 2, shown=words[:200], advice=words[:200]) for n, name in enumerate(LINES)
    )
    mark = Mark(score=2.5, verdicts=verdicts, gate=0.4, doubt="terms", hints=3, scorer="1.0 minilm")
    return mark, mark.model_copy(update={"checklist": items, "doubt": "elsewhere"})


def _feedback(words: str) -> dict[str, Reply]:
    mark, told = _marks(words)
    before = _given(words, mark)
    about = Feedback(
        given=before, question=LONGEST, person=ADA, due=NOW, note="The model was too slow.", told=before, before=before,
        stronger=f"{words[:300]}\n▸ {words[:300]}",
    )  # fmt: skip
    story = Feedback(given=_given(words, told), question=LONGEST, person=ADA)
    return {
        "feedback": feedback(about),
        "story": feedback(story),
        "left out": feedback(Feedback(given=_given(words, None), question=LONGEST, person=ADA)),
        "ticks": disagreeing.asked(before, mark, LONGEST).reply,
        "model answer": telling.model(before, LONGEST),
    }


def _around(words: str) -> dict[str, Reply]:
    session, (mark, _) = _session(words), _marks(words)
    answers = tuple(_given(words, mark if place % 3 else None) for place in range(20))
    report = reporting.Report(session=FAR, plan=session.plan, answers=answers, person=ADA, minutes=50, due=NOW)
    return {
        "interviews": start.start(3, session),
        "under way": start.under_way(session),
        "area": start.area(max(AREAS, key=lambda area: len(start.area(area).text))),
        "report": reporting.view(report, Media("mock.png", b"\x89PNG\r\n\x1a\n", "image/png", "Bars.")),
    }
