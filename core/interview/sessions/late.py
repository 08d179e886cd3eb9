"""What is said when no question is waiting: more of an answer that a pause had closed, or a word such as "next"."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.chat.book import Book
from core.chat.markdown import escape
from core.chat.outcome import Ask, Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Answer, Turn, Work
from core.interview.bank import questions
from core.interview.cards.remembering import correct
from core.interview.grading.marking import mark
from core.interview.history.store import AnswerStore
from core.interview.sessions import answering, asking, beginning, doing, ending, labels, telling
from core.interview.sessions.jobs import LOST
from core.interview.sessions.store import Session, SessionStore

book = Book()
STEP, MORE = "interview.late", "interview.more"
AGO = timedelta(minutes=5)  # since an answer was scored: what is said later is something else
OPEN = timedelta(hours=2)  # since a question was asked
LONG = 400  # characters of a text in several lines that is a matter of its own
LEAST = 8  # words of what may be a piece of an answer
_ON = re.compile(
    r"(?:ok(?:ay)?,? )?(?:go on|continue|carry on|next(?: one| question| please)?|move on)[.!]*", re.IGNORECASE
)
_YES = re.compile(r"(?:yes|yeah|yep|yup|sure|y|ok(?:ay)?|count it|it (?:is|was)|of course)\b.*", re.IGNORECASE)
_NO = re.compile(r"(?:no|nope|n|not|leave it(?: out)?)\b.*", re.IGNORECASE)
LEFT_OUT = Reply(
    text="I leave it out, then. /interview goes on where we were.",
    buttons=((Button("Go on", run="ivgo", style="primary"), Button("History", run="history")),),
)
_QUESTION = re.compile(
    r"\?\s*$|^(?:why|what|how|when|where|who|which|can|could|would|do|does|did|is|are|please)\b", re.IGNORECASE
)


@book.listen
async def overheard(turn: Turn, text: str) -> Outcome | None:
    """Takes up what belongs to an interview; None for all other talk."""
    session = await SessionStore(turn.tx, turn.person.id).open()
    sitting = session.sitting if session else None
    read = bool(sitting and sitting.answer) and answering.control(text) == "skip"
    if session and (read or _ON.fullmatch(text.strip())):
        return await beginning.resume(turn.tx, turn.person.id, session, turn.now)
    waits = session is not None and sitting is not None and not sitting.answer and turn.now - sitting.asked_at < OPEN
    if session and waits and answering.control(text):
        return await doing.DOES[answering.control(text)](turn, session)
    label = None if waits else await labels.pressed(turn, text)
    if label:
        return label
    if session is None and answering.control(text) == "skip" and await _just_scored(turn):
        return ending.MORE
    if len(text.split()) < LEAST or _QUESTION.search(text.strip()) or _is_paper(text):
        return None
    more = await _just_scored(turn)
    if more and not waits:
        return _asked("Was that more of your answer to", more[1], text, {"answer": more[0]})
    if session and sitting and waits:
        asked = asking.question_of(session.plan, sitting)
        return _asked("Is that your answer to", asked.question, text, asking.place(session))
    return None


def _is_paper(text: str) -> bool:
    """Whether a text is rather a job post or a résumé than a piece of an answer."""
    return len(text) >= LONG and "\n" in text.strip()


async def _just_scored(turn: Turn) -> tuple[int, str] | None:
    """The answer (its number and question) that was scored a moment ago."""
    newest = await AnswerStore(turn.tx, turn.person.id).listed(1)
    found = [one for one in newest if one.score is not None and turn.now - one.answered_at < AGO]
    asked = questions().get(found[0].question) if found else None
    return (found[0].id, asked.question) if asked else None


def _asked(words: str, question: str, text: str, state: dict[str, Any]) -> Ask:
    buttons = (Button("Yes, count it", answer="yes", style="primary"), Button("No", answer="no"))
    reply = Reply(text=f"{words} “{escape(question)}”?", buttons=(buttons,))
    return Ask(reply=reply, then=STEP, state={**state, "text": text[: asking.LONGEST]})


@book.step(STEP, takes="words")
async def late(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """Whether it belongs to the answer. *Done* counts it, too; whatever else is said is taken up as it is without it."""
    said = answer.text.strip()
    done = answering.control(said) == "done"
    if answer.pressed == "no" or _NO.fullmatch(said):
        return LEFT_OUT
    if answer.pressed != "yes" and not done and not _YES.fullmatch(said):
        return await _taken_up(turn, state, said)
    return await _counted(turn, state, done=done)


async def _taken_up(turn: Turn, state: dict[str, Any], said: str) -> Outcome:
    """What is said in place of yes or no: still more of the answer, another matter, or nothing that I know."""
    meant = await overheard(turn, said)
    if isinstance(meant, Ask) and meant.then == STEP:
        text = f"{state['text']}\n{said}"[: asking.LONGEST]
        return replace(meant, state={**meant.state, "text": text})
    return meant or LEFT_OUT


async def _counted(turn: Turn, state: dict[str, Any], *, done: bool) -> Outcome:
    """Counts what was said late: the answer is scored again, or has one more message and may be `done` with it."""
    number = state.get("answer") or await _scored_since(turn, state)
    if number:
        args = {"answer": number, "text": state["text"]}
        return Later(job=MORE, args=args, saying=Reply(text="Reading your answer again …"))
    session = await SessionStore(turn.tx, turn.person.id).session(state["session"])
    here = {name: value for name, value in state.items() if name != "text"}
    if session is None or session.state != "open" or asking.place(session) != here:
        return answering.OVER
    asked = await answering.add(turn, session, state["text"])
    whole = await SessionStore(turn.tx, turn.person.id).session(session.id) if done else None
    return await doing.finish(turn, whole) if whole else asked


async def _scored_since(turn: Turn, state: dict[str, Any]) -> int:
    """The number of the answer that was kept for this place in the meantime; 0 where none was."""
    answers = await AnswerStore(turn.tx, turn.person.id).of_session(state["session"])
    return next((one.id for one in answers if one.place == state["at"] and one.mark), 0)


@book.job(MORE, failure=LOST, deadline=120.0)
async def more(work: Work, answer: int, text: str) -> Outcome:
    """Scores an answer again with what was said late; done twice it changes nothing more."""
    async with work.begin() as tx:
        given = await telling.kept_answer(tx, work.person.id, answer)
        session = await SessionStore(tx, work.person.id).session(given.session)
    question = telling.question_of(given)
    said, follow_up = given.text, given.follow_up
    if text not in {said.split("\n")[-1], follow_up.split("\n")[-1]}:
        said, follow_up = (said, f"{follow_up}\n{text}") if follow_up else (f"{said}\n{text}", "")
    whole = "\n".join(filter(None, (said, follow_up)))[: asking.LONGEST]
    graded = await mark(work, question, whole, given.hints, private=await telling.private(work))
    async with work.begin() as tx:
        store = AnswerStore(tx, work.person.id)
        await telling.kept_answer(tx, work.person.id, answer)
        await store.score_anew(answer, said, follow_up, graded.mark)
        missed = [one.point for one in graded.mark.verdicts if one.standing != "covered"]
        await correct(tx, work.person.id, question, graded.mark.score, missed, given.answered_at)
        marked = await store.answer(answer)
    return await telling.told(work, _held(session), marked or given, graded.note)


def _held(session: Session | None) -> Session:
    if session is None:
        raise LookupError("an answer without a session")
    return session
