"""Tokens that one rewriting of 20 weak lines takes, as the server on loopback counts them (four characters each)."""

import asyncio
import re
import tempfile
from pathlib import Path

from core.llm.client import OpenAIModel
from core.sandbox import Sandbox
from core.storage.database import Database
from tests.fakes.openai import Asked, FakeOpenAI
from tests.world import World

VERBS = ("Responsible for building", "Helped with", "Worked on", "Was involved in testing", "Various tasks around")
THINGS = (
    "the checkout page of the web shop",
    "a nightly import of supplier catalogues in python",
    "the REST API for mobile customers",
    "deployments of the reporting service with docker",
)
HEAD = "# Ada Okafor\nada@example.org | London\n\n## Experience\n\n**Developer, Acme Ltd**\nJan 2020 - Present\n\n"
RESUME = HEAD + "".join(f"- {verb} {thing}\n" for thing in THINGS for verb in VERBS)
LINE = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)


def worded(asked: Asked) -> dict[str, object]:
    """An answer of the usual length: each line again, in other words of about the same number."""
    return {"lines": [{"number": int(match[1]), "text": match[2]} for match in LINE.finditer(asked.user)]}


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        database = Database(url)
        await database.migrate()
        await database.close()
        async with FakeOpenAI() as server:
            server.answers(worded)
            model = OpenAIModel("", server.url, model="small")
            async with Sandbox() as sandbox, World(url, sandbox, model=model) as world:
                ada = world.person("Ada")
                await ada.sends(RESUME.encode(), "cv.md")
                await ada.says("/rewrite")
            await model.close()
            sent = sum(len(message["content"]) for asked in server.asked for message in asked.body["messages"]) // 4
            received = sum(len(str(worded(asked))) for asked in server.asked) // 4
    lines = RESUME.count("\n- ")
    print(f"{lines} lines: {len(server.asked)} requests, about {sent:,} tokens sent and {received:,} received")


if __name__ == "__main__":
    asyncio.run(main())
