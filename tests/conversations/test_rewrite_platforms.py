"""Rewriting through the doors of Telegram and Discord: one message that changes, a modal, and no rule of theirs broken."""

from collections.abc import AsyncIterator

import pytest

from adapters.discord.platform import DiscordPlatform
from adapters.telegram.platform import TelegramPlatform
from core.sandbox import Sandbox
from tests.conversations.rewriting import WEAK
from tests.fakes import discord, telegram
from tests.world import World

SLOW = 20.0  # seconds: the first file may have to wait for its process


@pytest.fixture
async def ada_on_telegram(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[telegram.Person]:
    async with telegram.FakeTelegram() as fake:
        platform = TelegramPlatform(fake.token, fake.url)
        async with World(sqlite_url, sandbox, channels=[platform.channel]) as world:
            await platform.start(world.engine)
            try:
                yield fake.person("Ada")
                await fake.settled()
            finally:
                await platform.stop()
        fake.check()


@pytest.fixture
async def ada_on_discord(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[discord.Person]:
    async with discord.FakeDiscord() as fake:
        platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now)
        async with World(sqlite_url, sandbox, channels=[platform.channel]) as world:
            await platform.start(world.engine)
            try:
                yield fake.person("Ada")
            finally:
                await platform.stop()


async def test_on_telegram(ada_on_telegram: telegram.Person) -> None:
    ada = ada_on_telegram
    ada.sends(WEAK.encode(), "cv.md", kind="text/markdown")
    await ada.sees("Résumé score:", within=SLOW)
    ada.presses("✍️ Rewrite")
    overview = await ada.sees("can be better", within=SLOW)
    ada.presses("Line by line")
    assert await ada.sees("Line 1 of") is overview
    ada.presses("Edit")
    await ada.sees("The line, as you want it")
    ada.says("Ran the <b>order</b> service for 1,200 shops")
    changed = await ada.sees("Ran the <b>order</b> service for 1,200 shops")
    ada.presses("Overview")
    assert await ada.sees("You took 1 of") is changed
    ada.presses("Finish")
    await ada.sees("Rewritten")


async def test_on_discord(ada_on_discord: discord.Person) -> None:
    ada = ada_on_discord
    ada.says("", ("cv.md", WEAK.encode()))
    await ada.sees("Résumé score:", within=SLOW)
    ada.presses("Rewrite")
    await ada.sees("can be better", within=SLOW)
    count = len(ada.messages)
    ada.presses("Line by line")
    await ada.sees("Line 1 of")
    assert len(ada.messages) == count
    ada.presses("Edit")
    await ada.sees("The line, as you want it")
    ada.fills({"line": "Ran the *order* service for 1,200 shops"})
    await ada.sees("Taken")
    ada.presses("Overview")
    await ada.sees("You took 1 of")
    ada.presses("Finish")
    await ada.sees("Rewritten")
