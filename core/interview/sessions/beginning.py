"""How a session begins, and goes on."""

from datetime import datetime

from core.chat.outcome import Ask
from core.chat.turn import Transaction
from core.interview.sessions import asking
from core.interview.sessions.session import Mode, Plan, Sitting
from core.interview.sessions.store import Session, SessionStore


async def begin(tx: Transaction, person: int, mode: Mode, plan: Plan, now: datetime, note: str = "") -> Ask:
    """Begins a session with its first question; one that was open is set aside with its answers."""
    sitting = Sitting(at=0, asked_at=now)
    session = await SessionStore(tx, person).begin(mode, plan, sitting, now)
    return asking.ask(session, plan, sitting, now, now, note)


def resume(session: Session, now: datetime, note: str = "") -> Ask:
    """Asks the question at hand of an open session again."""
    assert session.sitting is not None  # noqa: S101 # only an open session is resumed, and it has one
    return asking.ask(session.id, session.plan, session.sitting, now, session.started_at, note)
