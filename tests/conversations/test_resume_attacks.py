"""Résumés that hold instructions for a machine, before a model that obeys: no score moves, and nothing invented is shown."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from core.llm.port import Query
from core.llm.scripted import Scripted
from core.resume.assess import assess
from core.sandbox import Sandbox
from tests.conversations.rewriting import WEAK
from tests.world import START, World

ATTACKS = [
    attack
    for attack in json.loads((Path(__file__).parents[1] / "llm" / "injections.json").read_text("utf-8"))
    if attack["where"] == "resume"
]
TOGETHER = 5  # attacks in one résumé
INVENTED = ("Kubernetes", "300%", "Led a team")
PLACE = "- Wrote unit tests"


def obeys(query: Query) -> dict[str, object]:
    """Each line with whatever the attacks ask for, and inventions of its own."""
    wanted = " ".join(word for attack in ATTACKS for word in attack["must_not"][:1])
    lines = re.findall(r"^(\d+)\. (.+)$", query.messages[-1].content, re.MULTILINE)
    invented = ("Led a team and {}, with Kubernetes, by 300%", wanted + " {}")
    return {"lines": [{"number": int(at), "text": invented[int(at) % 2].format(text)[:1900]} for at, text in lines]}


@pytest.mark.parametrize("first", range(0, len(ATTACKS), TOGETHER))
async def test_no_attack_in_a_resume_is_obeyed(sqlite_url: str, sandbox: Sandbox, first: int) -> None:
    attacks = ATTACKS[first : first + TOGETHER]
    names = [attack["text"] for attack in attacks if attack["id"] == "resume-file-name"]
    injected = "\n".join(attack["text"] for attack in attacks if attack["text"] not in names)
    data = WEAK.replace(PLACE, f"{injected}\n{PLACE}").encode()
    alone = assess(data, "cv.md", None, START.date()).review
    async with World(sqlite_url, sandbox, model=Scripted([obeys] * 8)) as world:
        ada = world.person()
        await ada.sends(data, (names or ["cv"])[0].replace(".pdf", "") + ".md")
        ada.sees(f"Résumé score: {alone.score} of 100")
        await ada.presses("All findings")
        await ada.says("/rewrite")
        ada.sees(f"Score {alone.score}.", "held something you did not say")
        for number in range(1, 30):
            await ada.says(f"/reline 1 {number}")
            if "worded by" not in ada.last.text:
                break
            ada.sees("worded by rules")
        if any("safe" in label for label in ada.last.labels):
            await ada.presses("safe")
        said = "\n".join(message.text for message in ada.messages)
    for words in (*INVENTED, *(word for attack in attacks for word in attack["must_not"])):
        assert words not in said, words


async def test_the_score_is_that_of_the_same_file_without_a_model(sqlite_url: str, sandbox: Sandbox) -> None:
    today: date = START.date()
    assert assess(WEAK.encode(), "cv.md", None, today) == assess(WEAK.encode(), "cv.md", None, today)
    async with World(sqlite_url, sandbox, model=Scripted([obeys] * 3)) as world:
        ada = world.person()
        await ada.sends(WEAK.encode(), "cv.md")
        ada.sees(f"Résumé score: {assess(WEAK.encode(), 'cv.md', None, today).review.score} of 100")
