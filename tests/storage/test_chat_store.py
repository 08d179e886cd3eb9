"""The engine's own rows, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.chat.ports import Store
from core.chat.reply import Button, Media, Reply
from core.chat.request import Address
from core.storage.base import Base, table_of
from core.storage.chat_store import ChatStore
from core.storage.database import Database
from core.storage.tables import DurableJob, HeardRequest, OutboxLine
from tests.storage.rows import CHAT, NOW, PLACE, dialogue, job, line, request


@pytest.fixture
def store(database: Database) -> Store:
    return ChatStore(database)


async def contents(database: Database, model: type[Base]) -> list[object]:
    table = table_of(model)
    async with database.begin() as tx:
        return list(await tx.connection.scalars(select(table.c.content)))


async def test_what_was_heard_comes_back_whole_and_in_order(store: Store) -> None:
    async with store.begin() as tx:
        assert await store.hear(tx, [request(2), request(1)], NOW) == ["telegram:2", "telegram:1"]
        assert await store.hear(tx, [request(3)], NOW) == ["telegram:3"]
    async with store.begin() as tx:
        assert await store.heard(tx) == [request(2), request(1), request(3)]


async def test_the_same_request_is_heard_once(store: Store) -> None:
    async with store.begin() as tx:
        assert await store.hear(tx, [request(1), request(1), request(2)], NOW) == ["telegram:1", "telegram:2"]
    async with store.begin() as tx:
        assert await store.hear(tx, [request(2), request(3)], NOW) == ["telegram:3"]
        assert await store.hear(tx, [request(3)], NOW) == []
        assert await store.hear(tx, [], NOW) == []


async def test_a_hundred_at_once(store: Store) -> None:
    batch = [request(number) for number in range(100)]
    async with store.begin() as tx:
        assert await store.hear(tx, batch, NOW) == [r.id for r in batch]
        assert await store.heard(tx) == batch


async def test_a_request_is_answered_once_and_its_words_are_forgotten(store: Store, database: Database) -> None:
    async with store.begin() as tx:
        await store.hear(tx, [request(1), request(2)], NOW)
        assert await store.answered(tx, "telegram:1", NOW)
        assert not await store.answered(tx, "telegram:1", NOW)
        assert not await store.answered(tx, "telegram:9", NOW)
        assert await store.heard(tx) == [request(2)]
        assert await store.hear(tx, [request(1)], NOW) == []
    assert sorted(map(bool, await contents(database, HeardRequest))) == [False, True]


async def test_a_dialogue_takes_the_place_of_the_one_before(store: Store) -> None:
    async with store.begin() as tx:
        assert await store.dialogue(tx, 1, PLACE) is None
        await store.keep_dialogue(tx, dialogue(), NOW)
        await store.keep_dialogue(tx, dialogue(token="t2", state={"deep": [1, None, "ä"]}), NOW)
        await store.keep_dialogue(tx, dialogue(person=2), NOW)
        await store.keep_dialogue(tx, dialogue(place="console::"), NOW)
    async with store.begin() as tx:
        assert await store.dialogue(tx, 1, PLACE) == dialogue(token="t2", state={"deep": [1, None, "ä"]})
        await store.end_dialogue(tx, 1, PLACE)
        await store.end_dialogue(tx, 1, PLACE)
        assert await store.dialogue(tx, 1, PLACE) is None
        assert await store.dialogue(tx, 2, PLACE) == dialogue(person=2)
        assert await store.dialogue(tx, 1, "console::") is not None


async def test_lines_come_back_whole_oldest_first_and_for_their_platform_only(store: Store) -> None:
    rich = Reply(
        text="**done**",
        title="Score",
        image=Media("page.png", bytes(range(256)), "image/png", "a page"),
        files=(Media("cv.json", b"{}"),),
        buttons=((Button("All", run="findings 3"),),),
        slot="review:3",
    )
    async with store.begin() as tx:
        first = await store.say(tx, line("first"), NOW)
        discord = await store.say(tx, line("there", address=Address(platform="discord", chat="1", private=False)), NOW)
        second = await store.say(tx, line(reply=rich, edits="review:3", via={"id": 1}), NOW)
    async with store.begin() as tx:
        assert await store.unsaid(tx, ["telegram", "console"]) == [first, second]
        assert await store.unsaid(tx, ["discord"]) == [discord]
        assert await store.unsaid(tx, ["telegram", "discord"]) == [first, discord, second]
        assert await store.unsaid(tx, []) == []
    assert second.reply == rich
    assert 0 < first.id < discord.id < second.id


async def test_what_was_said_is_forgotten_and_names_its_messages(store: Store, database: Database) -> None:
    async with store.begin() as tx:
        plain = await store.say(tx, line("plain"), NOW)
        named = await store.say(tx, line("named", slot="review:1"), NOW)
        edit = await store.say(tx, line("edit", slot="review:2", edits="work:2"), NOW)
        dropped = await store.say(tx, line("dropped", slot="never"), NOW)
        await store.said(tx, [(plain, "m1"), (named, "m2"), (edit, "m3"), (dropped, "")], NOW)
        await store.said(tx, [], NOW)
    async with store.begin() as tx:
        names = [await store.message(tx, PLACE, slot) for slot in ("review:1", "review:2", "work:2", "never", "")]
        assert names == ["m2", "m3", "m3", "", ""]
        assert await store.message(tx, "telegram:8:", "review:1") == ""
        assert await store.unsaid(tx, ["telegram"]) == []
        again = await store.say(tx, line("again", slot="review:1"), NOW)
        twice = await store.say(tx, line("twice", slot="review:1"), NOW)
        await store.said(tx, [(again, "m4"), (twice, "m5")], NOW)
        assert await store.message(tx, PLACE, "review:1") == "m5"
    assert await contents(database, OutboxLine) == [None] * 6


async def test_only_the_newest_snapshot_of_progress_is_kept(store: Store) -> None:
    async with store.begin() as tx:
        question = await store.say(tx, line("question", edits="work:1"), NOW)
        await store.say(tx, line("10 %", edits="work:1", final=False), NOW)
        other = await store.say(tx, line("5 %", edits="work:2", final=False), NOW)
        elsewhere = await store.say(
            tx, line("7 %", edits="work:1", final=False, address=replace(CHAT, thread="9")), NOW
        )
        newest = await store.say(tx, line("20 %", edits="work:1", final=False), NOW)
        assert await store.unsaid(tx, ["telegram"]) == [question, other, elsewhere, newest]
        end = await store.say(tx, line("done", edits="work:1"), NOW)
        assert await store.unsaid(tx, ["telegram"]) == [question, other, elsewhere, end]


async def test_a_snapshot_that_was_replaced_while_it_was_sent_still_names_its_message(store: Store) -> None:
    async with store.begin() as tx:
        sent = await store.say(tx, line("10 %", slot="work:1", edits="work:1", final=False), NOW)
        end = await store.say(tx, line("done", slot="work:1", edits="work:1"), NOW)
        await store.said(tx, [(sent, "m1")], NOW)
        assert await store.message(tx, PLACE, "work:1") == "m1"
        assert await store.unsaid(tx, ["telegram"]) == [end]


async def test_a_job_runs_through_its_life(store: Store, database: Database) -> None:
    later = NOW + timedelta(minutes=1)
    async with store.begin() as tx:
        first = await store.add_job(tx, job())
        second = await store.add_job(tx, job(2, token="", args={"text": "\u0000ä"}))
    async with store.begin() as tx:
        assert await store.open_jobs(tx) == [first, second]
        running = replace(first, status="running", attempts=1)
        assert await store.start_job(tx, first.id) == running
        await store.retry_job(tx, first.id, later)
        assert await store.open_jobs(tx) == [replace(running, status="waiting", run_at=later), second]
        assert await store.start_job(tx, first.id) == replace(running, attempts=2, run_at=later)
    async with store.begin() as tx:
        assert await store.end_job(tx, first.id, "done", NOW)
        assert not await store.end_job(tx, first.id, "failed", NOW)
        assert await store.start_job(tx, first.id) is None
        await store.retry_job(tx, first.id, later)
        assert await store.start_job(tx, 999) is None
        assert not await store.end_job(tx, 999, "done", NOW)
        assert await store.open_jobs(tx) == [second]
    assert sorted(map(bool, await contents(database, DurableJob))) == [False, True]


async def test_a_job_that_a_dead_process_was_running_can_be_started_again(store: Store) -> None:
    async with store.begin() as tx:
        added = await store.add_job(tx, job())
        await store.start_job(tx, added.id)
    async with store.begin() as tx:
        assert await store.open_jobs(tx) == [replace(added, status="running", attempts=1)]
        assert await store.start_job(tx, added.id) == replace(added, status="running", attempts=2)


async def test_open_jobs_of_one_person_at_one_place_are_dropped(store: Store) -> None:
    elsewhere = replace(CHAT, thread="9")
    async with store.begin() as tx:
        mine = await store.add_job(tx, job())
        ended = await store.add_job(tx, job())
        await store.end_job(tx, ended.id, "done", NOW)
        others = [await store.add_job(tx, job(2)), await store.add_job(tx, job(address=elsewhere))]
        assert await store.drop_jobs(tx, 1, PLACE, NOW) == 1
        assert await store.open_jobs(tx) == others
        assert not await store.end_job(tx, mine.id, "done", NOW)


async def test_housekeeping_drops_what_ended_long_ago_and_nothing_else(store: Store, database: Database) -> None:
    old, young = NOW - timedelta(days=40), NOW - timedelta(days=1)
    async with store.begin() as tx:
        await store.hear(tx, [request(1), request(2), request(3)], old)
        await store.answered(tx, "telegram:1", old)
        await store.answered(tx, "telegram:2", young)
        said = await store.say(tx, line(slot="old"), old)
        await store.said(tx, [(said, "m1")], old)
        fresh = await store.say(tx, line(slot="young"), old)
        await store.said(tx, [(fresh, "m2")], young)
        unsaid = await store.say(tx, line(), old)
        ended, opened = await store.add_job(tx, job(created_at=old)), await store.add_job(tx, job(created_at=old))
        await store.end_job(tx, ended.id, "done", old)
    async with store.begin() as tx:
        assert await store.forget_before(tx, NOW - timedelta(days=30)) == 4
    async with store.begin() as tx:
        assert await store.heard(tx) == [request(3)]
        assert await store.hear(tx, [request(1), request(2)], NOW) == ["telegram:1"]
        assert await store.unsaid(tx, ["telegram"]) == [unsaid]
        assert await store.open_jobs(tx) == [opened]
        assert [await store.message(tx, PLACE, slot) for slot in ("old", "young")] == ["", "m2"]


async def test_a_person_is_forgotten(database: Database) -> None:
    store = ChatStore(database)
    async with store.begin() as tx:
        for person in (1, 2):
            await store.keep_dialogue(tx, dialogue(person=person), NOW)
            await store.say(tx, line(person=person), NOW)
            await store.add_job(tx, job(person))
        assert await store.forget_person(tx, 1) == 3
        assert await store.dialogue(tx, 1, PLACE) is None
        assert [said.person for said in await store.unsaid(tx, ["telegram"])] == [2]
        assert [left.person for left in await store.open_jobs(tx)] == [2]


async def test_numbers_are_not_used_again(store: Store, database: Database) -> None:
    """A job's id names it in the queue and in a platform's nonce: a later job must not inherit it."""
    async with store.begin() as tx:
        first = await store.add_job(tx, job())
        await store.end_job(tx, first.id, "done", NOW)
        await store.forget_before(tx, NOW + timedelta(days=1))
    async with store.begin() as tx:
        assert (await store.add_job(tx, job())).id > first.id
    async with database.begin() as tx:
        assert await tx.connection.scalar(select(func.count()).select_from(table_of(DurableJob))) == 1
