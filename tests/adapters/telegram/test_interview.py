"""An interview of ten questions through the Telegram door: none of the platform's rules broken, a restart on the way."""

from collections.abc import AsyncIterator

import pytest

from adapters.telegram.platform import TelegramPlatform
from core.sandbox import Sandbox
from tests.adapters.interviews import practises
from tests.fakes.telegram import FakeTelegram, Person
from tests.world import World


class Visit:
    """A running bot, and Ada who talks to it."""

    def __init__(self, fake: FakeTelegram, world: World, platform: TelegramPlatform) -> None:
        self.ada: Person = fake.person("Ada")
        self._world, self._platform = world, platform

    async def restarts(self) -> None:
        await self._platform.stop()
        await self._world.restarts()
        await self._platform.start(self._world.engine)


@pytest.fixture
async def visit(fake: FakeTelegram, sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[Visit]:
    platform = TelegramPlatform(fake.token, fake.url)
    async with World(sqlite_url, sandbox, channels=[platform.channel]) as world:
        await platform.start(world.engine)
        try:
            yield Visit(fake, world, platform)
            await fake.settled()
        finally:
            await platform.stop()
    fake.check()


async def test_ten_questions_for_practice(visit: Visit) -> None:
    history = await practises(visit.ada, visit.restarts)
    assert "↑ from" in history
