"""The facts that a person gave in answer to questions: shown, and removed one by one or all."""

from typing import Annotated

from core.account.keeping import Keeper
from core.chat.book import Book, Option
from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.outcome import Outcome
from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.turn import Transaction, Turn
from core.resume import phrases
from core.resume.review.phrasing import counted
from core.resume.rewrite.steps import cut
from core.resume.rewrite.store import FactStore, OwnFact, RewriteStore

book = Book()
PAGE = 8  # facts on a page
Page = Annotated[int, Option(question="Which page", minimum=1)]


@book.command(
    "facts",
    "What you told me of your work, and removing it",
    group="Résumé",
    order=16,
    guess=("facts", "answers", "told", "remember", "numbers"),
    examples=phrases.FACTS,
    reads=True,
)
async def facts(turn: Turn, page: Page = 1) -> Outcome:
    return _shown(await FactStore(turn.tx, turn.person.id).all(), page)


@book.command("dropfact", "Remove a fact", hidden=True)
async def dropfact(turn: Turn, fact: Annotated[int, Option(question="Which fact", minimum=1)]) -> Outcome:
    store = FactStore(turn.tx, turn.person.id)
    await store.drop(fact)
    return _shown(await store.all(), 1, "Removed. Lines that you took with it stay as they are.")


def _shown(found: list[OwnFact], page: int, note: str = "") -> Reply:
    if not found:
        text = "I keep no facts of yours. When /rewrite asks you something and you answer, the answer is kept here."
        return Reply(title="Your facts", text=f"{note}\n\n{text}".strip(), slot="facts")
    pages = -(-len(found) // PAGE)
    page = min(page, pages)
    start = (page - 1) * PAGE
    some = list(enumerate(found, 1))[start : start + PAGE]
    menu = Menu(
        tuple(Choice(cut(f"{number}. {fact.answer}", 60), str(fact.id)) for number, fact in some),
        run="dropfact",
        prompt="Remove one",
    )
    rows = ((Button("Remove all", run=line("forget", "facts"), style="danger"),),)
    return Reply(
        title="Your facts" + (f" · page {page} of {pages}" if pages > 1 else ""),
        text="\n\n".join(filter(None, [note, *(_told(number, fact) for number, fact in some), "Remove one:"])),
        menu=menu,
        buttons=(*_pager(page, pages), *rows),
        slot="facts",
    )


def _told(number: int, fact: OwnFact) -> str:
    return f"**{number}. {escape(fact.question)}** {escape(fact.answer)}\n{quote(cut(fact.about))}"


def _pager(page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    row = [Button("‹ Previous", run=line("facts", page - 1))] if page > 1 else []
    if page < pages:
        row.append(Button("Next ›", run=line("facts", page + 1)))
    return (tuple(row),) if row else ()


async def _tell(tx: Transaction, person: int) -> str:
    count = len(await FactStore(tx, person).all())
    return f"{counted(count, 'answer')} of yours about your work (/facts shows them)" if count else "none"


async def _forget(tx: Transaction, person: int) -> str:
    await FactStore(tx, person).forget()
    await RewriteStore(tx, person).forget()  # it holds the answers, too
    return ""


KEEPER = Keeper("Facts that you told me", _tell, _forget, name="facts")
