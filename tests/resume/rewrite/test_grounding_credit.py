"""Who did it, to what, and how far: wordings made of the line's own words that still say more than it does."""

import json
from pathlib import Path

import pytest

from core.resume.rewrite.grounding import Fact, Own, problems

_DATA = json.loads(Path(__file__).with_name("credit.json").read_text("utf-8"))
REFUSED, PASSED = ([(row["before"], row["candidate"]) for row in _DATA[name]] for name in ("refused", "passed"))


@pytest.mark.parametrize(("before", "candidate"), REFUSED)
def test_more_than_was_said_is_refused(before: str, candidate: str) -> None:
    assert problems(before, candidate, Own(before), "work.0.highlights.0")


@pytest.mark.parametrize(("before", "candidate"), PASSED)
def test_the_same_in_better_words_passes(before: str, candidate: str) -> None:
    assert problems(before, candidate, Own(before), "work.0.highlights.0") == ()


@pytest.mark.parametrize(
    ("before", "candidate", "answer"),
    [
        ("Deployed the shop", "Deployed the shop on AWS", "It did not run on AWS"),
        ("Deployed the shop", "Led the shop", "I did not lead it"),
        ("Built the shop", "Led a team of 5 and built the shop", "My boss led a team of 5"),
        ("Built the shop", "Built the shop with 5 developers", "no, we never had 5 developers"),
    ],
)
def test_an_answer_is_not_turned_round(before: str, candidate: str, answer: str) -> None:
    assert problems(before, candidate, Own(before, (Fact(answer, before),)), "work.0.highlights.0")


@pytest.mark.parametrize(
    ("before", "candidate", "passes"),
    [
        ("Chess game in Rust", "Built a chess game in Rust", True),
        ("Contribution to an open-source library", "Built an open-source library", False),
        ("Clone of a shop in Django", "Built a shop in Django", False),
        ("Tests for a library", "Built a library", False),
    ],
)
def test_a_project_may_be_said_to_be_built(before: str, candidate: str, passes: bool) -> None:
    assert bool(problems(before, candidate, Own(before), "projects.0.highlights.0")) is not passes
    assert problems(before, candidate, Own(before), "work.0.highlights.0")
