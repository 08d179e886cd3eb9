"""What is decided line by line: take, undo, leave, edit, and all safe ones at once. Any button works in any order."""

from typing import Annotated, Any

from core.chat.book import Book, Option
from core.chat.fields import Field
from core.chat.outcome import Fill, Later, Outcome
from core.chat.reply import Form, Reply
from core.chat.turn import Answer, Apology, Turn
from core.resume.reading.cleanup import clean
from core.resume.rewrite import steps, views
from core.resume.rewrite.session import Draft, Session
from core.resume.rewrite.store import RewriteStore

book = Book()
Rewrite = Annotated[int, Option(question="Which rewriting", minimum=1)]
Number = Annotated[int, Option(question="Which line", minimum=1)]
LONGEST = 400  # characters of a line in a person's own words
FEWEST = 3  # words of it, in a script that parts them by spaces
FINISHED = "That rewriting is finished; its version is kept. /versions shows it, and /rewrite goes on from there."


async def held(turn: Turn, rewrite: int) -> Session:
    """The person's rewriting, while it is under way; raises the apology for one that is gone or finished."""
    session = await RewriteStore(turn.tx, turn.person.id).held(rewrite)
    if session.made:
        raise Apology(FINISHED)
    return session


async def _line(turn: Turn, rewrite: int, number: int) -> tuple[Session, Draft]:
    session = await held(turn, rewrite)
    draft = session.draft(number)
    if draft is None:
        raise Apology(f"There is no line {number} in this rewriting; it has {len(session.drafts)}.")
    return session, draft


def shown(
    rewrite: int, session: Session, number: int = 0, *, step: int = 0, said: str = "", resumed: bool = False
) -> Outcome:
    """A line, or the overview (0): at once where its scores are known, else by a job that counts them."""
    if not session.uncounted(number):
        said = said or steps.taken_step(session, step)
        return views.place(rewrite, session, number, said=said, resumed=resumed)
    args = {"rewrite": rewrite, "number": number, "step": step}
    return Later(job="rewrite.show", args=args, saying=Reply(text="Counting …", slot=views.slot(rewrite)))


async def _kept(turn: Turn, rewrite: int, session: Session, number: int, step: int = 0) -> Outcome:
    """Writes a decision down and shows what comes next: a line, or the overview where none waits (0)."""
    await RewriteStore(turn.tx, turn.person.id).keep(rewrite, session)
    return shown(rewrite, session, number, step=step)


@book.command("rewriting", "Where a rewriting stands", hidden=True)
async def rewriting(turn: Turn, rewrite: Rewrite) -> Outcome:
    return shown(rewrite, await held(turn, rewrite))


@book.command("reline", "One line of a rewriting", hidden=True)
async def reline(turn: Turn, rewrite: Rewrite, number: Number) -> Outcome:
    session, _ = await _line(turn, rewrite, number)
    return shown(rewrite, session, number)


@book.command("take", "Take a proposed line", hidden=True)
async def take(turn: Turn, rewrite: Rewrite, number: Number) -> Outcome:
    session, draft = await _line(turn, rewrite, number)
    if draft.state == "taken" or not draft.better:  # an old button, pressed once more
        return shown(rewrite, session, number)
    draft.take(draft.offered, session.steps + 1)
    return await _kept(turn, rewrite, session, session.undecided(number), draft.step)


@book.command("leave", "Leave a line as it is", hidden=True)
async def leave(turn: Turn, rewrite: Rewrite, number: Number) -> Outcome:
    session, draft = await _line(turn, rewrite, number)
    draft.decline("left")
    return await _kept(turn, rewrite, session, session.undecided(number))


@book.command("untake", "Undo a taken line", hidden=True)
async def untake(turn: Turn, rewrite: Rewrite, number: Number) -> Outcome:
    session, draft = await _line(turn, rewrite, number)
    draft.decline("open")
    return await _kept(turn, rewrite, session, number)


@book.command("takeall", "Take all lines that change words only", hidden=True)
async def takeall(turn: Turn, rewrite: Rewrite) -> Outcome:
    session = await held(turn, rewrite)
    if not session.safe():  # an old button, pressed once more
        return shown(rewrite, session)
    return Later(
        job="rewrite.takeall", args={"rewrite": rewrite}, saying=Reply(text="Counting …", slot=views.slot(rewrite))
    )


@book.command("edit", "Word a line yourself", hidden=True)
async def edit(turn: Turn, rewrite: Rewrite, number: Number) -> Outcome:
    _, draft = await _line(turn, rewrite, number)
    return _form(rewrite, number, draft.text or draft.shown, f"Line {number} in your words")


def _form(rewrite: int, number: int, current: str, title: str) -> Fill:
    longest = max(LONGEST, len(current))
    field = Field(
        name="line", question="The line, as you want it", multiline=True, minimum=1, maximum=longest, current=current
    )
    state = {"rewrite": rewrite, "number": number}
    return Fill(form=Form(title, (field,)), then="rewrite.edited", state=state)


@book.step("rewrite.edited")
async def edited(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """The person's own words, as they are; only a gap left open is asked about."""
    rewrite, number = state["rewrite"], state["number"]
    session, draft = await _line(turn, rewrite, number)
    text = " ".join(clean(str(answer.fields["line"])).text.split())
    if not text:
        return _form(rewrite, number, draft.shown, "The line needs some words")
    if text != draft.proposal.before and len(text.split()) < FEWEST and text.isascii():
        return _form(rewrite, number, text, f"A line needs at least {FEWEST} words")
    if any(blank.mark in text for blank in draft.proposal.blanks):
        return _form(rewrite, number, text, "Fill the gap in […], or take it out")
    if text == draft.proposal.before:
        draft.decline("left")
        return await _kept(turn, rewrite, session, session.undecided(number))
    draft.take(text, session.steps + 1, own=True)
    return await _kept(turn, rewrite, session, session.undecided(number), draft.step)
