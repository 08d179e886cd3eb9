"""A whole assistant for tests: the real engine, book, storage and sandbox, with a clock that can be moved."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Self

from bot.book import the_book
from bot.settings import Settings
from core.account.store import AccountStore
from core.chat.book import Book
from core.chat.channel import Channel
from core.chat.engine import Engine
from core.chat.jobs import EmbeddedRunner
from core.interview.scoring.scorer import Scorer
from core.llm.desk import Desk
from core.llm.port import Model, Transcriber
from core.llm.transcripts import Transcripts
from core.sandbox import Sandbox
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from tests.plain import PlainChannel, Someone

SCORER = Scorer()  # holds no state of a world, and takes a moment to load
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class World:
    """An engine over a migrated database at `url`. `channels` are other platforms' channels, beside the plain one.

    The sandbox is shared (starting one takes a second). `book` adds declarations of a test's own. `model` is asked
    through a desk that gives each person `daily` tokens, and `transcriber` hears; both belong to the test, and outlive a
    restart.
    """

    def __init__(
        self,
        url: str,
        sandbox: Sandbox,
        *,
        channels: Sequence[Channel] = (),
        book: Book | None = None,
        modals: bool = False,
        model: Model | None = None,
        transcriber: Transcriber | None = None,
        daily: int = 60_000,
        admins: frozenset[str] = frozenset(),
    ) -> None:
        self.url, self.sandbox = url, sandbox
        self.channel = PlainChannel(modals=modals)
        self.channels: list[Channel] = [self.channel, *channels]
        self._book = book
        self.desk = Desk(model, daily=daily)
        self._transcripts = Transcripts(transcriber, daily=daily)
        self._admins = admins
        self._numbers = count(1)
        self._tokens = count(1)
        self.moment = START
        self.engine: Engine
        self.store: ChatStore

    def now(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> None:
        """The clock moves on."""
        self.moment += timedelta(**time)

    def number(self) -> int:
        return next(self._numbers)

    def token(self) -> str:
        return f"t{next(self._tokens)}"

    async def begin(self) -> None:
        self._stack = AsyncExitStack()
        database = Database(self.url)
        self._stack.push_async_callback(database.close)
        self.store, people = ChatStore(database), AccountStore()
        settings = Settings(_env_file=None, database_url=self.url, admin_ids=self._admins)
        book = the_book(self.store, people, settings, desk=self.desk)
        self.engine = Engine(
            book=book.include(self._book) if self._book else book,
            store=self.store,
            directory=people,
            channels={channel.platform: channel for channel in self.channels},
            now=self.now,
            token=self.token,
            tools={Sandbox: self.sandbox, Desk: self.desk, Transcripts: self._transcripts, Scorer: SCORER},
        )
        self.engine.use(EmbeddedRunner(self.store, self.engine.labour, self.now))
        self._stack.push_async_callback(self.engine.stop)
        await self.engine.start()

    async def end(self) -> None:
        await self._stack.aclose()

    async def restarts(self) -> None:
        """The process ends wherever it is and begins anew on the same database."""
        await self.end()
        await self.begin()

    def person(self, name: str = "Ada", *, private: bool = True) -> Someone:
        return Someone(self, name, private=private)

    async def __aenter__(self) -> Self:
        await self.begin()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.end()
