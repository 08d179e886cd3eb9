"""People and their identities, on both databases."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.account.store import AccountStore, IdentityRow, PersonRow
from core.chat.person import Person
from core.chat.request import Sender
from core.storage.base import table_of
from core.storage.database import Database
from tests.storage.rows import NOW

ADA = Sender(platform="telegram", id="7", name="Ada", language="de-AT")
IDENTITY = table_of(IdentityRow)
accounts = AccountStore()


async def identity(database: Database) -> dict[str, object]:
    async with database.begin() as tx:
        return dict((await tx.connection.execute(select(IDENTITY))).mappings().one())


async def test_a_person_is_created_at_the_first_word_and_known_at_the_second(database: Database) -> None:
    async with database.begin() as tx:
        first = await accounts.person(tx, ADA, NOW)
    async with database.begin() as tx:
        assert await accounts.person(tx, ADA, NOW) == first
        assert await accounts.by_id(tx, first.id) == first
        assert (await accounts.person(tx, replace(ADA, platform="discord"), NOW)).id != first.id
    assert first == Person(id=first.id, locale="de", zone="UTC")


@pytest.mark.parametrize(
    ("language", "locale"),
    [("", "en"), ("pt_BR", "pt"), ("EN-us", "en"), ("zh-Hant-TW", "zh"), ("xx-nonsense", "en"), ("../etc", "en")],
)
async def test_the_locale_is_guessed_from_the_language(database: Database, language: str, locale: str) -> None:
    async with database.begin() as tx:
        assert (await accounts.person(tx, replace(ADA, language=language), NOW)).locale == locale


async def test_two_first_words_at_once_are_one_person(database: Database) -> None:
    async def speak() -> Person:
        async with database.begin() as tx:
            person = await accounts.person(tx, ADA, NOW)
            await asyncio.sleep(0.01)
            return person

    found = await asyncio.gather(*(speak() for _ in range(10)))
    assert len(set(found)) == 1
    async with database.begin() as tx:
        assert await tx.connection.scalar(select(func.count()).select_from(table_of(PersonRow))) == 1


async def test_last_seen_is_written_once_a_day(database: Database) -> None:
    for moment, written in (
        (NOW, NOW),
        (NOW + timedelta(hours=23), NOW),
        (NOW + timedelta(days=1), NOW + timedelta(days=1)),
    ):
        async with database.begin() as tx:
            await accounts.person(tx, ADA, moment)
        assert (await identity(database))["last_seen"] == written


async def test_who_blocked_us_is_marked_until_they_write_again(database: Database) -> None:
    async with database.begin() as tx:
        person = await accounts.person(tx, ADA, NOW)
        await accounts.unreachable(tx, "discord", person.id, NOW)
    assert (await identity(database))["unreachable_at"] is None
    async with database.begin() as tx:
        await accounts.unreachable(tx, "telegram", person.id, NOW)
    assert (await identity(database))["unreachable_at"] == NOW
    async with database.begin() as tx:
        await accounts.person(tx, ADA, NOW + timedelta(minutes=1))
    assert (await identity(database))["unreachable_at"] is None


async def test_settings_are_kept_and_nonsense_is_refused(database: Database) -> None:
    async with database.begin() as tx:
        person = await accounts.person(tx, ADA, NOW)
        await accounts.set_locale(tx, person.id, "fr")
        await accounts.set_zone(tx, person.id, "Asia/Tokyo")
        for setting, value in (
            (accounts.set_locale, "klingon"),
            (accounts.set_zone, "Mars/Base"),
            (accounts.set_zone, ""),
        ):
            with pytest.raises(ValueError, match="no such"):
                await setting(tx, person.id, value)
    async with database.begin() as tx:
        assert await accounts.person(tx, ADA, NOW) == Person(id=person.id, locale="fr", zone="Asia/Tokyo")


async def test_a_forgotten_person_is_gone_and_may_come_back_as_another(database: Database) -> None:
    async with database.begin() as tx:
        person = await accounts.person(tx, ADA, NOW)
        await accounts.set_zone(tx, person.id, "Asia/Tokyo")
        await accounts.forget(tx, person.id)
    async with database.begin() as tx:
        with pytest.raises(LookupError, match="no person"):
            await accounts.by_id(tx, person.id)
        again = await accounts.person(tx, ADA, NOW)
    assert again.zone == "UTC"
    assert again.id > person.id, "a forgotten person's number must not lead to someone else's rows"
