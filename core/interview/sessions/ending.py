"""The end of a session: stopped on the way, or after its last question."""

from datetime import datetime

from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Transaction, Turn
from core.interview.history.store import AnswerStore
from core.interview.sessions.store import Session, SessionStore
from core.resume.review.phrasing import counted

ANEW = (Button("Another round", run="interview", style="primary"), Button("History", run="history"))


async def stop(turn: Turn, session: Session) -> Outcome:
    """Ends a session on the way; what was answered stays."""
    await SessionStore(turn.tx, turn.person.id).end(session.id, "stopped", turn.now)
    answers = await AnswerStore(turn.tx, turn.person.id).of_session(session.id)
    told = f"Stopped after {counted(len(answers), 'question')}; what you answered is kept." if answers else "Stopped."
    return Reply(text=told, buttons=((Button("Go on after all", run=f"ivreopen {session.id}"), *ANEW),))


async def finish(tx: Transaction, person: int, session: Session, now: datetime, note: str = "") -> Outcome:
    """Ends a session after its last question."""
    await SessionStore(tx, person).end(session.id, "done", now)
    if session.mode == "mock":
        return Later(job="interview.report", args={"session": session.id}, saying=Reply(text="Writing your report …"))
    answers = await AnswerStore(tx, person).of_session(session.id)
    scores = [answer.score for answer in answers if answer.score is not None]
    mean = f" Your mean score: **{sum(scores) / len(scores):.1f} of 10**." if scores else ""
    text = f"{note}\n\nThat was the last of {counted(len(answers), 'question')}.{mean}".strip()
    return Reply(title="Done", text=text, buttons=(ANEW,))
