"""Performers that do what the engine does around a job: start its row, work, and end it together with one line said."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from core.chat.ports import Job, Store
from tests.storage.rows import NOW, line


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Recorder:
    """Notes what it did. `again` maps a job's id to the pauses (seconds) after which it wants another attempt."""

    store: Store
    now: Callable[[], datetime] = utc_now
    seconds: float = 0.02
    again: dict[int, list[float]] = field(default_factory=dict)
    events: list[tuple[str, int, int]] = field(default_factory=list)  # what, person, job
    at_once: int = 0
    most_at_once: int = 0

    async def __call__(self, job_id: int) -> datetime | None:
        async with self.store.begin() as tx:
            job = await self.store.start_job(tx, job_id)
        if job is None:
            return None
        self.events.append(("begin", job.person, job_id))
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            await asyncio.sleep(self.seconds)
        finally:
            self.at_once -= 1
        return await self._finish(job)

    async def _finish(self, job: Job) -> datetime | None:
        if pauses := self.again.get(job.id):
            moment = datetime.fromtimestamp(self.now().timestamp() + pauses.pop(0), UTC)
            async with self.store.begin() as tx:
                await self.store.retry_job(tx, job.id, moment)
            self.events.append(("again", job.person, job.id))
            return moment
        await finish(self.store, job)
        self.events.append(("end", job.person, job.id))
        return None

    def of(self, person: int) -> list[tuple[str, int]]:
        return [(what, job_id) for what, who, job_id in self.events if who == person]


async def finish(store: Store, job: Job) -> None:
    """The result of a job is said by whoever ends its row, and by nobody else."""
    async with store.begin() as tx:
        if await store.end_job(tx, job.id, "done", NOW):
            await store.say(tx, line(f"result {job.id}", person=job.person), NOW)


async def results(store: Store) -> list[str]:
    async with store.begin() as tx:
        return [said.reply.text for said in await store.unsaid(tx, ["telegram"])]
