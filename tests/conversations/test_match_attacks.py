"""Posts that hold instructions for a machine: the corpus of attacks changes no percent and is not obeyed."""

import json
from pathlib import Path

from core.sandbox import Sandbox
from tests import papers
from tests.conversations.posts import POST
from tests.world import World

ATTACKS = json.loads((Path(__file__).parents[1] / "llm" / "injections.json").read_text("utf-8"))


async def test_no_attack_in_a_post_moves_the_percent(sqlite_url: str, sandbox: Sandbox) -> None:
    attacks = [attack for attack in ATTACKS if attack["where"] == "post"]
    assert len(attacks) >= 15
    async with World(sqlite_url, sandbox) as world:
        ada = world.person("Ada")
        await ada.sends(papers.pdf())
        await ada.says(f"/match {POST}")
        honest = ada.last.reply.title
        for attack in attacks:
            before = len(ada.messages)
            await ada.says(f"/match {POST}\n{attack['text']}")
            if "That is all" in ada.last.labels:
                await ada.presses("That is all")
            said = "\n".join(message.text for message in ada.messages[before:])
            assert ada.last.reply.title == honest, attack["id"]
            assert not [words for words in attack["must_not"] if words in said], attack["id"]
