"""What one can say about rewriting: start, go on, start afresh, and make a version of what was taken."""

from typing import Annotated

from core.account.keeping import Keeper
from core.chat.book import Book, Option
from core.chat.markdown import code
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Transaction, Turn
from core.resume import phrases
from core.resume.kept import Review, kept_review
from core.resume.review.phrasing import counted
from core.resume.rewrite import asking, deciding, jobs, own_facts
from core.resume.rewrite.deciding import Rewrite, held, shown
from core.resume.rewrite.store import RewriteStore
from core.resume.store import Kept, ResumeStore

book = Book().include(deciding.book, asking.book, jobs.book, own_facts.book)


@book.command(
    "rewrite",
    "Reword your résumé line by line; nothing is made up",
    label="✍️ Rewrite",
    group="Résumé",
    order=12,
    guess=("reword", "rephrase", "improve", "wording", "polish", "bullets", "better", "stronger", "edit"),
    examples=phrases.REWRITE,
)
async def rewrite(
    turn: Turn, review: Annotated[int | None, Option(question="The number of a review", minimum=1)] = None
) -> Outcome:
    """The latest résumé, or the one of a review; what is under way goes on where it was."""
    person = turn.person.id
    kept = await kept_review(turn.tx, person, review) if review else await ResumeStore(turn.tx, person).latest()
    if kept is None:
        text = "I reword a résumé line by line, and need yours for that. Send it as a file, or press the button."
        return Reply(text=text, buttons=((Button("📄 Résumé", run="resume", style="primary"),),))
    going = await RewriteStore(turn.tx, person).unfinished(kept.file_id)
    if going is None:
        return _begun(kept)
    return shown(going, await held(turn, going), resumed=True)


def _begun(kept: Kept) -> Later:
    saying = Reply(text=f"Reading {code(kept.name)} line by line …")
    return Later(job="rewrite.begin", args={"review": kept.id}, saying=saying)


@book.command("afresh", "Start a rewriting afresh", hidden=True)
async def afresh(turn: Turn, review: Review) -> Outcome:
    kept = await kept_review(turn.tx, turn.person.id, review)
    await RewriteStore(turn.tx, turn.person.id).drop(kept.file_id)
    return _begun(kept)


@book.command("finish", "Make a version of what was taken", hidden=True)
async def finish(turn: Turn, rewrite: Rewrite) -> Outcome:
    session = await RewriteStore(turn.tx, turn.person.id).held(rewrite)
    if session.taken():
        return Later(job="rewrite.finish", args={"rewrite": rewrite}, saying=Reply(text="Making your new version …"))
    said = "You have taken no line yet, so there is nothing to make. Take one, or answer a question, first."
    return shown(rewrite, session, said=said)


async def _tell(tx: Transaction, person: int) -> str:
    count = await RewriteStore(tx, person).count()
    return f"{counted(count, 'rewriting')}: what was proposed and what you decided" if count else "none"


async def _forget(tx: Transaction, person: int) -> str:
    await RewriteStore(tx, person).forget()
    return ""


KEEPER = Keeper("Rewritings", _tell, _forget)
