"""The whole assistant through the Telegram door: the real engine, storage and readers, none of the platform's rules broken."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.telegram.platform import TelegramPlatform
from core.sandbox import Sandbox
from tests import papers
from tests.fakes.telegram import FakeTelegram, Person
from tests.world import World

SLOW = 20.0  # seconds: the first file may have to wait for its process
NASTY = ["<b>&\"'", "*_[]()", "@everyone", "</script>", "x" * 300, "word " * 2000 + "end"]


@dataclass
class Bot:
    """A running bot, and Ada who talks to it."""

    fake: FakeTelegram
    world: World
    ada: Person

    platform: TelegramPlatform

    async def restarts(self) -> None:
        await self.platform.stop()
        await self.world.restarts()
        await self.platform.start(self.world.engine)


@pytest.fixture
async def bot(fake: FakeTelegram, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Bot]:
    platform = TelegramPlatform(fake.token, fake.url)
    async with World(sqlite_url, sandbox, channels=[platform.channel]) as world:
        await platform.start(world.engine)
        try:
            yield Bot(fake, world, fake.person("Ada"), platform)
            await fake.settled()
        finally:
            await platform.stop()
    fake.check()


async def reviewed(ada: Person, caption: str = "") -> str:
    ada.sends(papers.pdf(), "cv.pdf", caption)
    return (await ada.sees("Résumé score:", within=SLOW)).text  # type: ignore[union-attr]


async def test_a_file_without_a_word_is_reviewed_in_one_message(bot: Bot) -> None:
    text = await reviewed(bot.ada)
    assert papers.WEAK in text
    assert "three most worthwhile fixes" in text
    assert len(bot.ada.messages) == 1
    assert bot.ada.chat.actions[0] == "typing"


async def test_the_score_is_the_same_as_on_another_platform(bot: Bot) -> None:
    text = await reviewed(bot.ada)
    plain = bot.world.person("Bo")
    await plain.sends(papers.pdf())
    assert text.startswith(plain.last.reply.title)
    for quote in re.findall(r"^> (.*)$", plain.last.reply.text, re.MULTILINE):
        assert quote.replace("\\", "") in text


async def test_every_button_works_and_every_view_has_its_message(bot: Bot) -> None:
    ada = bot.ada
    await reviewed(ada)
    for label, words in (
        ("All findings", "All findings"),
        ("Why this score", "Together"),
        ("Writing", "Why this score · Writing"),
        ("What a machine reads", "Ada Okafor"),
        ("For another track", "Against which track"),
    ):
        ada.presses(label)
        await ada.sees(words)
    ada.presses("Data")
    await ada.sees("track: Data", within=SLOW)


async def test_pages_of_findings_turn_in_their_own_message(bot: Bot) -> None:
    ada = bot.ada
    await reviewed(ada)
    ada.presses("All findings")
    first = await ada.sees("page 1 of")
    ada.presses("Next")
    assert await ada.sees("page 2 of") is first
    assert len(ada.messages) == 2


async def test_the_marked_page_is_a_photo(bot: Bot) -> None:
    ada = bot.ada
    await reviewed(ada)
    ada.presses("Marked page")
    await ada.sees("page 1", within=SLOW)
    photo = ada.messages[-1].photo
    assert photo is not None
    assert photo.data.startswith(b"\x89PNG")


async def test_a_caption_chooses_the_track(bot: Bot) -> None:
    assert "track: Data" in await reviewed(bot.ada, "/resume data")


async def test_a_group_leads_to_the_private_chat(bot: Bot) -> None:
    group = bot.fake.group()
    bot.ada.says("/resume@career_test_bot", to=group)
    await bot.ada.sees("only you", of=group)
    bot.ada.presses("private", of=group)
    await bot.ada.sees("Your résumé, please")


@pytest.mark.parametrize("words", NASTY)
async def test_nasty_words_in_free_talk_are_answered(bot: Bot, words: str) -> None:
    bot.ada.says(words)
    assert await bot.ada.sees_answers(1)


@pytest.mark.parametrize("words", NASTY[:4])
async def test_nasty_words_in_a_bullet_are_quoted_as_typed(bot: Bot, words: str) -> None:
    ada = bot.ada
    ada.sends(papers.pdf(*[line.replace("payment service", words) for line in papers.LINES]))
    await ada.sees("Résumé score:", within=SLOW)
    ada.presses("All findings")
    await ada.sees("All findings")
    assert any(f"Responsible for managing the {words}\n" in message.text for message in ada.messages)


@pytest.mark.parametrize("name", NASTY[:5])
async def test_a_name_is_shown_as_typed(bot: Bot, name: str) -> None:
    bot.ada.sends(b"\x00\x01nonsense", name + ".bin")
    shown = await bot.ada.sees("could not read", within=SLOW)
    assert name.rpartition("/")[2][:100] in shown.text  # type: ignore[union-attr]


async def test_what_is_no_file_and_no_word_is_answered(bot: Bot) -> None:
    bot.ada.sends_photo(b"\xff\xd8\xff\xe0" + b"0" * 500)
    await bot.ada.sees_answers(1, within=SLOW)
    bot.ada.sends_other({"location": {"latitude": 1.0, "longitude": 2.0}})
    assert len(await bot.ada.sees_answers(2, within=SLOW)) == 2


async def test_trouble_on_the_line_loses_and_doubles_nothing(bot: Bot) -> None:
    ada = bot.ada
    bot.fake.fails("sendMessage", 500, times=2)
    bot.fake.slows("sendMessage", 1)
    ada.says("/help")
    await ada.sees("What I can do", within=10.0)
    assert len(ada.messages) == 1


async def test_a_person_who_blocked_the_bot_is_marked_and_welcomed_back(bot: Bot) -> None:
    ada = bot.ada
    ada.blocks()
    ada.says("/help")
    await bot.fake.settled()
    await bot.world.engine.idle()
    sent = bot.fake.counts["sendMessage"]
    assert sent == 1
    ada.unblocks()
    ada.says("/help")
    await ada.sees("What I can do")
    assert len(ada.messages) == 1


async def test_a_conversation_goes_on_after_a_restart(bot: Bot) -> None:
    ada = bot.ada
    ada.says("/resume")
    await ada.sees("Your résumé, please")
    await bot.restarts()
    ada.presses("Cancel")
    await ada.sees("Stopped")
