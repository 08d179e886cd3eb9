"""Free talk: answered by the model from the person's own data, or by rules with the commands that were meant."""

from typing import Annotated

from core.account.keeping import Keeper
from core.assistant import phrases
from core.assistant.store import MemoryStore
from core.assistant.talking import answered
from core.chat.book import Book, Option
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Transaction, Turn, Work
from core.llm.store import MODEL, is_on

FAILED = "I could not answer that just now. /help shows what I can do without thinking it over."
THINKING = Reply(text="Thinking …")


def assistant(book: Book, *, model: bool) -> None:
    """Adds free talk to a book that holds everything else. Without a model the rules of `core.chat.guess` answer it."""
    book.idle += phrases.IDLE
    if not model:
        return

    @book.job("assistant.answer", failure=FAILED, deadline=60.0, attempts=1)
    async def answer(work: Work, text: str) -> Outcome:
        return await answered(work, book, text)

    @book.listen
    async def free_talk(turn: Turn, text: str) -> Outcome | None:
        if not text.strip() or not await is_on(turn.tx, MODEL):
            return None
        return Later(job="assistant.answer", args={"text": text}, saying=THINKING)

    @book.overhear
    async def in_public(turn: Turn, text: str) -> Outcome | None:
        """A question asked in public is kept, and answered where only this person sees it."""
        if not text.strip() or not await is_on(turn.tx, MODEL):
            return None
        number = await MemoryStore(turn.tx, turn.person.id).ask_later(text, turn.now)
        button = Button("Answer me privately", run=f"ask {number}", away=True)
        return Reply(text="That is between you and me: I answer where only you can see it.", buttons=((button,),))

    @book.command("ask", "The answer to a question that was asked in public", hidden=True)
    async def ask(turn: Turn, number: Annotated[int, Option(question="Which question", minimum=1)]) -> Outcome:
        text = await MemoryStore(turn.tx, turn.person.id).asked(number)
        if not text:
            return Reply(text="That question was somebody else's, or is answered already. Ask me anything here.")
        return Later(job="assistant.answer", args={"text": text}, saying=THINKING)


async def _tell(tx: Transaction, person: int) -> str:
    count = await MemoryStore(tx, person).count()
    return f"the last {count} things that we said in free talk" if count else "nothing"


async def _forget(tx: Transaction, person: int) -> str:
    await MemoryStore(tx, person).forget()
    return ""


KEEPER = Keeper("Our talk", _tell, _forget, name="chat", precious=False)
