"""Housekeeping: what is old and answered goes, what is open stays."""

from bot.scheduler import REMEMBERED, Scheduler
from core.chat.request import Said
from core.sandbox import Sandbox
from tests.world import World


async def test_old_numbers_are_forgotten(database_url: str, sandbox: Sandbox) -> None:
    async with World(database_url, sandbox) as world:
        ada = world.person()
        first = ada.request(Said(text="/help"))
        await ada.does(first)
        scheduler = Scheduler(world.store, world.now)
        assert await scheduler.tidy() == 0
        world.passes(days=REMEMBERED.days + 1)
        assert await scheduler.tidy() >= 2
        await ada.does(ada.request(Said(text="/help")))
        assert len(ada.messages) == 2
