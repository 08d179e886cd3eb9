"""How long a person waits for our own part of an answer: heard, answered, shown and written down, on SQLite."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from core.chat.request import Said
from core.sandbox import Sandbox
from core.storage.database import Database
from tests.world import World

TURNS = 300


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        database = Database(url)
        await database.migrate()
        await database.close()
        async with Sandbox() as sandbox, World(url, sandbox) as world:
            people = [world.person(f"P{n}") for n in range(10)]
            spent = []
            for n in range(TURNS):
                start = time.perf_counter()
                await world.engine.hear([people[n % 10].request(Said(text="/settings"))])
                await world.engine.idle()
                spent.append(1000 * (time.perf_counter() - start))
    cuts = statistics.quantiles(spent, n=100)
    print(f"one at a time: p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms over {TURNS} turns of 10 people")


if __name__ == "__main__":
    asyncio.run(main())
