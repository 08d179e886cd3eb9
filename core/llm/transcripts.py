"""Where capabilities have speech written down: within the budget, one recording of a person's at a time."""

import asyncio
import logging
from collections.abc import Mapping
from math import ceil

from core.chat.turn import Work
from core.llm.budget import Budget
from core.llm.desk import GRACE, NoAnswer
from core.llm.port import Declined, Transcriber, Usage
from core.llm.sentences import UNHEARD

SECONDS = 90.0  # the whole time that one recording may take
TOKENS = 10  # a second of speech, as OpenAI counts
DENSEST = (
    40_000  # bytes a second: more than any voice message has, so that nobody's file is counted as shorter than it is
)
_CHARGED = frozenset({"timeout", "garbled"})  # ends of a request that the server did work for
_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("audio/ogg", "audio/opus", "application/ogg"), "answer.ogg"),
    **dict.fromkeys(("audio/mpeg", "audio/mp3", "audio/mpga"), "answer.mp3"),
    **dict.fromkeys(("audio/mp4", "audio/m4a", "audio/x-m4a"), "answer.m4a"),
    **dict.fromkeys(("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"), "answer.wav"),
    **dict.fromkeys(("audio/flac", "audio/x-flac"), "answer.flac"),
    "audio/webm": "answer.webm",
}
log = logging.getLogger(__name__)


def readable(kind: str) -> bool:
    """Whether servers take recordings of this kind ("audio/ogg")."""
    return kind in _NAMES


class Transcripts:
    """The tool of `Work` through which every capability has speech written down.

    A recording counts against the person's tokens of the day, by its length; with `daily` 0 it is as if no model were
    set up. Unlike words, speech cannot be masked: it goes to the server as it is, though not under the person's own
    file name. Never call it inside a transaction: it opens its own.
    """

    def __init__(self, transcriber: Transcriber | None, *, daily: int = 60_000) -> None:
        self._transcriber = transcriber if daily > 0 else None
        self._budget = Budget(daily, at_once=1)

    @property
    def ready(self) -> bool:
        """Whether a transcription model is set up at all."""
        return self._transcriber is not None

    async def words(self, work: Work, data: bytes, kind: str, length: float) -> str:
        """What is said in a recording of `length` seconds (0: not known), "" where nothing is; raises `NoAnswer`."""
        length = max(length, len(data) / DENSEST)
        facts = {"seconds": round(length), "bytes": len(data)}
        try:
            heard = await self._in_turn(work, data, kind, length)
        except Declined as declined:
            log.info("the recording was not written down", extra={**facts, "reason": declined.reason})
            raise NoAnswer(declined.reason, UNHEARD[declined.reason]) from None
        log.info("the recording was written down", extra={**facts, "characters": len(heard)})
        return heard

    async def _in_turn(self, work: Work, data: bytes, kind: str, length: float) -> str:
        if self._transcriber is None:
            raise Declined("off")
        if kind not in _NAMES:
            raise Declined("rejected")
        end = asyncio.get_running_loop().time() + SECONDS
        async with self._budget.lane(work.person.id, end):
            taken = await self._budget.take(work, ceil(length * TOKENS))
            try:
                return await _ended(self._transcriber, data, kind, end)
            except Declined as declined:
                if declined.reason not in _CHARGED:
                    await self._budget.settle(work, taken, Usage())
                raise


async def _ended(transcriber: Transcriber, data: bytes, kind: str, end: float) -> str:
    """Whatever breaks in a transcriber is a `Declined`."""
    try:
        async with asyncio.timeout_at(end + GRACE):
            left = max(0.0, end - asyncio.get_running_loop().time())
            return await transcriber.transcribe(data, _NAMES[kind], kind, seconds=left)
    except Declined:
        raise
    except TimeoutError:
        raise Declined("timeout") from None
    except Exception:
        log.exception("the transcriber broke")
        raise Declined("garbled") from None
