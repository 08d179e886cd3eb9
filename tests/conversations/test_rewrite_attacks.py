"""Answers that want to be more than answers (instructions, structures, markup, invisible text) stay words, or are refused."""

import json
import re
from pathlib import Path

from core.sandbox import Sandbox
from tests.conversations.rewriting import begins, score_in
from tests.plain import Someone
from tests.world import World

ATTACKS = [
    attack
    for attack in json.loads((Path(__file__).parents[1] / "llm" / "injections.json").read_text("utf-8"))
    if attack["where"] == "answer"
]


async def score_with(ada: Someone, answer: str, start: int) -> int:
    """The score once this is the answer to the first line's question, or `start` if it is refused. It is undone at once."""
    await ada.says("/askme 1 1")
    await ada.says(answer)
    taken = ada.last.text.startswith("Taken", ada.last.text.index("\n") + 1)
    score = score_in(ada.last.text.split("\n")[1]) if taken else start
    await ada.says("/untake 1 1")
    return score


async def test_an_attack_gains_no_more_than_an_honest_answer(sqlite_url: str, sandbox: Sandbox) -> None:
    async with World(sqlite_url, sandbox) as world:
        ada = world.person()
        await begins(ada)
        start = score_in(ada.last.text)
        honest = await score_with(ada, "about 3", start)
        assert honest > start
        for attack in ATTACKS:
            seen = len(ada.messages)
            assert start <= await score_with(ada, attack["text"], start) <= honest, attack["id"]
            shown = "\n".join(message.reply.text for message in ada.messages[seen:])
            assert not any(word in shown for word in attack["must_not"]), attack["id"]
        await ada.says("/rewriting 1")
        ada.sees(f"Score {start}.")
        await ada.says("/versions")
        assert not re.search("rewritten", ada.last.text)
