"""One attempt at a durable job: deadline, retries, and exactly one last word, guarded by the job's row."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from core.chat.book import Book, JobKind
from core.chat.channel import Busy, Channel, Gone, TooLarge, Unavailable
from core.chat.dispatch import WAIT
from core.chat.outbox import Outbox
from core.chat.outcome import Ask, Outcome
from core.chat.ports import Directory, Job, JobStatus, Line, Store, place_of
from core.chat.reply import Reply
from core.chat.request import Upload
from core.chat.settle import Scene, Settle, slot_of
from core.chat.turn import Apology, Transient, Work

log = logging.getLogger(__name__)

SNAPSHOTS = 1.5  # seconds between two snapshots of progress: what both platforms bear
CRASHES = 3  # attempts beyond the declared ones, for jobs whose process was killed through no fault of theirs
GONE = "That file is no longer there for me to fetch. Please send it again."
SET_ASIDE = Reply(text="You went on to something else, so I have set that aside. It is kept as far as it came.")
TOO_LARGE = "That file is larger than I can take. Please send one of at most 10 MB."


class Labour:
    """Does attempts at jobs: a `core.chat.ports.Performer`."""

    def __init__(
        self,
        book: Book,
        store: Store,
        directory: Directory,
        channels: Mapping[str, Channel],
        now: Callable[[], datetime],
        tools: Mapping[type, object],
        settle: Settle,
        outbox: Outbox,
    ) -> None:
        self._book, self._store, self._directory, self._channels = book, store, directory, channels
        self._now, self._tools, self._settle, self._outbox = now, tools, settle, outbox

    async def __call__(self, job_id: int) -> datetime | None:
        """See `core.chat.ports.Performer`."""
        try:
            async with self._store.begin() as tx:
                job = await self._store.start_job(tx, job_id)
            return await self._attempt(job) if job else None
        except Exception:  # the database failed: the row still says what is to be done
            log.exception("an attempt could not be written down", extra={"job": job_id})
            return self._now() + timedelta(seconds=5)

    async def _attempt(self, job: Job) -> datetime | None:
        kind = self._book.jobs.get(job.kind)
        if job.put_off and not await self._still_awaited(job):
            await self._drop(job)
        elif kind is None:
            log.error("unknown kind of job", extra={"job": job.id, "kind": job.kind})
            await self._end(job, Reply(text="I can no longer do that. /help shows what I can do."), "failed")
        elif job.attempts > kind.attempts + CRASHES:
            await self._end(job, Reply(text=kind.failure), "failed")
        else:
            try:
                await self._end(job, *await self._run(job, kind))
            except (Transient, Busy, Unavailable) as problem:
                return await self._again(job, kind, problem)
        return None

    async def _still_awaited(self, job: Job) -> bool:
        """Whether the question that the job is about still waits; from now on it waits for the job alone."""
        async with self._store.begin() as tx:
            dialogue = await self._store.dialogue(tx, job.person, place_of(job.address))
            if dialogue is None or dialogue.token != job.token:
                return False
            await self._store.keep_dialogue(tx, replace(dialogue, step=WAIT, state={}, asked=None), self._now())
            return True

    async def _drop(self, job: Job) -> None:
        async with self._store.begin() as tx:
            await self._store.end_job(tx, job.id, "dropped", self._now())

    async def _run(self, job: Job, kind: JobKind) -> tuple[Outcome, JobStatus]:
        try:
            async with asyncio.timeout(kind.deadline):
                return await kind.run(await self._work(job), **job.args), "done"
        except (Transient, Busy, Unavailable):
            raise
        except Apology as apology:
            return Reply(text=apology.sentence), "done"
        except Gone:
            return Reply(text=GONE), "failed"
        except TooLarge:
            return Reply(text=TOO_LARGE), "failed"
        except Exception as problem:
            log.exception(
                "a job failed", extra={"job": job.id, "kind": job.kind, "late": isinstance(problem, TimeoutError)}
            )
            return Reply(text=kind.failure), "failed"

    async def _again(self, job: Job, kind: JobKind, problem: Exception) -> datetime | None:
        if job.attempts >= kind.attempts:
            sentence = problem.sentence if isinstance(problem, Transient) else kind.failure
            await self._end(job, Reply(text=sentence), "failed")
            return None
        asked = getattr(problem, "seconds", None)
        run_at = self._now() + timedelta(seconds=asked if asked is not None else 2.0 ** min(job.attempts, 6))
        async with self._store.begin() as tx:
            await self._store.retry_job(tx, job.id, run_at)
        return run_at

    async def _work(self, job: Job) -> Work:
        async with self._store.begin() as tx:
            person = await self._directory.by_id(tx, job.person)
        return Work(
            person=person,
            address=job.address,
            now=self._now,
            begin=self._store.begin,
            fetch=self._fetch,
            report=_Reporter(self, job).report,
            tools=self._tools,
        )

    async def _fetch(self, upload: Upload, limit: int) -> bytes:
        if upload.size > limit:
            raise TooLarge
        channel = self._channels.get(upload.platform)
        if channel is None:
            raise Gone
        return await channel.fetch(upload, limit)

    async def _end(self, job: Job, outcome: Outcome, status: JobStatus) -> None:
        async with self._store.begin() as tx:
            dialogue = await self._store.dialogue(tx, job.person, place_of(job.address))
            if not await self._store.end_job(tx, job.id, status, self._now()):
                return
            awaited = dialogue is not None and dialogue.token == job.token
            if dialogue and not awaited and not isinstance(outcome, Reply):
                kept = outcome.otherwise if isinstance(outcome, Ask) else None
                outcome = kept or SET_ASIDE  # the person is being asked something else by now
            scene = Scene(
                person=job.person,
                address=job.address,
                now=self._now(),
                via=job.via,
                edits=slot_of(job.id),
                from_step=bool(job.token),
                had_dialogue=awaited,
            )
            lines = await self._settle(tx, scene, outcome)
        for line in lines:
            self._outbox.put(line)

    async def snapshot(self, job: Job, reply: Reply) -> None:
        """Shows how far a job is; may be overtaken by the next one."""
        line = Line(
            person=job.person,
            address=job.address,
            reply=replace(reply, working=True),
            edits=slot_of(job.id),
            via=job.via,
            final=False,
        )
        with suppress(Exception):  # progress is a courtesy: it must not fail the work
            async with self._store.begin() as tx:
                line = await self._store.say(tx, line, self._now())
            self._outbox.put(line)


class _Reporter:
    """Lets through the first snapshot and then one each `SNAPSHOTS` seconds."""

    def __init__(self, labour: Labour, job: Job) -> None:
        self._labour, self._job = labour, job
        self._next = 0.0

    async def report(self, reply: Reply) -> None:
        moment = asyncio.get_running_loop().time()
        if moment >= self._next:
            self._next = moment + SNAPSHOTS
            await self._labour.snapshot(self._job, reply)
