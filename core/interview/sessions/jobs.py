"""The slow part of a session: an answer is marked, and what follows upon it is asked."""

from core.chat.book import Book
from core.chat.outcome import Ask, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Work
from core.interview.bank import Question
from core.interview.grading.marking import Graded, mark
from core.interview.mark import Mark
from core.interview.sessions import asking, beginning, feedback, moving
from core.interview.sessions.answering import LONGEST
from core.interview.sessions.session import Sitting
from core.interview.sessions.store import Session, SessionStore

book = Book()
HONEST = 0.5  # the least gate of an answer that a follow-up is worth asking after
LOST = "I could not read that answer, but it is kept. /interview goes on where we were."


@book.job(asking.MARK, failure=LOST, deadline=120.0)
async def marked(work: Work, session: int, at: int, stage: int, missed: str) -> Outcome:
    """Marks the answer at this place, unless the session has moved on since."""
    async with work.begin() as tx:
        held = await SessionStore(tx, work.person.id).session(session)
    if held is None or held.sitting is None:
        return Reply(text="That interview has ended. /history shows its answers.")
    sitting = held.sitting
    if (sitting.at, sitting.stage, sitting.missed) != (at, stage, missed):
        return beginning.resume(held, work.now())
    question = asking.question_of(held.plan, sitting)
    if sitting.stage < len(question.stages) and not missed:
        return await _next_stage(work, held, sitting)
    graded = await mark(work, question, _all(sitting), sitting.hints)
    follow_up = "" if missed else _decisive(question, graded.mark)
    if follow_up:
        return await _follow_up(work, held, sitting, follow_up)
    return await _kept(work, held, question, graded)


def _all(sitting: Sitting) -> str:
    return "\n".join((*sitting.said, *sitting.parts))[:LONGEST]


async def _next_stage(work: Work, session: Session, sitting: Sitting) -> Ask:
    said = (*sitting.said, "\n".join(sitting.parts))
    return await _sit(work, session, sitting.model_copy(update={"stage": sitting.stage + 1, "said": said, "parts": ()}))


async def _follow_up(work: Work, session: Session, sitting: Sitting, missed: str) -> Ask:
    said = (*sitting.said, "\n".join(sitting.parts))
    return await _sit(work, session, sitting.model_copy(update={"missed": missed, "said": said, "parts": ()}))


async def _sit(work: Work, session: Session, sitting: Sitting) -> Ask:
    async with work.begin() as tx:
        await SessionStore(tx, work.person.id).sit(session.id, sitting)
    return asking.ask(session.id, session.plan, sitting, work.now(), session.started_at)


def _decisive(question: Question, mark: Mark) -> str:
    """The decisive point that an honest answer lacks and the question has a follow-up for; "" where there is none."""
    lacking = {verdict.point for verdict in mark.verdicts if verdict.standing != "covered"}
    asked = [one.missed for one in question.follow_ups if one.missed in lacking]
    decisive = {point.id for point in question.points if point.decisive}
    return next((point for point in asked if point in decisive), "") if mark.gate >= HONEST else ""


async def _kept(work: Work, session: Session, question: Question, graded: Graded) -> Outcome:
    now = work.now()
    async with work.begin() as tx:
        answer = await moving.keep(tx, work.person.id, session, question, graded.mark, now)
        onward = await moving.onward(tx, work.person.id, session, now)
    if session.mode == "mock":
        return onward
    reply = feedback.feedback(question, graded.mark, answer, note=graded.note)
    following = Button("Next question", run="ivgo", style="primary") if isinstance(onward, Ask) else None
    return feedback.with_next(reply, following)
