"""Further attempts at a request, as long as they are allowed, make sense, and fit into the time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from core.llm.refusals import Failed

log = logging.getLogger(__name__)


async def attempted(request: Callable[[], Awaitable[bytes]], *, most: int, pause: float, end: float) -> bytes:
    """What at most so many attempts brought; raises the `Failed` of the last one.

    `pause` seconds lie before the second, twice as many before the third, unless the server asks for a wait of its own.
    None begins after `end`, a moment of the event loop's clock.
    """
    for attempt in range(1, most + 1):
        try:
            return await request()
        except Failed as failed:
            trouble = failed.trouble
            wait = pause * 2 ** (attempt - 1) if trouble.wait is None else trouble.wait
            if not trouble.again or attempt == most or wait >= end - asyncio.get_running_loop().time():
                raise
        await asyncio.sleep(wait)
    raise ValueError("a request needs one attempt")


def note(failed: Failed) -> None:
    """For the host, who may have to mend a key or a model's name."""
    refusal = failed.refusal
    if refusal:
        log.warning("the model's server refused", extra={"status": refusal.status, "code": refusal.code})
