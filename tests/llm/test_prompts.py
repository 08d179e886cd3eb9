"""The prompts: short, complete, and written down."""

from pathlib import Path

import pytest

from core.llm.prompts import GUARD, WrongPrompt, names, prompt, read, table

ROOT = Path(__file__).parents[2]
GOOD = "---\nname: x\nversion: 1\nfor: a\ngoes in: b\ncomes out: c\nwriting: no\nmost: 9\n---\nDo it.\n"


def test_the_page_is_in_step_with_the_prompts() -> None:
    assert (ROOT / "docs/prompts.md").read_text("utf-8") == table()


@pytest.mark.parametrize("name", names())
def test_each_is_short_and_holds_nobody(name: str) -> None:
    told = prompt(name)
    assert len(told.system.split()) <= 250
    assert "@" not in told.system
    assert told.most > 0 or name == GUARD


def test_the_guard_names_the_nonce_of_the_call() -> None:
    system = prompt("rewrite").told("n0nce")
    assert system.startswith(prompt("rewrite").system)
    assert "<<<END NAME n0nce>>>" in system
    assert "{nonce}" not in system


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("most: 9\n", ""), "missing or unknown in its front matter: most"),
        (GOOD.replace("for:", "form:"), "for, form"),
        (GOOD.replace("name: x", "name: y"), "its name is its file's"),
        (GOOD.replace("Do it.", ""), "the prompt follows below"),
        (GOOD.replace("version: 1", "version: one"), "whole numbers"),
        ("Do it.", "does not begin with front matter"),
    ],
)
def test_a_wrong_file_is_told(text: str, said: str) -> None:
    assert read("x", GOOD).system == "Do it."
    with pytest.raises(WrongPrompt, match=said):
        read("x", text)


def test_an_unknown_prompt_is_told() -> None:
    with pytest.raises(WrongPrompt, match=r"no prompt nonsense\.md; known are .*rewrite"):
        prompt("nonsense")
