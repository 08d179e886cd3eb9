"""An answer as it comes: messages are gathered until *Done* or a pause, and a few words alone act as the buttons do."""

import re
from collections.abc import Mapping
from typing import Any

from core.chat.book import Book
from core.chat.outcome import Ask, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Answer, Turn
from core.interview.sessions import asking, beginning, doing, moving, voice
from core.interview.sessions.asking import LONGEST
from core.interview.sessions.store import Session, SessionStore

book = Book().include(doing.book, voice.book)
OVER = Reply(
    text="That question is over. /interview goes on, or begins anew.",
    buttons=((Button("Interview", run="interview"),),),
)
STAYS = "The interview stays open with your answers: /interview goes on with it."
PASSED = "The question before is over; this is the one at hand."
TOO_LONG = f"I read the first {LONGEST:,} characters of an answer. The rest of this is not read: press *Done*."
NO_WORDS = "I need your answer in words: type it, in one message or several."
NO_FILES = "I cannot read an answer from a file or a picture. Type it, in one message or several; nothing is lost."
_WORDS: Mapping[str, str] = {
    "done": r"done|that'?s (?:it|all)|that is (?:it|all)|i'?m done|i am done|finished|finish|ready|end of answer",
    "hint": r"hint|a hint|hint please|give me a hint|(?:next|another) hint|help me|clue|tip",
    "skip": r"skip|pass|next|skip (?:it|this|this one|the question)|next (?:one|question)|next please",
    "repeat": r"repeat|again|repeat (?:it|that|the question)|say (?:it|that) again|what was the question",
    "undo": r"undo|back|go back|step back|undo (?:it|that|last)|take (?:it|that) back|scratch that",
    "stop": r"stop|quit|exit|end|end it|abort|stop (?:it|here|the interview|interview)|end the interview|enough",
}
_CONTROLS = {name: re.compile(rf"/?(?:{words})[.!?]*", re.IGNORECASE) for name, words in _WORDS.items()}


def control(text: str) -> str:
    """The button that a few words alone stand for; "" for an answer."""
    said = text.strip().replace("’", "'")
    return next((name for name, words in _CONTROLS.items() if words.fullmatch(said)), "")


@book.step(asking.STEP, takes="talk", goes_on=STAYS)
async def answered(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """One message of an answer, or what is to be done with the question."""
    session = await SessionStore(turn.tx, turn.person.id).session(state["session"])
    if session is None or session.state != "open":
        return OVER
    if asking.place(session) != state or asking.at(session).answer:
        return await beginning.resume(turn.tx, turn.person.id, session, turn.now, PASSED)
    spoken = voice.hear(turn, session, answer)
    if spoken:
        return spoken
    if answer.files:
        words = answer.text.strip()
        return await _taken(turn, session, words, NO_FILES) if words else asking.ask(session, turn.now, NO_FILES)
    does = doing.DOES.get(control(answer.text))
    return await does(turn, session) if does else await _taken(turn, session, answer.text)


async def _taken(turn: Turn, session: Session, text: str, note: str = "") -> Outcome:
    if not text.strip():
        return asking.ask(session, turn.now, NO_WORDS)
    asked = await add(turn, session, text, note)
    if not turn.request.address.mute:
        return asked
    whole = await SessionStore(turn.tx, turn.person.id).session(session.id)  # only one text can be sent there
    return await doing.finish(turn, whole or session)


async def add(turn: Turn, session: Session, text: str, note: str = "") -> Ask:
    """Takes a message as part of the answer, as far as it will be read."""
    sitting = asking.at(session)
    room = asking.room(sitting)
    part = text.strip()[:room]
    if len(text.strip()) > room:
        note = TOO_LONG
    if not part:
        return asking.noted(session, note)
    parts = (*sitting.parts, part)
    moved = await moving.changed(turn.tx, turn.person.id, session, sitting.model_copy(update={"parts": parts}))
    return asking.noted(moved, note)
