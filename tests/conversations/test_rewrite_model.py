"""Rewriting with a language model: its sound wordings are shown as its own, and its silence or inventions cost nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from core.llm.port import Query
from core.llm.scripted import Scripted
from core.sandbox import Sandbox
from tests import papers
from tests.plain import Someone
from tests.world import World

REST = "Built a REST API in python that serves 2,000 requests per second"
SOUND = "Built a REST API in Python, serving 2,000 requests per second"


def wording(text: str) -> Callable[[Query], dict[str, Any]]:
    """A model that words one line so, and says nothing of the others."""

    def answer(query: Query) -> dict[str, Any]:
        asked = "\n".join(message.content for message in query.messages)
        number = re.findall(rf"(\d+)\. {re.escape(REST)}", asked)
        assert number, asked
        return {"lines": [{"number": int(number[0]), "text": text}]}

    return answer


async def line_of_the_api(ada: Someone) -> None:
    """The line about the API, as it is proposed."""
    await ada.sends(papers.pdf())
    await ada.presses("Rewrite")
    await ada.presses("Line by line")
    while REST not in ada.last.text:
        await ada.presses("›")


async def test_a_sound_wording_is_shown_as_the_models(sqlite_url: str, sandbox: Sandbox) -> None:
    async with World(sqlite_url, sandbox, model=Scripted([wording(SOUND)])) as world:
        ada = world.person()
        await line_of_the_api(ada)
        ada.sees(SOUND, "worded by model")
        await ada.presses("Take")
        ada.sees("Taken", SOUND)


async def test_an_invention_falls_back_to_the_rules(sqlite_url: str, sandbox: Sandbox) -> None:
    invented = SOUND.replace("2,000", "20,000").replace("API in", "API on Kubernetes in")
    async with World(sqlite_url, sandbox, model=Scripted([wording(invented)])) as world:
        ada = world.person()
        await line_of_the_api(ada)
        ada.sees("Built a REST API in Python that serves 2,000", "worded by rules")
        assert not any("20,000" in reply.text or "Kubernetes" in reply.text for reply in ada.last.versions)
        assert any("something you did not say" in reply.text for reply in ada.last.versions)


@pytest.mark.parametrize("reason", ["timeout", "unreachable"])
async def test_a_silent_model_is_told_of_once(sqlite_url: str, sandbox: Sandbox, reason: str) -> None:
    async with World(sqlite_url, sandbox, model=Scripted([reason])) as world:
        ada = world.person()
        await line_of_the_api(ada)
        ada.sees("worded by rules")
        told = [reply.text for reply in ada.last.versions if "model" in reply.text]
        assert len(told) == 1
        assert told[0].index("model") < told[0].index("can be better")
