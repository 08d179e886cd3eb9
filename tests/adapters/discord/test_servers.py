"""In a server: whatever is asked can be answered there, and nothing of it is seen by anybody else."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.discord.platform import DiscordPlatform
from core.llm.client import OpenAIModel
from core.sandbox import Sandbox
from tests.conversations.posts import long_post
from tests.conversations.rewriting import WEAK
from tests.fakes.discord import FakeDiscord, Person
from tests.fakes.openai import FakeOpenAI, Says
from tests.world import World

SLOW = 20.0  # seconds: the first file may have to wait for its process
PUBLIC = {"That is between you and me: I answer where only you can see it.\nAnswer me privately"}


@dataclass
class Town:
    """A running bot with a model's server beside it, and Bo, who reads what everybody can see."""

    world: World
    server: FakeOpenAI
    bo: Person


@pytest.fixture
async def town(fake: FakeDiscord, ada: Person, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Town]:
    platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now)
    async with FakeOpenAI() as server:
        server.answers({"lines": [], "steps": []})
        model = OpenAIModel("", server.url, model="small", pause=0.01, timeout=2.0)
        async with World(sqlite_url, sandbox, channels=[platform.channel], model=model) as world:
            await platform.start(world.engine)
            ada.goes("server")
            bo = fake.person("Bo")
            try:
                yield Town(world, server, bo)
                assert {seen.text for seen in bo.messages if not seen.ephemeral} <= PUBLIC
                assert all(seen.ephemeral or seen.text in PUBLIC for seen in ada.messages)
            finally:
                await platform.stop()
                await model.close()


async def test_a_question_is_answered_by_a_form(town: Town, ada: Person) -> None:
    ada.runs("resume", file=("cv.md", WEAK.encode()))
    await ada.sees("Résumé score:", within=SLOW)
    ada.presses("Rewrite")
    await ada.sees("can be better", within=SLOW)
    ada.presses("Answer")
    await ada.sees("Question 1 of", within=SLOW)
    ada.presses("Answer in words")
    await ada.sees("Your answer")
    ada.fills({"words": "no, tell me why first"})
    await ada.sees("like “about 3”", within=SLOW)
    ada.presses("Answer in words")
    await ada.sees("Your answer")
    ada.fills({"words": "about 3"})
    await ada.sees("Question 2 of", within=SLOW)
    ada.runs("facts")
    await ada.sees("How many hours a week does that save? about 3")
    ada.runs("export")
    files = await ada.sees("jsonresume.org", within=SLOW)
    assert files
    assert [file.name for file in files.files] == ["cv.md", "cv_resume.json"]
    ada.runs("versions")
    await ada.sees("1 version")
    ada.picks("✓ 1. cv.md")
    await ada.sees("by you, as you sent it")


async def test_a_long_post_is_pasted_in_two_parts(town: Town, ada: Person) -> None:
    ada.runs("match")
    await ada.sees("To send a file, write to me directly")
    for part, then in ((long_post(3990), "3,990 characters so far"), ("- Redis", "I kept the post")):
        ada.presses("Paste the text")
        await ada.sees("Your answer")
        ada.fills({"words": part})
        await ada.sees(then, within=SLOW)


async def test_a_mention_is_answered_where_only_one_person_sees_it(town: Town, ada: Person) -> None:
    town.server.answers(Says("Between us: **fine**.", after=0.1))
    ada.mentions("how good is my cv?")
    await ada.sees("between you and me")
    town.bo.goes("server")
    town.bo.presses("Answer me privately")
    await town.bo.sees("somebody else's")
    assert not town.server.asked
    ada.presses("Answer me privately")
    seen = await ada.sees("Between us: fine.", within=SLOW)
    assert seen
    assert seen.ephemeral
    ada.presses("Answer me privately")
    await ada.sees("answered already")
    assert not [shown for shown in town.bo.messages if "Between us" in shown.text]


async def test_without_its_plug_a_mention_still_has_an_answer(town: Town, ada: Person) -> None:
    await town.server.unplug()
    ada.mentions("please review my resume")
    await ada.sees("between you and me")
    ada.presses("Answer me privately")
    await ada.sees("Did you mean this?", within=SLOW)
