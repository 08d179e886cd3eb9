"""Discord's gateway: sessions that identify, resume and receive what happens."""

import asyncio
import json
import time
import zlib
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.rules import Json
from tests.fakes.discord.state import APPLICATION, BOT, GUILD, State

PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
DIRECT, SERVER = 1 << 12, 1 << 9


class Session:
    """One bot's session; it outlives its socket, so that it can be resumed."""

    def __init__(self, name: str, intents: int) -> None:
        self.name, self.intents = name, intents
        self.sent: list[Json] = []
        self.socket: Socket | None = None


class Socket:
    """One web socket, compressed as the client asked."""

    def __init__(self, socket: web.WebSocketResponse, compress: bool) -> None:
        self._socket = socket
        self._deflate = zlib.compressobj() if compress else None

    async def send(self, frame: Json) -> None:
        text = json.dumps(frame)
        if self._deflate is None:
            await self._socket.send_str(text)
        else:
            data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self._socket.send_bytes(data)

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)


class Gateway:
    """Takes bots in, and tells them what people do."""

    def __init__(self, state: State, token: str) -> None:
        self._state, self._token = state, token
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.resumed = 0
        self._told: asyncio.Queue[tuple[str, Json, int]] = asyncio.Queue()
        self._telling: asyncio.Task[None] | None = None

    @property
    def connected(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.socket]

    async def start(self) -> None:
        self._telling = asyncio.create_task(self._tell_all())

    async def stop(self) -> None:
        if self._telling:
            self._telling.cancel()
        await self.drops(1001)

    async def drops(self, code: int = 4000) -> None:
        """Breaks every connection; bots may resume."""
        for session in self.connected:
            if session.socket:
                await session.socket.close(code)

    def tell(self, event: str, data: Json, intents: int = 0) -> None:
        """An event for every bot that wants it. What happens while a socket is down waits for the session's resuming."""
        self._told.put_nowait((event, data, intents))

    async def _tell_all(self) -> None:
        while True:
            event, data, intents = await self._told.get()
            for session in list(self.sessions.values()):
                if intents and not session.intents & intents:
                    continue
                frame = {"op": 0, "t": event, "s": len(session.sent) + 1, "d": data}
                session.sent.append(frame)
                if session.socket:
                    await _quietly(session.socket, frame)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        raw = web.WebSocketResponse()
        await raw.prepare(request)
        socket = Socket(raw, request.query.get("compress") == "zlib-stream")
        await socket.send({"op": 10, "d": {"heartbeat_interval": 41_250}})
        session: Session | None = None
        async for frame in raw:
            if frame.type != WSMsgType.TEXT:
                break
            session = await self._heard(socket, json.loads(frame.data), session)
        if session and session.socket is socket:
            session.socket = None
            self._excuse()
        return raw

    def _excuse(self) -> None:
        waiting = time.monotonic() - 3.0
        for interaction in self._state.interactions.values():
            interaction.excused |= not interaction.acknowledged and interaction.arrived > waiting

    async def _heard(self, socket: Socket, frame: Json, session: Session | None) -> Session | None:
        match frame["op"]:
            case 1:
                await socket.send({"op": 11, "d": None})
            case 2:
                return await self._identify(socket, frame["d"])
            case 6:
                return await self._resume(socket, frame["d"])
        return session

    async def _identify(self, socket: Socket, asked: Json) -> Session | None:
        self.identified += 1
        if asked["token"] != self._token:
            await socket.close(4004)
            return None
        if asked["intents"] & PRIVILEGED:
            self._state.broke("privileged intents were asked for")
            await socket.close(4014)
            return None
        session = Session(f"session{self.identified}", asked["intents"])
        self.sessions = {session.name: session}  # who identifies anew has lost what came in between
        ready: dict[str, Any] = {
            "v": 10,
            "user": self._state.user(BOT),
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": session.name,
            "resume_gateway_url": self._state.base.replace("http", "ws") + "/gateway",
            "application": {"id": APPLICATION, "flags": 0},
        }
        frame = {"op": 0, "t": "READY", "s": 1, "d": ready}
        session.sent.append(frame)
        await socket.send(frame)
        session.socket = socket
        return session

    async def _resume(self, socket: Socket, asked: Json) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None:
            await socket.send({"op": 9, "d": False})
            return None
        self.resumed += 1
        for frame in session.sent[asked["seq"] :]:
            await socket.send(frame)
        frame = {"op": 0, "t": "RESUMED", "s": len(session.sent) + 1, "d": {}}
        session.sent.append(frame)
        await socket.send(frame)
        session.socket = socket
        return session


async def _quietly(socket: Socket, frame: Json) -> None:
    try:
        await socket.send(frame)
    except ConnectionError:  # the bot was killed: its session keeps the frame
        return
