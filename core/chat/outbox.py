"""The outbox at work: takes lines that were committed, shows them through their channel, and writes down what came of it.

One line at a time per place, many places at once. Whatever is unsaid when the process dies is said after the restart.
"""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from datetime import datetime

from core.chat.channel import Busy, Channel, Delivery, Unavailable, Unreachable
from core.chat.gate import Gate
from core.chat.ports import Directory, Line, Store, place_of
from core.chat.reply import Reply

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0  # seconds between two tries while a platform is down
REMEMBERED = 20_000  # recent ids and names of messages kept in memory
_APOLOGY = Reply(text="I had an answer, but it could not be shown here. It is in the log; please try it another way.")


class Outbox:
    """Delivers lines. `poll` (seconds) also looks for lines that other processes committed; None for one process."""

    def __init__(
        self,
        store: Store,
        directory: Directory,
        channels: Mapping[str, Channel],
        now: Callable[[], datetime],
        poll: float | None = None,
    ) -> None:
        self._store, self._directory, self._channels = store, directory, channels
        self._now, self._poll_every = now, poll
        self._queues: dict[str, deque[Line]] = {}
        self._known: OrderedDict[int, None] = OrderedDict()
        self._names: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._done: list[tuple[Line, str, asyncio.Future[None]]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._gates = {platform: Gate() for platform in channels}
        self._writing: asyncio.Task[None] | None = None
        self._polling: asyncio.Task[None] | None = None
        self._quiet = asyncio.Event()
        self._quiet.set()

    async def start(self) -> None:
        """Takes up what was left unsaid."""
        await self._collect()
        if self._poll_every is not None:
            self._polling = asyncio.create_task(self._poll(self._poll_every))

    async def stop(self) -> None:
        """Stops at once; what is unsaid stays in its row."""
        tasks = [task for task in (*self._tasks, self._polling) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._writing:
            await asyncio.gather(self._writing, return_exceptions=True)

    async def idle(self) -> None:
        """Returns when everything known of has been said and written down, also what other processes left."""
        if self._poll_every is not None:
            await self._collect()
        await self._quiet.wait()

    def put(self, line: Line) -> None:
        """Takes a committed line."""
        if line.id in self._known or line.address.platform not in self._channels:
            return
        _remember(self._known, line.id, None)
        self._quiet.clear()
        place = place_of(line.address)
        queue = self._queues.get(place)
        if queue is None:
            self._queues[place] = deque([line])
            task = asyncio.create_task(self._speak(place))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            overtaken = [old for old in queue if not old.final and old.edits == line.edits]
            for old in overtaken:
                queue.remove(old)
            queue.append(line)

    async def _collect(self) -> None:
        async with self._store.begin() as tx:
            lines = await self._store.unsaid(tx, tuple(self._channels))
        for line in lines:
            self.put(line)

    async def _poll(self, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            try:
                await self._collect()
            except Exception:  # the database may be away for a while
                log.exception("outbox poll failed")

    async def _speak(self, place: str) -> None:
        queue = self._queues[place]
        while queue:
            await self._say(place, queue.popleft())
        del self._queues[place]
        if not self._queues:
            self._quiet.set()

    async def _say(self, place: str, line: Line) -> None:
        """Shows one line, as often as it takes, and returns when that is written down."""
        delivery = await self._delivery(place, line)
        platform, tries = line.address.platform, 0
        while True:
            pause = 0.0
            try:
                async with self._gates[platform].passed():
                    reference = await self._channels[platform].show(delivery)
                    return await self._took(place, line, reference)
            except Busy as busy:
                pause = busy.seconds
            except Unavailable as problem:
                if not line.final:
                    return await self._took(place, line, delivery.edits)
                tries += 1
                pause = min(LONGEST_PAUSE, 0.5 * 2 ** min(tries, 10))
                log.warning("platform unavailable", extra={"line": line.id, "tries": tries, "why": str(problem)[:80]})
            except Unreachable:
                await self._lost(line)
                return await self._took(place, line, "")
            except Exception:  # Refused, or a fault of the adapter: neither may stop the lines behind it
                log.exception("a reply was refused", extra={"line": line.id})
                if not line.final or delivery.reply is _APOLOGY:
                    return await self._took(place, line, delivery.edits)
                delivery = Delivery(id=f"{line.id}x", address=line.address, reply=_APOLOGY, via=line.via)
            await asyncio.sleep(pause)

    async def _took(self, place: str, line: Line, reference: str) -> None:
        """The platform took a line: its row is the next thing to be written, before any turn that waits."""
        for slot in {line.reply.slot, line.edits} - {""}:
            _remember(self._names, (place, slot), reference)
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._done.append((line, reference, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await written

    async def _write(self) -> None:
        while self._done:
            batch, self._done = self._done, []
            try:
                async with self._store.begin(urgent=True) as tx:
                    await self._store.said(tx, [(line, reference) for line, reference, _ in batch], self._now())
            except Exception:
                log.exception("could not write down what was said")
                self._done = batch + self._done
                await asyncio.sleep(1.0)
                continue
            for _, _, written in batch:
                if not written.done():
                    written.set_result(None)
        self._writing = None

    async def _delivery(self, place: str, line: Line) -> Delivery:
        edits = ""
        if line.edits:
            edits = self._names.get((place, line.edits), "")
            if not edits:
                async with self._store.begin() as tx:
                    edits = await self._store.message(tx, place, line.edits)
        return Delivery(
            id=str(line.id), address=line.address, reply=line.reply, edits=edits, via=line.via, final=line.final
        )

    async def _lost(self, line: Line) -> None:
        log.info("person unreachable", extra={"line": line.id, "platform": line.address.platform})
        async with self._store.begin() as tx:
            await self._directory.unreachable(tx, line.address.platform, line.person, self._now())


def _remember(memory: OrderedDict, key: object, value: object) -> None:  # type: ignore[type-arg]
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)
