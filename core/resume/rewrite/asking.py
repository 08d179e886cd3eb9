"""The dialogue that fills blanks: one question at a time, and every answer is kept as the person's own fact."""

import re
from collections.abc import Sequence
from typing import Annotated, Any

from core.chat.book import Book, Option
from core.chat.markdown import escape
from core.chat.outcome import Ask, Later, Outcome
from core.chat.reply import Reply
from core.chat.turn import Answer, Turn
from core.resume.rewrite import views
from core.resume.rewrite.admitting import admitted
from core.resume.rewrite.closing import BadAnswer
from core.resume.rewrite.deciding import Rewrite, held, shown
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.session import Session
from core.resume.rewrite.store import FactStore, OwnFact, RewriteStore

book = Book()
_UNKNOWN = re.compile(
    r"skip|pass|none|nothing(?: special)?|unknown|"
    r"n/?a|no|nope|[-–—?]+|idk|dunno|(?:no|not an?y) idea|not sure|no clue|can'?t (?:say|tell)|"
    r"(?:i )?(?:do not|don['’]?t) (?:know|remember|recall)"
)


@book.command("askme", "Ask for what only I know", hidden=True)
async def askme(
    turn: Turn, rewrite: Rewrite, number: Annotated[int, Option(question="Which line, or 0 for all", minimum=0)] = 0
) -> Outcome:
    """The questions that wait, or (with a line's number) those of this line, skipped ones too."""
    session = await held(turn, rewrite)
    draft = session.draft(number)
    if draft and draft.state != "taken" and not draft.gaps:
        draft.decline("open")
        await RewriteStore(turn.tx, turn.person.id).keep(rewrite, session)
    question = await _next(turn, rewrite, session, number)
    if question:
        return question
    return shown(rewrite, session, number if draft else 0, said="Nothing is left to ask there.")


async def _next(turn: Turn, rewrite: int, session: Session, number: int, said: str = "") -> Ask | None:
    facts = await FactStore(turn.tx, turn.person.id).all()
    return next_question(rewrite, session, facts, number=number, said=said)


def next_question(
    rewrite: int, session: Session, facts: Sequence[OwnFact], *, number: int = 0, said: str = ""
) -> Ask | None:
    """The next blank that waits, of one line or (0) of those worth asking; None where none does."""
    draft = session.draft(number)
    waiting = [(number, blank) for blank in draft.gaps] if draft else session.questions()
    if not waiting:
        return None
    at, blank = waiting[0]
    return _ask(rewrite, session, at, blank, facts, only=bool(draft), said=said)


def _ask(
    rewrite: int,
    session: Session,
    number: int,
    blank: Blank,
    facts: Sequence[OwnFact],
    *,
    only: bool,
    said: str = "",
    free: bool = False,
) -> Ask:
    known = _known(session, number, blank, facts)
    reply = views.question(rewrite, session, number, blank, said=said, known=known, free=free)
    state = {"rewrite": rewrite, "number": number, "mark": blank.mark, "only": only}
    return Ask(reply=reply, then="rewrite.answer", state=state)


def _known(session: Session, number: int, blank: Blank, facts: Sequence[OwnFact]) -> str:
    """What the person answered to this question before."""
    before = session.drafts[number - 1].proposal.before
    return next((fact.answer for fact in facts if (fact.question, fact.about) == (blank.question, before)), "")


@book.step("rewrite.answer")
async def answered(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """An answer fills its blank; *Skip* leaves it out; *Stop* goes back to the overview."""
    rewrite, number = state["rewrite"], state["number"]
    session = await held(turn, rewrite)
    draft = session.drafts[number - 1]
    blank = next((blank for blank in draft.gaps if blank.mark == state["mark"]), None)
    if answer.pressed == views.STOP:
        return shown(rewrite, session)
    if blank is None:  # decided by another button meanwhile
        return await _next(turn, rewrite, session, 0) or shown(rewrite, session)
    facts = await FactStore(turn.tx, turn.person.id).all()
    if answer.pressed == views.ELSE:
        return _ask(rewrite, session, number, blank, facts, only=state["only"], free=True)
    said = _said(answer, blank, _known(session, number, blank, facts))
    if answer.pressed == views.SKIP or _UNKNOWN.fullmatch(said.lower().strip(" .!")):
        return await _skipped(turn, state, session, blank)
    try:
        said = admitted(said, blank)
        draft.answer(blank, said, session.steps + 1)
    except BadAnswer as problem:
        again = escape(str(problem))
        return _ask(rewrite, session, number, blank, facts, only=state["only"], said=again, free=not answer.pressed)
    await RewriteStore(turn.tx, turn.person.id).keep(rewrite, session)
    await FactStore(turn.tx, turn.person.id).add(blank.question, said, draft.proposal.before, turn.now)
    args = {"rewrite": rewrite, "number": number if state["only"] else 0, "step": draft.step}
    return Later(job="rewrite.next", args=args, saying=Reply(text="Noted. Counting …", slot=views.slot(rewrite)))


def _said(answer: Answer, blank: Blank, known: str) -> str:
    """The answer in words, whichever way it came."""
    if answer.pressed == views.KNOWN:
        return known
    if answer.pressed.startswith(views.CHOICE):
        at = int(answer.pressed.removeprefix(views.CHOICE))
        return blank.choices[at] if at < len(blank.choices) else ""
    return answer.text.strip()


async def _skipped(turn: Turn, state: dict[str, Any], session: Session, blank: Blank) -> Outcome:
    rewrite, number = state["rewrite"], state["number"]
    draft = session.drafts[number - 1]
    draft.skipped.append(blank.mark)
    await RewriteStore(turn.tx, turn.person.id).keep(rewrite, session)
    only = number if state["only"] else 0
    question = await _next(turn, rewrite, session, only, "Skipped; nothing is made up.")
    return question or shown(rewrite, session, only)
