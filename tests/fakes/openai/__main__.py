"""The fake as a process of its own: `python -m tests.fakes.openai --port N --says TEXT` prints its URL and stays."""

import argparse
import asyncio
import sys

from tests.fakes.openai.server import FakeOpenAI


async def main(port: int, says: str) -> None:
    fake = await FakeOpenAI().start(port)
    fake.answers(says)
    sys.stdout.write(f"{fake.url}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--says", default="Fine.")
    given = parser.parse_args()
    asyncio.run(main(given.port, given.says))
