"""What is decided step by step: own words too few, all lines left, answers that follow one another."""

import re
from collections.abc import AsyncIterator

import pytest

from core.sandbox import Sandbox
from tests.conversations.rewriting import answers, asks, begins, score_in
from tests.plain import Someone
from tests.world import World


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox) as world:
        yield world


async def test_a_word_is_no_line(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    await ada.presses("Edit")
    await ada.says("x")
    ada.sees("at least 3 words")
    await ada.says("Ran the shop")
    ada.sees("Taken", "Ran the shop")


async def test_where_all_is_left_nothing_can_be_finished(ada: Someone) -> None:
    await begins(ada)
    await ada.presses("Line by line")
    while "Leave" in ada.last.labels:
        await ada.presses("Leave", ada.last)
    ada.sees("Every line is decided", "nothing to make")
    assert "Finish" not in ada.last.labels
    await ada.presses("Look again")
    ada.sees("Line 1 of", "you left it as it is")
    await ada.presses("Take", ada.last)
    assert "Finish" in ada.last.labels


async def test_two_answers_for_one_line_go_on_from_one_another(ada: Someone) -> None:
    await begins(ada)
    shown = score_in(ada.last.text)
    await ada.presses("Answer")
    while asks(ada):
        await answers(ada)
        before, after = re.findall(r"Taken: .*?(\d+)(?: → (\d+))?", ada.last.text)[0]
        assert int(before) == shown
        shown = int(after or before)


KITCHEN = """# Mo Farr

mo@example.org | +44 20 7946 0321 | Leeds, UK

## Experience

**Nurse and kitchen lead, St Anne**
Mar 2022 - Present

- I was tasked with reducing food waste
- Responsible for increasing staff satisfaction
- In charge of hiring, training and rotas
- Mentored student nurses
- Helped with introducing the electronic handovers
- I picked and packed orders
- I built the whole thing alone

## Education

**BSc, Leeds**
2017 - 2020
"""


async def test_taking_all_safe_lines_leaves_out_what_would_cost_points(ada: Someone) -> None:
    await begins(ada, KITCHEN.encode())
    await ada.presses("Answer")
    said = {"food waste?": "about 20", "used it?": "3", "many orders": "about 20"}
    while asks(ada):
        await ada.says(next((answer for question, answer in said.items() if question in ada.last.text), "skip"))
    start = score_in(ada.last.text)
    await ada.presses("Take all")
    ada.sees("left out, as the score would fall")
    assert score_in(ada.last.text) >= start
    assert not any(label.startswith("Take") for label in ada.last.labels)
    await ada.presses("Line by line")
    assert "left out" not in ada.last.text
