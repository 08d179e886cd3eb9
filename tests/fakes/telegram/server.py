"""The fake as an HTTP server: polling with Telegram's meaning of an offset, uploads, downloads, and faults on demand."""

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.fakes.telegram.limits import Breach
from tests.fakes.telegram.methods import IN_TIME, Methods, Refusal
from tests.fakes.telegram.person import Group, Person
from tests.fakes.telegram.state import Chat, File

TOKEN = "7000001:AAfaketokenfaketokenfaketokenfake00"
_JSON = {"reply_markup", "commands", "media", "link_preview_options", "reply_parameters", "allowed_updates"}
DROP = "drop"
Hook = Callable[[dict[str, Any]], str | None]


@dataclass
class Fault:
    """The next `times` calls of a method end so. `after` is set where the call is carried out all the same."""

    method: str
    refusal: Refusal | None
    times: int
    after: bool = False


class FakeTelegram:
    """A Bot API server for one bot. `violations` must be empty at the end: `check()` says so."""

    def __init__(self, token: str = TOKEN, username: str = "career_test_bot") -> None:
        self.token = token
        self.methods = Methods(username)
        self.counts: Counter[str] = Counter()
        self.acknowledged: list[int] = []
        self._updates: deque[dict[str, Any]] = deque()
        self._next = 900_000_001
        self._news = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self._allowed: set[str] = set()
        self._faults: list[Fault] = []
        self._hooks: list[tuple[str, int, Hook]] = []
        self._frozen: dict[str, int] = {}
        self._reached = asyncio.Event()
        self._thawed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self, port: int = 0) -> "FakeTelegram":
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        if self._poller and not self._poller.done():
            self._poller.cancel()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "FakeTelegram":
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # People and groups.

    def person(self, name: str = "Ada", language: str = "en") -> Person:
        return Person(self, self.methods.number() + 1_000_000, name, language)

    def group(self, name: str = "Friends", threads: tuple[int, ...] = ()) -> Group:
        chat = Chat(-1_000_000_000_000 - self.methods.number(), "supergroup", name, threads=set(threads))
        self.methods.chats[chat.id] = chat
        return Group(self, chat)

    def happens(self, kind: str, content: dict[str, Any]) -> int:
        """Something that the bot is to hear of; returns the update's id."""
        if self._allowed and kind not in self._allowed:
            return 0
        update = {"update_id": self._next, kind: content}
        self._next += 1
        self._updates.append(update)
        self._news.set()
        return int(update["update_id"])

    # Faults, and moments at which a test wants to act.

    def fails(self, method: str, status: int = 500, times: int = 1, words: str = "", *, after: bool = False) -> None:
        """The next calls are answered with this status; `after` carries them out first, as a time-out would."""
        self._faults.append(Fault(method, Refusal(status, words or f"Error {status}"), times, after))

    def slows(self, method: str, seconds: int, times: int = 1) -> None:
        """The next calls are answered with 429 and this many seconds to wait."""
        words = f"Too Many Requests: retry after {seconds}"
        self._faults.append(Fault(method, Refusal(429, words, retry_after=seconds), times))

    def hangs_up(self, method: str, times: int = 1, *, after: bool = False) -> None:
        """The next calls lose their connection."""
        self._faults.append(Fault(method, None, times, after))

    def at(self, method: str, nth: int, hook: Hook) -> None:
        """Calls the hook before the nth call (from now, counted from 1) is looked at; "drop" loses the connection."""
        self._hooks.append((method, self.counts[method] + nth, hook))

    def freezes(self, **methods: int) -> None:
        """Calls hang from the nth one of a method on (from now, from 1; `any` is each but getUpdates), until `thaws`."""
        self._frozen = {method: self.counts[method] + nth for method, nth in methods.items()}
        self._reached.clear()
        self._thawed.clear()

    async def frozen(self, within: float = 20.0) -> None:
        """Waits until a call hangs."""
        await asyncio.wait_for(self._reached.wait(), within)

    def thaws(self) -> None:
        """What hangs loses its connection, without having been carried out; from now on everything is answered again."""
        self._frozen = {}
        self._thawed.set()

    def moves(self, old: int, new: int) -> None:
        """A group became a supergroup: the next message to it is answered with its new id."""
        refusal = Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)
        self._faults.append(Fault("sendMessage", refusal, 1))
        self.methods.chats.pop(old, None)

    def check(self) -> None:
        """Fails if any rule of the platform was broken, or a press stayed unanswered."""
        now = time.monotonic()
        spinning = [q for q in self.methods.queries.values() if not q.answered and now - q.pressed > IN_TIME]
        assert not self.methods.violations, self.methods.violations
        assert not spinning, f"{len(spinning)} presses were never answered"

    async def settled(self, within: float = 5.0) -> None:
        """Waits until everything that happened was fetched, and every press answered."""
        end = time.monotonic() + within
        while self._updates or any(not query.answered for query in self.methods.queries.values()):
            assert time.monotonic() < end, f"{len(self._updates)} updates wait, or a press is unanswered"
            await asyncio.sleep(0.02)

    # The wire.

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _answer(Refusal(401, "Unauthorized"))
        given = await self._given(request)
        try:
            await self._arrives(method, given)
            if method == "getUpdates":
                return web.json_response({"ok": True, "result": await self._poll(given)}, dumps=_dumps)
            return web.json_response({"ok": True, "result": self._carried_out(method, given)}, dumps=_dumps)
        except Breach as breach:
            self.methods.violations.append(f"{method}: {breach}")
            return _answer(Refusal(400, f"Bad Request: {breach}"))
        except Refusal as refusal:
            return _answer(refusal)
        except ConnectionResetError:
            if request.transport:
                request.transport.abort()
            raise

    def _carried_out(self, method: str, given: dict[str, Any]) -> Any:
        handler = getattr(self.methods, method, None)
        if method.startswith("_") or handler is None:
            raise Refusal(404, "Not Found")
        fault = self._fault(method)
        if fault and not fault.after:
            raise fault.refusal or ConnectionResetError
        result = handler(given)
        if fault:
            raise fault.refusal or ConnectionResetError
        return result

    def _fault(self, method: str) -> Fault | None:
        for fault in self._faults:
            if fault.method == method and fault.times:
                fault.times -= 1
                return fault
        return None

    async def _arrives(self, method: str, given: dict[str, Any]) -> None:
        self.counts[method] += 1
        self.counts["any"] += method != "getUpdates"
        names = (method,) if method == "getUpdates" else (method, "any")
        if any(name in self._frozen and self.counts[name] >= self._frozen[name] for name in names):
            self._reached.set()
            await self._thawed.wait()
            raise ConnectionResetError
        for hook in [hook for name, nth, hook in self._hooks if name == method and nth == self.counts[method]]:
            if hook(given) == DROP:
                raise ConnectionResetError

    async def _poll(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        fault = self._fault("getUpdates")
        if fault:
            raise fault.refusal or ConnectionResetError
        self._allowed = set(given.get("allowed_updates", []))
        self._acknowledge(int(given.get("offset", 0)))
        if self._poller and not self._poller.done():
            self._poller.set_exception(
                Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot runs")
            )
        mine = self._poller = asyncio.get_running_loop().create_future()
        await self._wait(mine, float(given.get("timeout", 0)))
        limit = int(given.get("limit", 100))
        return list(self._updates)[: max(1, min(100, limit))]

    async def _wait(self, mine: "asyncio.Future[None]", seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._updates and (left := end - time.monotonic()) > 0:
            self._news.clear()
            news = asyncio.ensure_future(self._news.wait())
            await asyncio.wait({news, mine}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            if mine.done():
                mine.result()
        mine.cancel()

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            raise Breach("a negative offset drops what was not read")
        while self._updates and self._updates[0]["update_id"] < offset:
            self.acknowledged.append(self._updates.popleft()["update_id"])

    async def _given(self, request: web.Request) -> dict[str, Any]:
        given: dict[str, Any] = {}
        if request.content_type == "multipart/form-data":
            for name, value in (await request.post()).items():
                is_file = isinstance(value, web.FileField)
                given[name] = self._uploaded(value) if is_file else value  # type: ignore[arg-type]
        else:
            given.update(parse_qsl((await request.read()).decode(), keep_blank_values=True))
        return {name: json.loads(value) if name in _JSON else value for name, value in given.items()}

    def _uploaded(self, field: web.FileField) -> File:
        return self.methods.file(field.filename, field.file.read(), field.content_type)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        await self._arrives("download", {})
        if fault := self._fault("download"):
            return _answer(fault.refusal or Refusal(500, "lost"))
        found = next((file for file in self.methods.files.values() if file.path == request.match_info["path"]), None)
        if found is None or request.match_info["token"] != self.token:
            return _answer(Refusal(404, "Not Found"))
        return web.Response(body=found.data)


def _answer(refusal: Refusal) -> web.Response:
    plain: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.words}
    if refusal.parameters:
        plain["parameters"] = refusal.parameters
    return web.json_response(plain, status=refusal.status)


def _dumps(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))
