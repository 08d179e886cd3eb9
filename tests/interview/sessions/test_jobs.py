"""Marking an answer is done once, however often the work is delivered, and only where it still belongs."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from core.chat.outcome import Ask
from core.chat.person import Person
from core.chat.reply import Reply
from core.chat.request import Address, Upload
from core.chat.turn import Work
from core.interview.history.store import AnswerStore
from core.interview.scoring.scorer import Scorer
from core.interview.sessions.jobs import marked
from core.interview.sessions.store import SessionStore
from core.llm.desk import Desk
from core.sandbox import Sandbox
from tests.conversations.interviewing import at_hand
from tests.plain import Someone
from tests.world import SCORER, World

HERE: Mapping[str, Any] = {"session": 1, "at": 0, "stage": 1, "missed": ""}


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox) as world:
        yield world


@pytest.fixture
async def ada(world: World) -> Someone:
    """Ada, who has said her answer, but not that it is done."""
    ada = world.person("Ada")
    await ada.says("/interview hashing 2")
    await ada.says(at_hand(ada).answer)
    return ada


def work(world: World, person: int = 1) -> Work:
    async def fetch(_file: Upload, _limit: int) -> bytes:
        raise AssertionError("nothing is fetched")

    async def report(_reply: Reply) -> None: ...

    return Work(
        person=Person(id=person),
        address=Address(platform="plain", chat="ada"),
        now=world.now,
        begin=world.store.begin,
        fetch=fetch,
        report=report,
        tools={Scorer: SCORER, Desk: world.desk, Sandbox: world.sandbox},
    )


async def test_work_that_is_delivered_again_says_the_same(world: World, ada: Someone) -> None:
    first = await marked(work(world), **HERE)
    assert isinstance(first, Reply)
    assert "What landed" in first.text
    assert await marked(work(world), **HERE) == first
    async with world.store.begin() as tx:
        assert len(await AnswerStore(tx, 1).all()) == 1
    await ada.says("next")
    ada.sees("Question 2 of 2")
    assert await marked(work(world), **HERE) == first, "and takes nothing away from the question after it"
    async with world.store.begin() as tx:
        session = await SessionStore(tx, 1).open()
    assert session
    assert session.sitting
    assert session.sitting.at == 1


async def test_work_for_a_place_that_is_over_asks_what_is_asked_now(world: World, ada: Someone) -> None:
    elsewhere = await marked(work(world), **{**HERE, "missed": "collisions"})
    assert isinstance(elsewhere, Ask)
    assert elsewhere.reply.title.startswith("Question 1 of 2")
    await ada.says("stop")
    ended = await marked(work(world), **HERE)
    assert isinstance(ended, Reply)
    assert "That interview has ended" in ended.text


async def test_work_on_somebody_elses_session_finds_nothing(world: World, ada: Someone) -> None:
    await world.person("Bo").says("/help")
    ended = await marked(work(world, person=2), **HERE)
    assert isinstance(ended, Reply)
    assert "That interview has ended" in ended.text
