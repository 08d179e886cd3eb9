"""The fake as a process of its own: `python -m tests.fakes.telegram --port N`, steered by lines of JSON.

`{"do": "says", "people": ["Ada", "Bo"], "text": "hello", "times": 20}` lets people write in turn; `{"do": "await",
"answers": 40}` answers with the seconds since the first word once so many messages came back; `{"do": "state"}` tells
what stands where.
"""

import argparse
import asyncio
import json
import sys
import time
from typing import Any

from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram


class Desk:
    """Carries out the lines."""

    def __init__(self, fake: FakeTelegram) -> None:
        self._fake = fake
        self._people: dict[str, Person] = {}
        self._began = 0.0

    async def carry_out(self, line: dict[str, Any]) -> dict[str, Any]:
        match line["do"]:
            case "says":
                return self._says(line)
            case "await":
                return await self._await(int(line["answers"]))
            case _:
                return self._state()

    def _says(self, line: dict[str, Any]) -> dict[str, Any]:
        self._began = self._began or time.perf_counter()
        for number in range(int(line.get("times", 1))):
            for name in line.get("people", ["Ada"]):
                person = self._people.get(name) or self._people.setdefault(name, self._fake.person(name))
                person.says(f"{line['text']} {number}")
        return {"said": line.get("times", 1)}

    async def _await(self, answers: int) -> dict[str, Any]:
        while self._count() < answers:
            await asyncio.sleep(0.005)
        seconds, self._began = time.perf_counter() - self._began, 0.0
        return {"answers": self._count(), "seconds": seconds}

    def _count(self) -> int:
        return self._fake.counts["sendMessage"]

    def _state(self) -> dict[str, Any]:
        shown = {name: [message.text for message in person.messages] for name, person in self._people.items()}
        return {"shown": shown, "violations": self._fake.methods.violations, "counts": dict(self._fake.counts)}


async def main(port: int) -> None:
    fake = await FakeTelegram().start(port)
    _tell({"url": fake.url, "token": fake.token})
    desk = Desk(fake)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        _tell(await desk.carry_out(json.loads(line)))
    await fake.stop()


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(main(parser.parse_args().port))
