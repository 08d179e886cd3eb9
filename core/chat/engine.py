"""The engine: hears requests, answers them one at a time per person, runs jobs, and leaves what to say in the outbox."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from core.chat.book import Book
from core.chat.channel import Channel
from core.chat.dispatch import Dispatch
from core.chat.labour import Labour
from core.chat.outbox import Outbox
from core.chat.ports import Directory, Line, Runner, Store, place_of
from core.chat.reply import Reply
from core.chat.request import Invoked, Pressed, Request, Said, Sender, storable
from core.chat.settle import Scene, Settle
from core.chat.turn import Transaction, Turn

log = logging.getLogger(__name__)

OOPS = Reply(text="Something broke on my side; it is in the log. Nothing of yours is lost: please try that once more.")


class Engine:
    """What the adapters talk to. Give it a runner with `use`, then `start` it.

    `now` returns an aware UTC moment, `token` a short unguessable word; both are injected for tests. A process that
    only works (no platform of its own) has `speaks=False`: what it has to say is said by the process that does.
    """

    def __init__(
        self,
        *,
        book: Book,
        store: Store,
        directory: Directory,
        channels: Mapping[str, Channel],
        now: Callable[[], datetime],
        token: Callable[[], str],
        tools: Mapping[type, object],
        poll: float | None = None,
        speaks: bool = True,
    ) -> None:
        self.book = book
        self._store, self._directory, self._now, self._token = store, directory, now, token
        self._dispatch = Dispatch(book)
        self._settle = Settle(book, store, channels, token, lambda: self._runner)
        self._outbox = Outbox(store, directory, channels if speaks else {}, now, poll)
        self.labour = Labour(book, store, directory, channels, now, tools, self._settle, self._outbox)
        self._platforms = frozenset(channels) if speaks else frozenset()
        self._runner: Runner
        self._waiting: dict[tuple[str, str], deque[Request]] = {}
        self._turns: set[asyncio.Task[None]] = set()

    def use(self, runner: Runner) -> None:
        """The runner that does the jobs; it calls `engine.labour`."""
        self._runner = runner

    async def start(self) -> None:
        """Takes up what a former process left: unsaid lines, unanswered requests, unfinished jobs."""
        await self._outbox.start()
        async with self._store.begin() as tx:
            unanswered = await self._store.heard(tx)
        for request in unanswered:
            self._enqueue(request)
        await self._runner.start()

    async def stop(self) -> None:
        """Stops at once; every row says what is to be done at the next start."""
        for task in self._turns:
            task.cancel()
        await asyncio.gather(*self._turns, return_exceptions=True)
        await self._runner.stop()
        await self._outbox.stop()

    async def idle(self) -> None:
        """Returns when every request is answered, every due job done, and everything said."""
        while True:
            if self._turns:
                await asyncio.wait(self._turns)
            await self._runner.idle()
            await self._outbox.idle()
            if not self._turns:
                return

    async def hear(self, requests: Sequence[Request]) -> list[str]:
        """See `core.chat.channel.Ear.hear`."""
        requests = [part for request in requests for part in one_file_each(storable(request))]
        async with self._store.begin() as tx:
            new = set(await self._store.hear(tx, requests, self._now()))
        fresh = [request for request in requests if request.id in new]
        for request in fresh:
            self._enqueue(request)
        return [request.id for request in fresh]

    async def suggest(self, sender: Sender, command: str, option: str, typed: str) -> tuple[str, ...]:
        """See `core.chat.channel.Ear.suggest`."""
        known = self.book.commands.get(command)
        field = next((field for field in known.fields if field.name == option), None) if known else None
        if field is None:
            return ()
        if field.suggest is None:
            return tuple(value for value, label in field.choices if typed.lower() in label.lower())[:25]
        return (await field.suggest(sender, typed))[:25]

    def _enqueue(self, request: Request) -> None:
        if request.address.platform not in self._platforms:
            return
        key = (request.sender.platform, request.sender.id)
        queue = self._waiting.get(key)
        if queue is not None:
            queue.append(request)
            return
        self._waiting[key] = deque([request])
        task = asyncio.create_task(self._converse(key))
        self._turns.add(task)
        task.add_done_callback(self._turns.discard)

    async def _converse(self, key: tuple[str, str]) -> None:
        queue = self._waiting[key]
        while queue:
            await self._answer(queue.popleft())
        del self._waiting[key]

    async def _answer(self, request: Request) -> None:
        try:
            async with self._store.begin() as tx:
                lines = await self._turn(tx, request)
        except Exception:
            log.exception("a turn failed", extra={"request": request.id})
            lines = await self._apologise(request)
        for line in lines:
            self._outbox.put(line)

    async def _turn(self, tx: Transaction, request: Request) -> list[Line]:
        now = self._now()
        if not await self._store.answered(tx, request.id, now):
            return []
        person = await self._directory.person(tx, request.sender, now)
        dialogue = await self._store.dialogue(tx, person.id, place_of(request.address))
        turn = Turn(tx=tx, person=person, request=request, now=now, token=self._token)
        found = await self._dispatch.answer(turn, dialogue)
        scene = Scene(
            person=person.id,
            address=request.address,
            now=now,
            via=request.via,
            pressed=_pressed(request),
            from_step=found.from_step,
            had_dialogue=dialogue is not None,
        )
        return await self._settle(tx, scene, found.outcome)

    async def _apologise(self, request: Request) -> list[Line]:
        """The honest last word on a request that broke; if even that cannot be stored, it is tried at the next start."""
        now = self._now()
        try:
            async with self._store.begin() as tx:
                if not await self._store.answered(tx, request.id, now):
                    return []
                person = await self._directory.person(tx, request.sender, now)
                scene = Scene(person=person.id, address=request.address, now=now, via=request.via)
                return await self._settle(tx, scene, OOPS)
        except Exception:
            log.exception("no word could be stored", extra={"request": request.id})
            return []


def one_file_each(request: Request) -> list[Request]:
    """A message with several files as several requests, each with the message's words, so that no file is passed over."""
    said = request.input
    if not isinstance(said, Said) or len(said.files) < 2:
        return [request]
    return [
        replace(request, id=f"{request.id}#{number}" if number else request.id, input=replace(said, files=(file,)))
        for number, file in enumerate(said.files)
    ]


def _pressed(request: Request) -> str:
    return request.input.message if isinstance(request.input, Pressed | Invoked) else ""
