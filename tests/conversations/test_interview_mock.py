"""A mock interview of ten questions, with its report; the clock, which is shown and stops nobody."""

import re

import pytest

from core.interview.history.store import AnswerStore
from tests.conversations.interviewing import at_hand, is_through
from tests.plain import Someone
from tests.world import World


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough here: test_interview.py has both."""
    return sqlite_url


async def test_ten_questions_and_a_report(ada: Someone, world: World) -> None:
    await ada.says("/interview me mock 10")
    ada.sees("no résumé of yours yet", "/resume takes one")
    ada.sees("Question 1 of 10", "No feedback until the end", "10 questions", "0 of ")
    for number in range(1, 11):
        question = at_hand(ada)
        world.passes(minutes=2)
        if number == 2:
            await ada.presses("Hint", ada.last)
        if number == 4:
            await world.restarts()
        if number == 3:
            await ada.says("skip")
        elif question.stages:
            for _ in question.stages:
                await ada.says("skip")
        else:
            await is_through(ada, question.answer if number % 2 else question.points[0].accept[0])
        assert "What landed" not in ada.last.text, "no feedback until the end"
    ada.sees("Mock interview · ", "1. ", "10. ", "Strongest", "Weakest", "What to do next", "/daily brings it")
    ada.sees("Questions: 10 of 10 questions", "skipped", "Hints: 1")
    image = ada.last.reply.image
    assert image
    assert image.data.startswith(b"\x89PNG")
    assert "By question: 1 ·" in image.alt
    await overall_is_the_mean(ada, world)
    await ada.presses("1", ada.last)
    ada.sees("of 10", "Next step")


async def overall_is_the_mean(ada: Someone, world: World) -> None:
    async with world.store.begin() as tx:
        kept = await AnswerStore(tx, 1).all()
    assert len(kept) == 10
    mean = sum(answer.score or 0.0 for answer in kept) / 10
    assert ada.last.reply.title == f"Mock interview · {mean:.1f} of 10"
    assert [one.place for one in kept] == list(range(10))


async def test_the_clock_stops_nobody(ada: Someone, world: World) -> None:
    await ada.says("/interview mock databases 30 minutes")
    total = int(re.findall(r"of (\d+) minutes used", ada.last.text)[0])
    assert total == 30
    world.passes(minutes=31)
    await ada.presses("Skip")
    ada.sees("Question 2 of", "The 30 minutes are over: go on as you like, or press Finish.")
    await is_through(ada)
    ada.sees("Question 3 of")
    await ada.presses("Finish")
    ada.sees("Mock interview · ", "Questions: 2 of", "Time: 31 of 30 minutes")


async def test_a_mock_that_is_stopped_has_a_report_of_what_was_answered(ada: Someone) -> None:
    await ada.says("/interview caching mock 3")
    await is_through(ada)
    await ada.says("stop")
    ada.sees("Interview stopped", "1 question of 3")
    await ada.presses("Report")
    ada.sees("Mock interview · ", "Questions: 1 of 3 questions")
    await ada.presses("Go on after all")
    ada.sees("Question 2 of 3")
    await ada.says("skip")
    await ada.says("skip")
    ada.sees("Mock interview · ", "2 skipped")


async def test_a_report_on_nothing_says_so(ada: Someone) -> None:
    await ada.says("/ivreport 7")
    ada.sees("has no answers to report on")
