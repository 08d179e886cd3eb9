"""From one question to the next."""

from datetime import datetime

from core.chat.outcome import Outcome
from core.chat.turn import Transaction, Turn
from core.interview.bank import Question
from core.interview.cards.remembering import remember
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark
from core.interview.sessions import asking, beginning, ending
from core.interview.sessions.session import Sitting
from core.interview.sessions.store import Given, Session, SessionStore


def at(session: Session) -> Sitting:
    """The question at hand of an open session."""
    if session.sitting is None:
        raise ValueError(f"session {session.id} has ended")
    return session.sitting


def again(turn: Turn, session: Session, note: str = "") -> Outcome:
    """The question at hand once more, behind a note."""
    return beginning.resume(session, turn.now, note)


async def keep(
    tx: Transaction, person: int, session: Session, question: Question, mark: Mark | None, now: datetime
) -> int:
    """Keeps what was said to the question at hand, with its card; returns the answer's number."""
    sitting = at(session)
    before, last = ("\n".join(sitting.said), "\n".join(sitting.parts))
    given = Given(
        session=session.id,
        place=sitting.at,
        question=question.id,
        topic=question.topic,
        text=before if sitting.missed else "\n".join(filter(None, (before, last))),
        follow_up=last if sitting.missed else "",
        mark=mark,
        hints=sitting.hints,
        seconds=max(0, int((now - sitting.asked_at).total_seconds())),
        retry_of=session.plan.retry_of or None,
        answered_at=now,
    )
    await remember(tx, person, question, mark, now)
    return await AnswerStore(tx, person).add(given)


async def onward(tx: Transaction, person: int, session: Session, now: datetime, note: str = "") -> Outcome:
    """The next question, or the end of the session."""
    following = at(session).at + 1
    if following == len(session.plan.questions):
        return await ending.finish(tx, person, session, now, note)
    sitting = Sitting(at=following, asked_at=now)
    await SessionStore(tx, person).sit(session.id, sitting)
    return asking.ask(session.id, session.plan, sitting, now, session.started_at, note)


async def skip(turn: Turn, session: Session) -> Outcome:
    """Leaves the question out; it comes again another day."""
    question = asking.question_of(session.plan, at(session))
    await keep(turn.tx, turn.person.id, session, question, None, turn.now)
    return await onward(turn.tx, turn.person.id, session, turn.now, "Skipped; it comes again another day.")
