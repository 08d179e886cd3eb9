"""What can be done with the question at hand: finish its answer, ask for a hint, skip it, hear it again, undo, stop.

Each is a word that is typed, or a button which names the place that it belongs to.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated

from core.chat.book import Book, Option
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Turn
from core.interview.sessions import asking, beginning, ending, moving
from core.interview.sessions.asking import HINTS, at
from core.interview.sessions.store import Session, SessionStore

book = Book()
PASSED = Reply(text="That question is over; the newest one is further down. /interview goes on.", notice=True)
NOT_OPEN = Reply(
    text="No interview is under way. /interview begins one.", buttons=((Button("Interview", run="interview"),),)
)


async def finish(turn: Turn, session: Session) -> Outcome:
    """The answer is whole: its next stage, or the work of marking it."""
    sitting = at(session)
    if not sitting.parts and asking.room(sitting):
        note = "There is no answer yet. Write it first, or *Skip* the question."
        return asking.ask(session, turn.now, note)
    if not moving.last_stage(session):
        return await moving.staged(turn.tx, turn.person.id, session, turn.now)
    return marking(session)


def marking(session: Session) -> Later:
    """The work that follows upon a finished answer."""
    saying = Reply(text="Reading your answer …", slot=f"draft:{session.id}")
    return Later(job=asking.MARK, args=asking.place(session), saying=saying)


async def hint(turn: Turn, session: Session) -> Outcome:
    sitting = at(session)
    if sitting.missed:
        note = "There are no hints to this one: say what comes to mind, or *Skip* it."
        return asking.ask(session, turn.now, note)
    if sitting.hints == HINTS:
        return asking.ask(session, turn.now, "That was the last hint.")
    helped = sitting.model_copy(update={"hints": sitting.hints + 1})
    return asking.ask(await moving.changed(turn.tx, turn.person.id, session, helped), turn.now)


async def undo(turn: Turn, session: Session) -> Outcome:
    sitting = at(session)
    if not sitting.parts:
        if sitting.stage > 1 and not sitting.missed:
            return await moving.stepped_back(turn.tx, turn.person.id, session, turn.now)
        return asking.ask(session, turn.now, "There is nothing to undo.")
    left = sitting.model_copy(update={"parts": sitting.parts[:-1]})
    moved = await moving.changed(turn.tx, turn.person.id, session, left)
    note = "Taken back: your last message does not count."
    return asking.noted(moved, note) if left.parts else asking.ask(moved, turn.now, note)


async def repeat(turn: Turn, session: Session) -> Outcome:
    return asking.ask(session, turn.now, anew=True)


async def skip(turn: Turn, session: Session) -> Outcome:
    """Leaves out the stage, the follow-up or the question; what was said before is marked."""
    sitting = at(session)
    if asking.is_gone(session.plan, sitting):
        return await moving.passed(turn, session, "")
    if sitting.missed:
        return marking(session)
    if not moving.last_stage(session):
        return await moving.staged(turn.tx, turn.person.id, session, turn.now)
    if any(sitting.said):
        return marking(session)
    return await moving.skip(turn, session)


async def stop(turn: Turn, session: Session) -> Outcome:
    return await ending.stop(turn, session)


DOES: Mapping[str, Callable[[Turn, Session], Awaitable[Outcome]]] = {
    "done": finish,
    "hint": hint,
    "skip": skip,
    "repeat": repeat,
    "undo": undo,
    "stop": stop,
}
_SUMMARIES = {
    "done": "Take the answer as finished",
    "hint": "A hint to the question at hand",
    "skip": "Skip the question at hand",
    "repeat": "The question at hand once more",
    "undo": "Take back the last message of an answer",
    "stop": "Stop the interview",
}


def _declare(word: str) -> None:
    @book.command(word, _SUMMARIES[word], hidden=True)
    async def does(
        turn: Turn,
        session: Annotated[int, Option(question="Which session", minimum=0)] = 0,
        spot: Annotated[str, Option(question="Which question")] = "",
    ) -> Outcome:
        store = SessionStore(turn.tx, turn.person.id)
        found = await store.session(session) if session else await store.open()
        if found is None or found.state != "open":
            return PASSED if session else NOT_OPEN
        sitting = at(found)
        if sitting.answer and word == "skip" and not session:
            return await beginning.resume(turn.tx, turn.person.id, found, turn.now)
        where, plus, count = spot.partition("+")
        if word != "stop" and (sitting.answer or where not in {"", asking.spot(sitting)}):
            return PASSED
        if plus + count not in {"", asking.times(sitting, word)}:
            return asking.ask(found, turn.now)
        return await DOES[word](turn, found)


for _word in DOES:
    _declare(_word)
