"""A mock interview of ten questions in a direct message, and one question in a server, where answers come by a modal."""

from collections.abc import AsyncIterator

import pytest

from adapters.discord.platform import DiscordPlatform
from core.interview.sessions.advice import brief
from core.sandbox import Sandbox
from tests.adapters.interviews import SLOW, asked, is_examined, newest
from tests.fakes.discord import FakeDiscord, Person
from tests.world import World


class Visit:
    """A running bot; `restarts` ends its process and begins another."""

    def __init__(self, fake: FakeDiscord, world: World) -> None:
        self._fake, self._world = fake, world
        self._platform: DiscordPlatform

    async def starts(self) -> None:
        fake = self._fake
        self._platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now)
        self._world.channels = [self._world.channel, self._platform.channel]
        await self._world.begin()
        await self._platform.start(self._world.engine)

    async def stops(self) -> None:
        await self._platform.stop()
        await self._world.end()

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()


@pytest.fixture
async def visit(fake: FakeDiscord, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Visit]:
    made = Visit(fake, World(sqlite_url, sandbox))
    await made.starts()
    try:
        yield made
    finally:
        await made.stops()


async def test_ten_questions_as_a_mock(visit: Visit, ada: Person) -> None:
    report = await is_examined(ada, visit.restarts)
    assert "What to do next" in report.text


async def test_in_a_server_one_form_is_the_whole_answer(visit: Visit, ada: Person) -> None:
    ada.goes("server")
    ada.runs("interview", topic="Hashing", level="junior", length=2, mode="practice")
    question = asked(await newest(ada, "Question 1 of 2"))
    ada.presses("Hint")
    assert question.hints[0] in await newest(ada, "Hint 1: ")
    ada.presses("Answer in words")
    await ada.sees("Your answer")
    ada.fills({"words": question.answer})
    await ada.sees("Next step", within=SLOW)
    ada.presses("I disagree")
    await ada.sees("What did your answer hold?")
    ada.picks("1 · " + brief(question.points[0].idea))
    await ada.sees("I keep both")
    ada.presses("Go on")
    await ada.sees("Question 2 of 2")
    assert all(seen.ephemeral for seen in ada.messages)
