"""The bot as a process of its own, as `make run` starts it, so that a test can kill it."""

import asyncio
import os
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class BotProcess:
    """`python -m bot` in an empty folder, with these variables; it talks to a fake."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self._folder = folder
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
        self._environment = {"DATABASE_URL": "sqlite+aiosqlite:///bot.db", **kept, **variables, "PYTHONPATH": str(ROOT)}
        self._process: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> str:
        return (self._folder / "log").read_text()

    async def start(self) -> None:
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", cwd=self._folder, env=self._environment, stdout=log, stderr=log
            )

    async def kills(self) -> None:
        """kill -9: nothing is said goodbye to."""
        await self._ends(signal.SIGKILL)

    async def stop(self) -> int:
        """Asks it to end, and returns its status."""
        return await self._ends(signal.SIGTERM)

    async def _ends(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        process, self._process = self._process, None
        if process.returncode is None:
            process.send_signal(how)
        return await asyncio.wait_for(process.wait(), 20)
