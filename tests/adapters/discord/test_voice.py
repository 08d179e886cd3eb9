"""An interview answer by voice through the Discord door, heard by a server on loopback."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.discord.platform import DiscordPlatform
from core.llm.transcriber import OpenAITranscriber
from core.sandbox import Sandbox
from tests.fakes.discord import FakeDiscord, Person
from tests.fakes.openai import Fails, FakeOpenAI
from tests.world import World

VOICE = b"OggS" + bytes(3_000)


@dataclass
class Bot:
    """A running bot with a transcription server beside it, and Ada who was asked a question."""

    ada: Person
    server: FakeOpenAI


@pytest.fixture
async def bot(fake: FakeDiscord, ada: Person, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Bot]:
    platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now)
    async with FakeOpenAI() as server:
        ears = OpenAITranscriber("", server.url, model="ears", pause=0.01)
        async with World(sqlite_url, sandbox, channels=[platform.channel], transcriber=ears) as world:
            await platform.start(world.engine)
            try:
                made = Bot(ada, server)
                made.ada.says("/interview hashing 1")
                await made.ada.sees("Hashing")
                yield made
            finally:
                await platform.stop()
                await ears.close()
        server.check()


async def test_a_voice_message_is_heard_as_it_was_sent(bot: Bot) -> None:
    bot.server.hears(Fails(503), "The hash tells the bucket.")
    bot.ada.speaks(VOICE, seconds=65)
    await bot.ada.sees("recording of 1:05")
    await bot.ada.sees("The hash tells the bucket.")
    heard = bot.server.recordings[-1]
    assert (heard.name, heard.kind, heard.data) == ("answer.ogg", "audio/ogg", VOICE)


async def test_a_long_one_is_not_even_fetched(bot: Bot) -> None:
    bot.ada.speaks(VOICE, seconds=301)
    await bot.ada.sees("at most five minutes")
    assert bot.server.recordings == []


async def test_without_the_server_it_says_so_and_the_question_stays(bot: Bot) -> None:
    await bot.server.unplug()
    bot.ada.speaks(VOICE)
    await bot.ada.sees("could not be reached")
    bot.ada.says("Then I type it")
    await bot.ada.sees("Noted: 1 message")
