"""The question at hand as a message, and what has been said to it so far."""

from collections.abc import Sequence
from datetime import datetime

from core.chat.markdown import escape
from core.chat.outcome import Ask, Lapse
from core.chat.reply import Button, Reply
from core.interview.bank import Question, questions
from core.interview.mark import HINT
from core.interview.sessions.session import Plan, Sitting
from core.resume.review.phrasing import counted
from core.topics.subjects import SUBJECTS

STEP, MARK = "interview.answer", "interview.mark"
PAUSE = 60.0  # seconds without a word after which an answer counts as finished
HINTS = 3
SKIP, REPEAT = Button("Skip", answer="skip"), Button("Repeat", answer="repeat")
DONE, STOP = Button("Done", answer="done", style="primary"), Button("Stop", answer="stop")


def question_of(plan: Plan, sitting: Sitting) -> Question:
    """The bank's question that is being asked."""
    return questions()[plan.questions[sitting.at].question]


def ask(session: int, plan: Plan, sitting: Sitting, now: datetime, started: datetime, note: str = "") -> Ask:
    """Asks the question at hand, from its beginning or in the middle; `note` stands before it."""
    question = question_of(plan, sitting)
    why = plan.questions[sitting.at].why
    parts = [note, _asked(question, sitting), f"*{escape(_sentence(why))}*" if why and not sitting.missed else ""]
    if sitting.parts:
        parts.append(f"So far: {_said(sitting.parts)}.")
    reply = Reply(
        title=_title(plan, sitting, question),
        text="\n\n".join(filter(None, parts)),
        footer=_clock(plan, question, now, started),
        buttons=_buttons(sitting),
    )
    return _waiting(session, sitting, reply)


def noted(session: int, sitting: Sitting) -> Ask:
    """That a message was taken as part of the answer. A pause ends the answer as *Done* does."""
    text = (
        f"Noted: {_said(sitting.parts)}. Send more, or press *Done*; after a minute without a word I take it as done."
    )
    undo = Button("Undo last", answer="undo")
    hint = (_hint(sitting),) if sitting.hints < HINTS and not sitting.missed else ()
    reply = Reply(text=text, buttons=((DONE, undo), (*hint, SKIP, STOP)), slot=f"draft:{session}")
    return _waiting(session, sitting, reply, pauses=True)


def _waiting(session: int, sitting: Sitting, reply: Reply, *, pauses: bool = False) -> Ask:
    at = place(session, sitting)
    return Ask(reply=reply, then=STEP, state=at, lapse=Lapse(seconds=PAUSE, job=MARK, args=at) if pauses else None)


def place(session: int, sitting: Sitting) -> dict[str, int | str]:
    """Where in a session something belongs: what comes late is known by it."""
    return {"session": session, "at": sitting.at, "stage": sitting.stage, "missed": sitting.missed}


def _asked(question: Question, sitting: Sitting) -> str:
    if sitting.missed:
        return f"One more thing: {next(one.question for one in question.follow_ups if one.missed == sitting.missed)}"
    if not question.stages:
        return question.question
    stage = question.stages[sitting.stage - 1]
    step = f"**Step {sitting.stage} of {len(question.stages)} · {stage.title}**\n{stage.ask}"
    return f"{question.question}\n\n{step}" if sitting.stage == 1 else step


def _title(plan: Plan, sitting: Sitting, question: Question) -> str:
    count = f"Question {sitting.at + 1} of {len(plan.questions)}" if len(plan.questions) > 1 else "Question"
    return f"{count} · {SUBJECTS[question.topic].name} · {question.level}"


def _clock(plan: Plan, question: Question, now: datetime, started: datetime) -> str:
    about = f"About {counted(question.minutes, 'minute')}, typed or spoken."
    if not plan.minutes:
        return about
    return f"{about} {int((now - started).total_seconds() // 60)} of {plan.minutes} minutes used."


def _buttons(sitting: Sitting) -> tuple[tuple[Button, ...], ...]:
    hint = (_hint(sitting),) if sitting.hints < HINTS and not sitting.missed else ()
    first = (DONE, *hint, SKIP) if sitting.parts else (*hint, SKIP)
    return (first, (REPEAT, STOP))


def _hint(sitting: Sitting) -> Button:
    return Button(f"Hint {sitting.hints + 1} (−{HINT:g})", answer="hint")


def _said(parts: Sequence[str]) -> str:
    words = sum(len(part.split()) for part in parts)
    return f"{counted(len(parts), 'message')}, {counted(words, 'word')}"


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:].rstrip(".") + "."


def hinted(session: int, sitting: Sitting, question: Question) -> Ask:
    """A hint; the answer may go on."""
    text = f"**Hint {sitting.hints} of {HINTS}** · {question.hints[sitting.hints - 1]}"
    cost = f"It costs {HINT * sitting.hints:g} of 10 in all."
    return _waiting(session, sitting, Reply(text=text, footer=cost, buttons=_buttons(sitting)))
