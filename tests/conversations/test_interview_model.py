"""An interview with a language model: it reads, code scores; obedient or broken, it changes no bound."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.interview.bank import questions
from core.interview.history.store import AnswerStore
from core.interview.sessions.store import Given
from core.llm.port import Query, Reason
from core.llm.scripted import Scripted
from core.llm.sentences import SENTENCES
from core.sandbox import Sandbox
from tests.conversations.interviewing import asks
from tests.plain import Someone
from tests.world import World

QUESTION = questions()["hash-table-worst-case"]
TOLD = "You take the key, run it through a function and land right in the slot where it lives."
REST = "If lots of them land in the same place you walk through all of these one after the other."
INJECTIONS = {
    one["id"]: one["text"]
    for one in json.loads((Path(__file__).parents[1] / "llm" / "injections.json").read_text("utf-8"))
}


def reading(quotes: dict[str, str]) -> Callable[[Query], dict[str, Any]]:
    """A model that finds these points covered by these words."""

    def answer(query: Query) -> dict[str, Any]:
        asked = "\n".join(message.content for message in query.messages)
        points = [found for found in (point.id for point in QUESTION.points) if f"{found}:" in asked]
        assert points, asked
        return {
            "points": [
                {"point": point, "standing": "covered" if point in quotes else "missed", "quote": quotes.get(point, "")}
                for point in points
            ]
        }

    return answer


async def answered(ada: Someone, world: World, words: str) -> Given:
    """Answers the question, without its follow-up."""
    await asks(ada, "hashing", QUESTION.id)
    await ada.says(words)
    await ada.says("done")
    if "One more thing" in ada.last.text:
        await ada.presses("Skip", ada.last)
    async with world.store.begin() as tx:
        return (await AnswerStore(tx, 1).all())[-1]


async def test_what_a_model_reads_is_scored_by_code(sqlite_url: str, sandbox: Sandbox) -> None:
    read = reading({"hash-to-bucket": TOLD, "collisions": REST, "attack": "an attacker can choose colliding keys"})
    async with World(sqlite_url, sandbox, model=Scripted([read, read, {"text": "too short"}])) as world:
        ada = world.person()
        given = await answered(ada, world, f"{TOLD} {REST}")
        assert given.mark
        assert "model" in given.mark.scorer
        ada.sees("Read by a language model, scored by rules")
        attack = next(one for one in given.mark.verdicts if one.point == "attack")
        assert attack.standing == "missed", "words that were not said earn nothing"
        score = float(re.findall(r"^([\d.]+) of 10", ada.last.text)[0])
        assert score == given.mark.score


@pytest.mark.parametrize("reason", ["timeout", "garbled"])
async def test_a_broken_model_costs_nothing(sqlite_url: str, sandbox: Sandbox, reason: Reason) -> None:
    async with World(sqlite_url, sandbox, model=Scripted([reason] * 6)) as world:
        ada = world.person()
        given = await answered(ada, world, QUESTION.answer)
        assert given.mark
        assert given.mark.score >= 9
        ada.sees("Scored offline by rules")
        ada.sees(SENTENCES[reason])


@pytest.mark.parametrize("name", ["resume-ignore", "resume-perfect"])
async def test_an_obedient_model_gives_nothing_away(sqlite_url: str, sandbox: Sandbox, name: str) -> None:
    said = INJECTIONS[name]
    everything = {point.id: said for point in QUESTION.points}
    async with World(sqlite_url, sandbox, model=Scripted([reading(everything)] * 4)) as world:
        ada = world.person()
        given = await answered(ada, world, said)
        assert given.mark
        assert given.mark.score <= 3
