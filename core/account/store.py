"""People and their identities on platforms."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import available_timezones

from babel import UnknownLocaleError
from babel.core import Locale
from sqlalchemy import ForeignKey, Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from core.chat.person import Person
from core.chat.request import Sender
from core.chat.turn import Transaction
from core.storage.base import NEVER_TWICE, Base, Json, Number, Utc, table_of
from core.storage.database import connection_of
from core.storage.upsert import insert_new

_SEEN_EVERY = timedelta(days=1)


class PersonRow(Base):
    """One human being, however many platforms they write from."""

    __tablename__ = "person"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    locale: Mapped[str]
    zone: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Utc)


class IdentityRow(Base):
    """An account on a platform, and whom it belongs to."""

    __tablename__ = "identity"

    platform: Mapped[str] = mapped_column(primary_key=True)
    external_id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(Number, ForeignKey("person.id", ondelete="CASCADE"), index=True)
    last_seen: Mapped[datetime] = mapped_column(Utc)
    unreachable_at: Mapped[datetime | None] = mapped_column(Utc)


_person = table_of(PersonRow)
_identity = table_of(IdentityRow)
_THIS = (_identity.c.platform == bindparam("on"), _identity.c.external_id == bindparam("known_as"))

_WHO = (
    select(_person.c.id, _person.c.locale, _person.c.zone, _identity.c.last_seen, _identity.c.unreachable_at)
    .join(_identity, _identity.c.person_id == _person.c.id)
    .where(*_THIS)
)
_BY_ID = select(_person.c.id, _person.c.locale, _person.c.zone).where(_person.c.id == bindparam("who"))
_SEEN = update(_identity).where(*_THIS).values(last_seen=bindparam("now"), unreachable_at=None)
_NEW_PERSON = insert(_person).returning(_person.c.id)
_NEW_IDENTITY = insert_new(_identity, ("platform", "external_id")).returning(_identity.c.person_id)
_OF_PERSON = (_identity.c.platform == bindparam("on"), _identity.c.person_id == bindparam("who"))
_UNREACHABLE = update(_identity).where(*_OF_PERSON).values(unreachable_at=bindparam("now"))
_LOCALE = update(_person).where(_person.c.id == bindparam("who")).values(locale=bindparam("chosen"))
_ZONE = update(_person).where(_person.c.id == bindparam("who")).values(zone=bindparam("chosen"))
_FORGET = delete(_person).where(_person.c.id == bindparam("who"))


class AccountStore:
    """Implements `core.chat.ports.Directory`: who is who."""

    async def person(self, tx: Transaction, sender: Sender, now: datetime) -> Person:
        """The person behind this identity; created at the first word. Clears an "unreachable" mark."""
        connection = connection_of(tx)
        key = {"on": sender.platform, "known_as": sender.id}
        row = (await connection.execute(_WHO, key)).one_or_none()
        if row is None:
            return await _welcome(connection, sender, now)
        if row.unreachable_at is not None or now - row.last_seen >= _SEEN_EVERY:
            await connection.execute(_SEEN, {**key, "now": now})
        return _load(row)

    async def by_id(self, tx: Transaction, person_id: int) -> Person:
        """The person of this row; raises `LookupError` if they were forgotten."""
        row = (await connection_of(tx).execute(_BY_ID, {"who": person_id})).one_or_none()
        if row is None:
            raise LookupError(f"there is no person {person_id}")
        return _load(row)

    async def unreachable(self, tx: Transaction, platform: str, person_id: int, now: datetime) -> None:
        """This person blocked us there: nothing is sent unasked until they write again."""
        await connection_of(tx).execute(_UNREACHABLE, {"on": platform, "who": person_id, "now": now})

    async def set_locale(self, tx: Transaction, person_id: int, locale: str) -> None:
        """The language of dates and numbers; raises `ValueError` for one that Babel does not know."""
        if not _known(locale):
            raise ValueError(f"no such language: {locale!r}")
        await connection_of(tx).execute(_LOCALE, {"who": person_id, "chosen": locale})

    async def set_zone(self, tx: Transaction, person_id: int, zone: str) -> None:
        """The IANA name of the time zone; raises `ValueError` for an unknown one."""
        if zone not in available_timezones():
            raise ValueError(f"no such time zone: {zone!r}")
        await connection_of(tx).execute(_ZONE, {"who": person_id, "chosen": zone})

    async def forget(self, tx: Transaction, person_id: int) -> None:
        """Deletes the person and all their identities; rows of capabilities that point at them go too."""
        await connection_of(tx).execute(_FORGET, {"who": person_id})


async def _welcome(connection: AsyncConnection, sender: Sender, now: datetime) -> Person:
    new = Person(id=0, locale=_guess_locale(sender.language))
    row = {"locale": new.locale, "zone": new.zone, "settings": {}, "created_at": now}
    person_id = await connection.scalar(_NEW_PERSON, row)
    identity = {
        "platform": sender.platform,
        "external_id": sender.id,
        "person_id": person_id,
        "last_seen": now,
        "unreachable_at": None,
    }
    if await connection.scalar(_NEW_IDENTITY, identity) is None:
        # Another process welcomed the same person between our two looks: theirs is the one
        await connection.execute(_FORGET, {"who": person_id})
        found = await connection.execute(_WHO, {"on": sender.platform, "known_as": sender.id})
        return _load(found.one())
    return replace(new, id=person_id)


def _load(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(id=row.id, locale=row.locale, zone=row.zone)


def _guess_locale(language: str) -> str:
    short = language.replace("_", "-").split("-")[0].lower()
    return short if _known(short) else "en"


def _known(locale: str) -> bool:
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True
