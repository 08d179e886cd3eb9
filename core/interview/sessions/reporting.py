"""The report of a mock interview: the overall score with a picture, by topic, what was strong, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.account.dates import day
from core.chat.book import Book
from core.chat.markdown import code, escape
from core.chat.outcome import Outcome
from core.chat.person import Person
from core.chat.reply import Button, Fact, Media, Reply
from core.chat.turn import Work
from core.interview.bank import questions
from core.interview.cards.store import CardStore
from core.interview.history.pictures import report_picture
from core.interview.history.scope import name_of
from core.interview.history.store import AnswerStore
from core.interview.sessions import ending
from core.interview.sessions.session import Plan
from core.interview.sessions.store import Given, Session, SessionStore
from core.resume.review.phrasing import counted
from core.sandbox import Sandbox
from core.topics.subjects import SUBJECTS

book = Book()
NAMED = 70  # characters of a question that is only named
ROW = 5  # buttons side by side
WEAK = 6.5  # scores below are worth another go
NOTHING = Reply(text="That interview has no answers to report on. /interview begins another.")
FAILED = "I could not write the report just now. /history shows each answer with its score."


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a report is made of; `answers` in the order of the session, skipped ones among them."""

    session: int
    plan: Plan
    answers: tuple[Given, ...]
    person: Person
    minutes: int
    due: datetime | None = None

    @property
    def overall(self) -> float:
        """The mean score, in which a skipped question counts as 0."""
        return mean([answer.score or 0.0 for answer in self.answers])


@book.job(ending.REPORT, failure=FAILED, deadline=90.0)
async def report(work: Work, session: int) -> Outcome:
    """The report of a session, as often as it is asked for."""
    async with work.begin() as tx:
        held = await SessionStore(tx, work.person.id).session(session)
    return await reported(work, held) if held else NOTHING


async def reported(work: Work, session: Session) -> Reply:
    """The report with its picture."""
    async with work.begin() as tx:
        answers = await AnswerStore(tx, work.person.id).of_session(session.id)
        card = await CardStore(tx, work.person.id).next()
    if not answers:
        return NOTHING
    about = Report(
        session=session.id,
        plan=session.plan,
        answers=tuple(answers),
        person=work.person,
        minutes=int((answers[-1].answered_at - session.started_at).total_seconds() // 60),
        due=card.due_at if card else None,
    )
    return view(
        about, await report_picture(work.tool(Sandbox), work.person, answers, about.overall, len(about.plan.questions))
    )


def view(about: Report, picture: Media | None = None) -> Reply:
    """The report as a message; each question's feedback is behind its button."""
    skipped = sum(answer.mark is None for answer in about.answers)
    hints = sum(answer.hints for answer in about.answers)
    asked = f"{len(about.answers)} of {counted(len(about.plan.questions), 'question')}"
    facts = (
        Fact("Questions", f"{asked}{f', {skipped} skipped (a skip counts as 0)' if skipped else ''}"),
        Fact("Time", f"{about.minutes} of {about.plan.minutes} minutes"),
        Fact("Hints", str(hints)),
    )
    parts = [_by_question(about.answers), _by_topic(about.answers), _strong_and_weak(about.answers), _next(about)]
    buttons = [Button(f"{answer.place + 1}", run=f"feedback {answer.id}") for answer in about.answers]
    return Reply(
        title=f"Mock interview · {about.overall:.1f} of 10",
        text="\n\n".join(filter(None, parts)),
        facts=facts,
        image=picture,
        buttons=(*(tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)), ending.ANEW),
        footer="The buttons open the feedback to each question. A coach's number, not an examiner's.",
    )


def _by_question(answers: Sequence[Given]) -> str:
    return "\n".join(f"{answer.place + 1}. **{score(answer)}** {name(answer)}" for answer in answers)


def name(answer: Given) -> str:
    """An answer by its question, in short (Markdown)."""
    asked = questions().get(answer.question)
    words = asked.question if asked else answer.question
    return escape(words if len(words) <= NAMED else words[: NAMED - 1].rstrip() + "…")


def score(answer: Given) -> str:
    """An answer's score in words."""
    return "skipped" if answer.score is None else f"{answer.score:.1f}"


def _by_topic(answers: Sequence[Given]) -> str:
    topics = dict.fromkeys(answer.topic for answer in answers)
    if len(topics) < 2 or len(topics) == len(answers):
        return ""
    means = {topic: mean([one.score or 0.0 for one in answers if one.topic == topic]) for topic in topics}
    ordered = sorted(means.items(), key=lambda pair: -pair[1])
    return "By topic: " + ", ".join(f"{escape(name_of(topic))} {value:.1f}" for topic, value in ordered) + "."


def _strong_and_weak(answers: Sequence[Given]) -> str:
    scored = sorted((answer for answer in answers if answer.score is not None), key=lambda one: -(one.score or 0))
    if len(scored) < 2:
        return ""
    best, worst = scored[0], scored[-1]
    return f"**Strongest**: {name(best)} ({score(best)})\n**Weakest**: {name(worst)} ({score(worst)})"


def _next(about: Report) -> str:
    weak = sorted((one for one in about.answers if (one.score or 0.0) < WEAK), key=lambda one: one.score or 0.0)
    topics = list(dict.fromkeys(answer.topic for answer in weak if answer.topic in SUBJECTS))[:2]
    steps = [f"{escape(SUBJECTS[topic].name)}: {code('/interview ' + topic)}" for topic in topics]
    if steps:
        said = f"Work on {' and '.join(steps)}."
    else:
        said = "" if weak else "Nothing here was weak. Try a level above, with “senior” behind the topic."
    due = f" What was missed comes again from {day(about.due, about.person)}; /daily brings it." if about.due else ""
    return f"**What to do next**\n{said}{due}" if said or due else ""


def mean(values: Sequence[float]) -> float:
    """The mean, 0 for none."""
    return sum(values) / len(values) if values else 0.0
