"""The bot's process is killed with -9 while the model thinks or an answer is counted: all goes on, and is said once."""

import asyncio
from pathlib import Path

import pytest

from tests.adapters.process import BotProcess
from tests.conversations.posts import POST
from tests.conversations.rewriting import WEAK
from tests.fakes.openai import FakeOpenAI, Stalls
from tests.fakes.telegram import FakeTelegram, Person

pytestmark = pytest.mark.timeout(180)
REST = 0.5  # seconds in which what the platform took is written down before the kill
LONG = 60.0  # seconds for a start and a review on a busy machine


async def asked(server: FakeOpenAI, count: int) -> None:
    async with asyncio.timeout(LONG):
        while len(server.asked) < count:
            await asyncio.sleep(0.02)


async def test_one_kill_in_a_rewriting_a_match_and_an_answer(fake: FakeTelegram, tmp_path: Path) -> None:
    """Ada's answer is being counted, Bo's question thought about, and Cy's match worded, when the process dies."""
    ada, bo, cy = (fake.person(name) for name in ("Ada", "Bo", "Cy"))
    async with FakeOpenAI() as server:
        where = {"TELEGRAM_BOT_TOKEN": fake.token, "TELEGRAM_API_URL": fake.url}
        bot = BotProcess(tmp_path, **where, OPENAI_BASE_URL=server.url, OPENAI_MODEL="small")
        await bot.start()
        try:
            server.answers({"lines": [], "steps": []})
            for person in (ada, cy):
                person.sends(WEAK.encode(), "cv.md", kind="text/markdown")
                await person.sees("Résumé score:", within=LONG)
            ada.presses("Rewrite")
            await ada.sees("can be better", within=LONG)
            ada.presses("Answer")
            await ada.sees("Question 1 of", within=LONG)
            before = len(server.asked)
            server.then(Stalls(headers=False), Stalls(headers=False))
            bo.says("how do I get on, my friend?")
            cy.says(f"/match {POST}")
            await asked(server, before + 2)
            await asyncio.sleep(REST)
            fake.freezes(editMessageText=1, sendMessage=2)
            ada.says("about 3")
            await fake.frozen(within=LONG)
            await bot.kills()
            fake.thaws()
            server.answers(lambda asked: "Put the numbers first." if "how do I get on" in asked.user else {"steps": []})
            await bot.start()
            await ada.sees("Taken: 55 → ", within=LONG)
            await bo.sees("Put the numbers first.", within=LONG)
            await cy.sees("Match ", within=LONG)
            await asked(server, before + 4)
            await asyncio.sleep(REST)
            assert len(bo.messages) == 1
            assert [text[:6] for text in texts(cy)].count("Match ") == 1
            assert not [text for text in texts(ada, bo, cy) if text.startswith(("Noted", "Thinking", "Reading"))]
        finally:
            await bot.stop()
    fake.check()


def texts(*people: Person) -> list[str]:
    return [message.text for person in people for message in person.messages]
