"""The bot's process is killed with -9 at each call of a conversation: what it had heard is answered, and once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests import papers
from tests.adapters.process import BotProcess
from tests.fakes.discord import FakeDiscord, Person

pytestmark = pytest.mark.timeout(180)
REST = 0.5  # seconds in which what the platform took is written down before the kill
LONG = 60.0  # seconds for a start and a review on a busy machine


@pytest.fixture
async def bot(fake: FakeDiscord, tmp_path: Path) -> AsyncIterator[BotProcess]:
    process = BotProcess(
        tmp_path, DISCORD_BOT_TOKEN=fake.token, DISCORD_API_URL=fake.api, DISCORD_GATEWAY_URL=fake.gateway_url
    )
    await process.start()
    await fake.state.until(lambda: bool(fake.gateway.connected), LONG)
    try:
        yield process
        assert fake.token not in process.log
    finally:
        await process.stop()


async def kill_at(fake: FakeDiscord, bot: BotProcess, call: int, path: str = "") -> None:
    """Lets the server hang from a call on, kills the bot there, and starts it anew."""
    freezer = fake.rest.freezer or fake.freezes(call, path)
    await asyncio.wait_for(freezer.frozen.wait(), LONG)
    await asyncio.sleep(REST)
    await bot.kills()
    await fake.state.until(lambda: not fake.gateway.connected)
    fake.thaws()
    await bot.start()


@pytest.mark.parametrize(("call", "where"), [(1, "server"), (2, "dm"), (3, "server")])
async def test_a_review_is_killed_at_each_of_its_calls(
    fake: FakeDiscord, ada: Person, bot: BotProcess, call: int, where: str
) -> None:
    """The acknowledgement with “Reading”, the file, the review in the place of “Reading”."""
    ada.goes(where)
    fake.freezes(call)
    ada.runs("resume", file=("cv.pdf", papers.pdf()))
    await kill_at(fake, bot, call)
    await ada.sees("Résumé score:", within=LONG)
    await asyncio.sleep(REST)
    assert len([seen for seen in ada.messages if "Résumé score:" in seen.text]) == 1
    assert not [seen for seen in ada.messages if seen.text.startswith(("Reading", "thinking"))]


async def test_a_press_is_killed_before_it_is_answered(fake: FakeDiscord, ada: Person, bot: BotProcess) -> None:
    ada.says("", ("cv.pdf", papers.pdf()))
    await ada.sees("Résumé score:", within=LONG)
    fake.freezes(1)
    ada.presses("Why this score")
    await kill_at(fake, bot, 1)
    await ada.sees("Together", within=LONG)
    ada.presses("Writing")
    await ada.sees("Why this score · Writing", within=LONG)


async def test_many_messages_and_three_kills(fake: FakeDiscord, bot: BotProcess) -> None:
    people = [fake.person(f"Person {number}") for number in range(5)]
    for lap in range(3):
        fake.freezes(4, "/messages")
        for number in range(20):
            people[number % 5].says(f"/question{lap}x{number}")
        await kill_at(fake, bot, 4)
        await fake.state.until(lambda: bool(fake.gateway.connected), LONG)
    wanted = {f"/question{lap}x{number}" for lap in range(3) for number in range(20)}

    def answered() -> list[str]:
        texts = [seen.text for person in people for seen in person.messages]
        return [word.strip(".,“”") for text in texts for word in text.split() if word.startswith("/question")]

    await fake.state.until(lambda: len(set(answered())) == len(wanted), LONG)
    await asyncio.sleep(REST)
    assert sorted(answered()) == sorted(wanted)


async def test_the_log_of_a_conversation_names_nobody(fake: FakeDiscord, bot: BotProcess) -> None:
    ada = fake.person("Ada Okafor")
    asked = ada.runs("resume", file=("ada-okafor-secret.pdf", papers.pdf()))
    await ada.sees("Résumé score:", within=LONG)
    ada.presses("What a machine reads")
    await ada.sees("example.org", within=LONG)
    assert await bot.stop() == 0
    for private in (fake.token, asked.token, "example.org", "Okafor", "okafor-secret", "7946"):
        assert private not in bot.log
