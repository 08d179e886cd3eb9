"""The client for OpenAI and every server that speaks its chat completions.

Importing this loads the package `openai`, which takes a second or two: only whoever builds the model does so.
"""

import asyncio
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import openai

from core.llm.asking import Asking
from core.llm.ladder import Ladder
from core.llm.port import Completion, Declined, Query
from core.llm.profiles import profile_of
from core.llm.refusals import Failed, Refusal, Trouble

MOST_BYTES = 1_000_000  # of an answer: far above what any limit in tokens lets through
CONNECT = 5.0  # seconds until a server that does not pick up counts as unreachable
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_DECODED = {"content-encoding", "content-length", "transfer-encoding"}


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
        # The library's own retries would wait past the deadline, and ask an empty account again.
        self._client = openai.AsyncOpenAI(
            api_key=key or "none",  # a server of one's own needs none, but the library does
            base_url=base_url,
            max_retries=0,
            timeout=openai.Timeout(None, connect=min(CONNECT, timeout / 2)),
            http_client=_http(base_url),
        )
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
        try:
            async with asyncio.timeout(self._timeout):
                answer: bytes = (await self._create(**body)).http_response.content
                return answer
        except _Refused as refused:
            raise Failed(refused.refusal.trouble(), refused.refusal) from None
        except TimeoutError:
            raise Failed(Trouble("timeout", again=True)) from None
        except openai.APIConnectionError:
            raise Failed(Trouble("unreachable", again=True)) from None
        except openai.OpenAIError:
            raise Failed(Trouble("garbled")) from None


def _http(base_url: str) -> "_BoundedHTTP":
    parts = urlsplit(base_url)
    return _BoundedHTTP(
        follow_redirects=False,  # a résumé goes to the server that was named, and to no other
        trust_env=parts.hostname not in _LOOPBACK,  # a proxy does not know this machine's servers
        # Plain HTTP trusts no authority, so none is read: that takes longer than all else here.
        verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if parts.scheme == "http" else True,
    )


class _Refused(openai.OpenAIError):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.status)
        self.refusal = refusal


class _BoundedHTTP(openai.DefaultAsyncHttpxClient):
    """Reads no more of an answer than is bearable, and leaves what an error status means to `Refusal`."""

    async def send(self, request: Any, **options: Any) -> Any:
        response = await super().send(request, **{**options, "stream": True})
        body = bytearray()
        try:
            async for part in response.aiter_bytes():
                body += part
                if len(body) > MOST_BYTES:
                    raise openai.OpenAIError("an answer that is far too large")
        finally:
            await response.aclose()
        if not response.is_success:
            raise _Refused(Refusal(response.status_code, response.headers, bytes(body)))
        headers = [(name, value) for name, value in response.headers.items() if name not in _DECODED]
        return type(response)(response.status_code, headers=headers, content=bytes(body), request=request)
