"""What is due, when: APScheduler wakes one tick, and the database says what is to be done."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.chat.ports import Store
from core.chat.turn import Transaction

log = logging.getLogger(__name__)

#: How long ids of answered requests stay. Telegram may repeat an update for a day, and numbers anew after a week.
REMEMBERED = timedelta(days=14)

Forgetting = Callable[[Transaction, datetime], Awaitable[int]]


class Scheduler:
    """Housekeeping each night at 03:17 UTC; late is better than never, and once is enough.

    Each of `forgetting` drops the old rows of one room, and counts them.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], *forgetting: Forgetting) -> None:
        self._store, self._now, self._forgetting = store, now, forgetting
        self._clock = AsyncIOScheduler(timezone="UTC")
        self._clock.add_job(
            self.tidy, "cron", hour=3, minute=17, misfire_grace_time=None, coalesce=True, max_instances=1
        )

    def start(self) -> None:
        self._clock.start()

    def stop(self) -> None:
        self._clock.shutdown(wait=False)

    async def tidy(self) -> int:
        """Forgets what is no longer needed to tell an old event from a new one; returns how many rows."""
        async with self._store.begin() as tx:
            count = await self._store.forget_before(tx, self._now() - REMEMBERED)
            count += sum([await forget(tx, self._now()) for forget in self._forgetting])
        log.info("tidied", extra={"rows": count})
        return count
