"""An answer as it comes: messages are gathered, and a few words alone act as the buttons do."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from core.chat.book import Book
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Answer, Turn
from core.interview.sessions import asking, ending, moving
from core.interview.sessions.store import Session, SessionStore

book = Book()
LONGEST = 12_000  # characters of an answer that are read
OVER = Reply(
    text="That question is over. /interview goes on, or begins anew.",
    buttons=((Button("Interview", run="interview"),),),
    notice=True,
)
TOO_LONG = (
    f"I read the first {LONGEST:,} characters of an answer, and this is longer: press *Done*, and say less next time."
)
EMPTY = "I need your answer in words: type it, in one message or several."
_WORDS: Mapping[str, str] = {
    "done": r"done|that'?s (?:it|all)|finished|finish|end of answer",
    "hint": r"hint|a hint|give me a hint|help me|clue",
    "skip": r"skip|pass|next|skip (?:it|this|this one)|next question",
    "repeat": r"repeat|again|repeat the question|say (?:it|that) again|what was the question",
    "undo": r"undo|undo last|take that back",
    "stop": r"stop|quit|exit|end|stop (?:it|the interview|interview)",
}
_CONTROLS = {name: re.compile(rf"/?(?:{words})[.!?]*", re.IGNORECASE) for name, words in _WORDS.items()}


def control(text: str) -> str:
    """The button that a few words alone stand for; "" for an answer."""
    said = text.strip()
    return next((name for name, words in _CONTROLS.items() if words.fullmatch(said)), "")


@book.step(asking.STEP, takes="talk")
async def answered(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """One message of an answer, or what is to be done with the question."""
    session = await SessionStore(turn.tx, turn.person.id).session(state["session"])
    if session is None or session.sitting is None:
        return OVER
    does = _DOES.get(answer.pressed or control(answer.text))
    if does:
        return await does(turn, session)
    return await said(turn, session, answer.text.strip())


async def said(turn: Turn, session: Session, text: str) -> Outcome:
    """Adds a message to the answer; where only one can be sent, it is the whole answer."""
    sitting = moving.at(session)
    if not text:
        return moving.again(turn, session, EMPTY)
    if sum(map(len, sitting.parts)) > LONGEST:
        return moving.again(turn, session, TOO_LONG)
    sitting = sitting.model_copy(update={"parts": (*sitting.parts, text)})
    await SessionStore(turn.tx, turn.person.id).sit(session.id, sitting)
    if turn.request.address.mute:
        return marking(session)
    return asking.noted(session.id, sitting)


async def _done(turn: Turn, session: Session) -> Outcome:
    if not moving.at(session).parts:
        return moving.again(turn, session, "There is no answer yet. Write it first, or *Skip* the question.")
    return marking(session)


def marking(session: Session) -> Later:
    """The work that follows upon a finished answer."""
    saying = Reply(text="Reading your answer …", slot=f"draft:{session.id}")
    return Later(job=asking.MARK, args=asking.place(session.id, moving.at(session)), saying=saying)


async def _hint(turn: Turn, session: Session) -> Outcome:
    sitting, question = moving.at(session), asking.question_of(session.plan, moving.at(session))
    if sitting.missed:
        return moving.again(turn, session, "There are no hints to a follow-up; say what comes to mind, or *Skip* it.")
    if sitting.hints == asking.HINTS:
        return moving.again(turn, session, "That was the last hint.")
    sitting = sitting.model_copy(update={"hints": sitting.hints + 1})
    await SessionStore(turn.tx, turn.person.id).sit(session.id, sitting)
    return asking.hinted(session.id, sitting, question)


async def _undo(turn: Turn, session: Session) -> Outcome:
    sitting = moving.at(session)
    if not sitting.parts:
        return moving.again(turn, session, "There is nothing to undo.")
    sitting = sitting.model_copy(update={"parts": sitting.parts[:-1]})
    await SessionStore(turn.tx, turn.person.id).sit(session.id, sitting)
    return asking.ask(
        session.id, session.plan, sitting, turn.now, session.started_at, "Taken back: your last message does not count."
    )


async def _repeat(turn: Turn, session: Session) -> Outcome:
    return moving.again(turn, session)


async def _skip(turn: Turn, session: Session) -> Outcome:
    sitting = moving.at(session)
    if sitting.missed:  # the follow-up only: the answer before it counts
        return marking(session)
    return await moving.skip(turn, session)


async def _stop(turn: Turn, session: Session) -> Outcome:
    return await ending.stop(turn, session)


_DOES: Mapping[str, Callable[[Turn, Session], Awaitable[Outcome]]] = {
    "done": _done,
    "hint": _hint,
    "skip": _skip,
    "repeat": _repeat,
    "undo": _undo,
    "stop": _stop,
}
