"""The client for OpenAI and every server that speaks its chat completions.

Importing this loads the package `openai`, which takes a second or two: only whoever builds the model does so.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from core.llm.asking import Asking
from core.llm.connection import connected, received
from core.llm.ladder import Ladder
from core.llm.port import Completion, Declined, Query
from core.llm.profiles import profile_of


class OpenAIModel:
    """A `Model` behind an OpenAI-compatible server.

    Nothing is streamed: an answer is checked as a whole before anyone sees it, and a stream that breaks off looks like
    one that ended. `server` is a key of `PROFILES` or "auto"; `timeout` (s) is for one request, `attempts` counts them,
    `pause` (s) lies before the second one. What the server turns out not to take is remembered while this object lives.
    """

    def __init__(
        self,
        key: str,
        base_url: str,
        *,
        model: str,
        writing_model: str = "",
        server: str = "auto",
        timeout: float = 20.0,
        attempts: int = 2,
        pause: float = 0.5,
    ) -> None:
        self._model, self._writing_model = model, writing_model or model
        self._ladders = {name: Ladder(profile_of(server, base_url)) for name in (self._model, self._writing_model)}
        self._timeout, self._attempts, self._pause = timeout, attempts, pause
        self._client = connected(key, base_url, timeout)
        self._create = self._client.chat.completions.with_raw_response.create

    async def complete(self, query: Query, *, seconds: float) -> Completion:
        """Answers within so many seconds in all; raises `Declined` with what was spent."""
        name = self._writing_model if query.writing else self._model
        ladder = self._ladders[name]
        asking = Asking(self._post, name, ladder, attempts=self._attempts, pause=self._pause, seconds=seconds)
        try:
            async with asyncio.timeout(seconds):
                return await asking.completion(query)
        except Declined as declined:
            raise Declined(declined.reason, asking.spent) from None
        except TimeoutError:
            raise Declined("timeout", asking.spent + asking.under_way) from None

    async def close(self) -> None:
        await self._client.close()

    async def _post(self, body: Mapping[str, Any]) -> bytes:
        """One request; raises `Failed`."""
        return await received(self._create(**body), self._timeout)
