"""What becomes of the question at hand: its answer is kept, and the session moves on."""

from datetime import datetime

from core.chat.outcome import Ask, Outcome
from core.chat.turn import Transaction, Turn
from core.interview.bank import Question
from core.interview.cards.remembering import remember
from core.interview.history.store import AnswerStore
from core.interview.mark import Mark
from core.interview.sessions import asking, beginning, ending
from core.interview.sessions.asking import at
from core.interview.sessions.session import Sitting
from core.interview.sessions.store import Given, Session, SessionStore


async def changed(tx: Transaction, person: int, session: Session, sitting: Sitting) -> Session:
    """The session with another state of the question at hand, which is kept."""
    store = SessionStore(tx, person)
    await store.sit(session.id, sitting)
    moved = await store.session(session.id)
    if moved is None:
        raise LookupError(f"session {session.id} is not there")
    return moved


async def staged(tx: Transaction, person: int, session: Session, now: datetime) -> Ask:
    """Closes the stage at hand and asks the next one."""
    return asking.ask(await changed(tx, person, session, _closed(session, stage=at(session).stage + 1)), now)


async def stepped_back(tx: Transaction, person: int, session: Session, now: datetime) -> Ask:
    """Opens the stage before again, with what was said to it."""
    sitting = at(session)
    before = {"said": sitting.said[:-1], "parts": tuple(filter(None, sitting.said[-1:])), "stage": sitting.stage - 1}
    moved = await changed(tx, person, session, sitting.model_copy(update=before))
    note = "Back to the step before: what you write is added to it."
    return asking.ask(moved, now, note)


async def followed_up(tx: Transaction, person: int, session: Session, missed: str, now: datetime) -> Ask:
    """Asks for the point that the answer lacks; what is said next belongs to the same question."""
    return asking.ask(await changed(tx, person, session, _closed(session, missed=missed)), now)


def _closed(session: Session, **after: object) -> Sitting:
    sitting = at(session)
    said = (*sitting.said, "\n".join(sitting.parts))
    return sitting.model_copy(update={"said": said, "parts": (), **after})


def last_stage(session: Session) -> bool:
    """Whether what is being said ends the answer: no stage of the question comes after it."""
    sitting = at(session)
    return bool(sitting.missed) or sitting.stage >= len(asking.question_of(session.plan, sitting).stages)


async def keep(
    tx: Transaction, person: int, session: Session, question: Question, mark: Mark | None, now: datetime
) -> int:
    """Keeps what was said to the question at hand, with its card; returns the answer's number."""
    sitting = at(session)
    before, last = "\n".join(filter(None, sitting.said)), "\n".join(sitting.parts)
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


def is_last(session: Session) -> bool:
    """Whether the question at hand is the session's last."""
    return at(session).at + 1 == len(session.plan.questions)


async def rest(tx: Transaction, person: int, session: Session, answer: int, now: datetime) -> None:
    """After an answer whose feedback is now read: the session waits, or is done after its last question."""
    if is_last(session):
        await SessionStore(tx, person).end(session.id, "done", now)
    else:
        await SessionStore(tx, person).sit(session.id, at(session).model_copy(update={"answer": answer}))


async def skip(turn: Turn, session: Session) -> Outcome:
    """Leaves the question out; it comes again another day."""
    question = asking.question_of(session.plan, at(session))
    await keep(turn.tx, turn.person.id, session, question, None, turn.now)
    return await passed(turn, session, "Skipped; it comes again another day.")


async def passed(turn: Turn, session: Session, note: str) -> Outcome:
    """Goes on behind the question at hand: to the next one, or to the end."""
    if is_last(session):
        return await ending.finish(turn.tx, turn.person.id, session, turn.now, note)
    return await beginning.following(turn.tx, turn.person.id, session, turn.now, note)
