"""The question at hand as a message, and what has been said to it so far."""

from collections.abc import Sequence
from datetime import datetime

from core.chat.markdown import escape
from core.chat.outcome import Ask, Lapse
from core.chat.reply import Button, Reply
from core.chat.turn import Apology
from core.interview.bank import Question, questions
from core.interview.mark import HINT
from core.interview.sessions.session import Plan, Sitting
from core.interview.sessions.store import Session
from core.resume.review.phrasing import counted
from core.topics.subjects import SUBJECTS

STEP, MARK = "interview.answer", "interview.mark"
PAUSE = 60.0  # seconds without a word after which an answer counts as finished
THOUGHT = 300.0  # the same where a question is asked in stages, which take thought
HINTS = 3
LONGEST = 12_000  # characters of an answer that are read
GONE = "This question is no longer among mine, so it cannot be asked. /skip goes on with the next one."
Row = tuple[Button, ...]


def question_of(plan: Plan, sitting: Sitting) -> Question:
    """The bank's question that is being asked; ends with a sentence where the bank holds it no more."""
    if is_gone(plan, sitting):
        raise Apology(GONE)
    return questions()[plan.questions[sitting.at].question]


def is_gone(plan: Plan, sitting: Sitting) -> bool:
    """Whether the question at hand has left the bank since the session was planned."""
    return plan.questions[sitting.at].question not in questions()


def at(session: Session) -> Sitting:
    """The question at hand of a session that is not done."""
    if session.sitting is None:
        raise ValueError(f"session {session.id} has ended")
    return session.sitting


def room(sitting: Sitting) -> int:
    """How many more characters of the answer at hand are read."""
    return max(0, LONGEST - sum(map(len, (*sitting.said, *sitting.parts))))


def ask(session: Session, now: datetime, note: str = "", *, anew: bool = False) -> Ask:
    """Asks the question at hand, from its beginning or in the middle; `note` stands before it, `anew` changes no message."""
    sitting = at(session)
    question = question_of(session.plan, sitting)
    why = session.plan.questions[sitting.at].why
    first = not sitting.missed and sitting.stage == 1
    parts = [
        note,
        f"*{escape(_sentence(why))}*" if why and first else "",
        _asked(question, sitting),
        _hints(question, sitting),
        f"So far: {_said(sitting.parts)}." if sitting.parts else "",
    ]
    reply = Reply(
        title=_title(session.plan, sitting, question),
        text="\n\n".join(filter(None, parts)),
        footer=_clock(session, question, now),
        buttons=_buttons(session, sitting, over=is_over(session, now)),
        slot="" if anew else f"question:{session.id}:{spot(sitting)}",
    )
    return _waiting(session, reply)


def noted(session: Session, note: str = "", pause: float = 0) -> Ask:
    """That a message was taken as part of the answer. A pause (s; 0: as the question needs) ends it as *Done* does."""
    sitting = at(session)
    pause = pause or (THOUGHT if question_of(session.plan, sitting).stages else PAUSE)
    lasts = f"{pause:.0f} seconds" if pause <= PAUSE else counted(int(pause // 60), "minute")
    ends = f"After {lasts} without a word I take it as finished."
    text = f"Noted: {_said(sitting.parts)}. Send more, or press *Done*. {ends}"
    does = _Does(session)
    last = (*does.hint(), does.button("Skip", "skip"), does.button("Stop", "stop"))
    reply = Reply(
        text="\n\n".join(filter(None, (note, text))),
        buttons=((does.done(), does.button("Undo last", "undo")), last),
        slot=f"draft:{session.id}",
    )
    return _waiting(session, reply, pause)


def _waiting(session: Session, reply: Reply, pause: float = 0) -> Ask:
    here = place(session)
    return Ask(reply=reply, then=STEP, state=here, lapse=Lapse(seconds=pause, job=MARK, args=here) if pause else None)


def place(session: Session) -> dict[str, int | str]:
    """Where in a session something belongs: what comes late is known by it."""
    sitting = at(session)
    return {"session": session.id, "at": sitting.at, "stage": sitting.stage, "missed": sitting.missed}


def spot(sitting: Sitting) -> str:
    """The same place in so few signs that a button carries it."""
    return f"{sitting.at}.{sitting.stage}{'f' if sitting.missed else ''}"


def times(sitting: Sitting, word: str) -> str:
    """How far hints or messages have come, as their buttons say it: one that is pressed twice at once acts once."""
    return {"hint": f"+{sitting.hints}", "undo": f"+{len(sitting.parts)}"}.get(word, "")


def _asked(question: Question, sitting: Sitting) -> str:
    if sitting.missed:
        follow_up = next((one.question for one in question.follow_ups if one.missed == sitting.missed), "")
        return f"One more thing: **{escape(follow_up)}**"
    if not question.stages:
        return f"**{escape(question.question)}**"
    stage = question.stages[min(sitting.stage, len(question.stages)) - 1]  # it may have had more of them
    step = f"Step {sitting.stage} of {len(question.stages)} · {escape(stage.title)}\n**{escape(stage.ask)}**"
    return f"{escape(question.question)}\n\n{step}" if sitting.stage == 1 else step


def _hints(question: Question, sitting: Sitting) -> str:
    if sitting.missed or not sitting.hints:
        return ""
    shown = [f"- Hint {n}: {escape(hint)}" for n, hint in enumerate(question.hints[: sitting.hints], start=1)]
    return "\n".join([*shown, *(["- That was the last hint."] * (sitting.hints == HINTS))])


def _title(plan: Plan, sitting: Sitting, question: Question) -> str:
    count = f"Question {sitting.at + 1} of {len(plan.questions)}" if len(plan.questions) > 1 else "Question"
    return f"{count} · {SUBJECTS[question.topic].name} · {question.level}"


def _clock(session: Session, question: Question, now: datetime) -> str:
    sitting, minutes = at(session), session.plan.minutes
    cost = f" Hints so far: −{HINT * sitting.hints:g} of 10." if sitting.hints else ""
    steps = f" for all {len(question.stages)} steps" if question.stages else ""
    about = f"About {counted(question.minutes, 'minute')}{steps}, in one message or several.{cost}"
    if sitting.stage > 1:  # it was said at the first step
        about = cost.strip()
    if not minutes or sitting.missed:
        return cost.strip() if sitting.missed else about
    if is_over(session, now):
        return f"{about} The {minutes} minutes are over: go on as you like, or press Finish.".strip()
    return f"{about} {_used(session, now)} of {counted(minutes, 'minute')} used.".strip()


def _used(session: Session, now: datetime) -> int:
    """The whole minutes since a session began."""
    return int((now - session.started_at).total_seconds() // 60)


def is_over(session: Session, now: datetime) -> bool:
    """Whether the time of a session with a clock is used up; that stops nobody."""
    return bool(session.plan.minutes) and _used(session, now) >= session.plan.minutes


def _buttons(session: Session, sitting: Sitting, *, over: bool) -> tuple[Row, ...]:
    does = _Does(session)
    first = (*((does.done(),) if sitting.parts else ()), *does.hint(), does.button("Skip", "skip"))
    back = (does.button("Step back", "undo"),) if sitting.stage > 1 and not (sitting.missed or sitting.parts) else ()
    return first, (*back, does.button("Repeat", "repeat"), does.button("Finish" if over else "Stop", "stop"))


class _Does:
    """Buttons that name the place they belong to, so that an old one is known as old, and never acts on the next question."""

    def __init__(self, session: Session) -> None:
        self._sitting = at(session)
        self._where = f"{session.id} {spot(self._sitting)}"

    def button(self, label: str, word: str) -> Button:
        return Button(label, run=f"{word} {self._where}{times(self._sitting, word)}")

    def done(self) -> Button:
        return Button("Done", run=f"done {self._where}", style="primary")

    def hint(self) -> Row:
        """A hint, if there is one more; none helps with a follow-up."""
        if self._sitting.missed or self._sitting.hints == HINTS:
            return ()
        return (self.button(f"Hint −{HINT:g}", "hint"),)


def _said(parts: Sequence[str]) -> str:
    words = sum(len(part.split()) for part in parts)
    return f"{counted(len(parts), 'message')}, {counted(words, 'word')}"


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:].rstrip(".") + "."
