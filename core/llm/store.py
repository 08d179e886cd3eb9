"""What is kept of the model's use: tokens per person and day, and whether the house has it switched on."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ForeignKey, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.turn import Transaction
from core.llm.port import Usage
from core.storage.base import Base, table_of
from core.storage.database import connection_of
from core.storage.upsert import insert_new, insert_or_replace

REMEMBERED = timedelta(days=35)
MODEL = "model"  # the switch's name


class UsageRow(Base):
    """Tokens that one person's requests took on one day (UTC)."""

    __tablename__ = "llm_usage"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)  # YYYY-MM-DD
    sent: Mapped[int] = mapped_column(default=0)
    received: Mapped[int] = mapped_column(default=0)
    requests: Mapped[int] = mapped_column(default=0)


class SwitchRow(Base):
    """Something that an administrator switched on or off for the whole house."""

    __tablename__ = "house_switch"

    name: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[bool] = mapped_column("is_on")


_usage = table_of(UsageRow)
_switch = table_of(SwitchRow)
_TODAY = (_usage.c.person_id == bindparam("who"), _usage.c.day == bindparam("on_day"))
_SPENT = _usage.c.sent + _usage.c.received

_OPEN = insert_new(_usage, ("person_id", "day"))
_TAKE = (
    update(_usage)
    .where(*_TODAY, _SPENT + bindparam("tokens") <= bindparam("limit"))
    .values(sent=_usage.c.sent + bindparam("tokens"), requests=_usage.c.requests + 1)
    .returning(_usage.c.requests)
)
_SETTLE = (
    update(_usage)
    .where(*_TODAY)
    .values(sent=_usage.c.sent + bindparam("more_sent"), received=_usage.c.received + bindparam("more_received"))
)
_SPENT_TODAY = select(_SPENT).where(*_TODAY)
_OF_ALL = select(func.count(), func.coalesce(func.sum(_SPENT), 0), func.coalesce(func.sum(_usage.c.requests), 0)).where(
    _usage.c.day == bindparam("on_day")
)
_OLD = delete(_usage).where(_usage.c.day < bindparam("on_day"))
_IS_ON = select(_switch.c.is_on).where(_switch.c.name == bindparam("named"))
_SET = insert_or_replace(_switch, ("name",), ("is_on",))


@dataclass(frozen=True, slots=True)
class DayOfAll:
    """What everybody's requests took on one day."""

    people: int
    tokens: int
    requests: int


class UsageStore:
    """Counts tokens inside one transaction; `day` is the UTC day of `now`."""

    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._connection, self.day = connection_of(tx), day_of(now)

    async def take(self, person: int, tokens: int, limit: int) -> bool:
        """Counts a request and its expected tokens at once; false, and nothing counted, where they exceed the limit."""
        await self._connection.execute(
            _OPEN, {"person_id": person, "day": self.day, "sent": 0, "received": 0, "requests": 0}
        )
        values = {"who": person, "on_day": self.day, "tokens": tokens, "limit": limit}
        return await self._connection.scalar(_TAKE, values) is not None

    async def settle(self, person: int, taken: int, usage: Usage) -> None:
        """Puts what a request really took in place of what was taken for it."""
        more = {"more_sent": usage.sent - taken, "more_received": usage.received}
        await self._connection.execute(_SETTLE, {"who": person, "on_day": self.day, **more})

    async def spent(self, person: int) -> int:
        """This person's tokens of the day."""
        return int(await self._connection.scalar(_SPENT_TODAY, {"who": person, "on_day": self.day}) or 0)

    async def of_all(self) -> DayOfAll:
        """Everybody's day together."""
        return DayOfAll(*(int(n) for n in (await self._connection.execute(_OF_ALL, {"on_day": self.day})).one()))


async def forget_usage(tx: Transaction, now: datetime) -> int:
    """Housekeeping: drops days that are more than `REMEMBERED` ago; counts the rows."""
    found = await connection_of(tx).execute(_OLD, {"on_day": day_of(now - REMEMBERED)})
    return found.rowcount


async def is_on(tx: Transaction, name: str) -> bool:
    """Whether the house has this on: it is, until an administrator switches it off."""
    return await connection_of(tx).scalar(_IS_ON, {"named": name}) is not False


async def switch(tx: Transaction, name: str, *, on: bool) -> None:
    """Switches it for every process on this database, and beyond a restart."""
    await connection_of(tx).execute(_SET, {"name": name, "is_on": on})


def day_of(now: datetime) -> str:
    """The UTC day, YYYY-MM-DD."""
    return now.astimezone(UTC).strftime("%Y-%m-%d")
