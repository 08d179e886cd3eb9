"""How many messages are on their way to a platform at once: as few as keep up its rate, more when some hang.

Each message on its way is one that would be said again if the process were killed before its commit. So there are no more
of them than the platform's own rate and its present delay ask for (Little's law: rate × delay).
"""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

RATE = 40.0  # messages a second to keep up: Telegram takes 30, Discord 50
MOST = 12
WEIGHT = 0.2  # of the newest delay in the running mean
HANGING = 0.5  # seconds after which a message on its way no longer counts
LOOK = 0.25  # seconds between looks for hanging ones


class Gate:
    """Use as `async with gate.passed():` around sending a message and writing down that it was taken."""

    def __init__(self) -> None:
        self._inside: dict[int, float] = {}
        self._numbers = count()
        self._delay = 0.0
        self._change = asyncio.Condition()

    def _is_open(self) -> bool:
        now = asyncio.get_running_loop().time()
        moving = sum(now - since < HANGING for since in self._inside.values())
        return moving < max(1, math.ceil(RATE * self._delay)) and len(self._inside) < MOST

    @asynccontextmanager
    async def passed(self) -> AsyncIterator[None]:
        """Waits until one more may be on its way."""
        async with self._change:
            while not self._is_open():
                await _woken(self._change)
            number, since = next(self._numbers), asyncio.get_running_loop().time()
            self._inside[number] = since
        try:
            yield
        finally:
            took = asyncio.get_running_loop().time() - since
            self._delay += WEIGHT * (min(took, 1.0) - self._delay)
            del self._inside[number]
            async with self._change:
                self._change.notify(2)


async def _woken(change: asyncio.Condition) -> None:
    try:
        async with asyncio.timeout(LOOK):
            await change.wait()
    except TimeoutError:
        return
