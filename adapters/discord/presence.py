"""Shows "is typing" while work goes on in a channel where nothing else shows it."""

import asyncio
from contextlib import suppress

from adapters.discord.rest import Missing, Rest
from core.chat.channel import Busy, Refused, Unavailable, Unreachable

_EVERY, _LONGEST = 8.0, 300.0  # seconds: Discord shows it for ten; whoever works longer has failed


class Presence:
    """One sign of life a channel, renewed until the next message goes there."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def begin(self, channel: str) -> None:
        self.end(channel)
        self._tasks[channel] = asyncio.create_task(self._renew(channel))

    def end(self, channel: str) -> None:
        task = self._tasks.pop(channel, None)
        if task:
            task.cancel()

    async def stop(self) -> None:
        tasks = list(self._tasks.values())
        for channel in list(self._tasks):
            self.end(channel)
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _renew(self, channel: str) -> None:
        with suppress(
            Busy, Refused, Unavailable, Unreachable, Missing, TimeoutError
        ):  # a courtesy: it must not disturb the work
            async with asyncio.timeout(_LONGEST):
                while True:
                    await self._rest.type_in(channel)
                    await asyncio.sleep(_EVERY)
