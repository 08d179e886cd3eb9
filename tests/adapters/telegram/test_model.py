"""With a model on loopback, through the Telegram door: rewriting, matching and free talk, and all of it without its plug."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.telegram.platform import TelegramPlatform
from core.llm.client import OpenAIModel
from core.llm.store import MODEL, switch
from core.sandbox import Sandbox
from tests.fakes.openai import Asked, FakeOpenAI, Says, ToolCall
from tests.fakes.telegram import FakeTelegram, Person
from tests.world import World

PAIR = Path(__file__).parents[2] / "resume/match/pairs/02-senior-backend"
WEAK = Path(__file__).parents[2] / "resume/rewrite/weak/junior-backend.md"
POST = (PAIR / "post.txt").read_text("utf-8")
LINE = re.compile(r"^(\d+)\. Successfully migrated our database from MySQL to postgres$", re.MULTILINE)
BETTER = "Moved the database from MySQL to PostgreSQL"


@dataclass
class Bot:
    """A running bot with a model's server beside it, and Ada who talks to it."""

    ada: Person
    server: FakeOpenAI
    world: World


@pytest.fixture
async def bot(fake: FakeTelegram, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Bot]:
    platform = TelegramPlatform(fake.token, fake.url)
    async with FakeOpenAI() as server:
        model = OpenAIModel("", server.url, model="small", pause=0.01, timeout=2.0)
        async with World(sqlite_url, sandbox, channels=[platform.channel], model=model) as world:
            await platform.start(world.engine)
            try:
                yield Bot(fake.person("Ada"), server, world)
                await fake.settled()
            finally:
                await platform.stop()
                await model.close()
    fake.check()
    server.check()


def worded(asked: Asked) -> dict[str, object]:
    """A better wording for the one line that it knows; nothing for others."""
    found = LINE.search(asked.user)
    return {"lines": [{"number": int(found[1]), "text": BETTER}] if found else []}


async def resumes(bot: Bot, file: Path) -> None:
    bot.ada.sends(file.read_bytes(), "cv.md", kind="text/markdown")
    await bot.ada.sees("Résumé score:", within=20)


async def test_rewriting_shows_the_models_words_where_they_are_the_persons(bot: Bot) -> None:
    bot.server.answers(worded)
    await resumes(bot, WEAK)
    bot.ada.presses("Rewrite")
    await bot.ada.sees("lines can be better", within=20)
    bot.ada.presses("Line by line")
    shown = ""
    for number in range(1, 10):
        shown = (await bot.ada.sees(f"Line {number} of", within=20)).text  # type: ignore[union-attr]
        if BETTER in shown:
            break
        bot.ada.presses("›")
    assert BETTER in shown
    assert "worded by model" in shown


async def test_a_match_and_its_advice(bot: Bot) -> None:
    bot.server.answers({"steps": []})
    await resumes(bot, PAIR / "resume.md")
    bot.ada.says("/match " + POST)
    with_model = (await bot.ada.sees("Match ", within=20)).text  # type: ignore[union-attr]
    await bot.server.unplug()
    bot.ada.presses("Posts")
    await bot.ada.sees("Tidewater Pay", within=20)
    percent = re.search(r"Match \d+ % · reachable \d+ %", with_model)
    assert percent
    bot.ada.presses("Show 1")
    await bot.ada.sees(percent.group(), within=20)


async def test_free_talk_looks_and_proposes(bot: Bot) -> None:
    bot.server.then(
        ToolCall("look", {"line": "findings 1"}),
        ToolCall("propose", {"line": "rewrite"}, id="call_2"),
        "Add numbers first.",
    )
    await resumes(bot, WEAK)
    bot.ada.says("what would help me the most?")
    await bot.ada.sees("Add numbers first.", within=20)
    bot.ada.presses("/rewrite")
    await bot.ada.sees("Rewriting your résumé", within=20)


async def test_without_its_plug_every_answer_still_comes(bot: Bot) -> None:
    await bot.server.unplug()
    await resumes(bot, WEAK)
    bot.ada.says("can you review my resume please")
    await bot.ada.sees("Did you mean this?", within=20)
    bot.ada.presses("Rewrite")
    overview = await bot.ada.sees("lines can be better", within=20)
    assert "language model" in overview.text  # type: ignore[union-attr]
    bot.ada.presses("Answer")
    await bot.ada.sees("Question 1 of", within=20)
    bot.ada.says("about 30")
    await bot.ada.sees("Taken: 63 → ", within=20)
    bot.ada.says("/match " + POST)
    await bot.ada.sees("Match ", within=20)
    bot.ada.presses("Tailor")
    await bot.ada.sees("Your résumé, tailored", within=20)


async def test_the_plug_is_pulled_between_two_rounds(bot: Bot) -> None:
    await resumes(bot, WEAK)

    def pulls(asked: Asked) -> ToolCall:
        for line in list(bot.server._lines):
            line.abort()
        return ToolCall("look", {"line": "findings 1"})

    bot.server.then(ToolCall("look", {"line": "findings 1"}), pulls)
    bot.server.answers(pulls)
    bot.ada.says("please review my resume")
    await bot.ada.sees("Did you mean this?", within=30)


async def test_a_question_in_a_group_is_answered_in_private(fake: FakeTelegram, bot: Bot) -> None:
    bot.server.answers("Between us: it is fine.")
    group, bo = fake.group(), fake.person("Bo")
    bot.ada.says("@career_test_bot how good is my cv?", to=group)
    await bot.ada.sees("between you and me", of=group)
    bo.presses("Answer me privately", of=group)
    await bo.sees("somebody else's")
    bot.ada.presses("Answer me privately", of=group)
    await bot.ada.sees("Between us", within=20)
    assert not [message for message in (*group.messages, *bo.messages) if "Between us" in message.text]


async def test_switched_off_in_the_middle_the_rules_answer(bot: Bot) -> None:
    bot.server.then(Says(calls=(ToolCall("look", {"line": "help"}),), after=0.3))
    bot.ada.says("please review my resume")
    while not bot.server.asked:
        await asyncio.sleep(0.01)
    async with bot.world.store.begin() as tx:
        await switch(tx, MODEL, on=False)
    await bot.ada.sees("Did you mean this?", within=20)
    assert len(bot.server.asked) == 1


async def test_a_forwarded_post_a_photo_of_one_and_a_files_caption(bot: Bot) -> None:
    bot.server.answers({"steps": []})
    await resumes(bot, PAIR / "resume.md")
    bot.ada.sends_other({"text": POST, "forward_origin": {"type": "channel", "date": 1, "message_id": 3}})
    await bot.ada.sees("reads like a job post")
    bot.ada.presses("Match it")
    await bot.ada.sees("Tidewater Pay", within=20)
    bot.ada.sends_photo(b"\xff\xd8\xff\xe0" + b"0" * 500, POST[:1000])
    await bot.ada.sees("reads like a job post")
    bot.ada.sends(POST.replace("Docker", "Podman").encode(), "post.txt", "/match", kind="text/plain")
    await bot.ada.sees("Match ", within=20)


async def test_versions_are_picked_and_handed_out(bot: Bot) -> None:
    await resumes(bot, PAIR / "resume.md")
    bot.ada.says("/versions")
    await bot.ada.sees("1 version")
    bot.ada.presses("1. cv.md")
    await bot.ada.sees("by you, as you sent it")
    bot.ada.presses("JSON Resume")
    await bot.ada.sees("jsonresume.org", within=20)
    bot.ada.says("/export")
    await bot.ada.sees("score", within=20)
    await bot.ada.sees_answers(6)
    assert [m.document.name for m in bot.ada.messages if m.document] == ["cv.resume.json", "cv.md", "cv.resume.json"]
