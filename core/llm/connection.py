"""The line to an OpenAI-compatible server, with the same care for every kind of request.

Importing this loads the package `openai`, which takes a second or two: only whoever builds a client does so.
"""

import asyncio
import ssl
from collections.abc import Awaitable
from typing import Any
from urllib.parse import urlsplit

import openai

from core.llm.refusals import Failed, Refusal, Trouble

MOST_BYTES = 1_000_000  # of an answer: far above what any limit in tokens lets through
CONNECT = 5.0  # seconds until a server that does not pick up counts as unreachable
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_DECODED = {"content-encoding", "content-length", "transfer-encoding"}


def connected(key: str, base_url: str, timeout: float) -> openai.AsyncOpenAI:
    """The library's client, without its own retries: they would wait past a deadline, and ask an empty account again."""
    return openai.AsyncOpenAI(
        api_key=key or "none",  # a server of one's own needs none, but the library does
        base_url=base_url,
        max_retries=0,
        timeout=openai.Timeout(None, connect=min(CONNECT, timeout / 2)),
        http_client=_http(base_url),
    )


async def received(response: Awaitable[Any], seconds: float) -> bytes:
    """The body of a raw response that comes within so many seconds; raises `Failed`."""
    try:
        async with asyncio.timeout(seconds):
            body: bytes = (await response).http_response.content
            return body
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
