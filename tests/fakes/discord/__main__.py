"""The fake as a process of its own: `python -m tests.fakes.discord --port N`, steered by lines of JSON.

The first line tells the bot's settings. Then `{"who": "Ada", "does": "says", "with": ["hello"]}` calls a person's method
(`says`, `mentions`, `runs`, `presses`, `picks`, `fills`, `goes`; `{"named": {…}}` gives options, a file is
`{"file": "path"}`), `{"who": "Ada", "sees": "words"}` waits for them, and `{}` tells what stands where.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from tests.fakes.discord.server import FakeDiscord

ACTS = {"says", "mentions", "chats", "runs", "presses", "picks", "fills", "goes"}


async def carry_out(fake: FakeDiscord, line: dict[str, Any]) -> dict[str, Any]:
    """Does what one line says."""
    person = fake.person(line.get("who", "Ada"))
    if line.get("does") in ACTS:
        named = {name: _read(value) for name, value in line.get("named", {}).items()}
        getattr(person, line["does"])(*map(_read, line.get("with", ())), **named)
    if "sees" in line:
        seen = await person.sees(line["sees"], within=line.get("within", 30.0))
        return {"seen": seen.text if seen else person.modal}
    return {"shown": [seen.text for seen in person.messages], "violations": fake.violations}


def _read(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"file"}:
        path = Path(value["file"])
        return path.name, path.read_bytes()
    return value


async def main(port: int) -> None:
    fake = FakeDiscord()
    await fake.start(port)
    _tell({"DISCORD_BOT_TOKEN": fake.token, "DISCORD_API_URL": fake.api, "DISCORD_GATEWAY_URL": fake.gateway_url})
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        try:
            _tell(await carry_out(fake, json.loads(line)))
        except (AssertionError, ValueError, OSError) as problem:
            _tell({"problem": str(problem)})
    await fake.stop()


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(main(parser.parse_args().port))
