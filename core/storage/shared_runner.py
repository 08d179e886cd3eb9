"""The runner for many processes: the same jobs, handed out by Procrastinate on the same PostgreSQL."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate import exceptions as queue_errors
from procrastinate import jobs as queue_jobs
from sqlalchemy import text

from core.chat.ports import Job, Performer
from core.chat.turn import Transaction
from core.storage.chat_store import ChatStore
from core.storage.database import Database, connection_of

QUEUE = "jobs"
_POLL = 0.5  # seconds; a person's next job is not announced when the one before ends
_LOCK = 0x72_65_73_63_75_65  # one process at a time looks for lost jobs, or two would queue the same one
_AFTER_FAILURE = timedelta(seconds=10)
_logger = logging.getLogger(__name__)


class Again(Exception):
    """Not an error: tells the queue when the job wants its next attempt."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment)
        self.moment = moment


class _Retries(BaseRetryStrategy):
    """Everything comes back, since the row alone says when a job has ended."""

    def get_retry_decision(self, *, exception: BaseException, job: queue_jobs.Job) -> RetryDecision:  # noqa: ARG002
        if isinstance(exception, Again):
            return RetryDecision(retry_at=exception.moment)
        if isinstance(exception, asyncio.CancelledError):
            return RetryDecision(retry_at=datetime.now(UTC))  # we are being stopped: another worker may have it
        return RetryDecision(retry_at=datetime.now(UTC) + _AFTER_FAILURE)


class ProcrastinateRunner:
    """Implements `core.chat.ports.Runner` on PostgreSQL. A process that only submits need not start it.

    `heartbeat` seconds pass between a worker's signs of life; the jobs of one that was silent for `silence` seconds
    are given to others.
    """

    def __init__(
        self,
        database: Database,
        perform: Performer,
        *,
        at_once: int = 4,
        heartbeat: float = 3.0,
        silence: float = 12.0,
    ) -> None:
        self._database, self._perform = database, perform
        self._at_once, self._heartbeat, self._silence = at_once, heartbeat, silence
        address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._app = App(connector=PsycopgConnector(conninfo=address, min_size=1, max_size=at_once + 2))
        self._task = self._app.task(name="perform", queue=QUEUE, retry=_Retries(), pass_context=True)(self._attempt)
        self._running: list[asyncio.Task[None]] = []
        self._stopping = False
        self._in_hand: set[int] = set()  # ids in the queue of what runs in this process
        self._workers: set[int] = set()  # ids of this process's workers, past ones too
        self._suspects: set[int] = set()

    async def submit(self, tx: Transaction, job: Job) -> None:
        """Queues the job inside the same transaction: both are there, or neither."""
        raw = await connection_of(tx).get_raw_connection()
        await self._defer(job, connection=raw.driver_connection)

    async def start(self) -> None:
        """Queues unfinished jobs that no queue knows, and begins to work."""
        self._stopping = False
        await self._app.open_async()
        await self._queue_what_is_missing()
        self._running = [asyncio.create_task(self._work()), asyncio.create_task(self._rescue())]

    async def stop(self) -> None:
        """Stops at once; what was running goes back to the queue."""
        self._stopping = True  # the worker may take a cancellation for its own end, and would be started again
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._running = []
        await self._app.close_async()

    async def idle(self) -> None:
        """Returns when nothing runs and nothing is due, in all processes."""
        while await self._is_busy():  # noqa: ASYNC110 (other processes set no event of ours)
            await asyncio.sleep(0.05)

    async def _queue_what_is_missing(self) -> None:
        """Rows of a time before there was a queue. What waits or runs already must not be queued a second time:
        the second would wait for the first one's lock, and the first could not come back after a kill.
        """
        async with self._database.begin() as tx:
            await tx.connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            unfinished = await ChatStore(self._database).open_jobs(tx)
            queued = {
                job.task_kwargs.get("job_id") for job in [*await self._queued("todo"), *await self._queued("doing")]
            }
            for job in unfinished:
                if job.id not in queued:
                    with suppress(queue_errors.AlreadyEnqueued):
                        await self._defer(job)

    async def _queued(self, status: str) -> list[queue_jobs.Job]:
        return list(await self._app.job_manager.list_jobs_async(queue=QUEUE, status=status))

    async def _defer(self, job: Job, connection: object = None) -> None:
        later = job.run_at if job.run_at > job.created_at else None
        lock = f"later:{job.id}" if job.put_off else f"person:{job.person}"  # no other work waits for what is put off
        deferrer = self._task.configure(
            lock=lock, queueing_lock=f"job:{job.id}", schedule_at=later, connection=connection
        )
        await deferrer.defer_async(job_id=job.id)

    async def _attempt(self, context: JobContext, *, job_id: int) -> None:
        entry, worker = int(context.job.id or 0), int(context.job.worker_id or 0)
        self._workers.add(worker)
        self._in_hand.add(entry)
        try:
            again = await self._perform(job_id)
        finally:
            self._in_hand.discard(entry)
        if again is not None:
            raise Again(again)

    async def _work(self) -> None:
        """Runs the queue's worker, and a new one whenever it gave up (it does when PostgreSQL restarts)."""
        while True:
            try:
                await self._app.run_worker_async(
                    queues=[QUEUE],
                    concurrency=self._at_once,
                    install_signal_handlers=False,
                    fetch_job_polling_interval=_POLL,
                    shutdown_graceful_timeout=0,
                    delete_jobs="always",
                    update_heartbeat_interval=self._heartbeat,
                    stalled_worker_timeout=self._silence,
                )
            except Exception:
                _logger.exception("the worker of the job queue failed")
            if self._stopping:
                return
            _logger.warning("the worker of the job queue is started again")
            await asyncio.sleep(self._heartbeat)

    async def _rescue(self) -> None:
        while True:
            try:
                await self._rescue_once()
            except Exception:
                _logger.exception("jobs of dead workers could not be looked for")
            await asyncio.sleep(self._heartbeat)

    async def _rescue_once(self) -> None:
        manager = self._app.job_manager
        async with self._database.begin() as tx:
            if not await tx.connection.scalar(text(f"SELECT pg_try_advisory_xact_lock({_LOCK})")):
                return
            stalled = await manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=self._silence)
            for job in [*stalled, *await self._dropped()]:
                _logger.warning("job %s had lost its worker and is queued again", job.task_kwargs.get("job_id"))
                await manager.retry_job(job)

    async def _dropped(self) -> list[queue_jobs.Job]:
        """Jobs that this process was given and is not doing, twice in a row: their end did not reach the database."""
        given = [job for job in await self._queued("doing") if job.worker_id in self._workers]
        idle = {job.id for job in given if job.id is not None} - self._in_hand
        dropped = [job for job in given if job.id in idle & self._suspects]
        self._suspects = idle
        return dropped

    async def _is_busy(self) -> bool:
        waiting = await self._queued("todo")  # first, or a job that a worker takes between the two looks is in neither
        if await self._queued("doing"):
            return True
        now, held_back = datetime.now(UTC), set()
        for job in waiting:
            if job.lock not in held_back and (job.scheduled_at is None or job.scheduled_at <= now):
                return True
            held_back.add(job.lock)
        return False
