"""The end of a session: stopped on the way, or after its last question."""

from datetime import datetime

from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Transaction, Turn
from core.interview.history.store import AnswerStore
from core.interview.sessions import asking
from core.interview.sessions.store import Given, Session, SessionStore
from core.resume.review.phrasing import counted

REPORT = "interview.report"
ANEW = (Button("Another round", run="ivnew", style="primary"), Button("History", run="history"))
MORE = Reply(text="That was the last question of this interview. Another round?", buttons=(ANEW,))


async def stop(turn: Turn, session: Session) -> Outcome:
    """Ends a session on the way; what was answered stays, and it can be taken up again. A mock whose time is over ends."""
    answers = await AnswerStore(turn.tx, turn.person.id).of_session(session.id)
    if session.mode == "mock" and answers and asking.is_over(session, turn.now):
        return await finish(turn.tx, turn.person.id, session, turn.now)
    await SessionStore(turn.tx, turn.person.id).end(session.id, "stopped", turn.now)
    begun = any((*asking.at(session).parts, *asking.at(session).said))
    draft = " What you wrote to the question at hand waits, too, if you go on." if begun else ""
    answered = f"{counted(len(answers), 'question')} of {len(session.plan.questions)}"
    told = (
        f"Stopped after {answered}; all of it is kept.{_mean(answers, skips=session.mode == 'mock')}"
        if answers
        else "Stopped before any answer."
    )
    report = (Button("Report", run=f"ivreport {session.id}"),) if session.mode == "mock" and answers else ()
    ways = ((*report, Button("Go on after all", run=f"ivreopen {session.id}")), ANEW)
    return Reply(title="Interview stopped", text=told + draft, buttons=ways)


async def finish(tx: Transaction, person: int, session: Session, now: datetime, note: str = "") -> Outcome:
    """Ends a session after its last question."""
    await SessionStore(tx, person).end(session.id, "done", now)
    if session.mode == "mock":
        return report(session)
    answers = await AnswerStore(tx, person).of_session(session.id)
    return Reply(title="That was it", text=f"{note} {summary(answers)}".strip(), buttons=(ANEW,))


def report(session: Session) -> Later:
    """The work of a mock interview's report."""
    return Later(job=REPORT, args={"session": session.id}, saying=Reply(text="Writing your report …"))


def summary(answers: list[Given]) -> str:
    """What a session came to, in one or two sentences; "" for a session of one question."""
    if len(answers) < 2:
        return ""
    return f"That was the last of {counted(len(answers), 'question')}.{_mean(answers)}"


def _mean(answers: list[Given], *, skips: bool = False) -> str:
    """The mean score in words; with `skips` those count 0, as in a mock's report."""
    scores = [answer.score for answer in answers if answer.score is not None]
    if not scores:
        return ""
    skipped = len(answers) - len(scores)
    if skips and skipped:
        return f" Your mean score: **{sum(scores) / len(answers):.1f} of 10**; {skipped} skipped, which count as 0."
    left_out = f" ({skipped} skipped)" if skipped else ""
    return f" Your mean score: **{sum(scores) / len(scores):.1f} of 10** over {len(scores)} answered{left_out}."
