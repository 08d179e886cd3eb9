"""Everything that can be said to the assistant, and everything that is kept of a person: the rooms put together."""

from urllib.parse import urlsplit

from adapters.console.saved import FOLDER
from bot.settings import Settings
from core.account.commands import NEVER, account
from core.account.keeping import Keeper
from core.account.store import AccountStore
from core.assistant import commands as assistant
from core.chat.basics import basics
from core.chat.book import Book
from core.chat.markdown import code
from core.chat.turn import Transaction
from core.interview import keeping as interviews
from core.interview.history import commands as history
from core.interview.sessions import commands as interview
from core.llm import commands as llm
from core.llm.desk import Desk
from core.resume import commands as resume
from core.resume import corrections, jobs
from core.resume.match import commands as match
from core.resume.rewrite import commands as rewrite
from core.resume.rewrite import own_facts
from core.resume.versions import commands as versions
from core.storage.chat_store import ChatStore


def the_book(
    store: ChatStore, people: AccountStore, settings: Settings, *keepers: Keeper, desk: Desk | None = None
) -> Book:
    """Everything that can be said to the assistant. `keepers` are parts of a door that keep something of a person."""
    book = Book()
    basics(book, store)
    desk = desk or Desk(None)
    llm.model(book, desk, settings.admin_ids)
    where = (
        "in a database file on the computer that runs me"
        if settings.database_file
        else "in the database of whoever hosts me"
    )
    rooms_that_keep = [
        rewrite.KEEPER,
        own_facts.KEEPER,
        match.KEEPER,
        resume.KEEPER,
        interviews.KEEPER,
        assistant.KEEPER,
        conversation(store),
        *([usage()] if desk.ready else []),
        *keepers,
    ]
    sent = what_a_model_learns(settings) if desk.ready else NEVER
    account(book, people, rooms_that_keep, where, [llm.left_today(desk)], sent)
    rooms = (
        interview.book,  # before what takes up long texts: they may be a piece of an answer
        history.book,
        match.book,
        resume.book,
        corrections.book,
        jobs.book,
        rewrite.book,
        versions.book,
    )
    book.include(*rooms)
    assistant.assistant(book, model=desk.ready)
    return book


def conversation(store: ChatStore) -> Keeper:
    """What the conversation itself keeps: numbers, so that nothing is answered twice."""

    async def tell(_tx: Transaction, _person: int) -> str:
        return "the numbers of recent messages, so that nothing is answered twice; a question of mine that still waits"

    async def forget(tx: Transaction, person: int) -> str:
        await store.forget_person(tx, person)
        return ""

    return Keeper("Our conversation", tell, forget)


def usage() -> Keeper:
    """What is counted of the language model's use: no words."""

    async def tell(_tx: Transaction, _person: int) -> str:
        return "how many of its tokens you used on each of the last 35 days"

    async def forget(_tx: Transaction, _person: int) -> str:
        return ""  # the counts go with the person's row

    return Keeper("The language model's use", tell, forget)


def what_a_model_learns(settings: Settings) -> str:
    """What is sent where, when a model helps."""
    server = code(urlsplit(settings.openai_base_url).hostname or "")
    return (
        f"Where the language model at {server} helps, it gets the words that it needs: lines of your résumé, of a job post, "
        "what you ask. Your name, e-mail addresses, phone numbers, links, addresses, dates of birth and numbers of identity "
        "are replaced by marks before, as far as I recognise them. No other service learns anything of you."
    )


def saved_files() -> Keeper:
    """What the console saved where it was started: the person's own files by now."""

    async def tell(_tx: Transaction, _person: int) -> str:
        return f"pictures and files that you asked for, in the folder {FOLDER}/ where you started me"

    async def forget(_tx: Transaction, _person: int) -> str:
        return f"What I saved in {FOLDER}/ is yours to delete."

    return Keeper("Saved files", tell, forget)
