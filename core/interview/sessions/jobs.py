"""The slow part of a session: an answer is marked, and what follows upon it is asked or said."""

from core.chat.book import Book
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.turn import Transaction, Work
from core.interview.bank import Question
from core.interview.grading.marking import Graded, mark
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark
from core.interview.sessions import asking, beginning, moving, reporting, telling
from core.interview.sessions.store import Given, Session, SessionStore

book = Book().include(reporting.book)
HONEST = 0.5  # the least gate of an answer that a follow-up is worth asking after
LOST = "I could not read that answer, but it is kept. /interview goes on where we were."
ENDED = Reply(text="That interview has ended. /history shows its answers; /interview begins another.")


@book.job(asking.MARK, failure=LOST, deadline=120.0)
async def marked(work: Work, session: int, at: int, stage: int, missed: str) -> Outcome:
    """Marks the answer at this place. Done again, it says again what it said, or asks what is asked now."""
    async with work.begin() as tx:
        held = await SessionStore(tx, work.person.id).session(session)
        answers = await AnswerStore(tx, work.person.id).of_session(session)
    if held is None:
        return ENDED
    given = next((answer for answer in answers if answer.place == at), None)
    if given:
        return await _onward(work, held, given)
    if held.state != "open" or held.sitting is None:
        return ENDED
    here = (held.sitting.at, held.sitting.stage, held.sitting.missed)
    if here != (at, stage, missed) or not any((*held.sitting.parts, *held.sitting.said)):
        async with work.begin() as tx:
            return await beginning.resume(tx, work.person.id, held, work.now())
    if not moving.last_stage(held):
        async with work.begin() as tx:
            return await moving.staged(tx, work.person.id, held, work.now())
    return await _mark(work, held)


async def _mark(work: Work, session: Session) -> Outcome:
    sitting = asking.at(session)
    question = asking.question_of(session.plan, sitting)
    said = "\n".join(filter(None, (*sitting.said, *sitting.parts)))[: asking.LONGEST]
    private, earlier = await telling.private(work), await _earlier(work, question, said)
    graded = await mark(work, question, said, sitting.hints, private=private, earlier=earlier)
    follow_up = "" if sitting.missed else decisive(question, graded.mark)
    async with work.begin() as tx:
        held = await SessionStore(tx, work.person.id).held(session.id)
        still = held is not None and _said_there(held) == _said_there(session)
        if still and follow_up:
            return await moving.followed_up(tx, work.person.id, session, follow_up, work.now())
        given = await _kept(tx, work, session, question, graded) if still else None
    if given is None:  # they went on while it was read: what they did counts
        return await marked(work, session.id, sitting.at, sitting.stage, sitting.missed)
    async with work.begin() as tx:
        held = await SessionStore(tx, work.person.id).session(session.id)
    return await _onward(work, held or session, given, graded.note)


def _said_there(session: Session) -> tuple[object, ...]:
    """What was said to the question at hand, and where it stands."""
    sitting = session.sitting
    return (sitting.at, sitting.stage, sitting.missed, sitting.said, sitting.parts, sitting.answer) if sitting else ()


async def _earlier(work: Work, question: Question, said: str) -> Mark | None:
    """The mark that the same words to the same question had before."""
    async with work.begin() as tx:
        answers = await AnswerStore(tx, work.person.id).to_question(question.id)
    return next((answer.mark for answer in reversed(answers) if answer.mark and answer.whole == said), None)


def decisive(question: Question, mark: Mark) -> str:
    """The decisive point that an honest answer lacks and the question has a follow-up for; "" where there is none."""
    if mark.gate < HONEST or mark.doubt == "unknown":
        return ""
    lacking = {verdict.point for verdict in mark.verdicts if verdict.standing != "covered"}
    wanted = {point.id for point in question.points if point.decisive} & lacking
    return next((one.missed for one in question.follow_ups if one.missed in wanted), "")


async def _kept(tx: Transaction, work: Work, session: Session, question: Question, graded: Graded) -> Given | None:
    now, person = work.now(), work.person.id
    number = await moving.keep(tx, person, session, question, graded.mark, now)
    await moving.rest(tx, person, session, number, now)
    return await AnswerStore(tx, person).answer(number)


async def _onward(work: Work, session: Session, given: Given, note: str = "") -> Outcome:
    """What comes after an answer that is kept: its feedback, or in a mock interview the next question or the report."""
    if session.mode != "mock":
        return await telling.told(work, session, given, note)
    if session.state != "open":
        return await reporting.reported(work, session)
    async with work.begin() as tx:
        return await beginning.resume(tx, work.person.id, session, work.now())
