"""The fake Discord as a process of its own, steered by lines."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from adapters.discord.platform import DiscordPlatform
from core.chat.reply import Button, Reply
from tests.adapters.discord.house import House

ROOT = Path(__file__).parents[3]


async def test_the_fake_is_steered_by_lines(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"%PDF")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.fakes.discord",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout

    async def tell(**line: Any) -> Any:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(line).encode() + b"\n")
        return json.loads(await process.stdout.readline())

    settings = json.loads(await process.stdout.readline())
    platform = DiscordPlatform(
        settings["DISCORD_BOT_TOKEN"], api=settings["DISCORD_API_URL"], gateway=settings["DISCORD_GATEWAY_URL"]
    )
    reply = Reply(text="Read it.", buttons=((Button("More", run="more"),),))
    await platform.start(House(platform, lambda request: [reply]))
    try:
        await tell(
            who="Ada", does="runs", **{"with": ["resume"], "named": {"file": {"file": str(tmp_path / "cv.pdf")}}}
        )
        assert (await tell(who="Ada", sees="Read it."))["seen"] == "Read it.\nMore"
        assert "no button" in (await tell(who="Ada", does="presses", **{"with": ["Less"]}))["problem"]
        assert (await tell())["violations"] == []
    finally:
        await platform.stop()
        process.stdin.close()
        assert await asyncio.wait_for(process.wait(), 10) == 0
