"""The whole assistant through the Discord door: the real engine, storage and readers, none of the platform's rules broken."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.discord.platform import DiscordPlatform
from core.sandbox import Sandbox
from tests import papers
from tests.fakes.discord import FakeDiscord, Person
from tests.world import World

SLOW = 20.0  # seconds: the first file may have to wait for its process
NASTY = ["<b>&\"'", "*_[]()", "@everyone", "</script>", "x" * 300, "word " * 380 + "end"]


@dataclass
class Bot:
    """A running bot, and Ada who talks to it."""

    fake: FakeDiscord
    world: World
    ada: Person
    platform: DiscordPlatform

    async def stops(self) -> None:
        await self.platform.stop()
        await self.world.end()

    async def starts(self) -> None:
        """A new process on the same database."""
        self.platform = DiscordPlatform(
            self.fake.token, api=self.fake.api, gateway=self.fake.gateway_url, now=self.fake.now
        )
        self.world.channels = [self.world.channel, self.platform.channel]
        await self.world.begin()
        await self.platform.start(self.world.engine)


@pytest.fixture
async def bot(fake: FakeDiscord, ada: Person, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Bot]:
    platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now)
    made = Bot(fake, World(sqlite_url, sandbox), ada, platform)
    await made.starts()
    try:
        yield made
    finally:
        await made.stops()


async def reviewed(ada: Person, **options: object) -> str:
    ada.runs("resume", file=("cv.pdf", papers.pdf()), **options)
    seen = await ada.sees("Résumé score:", within=SLOW)
    assert seen
    return seen.text


async def test_a_file_of_a_command_is_reviewed_in_one_message(bot: Bot) -> None:
    text = await reviewed(bot.ada)
    assert papers.WEAK in text
    assert "three most worthwhile fixes" in text
    assert len(bot.ada.messages) == 1


async def test_a_file_in_a_direct_message(bot: Bot) -> None:
    bot.ada.says("", ("cv.pdf", papers.pdf()))
    await bot.ada.sees("Résumé score:", within=SLOW)
    assert len(bot.ada.messages) == 1


async def test_the_score_is_the_same_as_on_another_platform(bot: Bot) -> None:
    text = await reviewed(bot.ada)
    plain = bot.world.person("Bo")
    await plain.sends(papers.pdf())
    assert text.startswith(plain.last.reply.title)
    for quote in re.findall(r"^> (.*)$", plain.last.reply.text, re.MULTILINE):
        assert quote.replace("\\", "") in text


@pytest.mark.parametrize("where", ["dm", "server"])
async def test_every_button_works_and_every_view_has_its_message(bot: Bot, where: str) -> None:
    ada = bot.ada
    ada.goes(where)
    await reviewed(ada)
    for label, words in (
        ("All findings", "page 1 of"),
        ("Next ›", "page 2 of"),
        ("Why this score", "Together"),
        ("Writing", "Why this score · Writing"),
        ("What a machine reads", "Ada Okafor"),
        ("For another track", "Against which track"),
    ):
        ada.presses(label)
        await ada.sees(words, within=SLOW)
    assert len(ada.messages) == 5
    ada.picks("Data")
    await ada.sees("track: Data", within=SLOW)
    assert {seen.ephemeral for seen in ada.messages} == {where == "server"}
    assert bot.fake.person("Bo").messages == []


async def test_the_marked_page_is_a_picture(bot: Bot) -> None:
    ada = bot.ada
    await reviewed(ada)
    ada.presses("Marked page")
    await bot.fake.state.until(lambda: any(seen.image for seen in ada.messages), SLOW)
    image = next(seen.image for seen in ada.messages if seen.image)
    assert image
    assert image.data.startswith(b"\x89PNG")


async def test_an_option_chooses_the_track(bot: Bot) -> None:
    assert "track: Data" in await reviewed(bot.ada, track="data")


async def test_settings_by_completion_modal_and_menu(bot: Bot) -> None:
    ada = bot.ada
    assert "Asia/Kolkata" in await ada.completes("settings", "zone", "kolk")
    ada.runs("settings", zone="Asia/Kolkata")
    await ada.sees("Asia/Kolkata")
    ada.presses("Time zone")
    await ada.sees("Your city or time zone")
    ada.fills({"zone": "Berlin"})
    await ada.sees("Europe/Berlin")
    ada.presses("Language of dates")
    await ada.sees("In which language")
    ada.picks("Français")
    await ada.sees("Français")


async def test_a_wrong_answer_in_a_modal_is_explained(bot: Bot) -> None:
    ada = bot.ada
    ada.runs("settings")
    await ada.sees("Settings")
    ada.presses("Time zone")
    await ada.sees("Your city or time zone")
    ada.fills({"zone": "xyzzy"})
    await ada.sees("I know no time zone like xyzzy")


async def test_a_mention_leads_to_where_only_one_person_sees_it(bot: Bot) -> None:
    ada, bo = bot.ada, bot.fake.person("Bo")
    ada.mentions("/resume")
    await ada.sees("only you")
    ada.presses("private")
    seen = await ada.sees("Your résumé, please")
    assert seen
    assert seen.ephemeral
    assert not [shown for shown in bo.messages if "Your résumé, please" in shown.text]


@pytest.mark.parametrize("words", NASTY)
async def test_nasty_words_harm_nothing(bot: Bot, words: str) -> None:
    ada = bot.ada
    ada.says(words)
    await bot.fake.state.until(lambda: len(ada.messages) == 1)
    lines = [line.replace("Ada Okafor", words[:300]) for line in papers.LINES]
    ada.runs("resume", file=(words[:60] + ".pdf", papers.pdf(*lines)))
    await bot.fake.state.until(lambda: len(ada.messages) == 2 and "Reading" not in ada.messages[1].text, SLOW)
    effects = [effect for seen in ada.messages for effect in seen.effects]
    assert not [effect for effect in effects if effect[0] in {"mention", "emoji", "unfurled", "link"}]


@pytest.mark.parametrize("name", NASTY[:5])
async def test_a_name_is_shown_as_typed(bot: Bot, name: str) -> None:
    bot.ada.runs("resume", file=(name + ".bin", b"\x00\x01nonsense"))
    seen = await bot.ada.sees("could not read", within=SLOW)
    assert seen
    assert name in seen.text


async def test_after_a_restart_the_buttons_of_before_work(bot: Bot) -> None:
    ada = bot.ada
    ada.goes("server")
    await reviewed(ada)
    bot.fake.passes(1000.0)
    await bot.stops()
    await bot.starts()
    ada.presses("Why this score")
    await ada.sees("Together")
    ada.presses("Back to the score")
    await ada.sees("Résumé score:")
    assert len(ada.messages) == 3


async def test_trouble_on_the_line_loses_and_doubles_nothing(bot: Bot) -> None:
    ada = bot.ada
    bot.fake.fails(429, path="/callback", pause=0.1)
    bot.fake.fails(503, path="/cdn")
    bot.fake.fails(503, path="/messages", times=2)
    ada.says("", ("cv.pdf", papers.pdf()))
    await ada.sees("Résumé score:", within=SLOW)
    ada.presses("All findings")
    await ada.sees("page 1 of")
    assert len(ada.messages) == 2
