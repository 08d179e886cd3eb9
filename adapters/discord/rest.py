"""The few calls of Discord's REST interface that conversation needs, through discord.py's client with its rate limits."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord
from discord.http import HTTPClient, Route

from adapters.discord.render import Page, file_name
from core.chat.channel import Busy, Refused, Unavailable, Unreachable

Json = dict[str, Any]
EPHEMERAL = 64  # the message flag
_FAREWELL = 3.0  # seconds that a stopping bot waits for calls on their way
_CLOSED = {50007, 50278}  # closed direct messages; no server in common any more
_MISSING = {10008, 10015, 10062, 50027, 40060}


class Missing(Exception):
    """The message, interaction or token is no longer there, or used up: say it another way. `code` is Discord's."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(f"code {code}")
        self.code = code


class Rest:
    """Speaks for the bot. Every failure is one of the port's exceptions, or `Missing`."""

    def __init__(self, http: HTTPClient, connected: Callable[[], bool]) -> None:
        self._http, self._connected = http, connected
        self._calls: set[asyncio.Task[Any]] = set()

    async def stop(self) -> None:
        """Lets calls that are on their way arrive."""
        if self._calls:
            await asyncio.wait(self._calls, timeout=_FAREWELL)
        for call in self._calls:
            call.cancel()

    async def respond(self, interaction: str, token: str, kind: int, page: Page | None, data: Json) -> Json:
        """The first response to an interaction, of a callback type; returns what Discord made of it."""
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction,
            webhook_token=token,
        )
        body: Json = {"type": kind, "data": {**page.payload(), **data} if page else data}
        made = await self._call(route, body, page, params={"with_response": "1"})
        return made if isinstance(made, dict) else {}

    async def follow(self, application: str, token: str, page: Page, *, hidden: bool) -> str:
        """A further message for an acknowledged interaction; the first one fills its "thinking…". Returns its id."""
        route = Route("POST", "/webhooks/{webhook_id}/{webhook_token}", webhook_id=application, webhook_token=token)
        body = {**page.payload(), "flags": EPHEMERAL if hidden else 0}
        return str((await self._call(route, body, page, params={"wait": "true"}))["id"])

    async def revise(self, application: str, token: str, message: str, page: Page) -> str:
        """Edits a message by an interaction's token; "@original" is its first response, or the pressed message."""
        route = Route(
            "PATCH",
            "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
            webhook_id=application,
            webhook_token=token,
            message_id=message,
        )
        return str((await self._call(route, page.payload(), page))["id"])

    async def send(self, channel: str, page: Page, *, nonce: str, answers: str = "") -> str:
        """A plain message with the bot's own token; `answers` is a message that it replies to. Returns its id."""
        body = {**page.payload(), "nonce": nonce, "enforce_nonce": True}
        if answers:
            body["message_reference"] = {"message_id": answers, "fail_if_not_exists": False}
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel)
        return str((await self._call(route, body, page))["id"])

    async def edit(self, channel: str, message: str, page: Page) -> str:
        """Edits a plain message of the bot's own."""
        route = Route("PATCH", "/channels/{channel_id}/messages/{message_id}", channel_id=channel, message_id=message)
        return str((await self._call(route, page.payload(), page))["id"])

    async def type_in(self, channel: str) -> None:
        """Shows "is typing" for ten seconds."""
        await self._call(Route("POST", "/channels/{channel_id}/typing", channel_id=channel))

    async def private_channel(self, user: str) -> str:
        """The channel of a person's direct messages; opened if need be."""
        return str((await self._call(Route("POST", "/users/@me/channels"), {"recipient_id": user}))["id"])

    async def commands(self, application: str) -> list[Json]:
        found: list[Json] = await self._call(
            Route("GET", "/applications/{application_id}/commands", application_id=application)
        )
        return found

    async def register(self, application: str, commands: list[Json]) -> None:
        """Replaces all global commands."""
        await self._call(Route("PUT", "/applications/{application_id}/commands", application_id=application), commands)

    async def _call(
        self, route: Route, body: Json | list[Json] | None = None, page: Page | None = None, **more: Any
    ) -> Any:
        if not self._connected():
            raise Unavailable("not logged in yet")
        call = asyncio.create_task(self._request(route, body, page, **more))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        async with _translated():
            return await asyncio.shield(call)  # the library's rate limits stall when a call is cancelled half-way

    async def _request(self, route: Route, body: Json | list[Json] | None, page: Page | None, **more: Any) -> Any:
        if page and page.files:
            return await self._upload(route, body, page, **more)
        if body is not None:
            return await self._http.request(route, json=body, **more)
        return await self._http.request(route, **more)

    async def _upload(self, route: Route, body: Json | list[Json] | None, page: Page, **more: Any) -> Any:
        files = [discord.File(io.BytesIO(file.data), filename=file_name(file.name)) for file in page.files]
        form: list[Json] = [{"name": "payload_json", "value": json.dumps(body)}]
        for number, (file, media) in enumerate(zip(files, page.files, strict=True)):
            part = {"filename": file.filename, "content_type": media.type}
            form.append({"name": f"files[{number}]", "value": file.fp, **part})
        try:
            return await self._http.request(route, files=files, form=form, **more)
        finally:
            for file in files:
                file.close()


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except discord.RateLimited as limited:
        raise Busy(limited.retry_after) from limited
    except discord.HTTPException as problem:
        raise _meaning(problem) from problem
    except (aiohttp.ClientError, OSError, TimeoutError) as problem:
        raise Unavailable(type(problem).__name__) from problem


def _meaning(problem: discord.HTTPException) -> Exception:
    if problem.status == 429:
        return Busy(_pause(problem))
    if problem.status >= 500 or (problem.status in {401, 408} and problem.code not in _MISSING):
        return Unavailable(f"status {problem.status}")
    if problem.code in _CLOSED:
        return Unreachable(f"code {problem.code}")
    if problem.code in _MISSING:
        return Missing(problem.code)
    return Refused(f"status {problem.status}, code {problem.code}: {problem.text[:300]}")


def _pause(problem: discord.HTTPException) -> float:
    try:
        return max(0.5, float(problem.response.headers["Retry-After"]))
    except (KeyError, ValueError):
        return 5.0
