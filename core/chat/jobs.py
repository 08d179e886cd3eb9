"""The embedded runner: jobs of one process, without a queue. The rows are the truth; this only says when and how many."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from core.chat.ports import Job, Performer, Store
from core.chat.turn import Transaction

_LONGEST_NAP = 1.0  # seconds; clocks may be set, and a test's clock jumps
_AFTER_FAILURE = timedelta(seconds=10)
_logger = logging.getLogger(__name__)


class EmbeddedRunner:
    """Implements `core.chat.ports.Runner` on asyncio: one job at a time per person, in order, `at_once` of all people.

    A job that is to be tried again later keeps the later jobs of the same person waiting.
    """

    def __init__(self, store: Store, perform: Performer, now: Callable[[], datetime], *, at_once: int = 4) -> None:
        self._store, self._perform, self._now = store, perform, now
        self._slots = asyncio.Semaphore(at_once)
        self._started = False
        self._known: set[int] = set()
        self._queues: dict[int, list[tuple[int, datetime]]] = {}
        self._servers: dict[int, asyncio.Task[None]] = {}
        self._asleep: set[asyncio.Task[None]] = set()  # jobs that were put off when they were made
        self._busy = 0  # people with a job that runs or is due
        self._quiet = asyncio.Event()
        self._quiet.set()

    async def submit(self, tx: Transaction, job: Job) -> None:
        """Takes the job up once the transaction that stores it has been committed."""
        tx.after_commit(lambda: self._take(job))

    async def start(self) -> None:
        """Takes up whatever is unfinished, then whatever is submitted."""
        self._started = True
        async with self._store.begin() as tx:
            unfinished = await self._store.open_jobs(tx)
        for job in unfinished:
            self._take(job)

    async def stop(self) -> None:
        """Stops at once; what was running stays unfinished in its row and is taken up at the next start."""
        self._started = False
        servers = [*self._servers.values(), *self._asleep]
        for server in servers:
            server.cancel()
        await asyncio.gather(*servers, return_exceptions=True)
        self._queues.clear()
        self._servers.clear()
        self._known.clear()
        self._busy = 0  # a server that was cancelled before its first step has not said that it rests
        self._quiet.set()

    async def idle(self) -> None:
        """Returns when nothing runs and nothing is due."""
        await self._quiet.wait()

    def _take(self, job: Job) -> None:
        if not self._started or not job.put_off or job.run_at <= self._now():
            self._enqueue(job)
            return
        sleeper = asyncio.create_task(self._wake(job))
        self._asleep.add(sleeper)
        sleeper.add_done_callback(self._asleep.discard)

    async def _wake(self, job: Job) -> None:
        """Lets a job that was put off join its person's queue when it is due."""
        await self._sleep(job.run_at)
        self._enqueue(job)

    def _enqueue(self, job: Job) -> None:
        if not self._started or job.id in self._known:
            return
        self._known.add(job.id)
        queue = self._queues.setdefault(job.person, [])
        queue.append((job.id, job.run_at))
        queue.sort()
        if job.person not in self._servers:
            self._rouse()
            self._servers[job.person] = asyncio.create_task(self._serve(job.person))

    async def _serve(self, person: int) -> None:
        queue = self._queues[person]
        try:
            while queue:
                job_id, due = queue[0]
                await self._until(due)
                async with self._slots:
                    again = await self._attempt(job_id)
                queue.remove((job_id, due))
                if again is None:
                    self._known.discard(job_id)
                else:
                    queue.append((job_id, again))
                    queue.sort()
        finally:
            del self._queues[person], self._servers[person]
            self._rest()

    async def _attempt(self, job_id: int) -> datetime | None:
        try:
            return await self._perform(job_id)
        except Exception:
            _logger.exception("job %s could not be tried", job_id)
            return self._now() + _AFTER_FAILURE

    async def _until(self, due: datetime) -> None:
        if due <= self._now():
            return
        self._rest()
        try:
            await self._sleep(due)
        finally:
            self._rouse()

    async def _sleep(self, due: datetime) -> None:
        while (seconds := (due - self._now()).total_seconds()) > 0:  # noqa: ASYNC110 (the clock is not ours)
            await asyncio.sleep(min(seconds, _LONGEST_NAP))

    def _rouse(self) -> None:
        self._busy += 1
        self._quiet.clear()

    def _rest(self) -> None:
        self._busy -= 1
        if self._busy == 0:
            self._quiet.set()
