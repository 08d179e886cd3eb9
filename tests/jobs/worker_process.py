"""A process that works on jobs until it is killed: `python -m tests.jobs.worker_process <url> <diary> <seconds a job>`.

The diary is a file that says which process began which job.
"""

import asyncio
import os
import sys
from datetime import datetime
from pathlib import Path

from core.chat.jobs import EmbeddedRunner
from core.chat.ports import Runner
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.shared_runner import ProcrastinateRunner
from tests.jobs.performers import finish, utc_now


async def work(url: str, diary: Path, seconds: float) -> None:
    database = Database(url)
    store = ChatStore(database)

    async def perform(job_id: int) -> datetime | None:
        async with store.begin() as tx:
            job = await store.start_job(tx, job_id)
        if job is not None:
            with diary.open("a") as file:
                file.write(f"{os.getpid()} {job_id}\n")
            await asyncio.sleep(seconds)
            await finish(store, job)
        return None

    runner: Runner = (
        EmbeddedRunner(store, perform, utc_now)
        if database.sqlite
        else ProcrastinateRunner(database, perform, at_once=2, heartbeat=0.5, silence=2.0)
    )
    await runner.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])))
