"""How a session begins, and goes on."""

from datetime import datetime

from core.chat.markdown import escape
from core.chat.outcome import Ask
from core.chat.turn import Transaction
from core.interview.sessions import asking
from core.interview.sessions.session import Mode, Plan, Sitting
from core.interview.sessions.store import Session, SessionStore
from core.resume.review.phrasing import counted

MOCK = (
    "No feedback until the end, as in a real interview; then a report. The clock is shown and stops nobody. "
    "*Stop* ends it at any time."
)


async def begin(tx: Transaction, person: int, mode: Mode, plan: Plan, now: datetime, note: str = "") -> Ask:
    """Begins a session with its first question; one that was open is set aside with its answers."""
    store = SessionStore(tx, person)
    before = await store.open()
    aside = _aside(before) if before and mode != "retry" else ""
    number = await store.begin(mode, plan, Sitting(at=0, asked_at=now), now)
    session = await store.session(number)
    if session is None:
        raise LookupError(f"session {number} is not there")
    opening = f"**{_count(plan)}** · {escape(plan.wish)}" if mode in {"practice", "mock"} else ""
    notes = (note, aside, opening, MOCK if mode == "mock" else "")
    return asking.ask(session, now, "\n\n".join(filter(None, notes)))


def _count(plan: Plan) -> str:
    count = counted(len(plan.questions), "question")
    return f"{count}, {plan.minutes} minutes" if plan.minutes else count


def _aside(session: Session) -> str:
    """That the session which was open waits where it is."""
    of = f"question {asked(session)} of {len(session.plan.questions)}"
    return f"I have set your other interview aside at {of}; its answers are kept."


def asked(session: Session) -> int:
    """The number of the question that is at hand, or comes next, from 1."""
    sitting = asking.at(session)
    return sitting.at + 1 + bool(sitting.answer)


async def resume(tx: Transaction, person: int, session: Session, now: datetime, note: str = "") -> Ask:
    """Asks the question at hand of an open session again, or the next one once feedback has been read."""
    sitting = asking.at(session)
    if sitting.answer:
        return await following(tx, person, session, now, note)
    return asking.ask(session, now, note)


async def following(tx: Transaction, person: int, session: Session, now: datetime, note: str = "") -> Ask:
    """Asks the next question that the bank still holds; there must be one in the plan."""
    later = range(asking.at(session).at + 1, len(session.plan.questions))
    sittings = [Sitting(at=place, asked_at=now) for place in later]
    sitting = next((one for one in sittings if not asking.is_gone(session.plan, one)), sittings[-1])
    store = SessionStore(tx, person)
    await store.sit(session.id, sitting)
    moved = await store.session(session.id)
    if moved is None:
        raise LookupError(f"session {session.id} is not there")
    return asking.ask(moved, now, note)
