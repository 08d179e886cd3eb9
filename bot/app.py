"""The composition root: settings → storage, engine, adapters, scheduler. The only place that knows every part."""

import asyncio
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol
from urllib.parse import urlsplit

from adapters.console.channel import ConsoleChannel
from adapters.console.platform import ConsolePlatform
from adapters.console.saved import FOLDER
from bot.language_model import model_of
from bot.scheduler import Scheduler
from bot.settings import Settings
from core.account.commands import NEVER, account
from core.account.keeping import Keeper
from core.account.store import AccountStore
from core.assistant import commands as assistant
from core.chat.basics import basics
from core.chat.book import Book
from core.chat.channel import Channel, Ear
from core.chat.engine import Engine
from core.chat.jobs import EmbeddedRunner
from core.chat.markdown import code
from core.chat.ports import Runner
from core.chat.turn import Transaction
from core.llm import commands as llm
from core.llm.desk import Desk
from core.llm.store import forget_usage
from core.resume import commands as resume
from core.resume import corrections, jobs
from core.resume.match import commands as match
from core.resume.rewrite import commands as rewrite
from core.resume.rewrite import own_facts
from core.resume.versions import commands as versions
from core.sandbox import Sandbox
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.lock import lock_of

log = logging.getLogger(__name__)

# what a file's process imports before its first file
WORKER_MODULES = (
    "core.resume.assess",
    "core.resume.marked",
    "core.resume.match.making",
    "core.resume.rewrite.scoring",
)
POLL = 0.5  # seconds between looks for what workers left in the outbox


class Platform(Protocol):
    """A door: hears between `start` and `stop`, and writes through its channel."""

    @property
    def channel(self) -> Channel: ...

    async def start(self, ear: Ear) -> None: ...

    async def stop(self) -> None: ...


def now() -> datetime:
    return datetime.now(UTC)


def token() -> str:
    """Eight letters that cannot be guessed: 48 bits."""
    return secrets.token_urlsafe(6)


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
        assistant.KEEPER,
        conversation(store),
        *([usage()] if desk.ready else []),
        *keepers,
    ]
    sent = what_a_model_learns(settings) if desk.ready else NEVER
    account(book, people, rooms_that_keep, where, [llm.left_today(desk)], sent)
    rooms = (match.book, resume.book, corrections.book, jobs.book, rewrite.book, versions.book)
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


def doors(settings: Settings) -> list[Platform]:
    """The platforms whose token is set."""
    found: list[Platform] = []
    if settings.telegram_bot_token:
        from adapters.telegram.platform import TelegramPlatform

        found.append(TelegramPlatform(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url))
    if settings.discord_bot_token:
        from adapters.discord.platform import DiscordPlatform

        found.append(
            DiscordPlatform(
                settings.discord_bot_token.get_secret_value(),
                api=settings.discord_api_url,
                gateway=settings.discord_gateway_url,
            )
        )
    return found


@asynccontextmanager
async def engine_for(
    settings: Settings, channels: Sequence[Channel], *keepers: Keeper, speaks: bool = True
) -> AsyncIterator[Engine]:
    """A started engine over the settings' database; everything it opened is closed at the end."""
    async with AsyncExitStack() as stack:
        lock = lock_of(settings.database_url)
        if lock:
            lock.acquire()
            stack.callback(lock.release)
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        await database.migrate()
        store, people = ChatStore(database), AccountStore()
        sandbox = await stack.enter_async_context(Sandbox(settings.workers, modules=WORKER_MODULES))
        model = model_of(settings)
        if model:
            stack.push_async_callback(model.close)
        desk = Desk(model, daily=settings.openai_daily_tokens)
        engine = Engine(
            book=the_book(store, people, settings, *keepers, desk=desk),
            store=store,
            directory=people,
            channels={channel.platform: channel for channel in channels},
            now=now,
            token=token,
            tools={Sandbox: sandbox, Desk: desk},
            poll=POLL if settings.jobs == "shared" and speaks else None,
            speaks=speaks,
        )
        engine.use(_runner(settings, database, store, engine))
        stack.push_async_callback(engine.stop)
        await engine.start()
        scheduler = Scheduler(store, now, forget_usage)
        scheduler.start()
        stack.callback(scheduler.stop)
        yield engine


def _runner(settings: Settings, database: Database, store: ChatStore, engine: Engine) -> Runner:
    if settings.jobs == "embedded":
        return EmbeddedRunner(store, engine.labour, now)
    from core.storage.shared_runner import ProcrastinateRunner

    return ProcrastinateRunner(database, engine.labour)


async def serve(settings: Settings) -> None:
    """Runs every platform with a token until the process is asked to end."""
    platforms = doors(settings)
    ended = _ending()
    async with AsyncExitStack() as stack:
        engine = await stack.enter_async_context(engine_for(settings, [door.channel for door in platforms]))
        for door in platforms:
            stack.push_async_callback(door.stop)
            await door.start(engine)
        log.info("running", extra={"platforms": [door.channel.platform for door in platforms]})
        await ended.wait()
        log.info("stopping")


async def work(settings: Settings) -> None:
    """Only does jobs; the process that runs the platforms says what comes of them."""
    ended = _ending()
    channels = [ConsoleChannel(), *(door.channel for door in doors(settings))]  # to fetch files with
    async with engine_for(settings, channels, speaks=False):
        log.info("working")
        await ended.wait()


async def talk(settings: Settings) -> int:
    """The console chat; returns the exit status."""
    channel = ConsoleChannel()
    first = settings.database_file is not None and not settings.database_file.exists()
    async with engine_for(settings, [channel], saved_files()) as engine:
        return await ConsolePlatform(engine, engine.idle, channel, greet=first).run()


def _ending() -> asyncio.Event:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    return ended
