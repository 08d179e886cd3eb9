"""Rows of durable work: the part of the store that decides whether a job still has to be done."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.chat.ports import Job, JobStatus, place_of
from core.chat.request import dump_address, load_address
from core.chat.turn import Transaction
from core.storage.base import table_of
from core.storage.database import connection_of
from core.storage.tables import DurableJob

_job = table_of(DurableJob)
_OPEN = _job.c.ended_at.is_(None)
_THIS = _job.c.id == bindparam("job")

_ADD = insert(_job).returning(_job.c.id)
_START = update(_job).where(_THIS, _OPEN).values(status="running", attempts=_job.c.attempts + 1).returning(_job)
_END = update(_job).where(_THIS, _OPEN).values(status=bindparam("outcome"), content=None, ended_at=bindparam("now"))
_RETRY = update(_job).where(_THIS, _OPEN).values(status="waiting", run_at=bindparam("due"))
_UNFINISHED = select(_job).where(_OPEN).order_by(_job.c.id)
_MINE = _UNFINISHED.where(_job.c.person == bindparam("who"))


class JobRows:
    """The methods of `core.chat.ports.Store` that deal with jobs."""

    async def add_job(self, tx: Transaction, job: Job) -> Job:
        """Stores a job and returns it with its id."""
        row = {
            "kind": job.kind,
            "person": job.person,
            "token": job.token,
            "status": job.status,
            "attempts": job.attempts,
            "content": {"args": job.args, "address": dump_address(job.address), "via": job.via},
            "run_at": job.run_at,
            "created_at": job.created_at,
            "ended_at": None,
        }
        return replace(job, id=await connection_of(tx).scalar(_ADD, row))

    async def is_under_way(self, tx: Transaction, job: Job) -> bool:
        """Whether the very same work was asked for before and has not ended; what is put off and not due was not."""
        here = await self._here(tx, job.person, place_of(job.address))
        asked = (other for other in here if not other.put_off or other.run_at <= job.run_at)
        return any((other.kind, other.args) == (job.kind, job.args) for other in asked)

    async def start_job(self, tx: Transaction, job_id: int) -> Job | None:
        """Marks it running, one attempt more, and returns it; None if it has ended or is unknown."""
        row = (await connection_of(tx).execute(_START, {"job": job_id})).one_or_none()
        return None if row is None else _load_job(row)

    async def end_job(self, tx: Transaction, job_id: int, status: JobStatus, now: datetime) -> bool:
        """Ends a job that is not ended yet and forgets its content; false if it had ended before."""
        result = await connection_of(tx).execute(_END, {"job": job_id, "outcome": status, "now": now})
        return result.rowcount == 1

    async def drop_jobs(self, tx: Transaction, person: int, place: str, now: datetime) -> int:
        """Ends this person's open jobs at this place as dropped; returns how many."""
        here = await self._here(tx, person, place)
        for job in here:
            await self.end_job(tx, job.id, "dropped", now)
        return len(here)

    async def _here(self, tx: Transaction, person: int, place: str) -> list[Job]:
        rows = await connection_of(tx).execute(_MINE, {"who": person})
        return [job for job in map(_load_job, rows) if place_of(job.address) == place]

    async def retry_job(self, tx: Transaction, job_id: int, run_at: datetime) -> None:
        """Back to waiting, not before `run_at`."""
        await connection_of(tx).execute(_RETRY, {"job": job_id, "due": run_at})

    async def open_jobs(self, tx: Transaction) -> list[Job]:
        """Jobs that wait or run, oldest first."""
        return [_load_job(row) for row in await connection_of(tx).execute(_UNFINISHED)]


def _load_job(row: Row[*tuple[Any, ...]]) -> Job:
    content = row.content
    return Job(
        id=row.id,
        kind=row.kind,
        args=content["args"],
        person=row.person,
        address=load_address(content["address"]),
        via=content["via"],
        token=row.token,
        status=row.status,
        attempts=row.attempts,
        run_at=row.run_at,
        created_at=row.created_at,
    )
