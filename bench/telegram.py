"""Messages per second through the Telegram door and the engine, against a bare python-telegram-bot echo.

Both talk to the same fake Bot API server, a process of its own: `python -m bench.telegram`.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from adapters.telegram.platform import TelegramPlatform
from core.account.store import AccountStore
from core.chat.book import Book
from core.chat.engine import Engine
from core.chat.jobs import EmbeddedRunner
from core.chat.markdown import escape
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.turn import Answer, Turn
from core.storage.chat_store import ChatStore
from core.storage.database import Database

PEOPLE, EACH, ROUNDS = 25, 40, 3
AIM = 0.6


class Fake:
    """The server, and the people who write to it."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, token: str) -> None:
        self._process, self.url, self.token = process, url, token
        self._answered = 0

    async def asks(self, **line: Any) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(line).encode() + b"\n")
        return json.loads(await self._process.stdout.readline())  # type: ignore[no-any-return]

    async def rate(self, each: int) -> float:
        """Messages per second while everyone writes `each` messages."""
        people = [f"p{number}" for number in range(PEOPLE)]
        await self.asks(do="says", people=people, text="message", times=each)
        self._answered += PEOPLE * each
        told = await self.asks(do="await", answers=self._answered)
        return PEOPLE * each / float(told["seconds"])


Side = Callable[[Fake], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def fake() -> AsyncIterator[Fake]:
    command = (sys.executable, "-m", "tests.fakes.telegram")
    pipes = {"stdin": asyncio.subprocess.PIPE, "stdout": asyncio.subprocess.PIPE}
    process = await asyncio.create_subprocess_exec(*command, **pipes)
    assert process.stdin
    assert process.stdout
    told = json.loads(await process.stdout.readline())
    try:
        yield Fake(process, told["url"], told["token"])
    finally:
        process.stdin.close()
        await process.wait()


@asynccontextmanager
async def bare(server: Fake) -> AsyncIterator[None]:
    """What one writes in ten lines with the library alone."""

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    application = (
        Application.builder()
        .token(server.token)
        .base_url(f"{server.url}/bot")
        .base_file_url(f"{server.url}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        assert application.updater
        await application.start()
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def ours(server: Fake) -> AsyncIterator[None]:
    """The door, the engine, and SQLite on disk: every message is written down before it is answered."""
    book = Book()

    @book.step("chat.talk")
    async def echo(_turn: Turn, _state: dict[str, Any], answer: Answer) -> Outcome:
        return Reply(text=escape(answer.text))

    platform = TelegramPlatform(server.token, server.url)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}")
        await database.migrate()
        store = ChatStore(database)
        engine = Engine(
            book=book,
            store=store,
            directory=AccountStore(),
            channels={"telegram": platform.channel},
            now=_now,
            token=lambda: token_urlsafe(6),
            tools={},
        )
        engine.use(EmbeddedRunner(store, engine.labour, _now))
        await engine.start()
        await platform.start(engine)
        yield
        await platform.stop()
        await engine.stop()
        await database.close()


@dataclass(frozen=True)
class Pace:
    """How fast one side was: messages per second, and CPU milliseconds per message of its own process."""

    rate: float
    cost: float


async def measured(side: Side) -> Pace:
    async with fake() as server, side(server):
        await server.rate(1)
        began = time.process_time()
        rate = await server.rate(EACH)
        return Pace(rate, 1000 * (time.process_time() - began) / (PEOPLE * EACH))


def _now() -> datetime:
    return datetime.now(UTC)


async def main() -> float:
    """Prints both paces and their ratio; each is the median of rounds in turn, so that a busy machine slows both."""
    sides: dict[str, Side] = {"python-telegram-bot echo": bare, "door, engine and SQLite": ours}
    paces: dict[str, list[Pace]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name, side in sides.items():
            paces[name].append(await measured(side))
    rates = {name: statistics.median(pace.rate for pace in found) for name, found in paces.items()}
    costs = {name: statistics.median(pace.cost for pace in found) for name, found in paces.items()}
    for name in sides:
        print(f"{name:28}{rates[name]:6.0f} messages/s {costs[name]:6.2f} ms CPU each")
    plain, full = rates.values()
    print(f"{'ratio':28}{full / plain:6.2f} (aim ≥ {AIM})")
    return full / plain


if __name__ == "__main__":
    asyncio.run(main())
