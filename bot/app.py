"""The composition root: settings → storage, engine, adapters, scheduler. The only place that knows every part."""

import asyncio
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol

from adapters.console.channel import ConsoleChannel
from adapters.console.platform import ConsolePlatform
from bot.book import saved_files, the_book
from bot.language_model import model_of, transcriber_of
from bot.scheduler import Scheduler
from bot.settings import Settings
from core.account.keeping import Keeper
from core.account.store import AccountStore
from core.chat.channel import Channel, Ear
from core.chat.engine import Engine
from core.chat.jobs import EmbeddedRunner
from core.chat.ports import Runner
from core.interview.scoring.scorer import Scorer
from core.llm.desk import Desk
from core.llm.store import forget_usage
from core.llm.transcripts import Transcripts
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
        model, transcriber = model_of(settings), transcriber_of(settings)
        if model:
            stack.push_async_callback(model.close)
        if transcriber:
            stack.push_async_callback(transcriber.close)
        desk = Desk(model, daily=settings.openai_daily_tokens)
        transcripts = Transcripts(transcriber, daily=settings.openai_daily_tokens)
        engine = Engine(
            book=the_book(store, people, settings, *keepers, desk=desk),
            store=store,
            directory=people,
            channels={channel.platform: channel for channel in channels},
            now=now,
            token=token,
            tools={Sandbox: sandbox, Desk: desk, Transcripts: transcripts, Scorer: Scorer()},
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
