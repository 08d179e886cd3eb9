"""The bot's process is killed with -9, wherever it is: after the restart everybody has an answer, and nobody has two."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests import papers
from tests.adapters.process import BotProcess
from tests.fakes.telegram import FakeTelegram, Person

pytestmark = pytest.mark.timeout(180)
REST = 0.5  # seconds in which what the platform took is written down before the kill
LONG = 60.0  # seconds for a start and a review on a busy machine


@pytest.fixture
async def bot(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[BotProcess]:
    process = BotProcess(tmp_path, TELEGRAM_BOT_TOKEN=fake.token, TELEGRAM_API_URL=fake.url)
    try:
        yield process
        fake.check()
        assert fake.token not in process.log
    finally:
        await process.stop()


async def kill_at(fake: FakeTelegram, bot: BotProcess, **points: int) -> None:
    """Lets the server hang at a point of the bot's calls, kills the bot there, and starts it anew."""
    fake.freezes(**points)
    await fake.frozen(within=LONG)
    await asyncio.sleep(REST)
    await bot.kills()
    fake.thaws()
    await bot.start()


def ask(people: list[Person], numbers: range) -> None:
    for number in numbers:
        people[number % len(people)].says(f"/question{number}")


def answers(people: list[Person]) -> Counter[str]:
    """How often each question was answered."""
    texts = [message.text for person in people for message in person.messages]
    return Counter(word.strip(".,“”") for text in texts for word in text.split() if word.startswith("/question"))


async def test_sixty_updates_three_kills_sixty_answers(fake: FakeTelegram, bot: BotProcess) -> None:
    people = [fake.person(f"Person {number}") for number in range(6)]
    reader = fake.person("Ada")
    await bot.start()
    ask(people, range(20))
    await kill_at(fake, bot, getUpdates=2, sendMessage=8)  # written down, not acknowledged, some of it answered
    ask(people, range(20, 40))
    await kill_at(fake, bot, sendMessage=5)  # while answers are on their way
    ask(people, range(40, 59))
    reader.sends(papers.pdf())
    await kill_at(fake, bot, download=1)  # while the review's job is at work
    for person in people:
        await person.sees_answers(len([n for n in range(59) if n % 6 == people.index(person)]), within=LONG)
    await reader.sees("Résumé score:", within=LONG)
    await asyncio.sleep(REST)
    assert answers(people) == Counter(f"/question{number}" for number in range(59))
    assert len(reader.messages) == 1
    assert await bot.stop() == 0


@pytest.mark.parametrize("call", range(1, 8))
async def test_a_kill_at_each_call_of_a_review(fake: FakeTelegram, bot: BotProcess, call: int) -> None:
    """Calls of one conversation, in order: the acknowledgement of “Reading”, typing, the file, the review, a press."""
    ada = fake.person("Ada")
    await bot.start()
    ada.says("/help")
    await ada.sees("What I can do", within=LONG)
    ada.sends(papers.pdf())
    if call < 6:
        await kill_at(fake, bot, any=call)
    await ada.sees("Résumé score:", within=LONG)
    if call >= 6:
        ada.presses("Why this score")
        await kill_at(fake, bot, any=call - 5)
        await ada.sees("Together", within=LONG)
    await asyncio.sleep(REST)
    reviews = [message for message in ada.messages if "Résumé score:" in message.text]
    assert len(reviews) == 1
    assert not [message for message in ada.messages if message.text.startswith("Reading")]


async def test_a_kill_while_the_file_is_being_read(fake: FakeTelegram, bot: BotProcess) -> None:
    ada = fake.person("Ada")
    await bot.start()
    ada.sends(papers.pdf())
    done = asyncio.Event()
    fake.at("download", 1, lambda given: done.set())
    await asyncio.wait_for(done.wait(), LONG)
    await asyncio.sleep(0.05)
    await bot.kills()
    await bot.start()
    await ada.sees("Résumé score:", within=LONG)
    assert len(ada.messages) == 1


async def test_the_log_of_a_conversation_names_nobody(fake: FakeTelegram, bot: BotProcess) -> None:
    ada = fake.person("Ada Okafor")
    await bot.start()
    ada.sends(papers.pdf(), "ada-okafor-secret.pdf")
    await ada.sees("Résumé score:", within=LONG)
    ada.presses("What a machine reads")
    await ada.sees("example.org", within=LONG)
    await bot.stop()
    for private in (fake.token, fake.token.partition(":")[2], "example.org", "Okafor", "okafor-secret", "7946"):
        assert private not in bot.log
