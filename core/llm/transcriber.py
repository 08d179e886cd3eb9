"""Speech to text at OpenAI and every server that speaks its audio transcriptions.

Importing this loads the package `openai`, which takes a second or two: only whoever builds the transcriber does so.
"""

import asyncio
import json
from typing import Any

from core.llm.attempts import attempted, note
from core.llm.connection import connected, received
from core.llm.normalise import normalise
from core.llm.port import Declined
from core.llm.refusals import Failed

MOST = 12_000  # characters of a transcript: twice what anyone says in five minutes


class OpenAITranscriber:
    """A `Transcriber` behind an OpenAI-compatible server. `timeout` (s) is for one request, as `attempts` and `pause` are."""

    def __init__(
        self, key: str, base_url: str, *, model: str, timeout: float = 60.0, attempts: int = 2, pause: float = 0.5
    ) -> None:
        self._model, self._timeout, self._attempts, self._pause = model, timeout, attempts, pause
        self._client = connected(key, base_url, timeout)
        self._create = self._client.audio.transcriptions.with_raw_response.create

    async def transcribe(self, data: bytes, name: str, kind: str, *, seconds: float) -> str:
        """What is said in a recording; "" where nothing is. `name`'s ending tells servers the format."""

        async def once() -> bytes:
            sent = self._create(file=(name, data, kind), model=self._model, response_format="json")
            return await received(sent, self._timeout)

        end = asyncio.get_running_loop().time() + seconds
        try:
            async with asyncio.timeout_at(end):
                body = await attempted(once, most=self._attempts, pause=self._pause, end=end)
        except Failed as failed:
            note(failed)
            raise Declined(failed.trouble.reason) from None
        except TimeoutError:
            raise Declined("timeout") from None
        return _words(body)

    async def close(self) -> None:
        await self._client.close()


def _words(body: bytes) -> str:
    try:
        answer: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise Declined("garbled") from None
    words = answer.get("text") if isinstance(answer, dict) else None
    if not isinstance(words, str):
        raise Declined("garbled")
    return normalise(words).text.strip()[:MOST]
