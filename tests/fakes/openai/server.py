"""The server itself: two routes, a log, and whatever behaviour the test asked for."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

from aiohttp import web

from tests.fakes.openai.behaviours import (
    Answer,
    Asked,
    Behaviour,
    Cuts,
    Drips,
    Fails,
    Floods,
    HangsUp,
    Raw,
    Says,
    Stalls,
    ToolCall,
    behaviour,
)
from tests.fakes.openai.rules import Refused, judge
from tests.fakes.openai.speech import MOST_BYTES, Recording, received, transcript, undecodable
from tests.fakes.openai.speech import judge as judge_recording

Compose = Callable[[Says], bytes]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PORT = re.compile(r":(\d+)/v1$")


class FakeOpenAI:
    """`POST /v1/chat/completions` and `POST /v1/audio/transcriptions` on loopback; see the package's docstring."""

    def __init__(self, *, key: str = "", unsupported: Iterable[str] = ()) -> None:
        self.key = key
        self.unsupported = set(unsupported)
        self.log: list[str] = []
        self.asked: list[Asked] = []
        self.refused: list[str] = []
        self.most_at_once = 0
        self.url = ""
        self._standing: Answer = "Fine."
        self._next: deque[Answer] = deque()
        self._spoken: deque[Answer] = deque(["Words."])
        self.recordings: list[Recording] = []
        self._lines: set[asyncio.Transport] = set()
        self._under_way = 0
        self._ended = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None

    async def start(self, port: int = 0) -> "FakeOpenAI":
        app = web.Application(client_max_size=2 * MOST_BYTES)
        app.router.add_post("/v1/chat/completions", partial(self._counted, self._answer))
        app.router.add_post("/v1/audio/transcriptions", partial(self._counted, self._hear))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        await self._listen(port)
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def stop(self) -> None:
        self._ended.set()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "FakeOpenAI":
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # Steering.

    def answers(self, answer: Answer) -> None:
        """From now on, each request is answered so."""
        self._standing = answer
        self._next.clear()

    def then(self, *answers: Answer) -> None:
        """The next requests are answered so, one each, in order; after that as `answers` said."""
        self._next.extend(answers)

    def hears(self, *answers: str | Behaviour) -> None:
        """The next recordings are answered so, one each, in order; the last answer stays."""
        self._spoken = deque(answers)

    async def unplug(self) -> None:
        """Connections break, and new ones are refused."""
        if self._site:
            await self._site.stop()
            self._site = None
        for line in self._lines:
            line.abort()
        self._lines.clear()

    async def plug(self) -> None:
        """Listens again, on the same port."""
        port = PORT.search(self.url)
        if not self._site and port:
            await self._listen(int(port[1]))

    def check(self) -> None:
        """Fails if a request came that the real server would not have taken (`unsupported` features aside)."""
        assert not self.refused, self.refused

    async def _listen(self, port: int) -> None:
        assert self._runner
        self._site = web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True)
        await self._site.start()

    # The wire.

    async def _counted(self, answer: Handler, request: web.Request) -> web.StreamResponse:
        if isinstance(request.transport, asyncio.Transport):
            self._lines.add(request.transport)
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            return await answer(request)
        finally:
            self._under_way -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        raw = await request.text()
        self.log.append(raw)
        asked = Asked(json.loads(raw), raw)
        self.asked.append(asked)
        if self.key and request.headers.get("Authorization") != f"Bearer {self.key}":
            return _failed(Fails(401, "invalid_api_key", "Incorrect API key provided."))
        try:
            judge(asked.body)
        except Refused as refusal:
            self.refused.append(refusal.words)
            return _failed(Fails(400, refusal.code, refusal.words), refusal.param)
        try:
            judge(asked.body, self.unsupported)
        except Refused as refusal:
            return _failed(Fails(400, refusal.code, refusal.words), refusal.param)
        chosen = self._next.popleft() if self._next else self._standing
        return await self._behaves(request, behaviour(chosen, asked), lambda says: _completion(says, asked))

    async def _hear(self, request: web.Request) -> web.StreamResponse:
        try:
            recording = await received(request)
            self.recordings.append(recording)
            if self.key and request.headers.get("Authorization") != f"Bearer {self.key}":
                return _failed(Fails(401, "invalid_api_key", "Incorrect API key provided."))
            if len(recording.data) > MOST_BYTES:
                return _failed(Fails(413, words="Maximum content size limit exceeded"))
            judge_recording(recording)
        except Refused as refusal:
            self.refused.append(refusal.words)
            return _failed(Fails(400, refusal.code, refusal.words), refusal.param)
        if undecodable(recording):
            return _failed(Fails(400, words="Audio file might be corrupted or unsupported"))
        does = self._spoken.popleft() if len(self._spoken) > 1 else self._spoken[0]
        does = Says(does) if isinstance(does, str) else does
        return await self._behaves(request, does, lambda says: transcript(says.content))

    async def _behaves(self, request: web.Request, does: Behaviour, compose: Compose) -> web.StreamResponse:
        match does:
            case Says():
                await asyncio.sleep(does.after)
                return web.Response(body=compose(does), content_type="application/json")
            case Fails():
                return _failed(does)
            case Raw():
                return web.Response(body=does.body, status=does.status, content_type=does.type, headers=does.headers)
            case Floods():
                return web.Response(body=compose(Says("x" * does.size)), content_type="application/json")
            case HangsUp():
                return _reset(request)
            case Stalls(headers=False):
                await self._ended.wait()
                return _reset(request)
        return await self._in_pieces(request, does, compose)

    async def _in_pieces(
        self, request: web.Request, does: Cuts | Stalls | Drips, compose: Compose
    ) -> web.StreamResponse:
        body = compose(Says(does.says if isinstance(does, Cuts) else "An answer."))
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
        await response.prepare(request)
        if isinstance(does, Drips):
            for byte in body:
                await response.write(bytes([byte]))
                await asyncio.sleep(does.every)
            return response
        if isinstance(does, Cuts):
            await response.write(body[: does.after])
            await asyncio.sleep(0.02)
        else:
            await self._ended.wait()
        return _reset(request, response)


def _reset(request: web.Request, response: web.StreamResponse | None = None) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return response or web.Response()


def _failed(fault: Fails, param: str = "") -> web.Response:
    error = {
        "message": fault.words or f"Error {fault.status}",
        "type": "invalid_request_error" if fault.status < 500 else "server_error",
        "param": param or None,
        "code": fault.code or None,
    }
    return web.json_response({"error": error}, status=fault.status, headers=fault.headers)


def _completion(says: Says, asked: Asked) -> bytes:
    message: dict[str, Any] = {"role": "assistant", "content": says.content, "refusal": says.refusal}
    if says.calls:
        message["tool_calls"] = [_tool_call(call) for call in says.calls]
    finish = says.finish or ("tool_calls" if says.calls else "stop")
    body: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": asked.model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
    }
    if says.usage:
        sent, received = len(asked.raw) // 4, len(json.dumps(message)) // 4
        body["usage"] = {"prompt_tokens": sent, "completion_tokens": received, "total_tokens": sent + received}
    return json.dumps(body, ensure_ascii=False).encode()


def _tool_call(call: ToolCall) -> dict[str, Any]:
    arguments = call.arguments if isinstance(call.arguments, str) else json.dumps(call.arguments, ensure_ascii=False)
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": arguments}}
