"""Tokens that one rewriting of a résumé of 20 lines takes, as the server on loopback counts them (four characters each)."""

import asyncio
import re
import tempfile
from pathlib import Path

from core.llm.client import OpenAIModel
from core.sandbox import Sandbox
from core.storage.database import Database
from tests.fakes.openai import Asked, FakeOpenAI
from tests.world import World

# Openings of lines that words alone can better, so that a model is asked; and of lines that only the person can.
WORDY = ("Successfully built", "I wrote", "In order to save time, automated", "Basically rebuilt", "We also tested")
VAGUE = ("Responsible for building", "Helped with", "Worked on", "Was involved in testing", "Various tasks around")
THINGS = (
    "the checkout page of the web shop",
    "a nightly import of supplier catalogues in python",
    "the REST API for mobile customers",
    "deployments of the reporting service with docker",
)
HEAD = "# Ada Okafor\nada@example.org | London\n\n## Experience\n\n**Developer, Acme Ltd**\nJan 2020 - Present\n\n"
LINE = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)


def worded(asked: Asked) -> dict[str, object]:
    """An answer of the usual length: each line again, in other words of about the same number."""
    return {"lines": [{"number": int(match[1]), "text": match[2]} for match in LINE.finditer(asked.user)]}


async def rewriting(resume: str) -> list[Asked]:
    """What a rewriting of this résumé asks a model for."""
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
                await ada.sends(resume.encode(), "cv.md")
                await ada.says("/rewrite")
            await model.close()
            return server.asked


async def main() -> None:
    for what, openings in (("wordy", WORDY), ("vague", VAGUE)):
        lines = [f"- {opening} {thing}\n" for thing in THINGS for opening in openings]
        asked = await rewriting(HEAD + "".join(lines))
        sent = sum(len(message["content"]) for one in asked for message in one.body["messages"]) // 4
        received = sum(len(str(worded(one))) for one in asked) // 4
        shown = sum(len(LINE.findall(one.user)) for one in asked)
        print(
            f"{len(lines)} {what} lines, {shown} of them shown to the model: {len(asked)} requests, "
            f"about {sent:,} tokens sent and {received:,} received"
        )


if __name__ == "__main__":
    asyncio.run(main())
