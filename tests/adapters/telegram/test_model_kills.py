"""The bot's process is killed with -9 while the model thinks or an answer is counted: all goes on, and is said once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.adapters.process import BotProcess
from tests.conversations.rewriting import WEAK
from tests.fakes.openai import FakeOpenAI, Stalls
from tests.fakes.telegram import FakeTelegram, Person

pytestmark = pytest.mark.timeout(180)
REST = 0.5  # seconds in which what the platform took is written down before the kill
LONG = 60.0  # seconds for a start and a review on a busy machine


@dataclass
class Bot:
    """The process, the model's server beside it, and Ada who talks to it."""

    process: BotProcess
    server: FakeOpenAI
    ada: Person

    async def dies_while_the_model_thinks(self) -> None:
        before = len(self.server.asked)
        async with asyncio.timeout(LONG):
            while len(self.server.asked) == before:
                await asyncio.sleep(0.02)
        await asyncio.sleep(REST)
        await self.process.kills()
        await self.process.start()

    def shown(self, start: str) -> list[str]:
        return [message.text for message in self.ada.messages if message.text.startswith(start)]


@pytest.fixture
async def bot(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[Bot]:
    async with FakeOpenAI() as server:
        where = {"TELEGRAM_BOT_TOKEN": fake.token, "TELEGRAM_API_URL": fake.url}
        process = BotProcess(tmp_path, **where, OPENAI_BASE_URL=server.url, OPENAI_MODEL="small")
        await process.start()
        try:
            yield Bot(process, server, fake.person("Ada"))
            fake.check()
            server.check()
        finally:
            await process.stop()


async def test_a_kill_in_an_answer_to_free_talk(bot: Bot) -> None:
    bot.server.answers("You can: put the numbers first.")
    bot.server.then(Stalls(headers=False))
    bot.ada.says("how do I get on, my friend?")
    await bot.dies_while_the_model_thinks()
    await bot.ada.sees("put the numbers first", within=LONG)
    await asyncio.sleep(REST)
    assert len(bot.ada.messages) == 1


async def test_a_kill_while_an_answer_is_counted_and_one_in_a_match(fake: FakeTelegram, bot: Bot) -> None:
    ada = bot.ada
    bot.server.answers({"lines": []})
    ada.sends(WEAK.encode(), "cv.md", kind="text/markdown")
    await ada.sees("Résumé score:", within=LONG)
    ada.presses("Rewrite")
    await ada.sees("can be better", within=LONG)
    ada.presses("Answer")
    await ada.sees("Question 1 of", within=LONG)
    fake.freezes(editMessageText=1, sendMessage=2)
    ada.says("about 3")
    await fake.frozen(within=LONG)
    await bot.process.kills()
    fake.thaws()
    await bot.process.start()
    await ada.sees("Taken: 55 → ", within=LONG)
    ada.presses("Stop")
    await ada.sees("You took 1 of", within=LONG)
    bot.server.answers({"steps": []})
    bot.server.then(Stalls(headers=False))
    ada.says(
        "/match We look for a developer.\n\nRequirements\n- Python\n- Docker\n- Kubernetes and Terraform in production"
    )
    await bot.dies_while_the_model_thinks()
    await ada.sees("Match ", within=LONG)
    await asyncio.sleep(REST)
    assert len(bot.shown("Match ")) == 1
    assert not bot.shown("Noted")
    assert not bot.shown("Reading")
