"""Discord's REST interface, as far as a conversational bot uses it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.discord import command_rules, interactions, rules
from tests.fakes.discord.rules import Json, Refusal
from tests.fakes.discord.state import APPLICATION, BOT, Message, State

Files = dict[str, tuple[str, bytes]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Failure:
    """An answer that the server is told to give: for `times` calls whose path contains `path`.

    `heard` lets the call take effect before it fails; `pause` is the Retry-After of a 429, in seconds.
    """

    status: int
    times: int = 1
    path: str = ""
    heard: bool = False
    pause: float = 0.0


class Freezer:
    """Lets the calls from the `at`-th on whose path contains `path` hang without effect, until it thaws."""

    def __init__(self, at: int, path: str) -> None:
        self._left, self._path = at, path
        self.frozen, self._thawed = asyncio.Event(), asyncio.Event()

    async def holds(self, path: str) -> bool:
        """Whether this call hung; returns when it may fail."""
        self._left -= self._path in path
        if self._left > 0:
            return False
        self.frozen.set()
        await self._thawed.wait()
        return True

    def thaws(self) -> None:
        self._thawed.set()


class Rest:
    """The routes below `/api/v10`, and the files."""

    def __init__(self, state: State, token: str) -> None:
        self.state, self._token = state, token
        self.failures: list[Failure] = []
        self.calls: list[str] = []
        self.freezer: Freezer | None = None

    def routes(self) -> list[web.RouteDef]:
        paths: list[tuple[str, str, Handler]] = [
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/{application}/commands", self._commands),
            ("PUT", "/applications/{application}/commands", self._register),
            ("POST", "/users/@me/channels", self._private),
            ("POST", "/channels/{channel}/messages", self._send),
            ("PATCH", "/channels/{channel}/messages/{message}", self._edit),
            ("GET", "/channels/{channel}/messages/{message}", self._read),
            ("POST", "/channels/{channel}/typing", self._typing),
            ("POST", "/interactions/{interaction}/{token}/callback", self._respond),
            ("POST", "/webhooks/{application}/{token}", self._follow),
            ("PATCH", "/webhooks/{application}/{token}/messages/{message}", self._revise),
        ]
        made = [web.route(method, f"/api/v10{path}", self._guarded(handler)) for method, path, handler in paths]
        return [*made, web.get("/cdn/attachments/{place}/{id}/{name}", self._file)]

    def _guarded(self, handler: Handler) -> Handler:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.calls.append(f"{request.method} {request.path}")
            if self.freezer and await self.freezer.holds(request.path):
                return _failed(Failure(503))
            failure = self._failure(request.path)
            if failure and not failure.heard:
                return _failed(failure)
            try:
                self._authorise(request)
                found = await handler(request)
            except Refusal as refusal:
                if refusal.fault:
                    self.state.broke(f"{request.method} {request.path.rsplit('/', 1)[-1][:20]}: {refusal.sentence}")
                return _answer({"code": refusal.code, "message": refusal.sentence}, refusal.status)
            return _failed(failure) if failure else found

        return answer

    def _authorise(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refusal(401, 0, "401: Unauthorized", fault=False)

    def _failure(self, path: str) -> Failure | None:
        found = next((failure for failure in self.failures if failure.times > 0 and failure.path in path), None)
        if found:
            found.times -= 1
        return found

    async def _me(self, _request: web.Request) -> web.Response:
        return _answer(self.state.user(BOT))

    async def _application(self, _request: web.Request) -> web.Response:
        told = {"description": "", "icon": None, "bot_public": True, "bot_require_code_grant": False, "verify_key": ""}
        return _answer({"id": APPLICATION, "name": "CareerGPT", "owner": self.state.user(BOT), "flags": 0, **told})

    async def _commands(self, _request: web.Request) -> web.Response:
        return _answer(self.state.commands)

    async def _register(self, request: web.Request) -> web.Response:
        self.state.commands = command_rules.registered(await request.json(), APPLICATION)
        self.state.registrations += 1
        return _answer(self.state.commands)

    async def _private(self, request: web.Request) -> web.Response:
        person = (await request.json())["recipient_id"]
        channel = next(c for c in self.state.channels.values() if c.person == person)
        return _answer({"id": channel.id, "type": 1, "recipients": [self.state.user(person)]})

    async def _send(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        channel = self._channel(request)
        if channel.person in self.state.closed:
            raise Refusal(403, 50007, "Cannot send messages to this user", fault=False)
        rules.message(body, files)
        nonce = str(body.get("nonce") or "")
        rules.within(nonce, 1, 25, "nonce")
        rules.require(body.get("enforce_nonce") is True, "a nonce that is not enforced")
        known = next((m for m in self.state.messages.values() if m.nonce == nonce and m.channel is channel), None)
        answers = body.get("message_reference", {}).get("message_id", "")
        return _answer(
            self.state.view(known or self.state.post(channel, BOT, body, files, nonce=nonce, answers=answers))
        )

    async def _edit(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        message = self._message(request)
        if message.only:
            raise Refusal(404, 10008, "Unknown Message: an ephemeral one is edited by its interaction's token only")
        if message.author != BOT:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        rules.message(body, files)
        self.state.write(message, body, files)
        return _answer(self.state.view(message))

    async def _read(self, request: web.Request) -> web.Response:
        return _answer(self.state.view(self._message(request)))

    async def _typing(self, request: web.Request) -> web.Response:
        self.state.typing.append(self._channel(request).id)
        self.state.tick()
        return web.Response(status=204)

    async def _respond(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        name, token = request.match_info["interaction"], request.match_info["token"]
        made = interactions.acknowledge(self.state, name, token, body, files)
        return _answer(made) if request.query.get("with_response") else web.Response(status=204)

    async def _follow(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        return _answer(self.state.view(interactions.follow(self.state, request.match_info["token"], body, files)))

    async def _revise(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        name = request.match_info["message"]
        return _answer(self.state.view(interactions.revise(self.state, request.match_info["token"], name, body, files)))

    async def _file(self, request: web.Request) -> web.Response:
        if self.freezer and await self.freezer.holds(request.path):
            return _failed(Failure(503))
        item = self.state.attachments.get(request.match_info["id"])
        if item is None or int(request.query.get("ex", "0"), 16) < self.state.now():
            return web.Response(status=404, text="This content is no longer available.")
        return web.Response(body=item.data, content_type="application/octet-stream")

    def _channel(self, request: web.Request) -> Any:
        channel = self.state.channels.get(request.match_info["channel"])
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        return channel

    def _message(self, request: web.Request) -> Message:
        message = self.state.messages.get(request.match_info["message"])
        if message is None or message.channel is not self._channel(request):
            raise Refusal(404, 10008, "Unknown Message", fault=False)
        return message


def _answer(body: Any, status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(body), status=status, headers={"Content-Type": "application/json"})


def _failed(failure: Failure) -> web.Response:
    sentence = {"code": 0, "message": "You are being rate limited.", "retry_after": failure.pause, "global": False}
    response = _answer(sentence if failure.status == 429 else {"code": 0, "message": "failed"}, failure.status)
    if failure.status == 429:
        response.headers["Retry-After"] = f"{failure.pause:g}"
    return response


async def _body(request: web.Request) -> tuple[Json, Files]:
    if request.content_type == "application/json":
        return await request.json(), {}
    body: Json = {}
    files: Files = {}
    async for part in await request.multipart():
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            files[part.name] = (part.filename, bytes(await part.read()))
    return body, files
