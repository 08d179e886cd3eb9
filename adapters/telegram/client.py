"""The line to the Bot API: python-telegram-bot's client, with answers as plain JSON and errors as the port knows them."""

import ipaddress
import os
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import quote, urlsplit

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from adapters.telegram.wire import Wire
from core.chat.channel import Busy, Gone, NotAdmitted, Refused, TooLarge, Unavailable, Unreachable

PUBLIC = "https://api.telegram.org"
POLL = 30  # seconds that one getUpdates waits for news
CONNECTIONS = 64  # sends at the same time; more only makes the pool slower
ANSWER = 15.0  # seconds for the answer to a call
DOWNLOAD = 60.0  # seconds for a file on its way to us

os.environ.setdefault("PTB_TIMEDELTA", "1")  # RetryAfter as a timedelta: the library's old way warns at every 429


class Moved(Exception):
    """The group became a supergroup with another id."""

    def __init__(self, chat: int) -> None:
        super().__init__(chat)
        self.chat = chat


class WrongToken(NotAdmitted):
    """Telegram does not know this token."""


class Client(Bot):
    """The Bot API at one server. Its methods raise the port's exceptions and `Moved`."""

    __slots__ = ()

    def __init__(self, token: str, api_url: str = PUBLIC) -> None:
        root = api_url.rstrip("/")
        straight = _is_local(root)
        super().__init__(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=Wire(CONNECTIONS, ANSWER, straight=straight),
            get_updates_request=Wire(1, ANSWER, straight=straight),
        )

    async def call(self, method: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """Calls a method of the Bot API by its name and returns its `result`."""
        try:
            return await self._post(method, dict(parameters or {}))
        except TelegramError as error:
            raise translated(error) from error

    async def updates(self, offset: int | None, wait: int = POLL) -> list[dict[str, Any]]:
        """The next batch; asking with an offset acknowledges all before it. Raises the library's own errors."""
        asked = {"offset": offset, "timeout": wait, "allowed_updates": ["message", "callback_query"]}
        return cast("list[dict[str, Any]]", await self._post("getUpdates", asked, read_timeout=wait + 10.0))

    async def introduce(self) -> dict[str, Any]:
        """Who this token belongs to; raises `WrongToken`."""
        try:
            return cast("dict[str, Any]", await self._post("getMe"))
        except InvalidToken:
            sentence = (
                "Telegram does not accept TELEGRAM_BOT_TOKEN: copy it again from @BotFather (it looks like 123456:ABC…)"
            )
            raise WrongToken(sentence) from None  # the library's own message contains the token
        except TelegramError as error:
            raise translated(error) from error

    async def download(self, file_id: str, limit: int) -> bytes:
        """The bytes of a file. Always over HTTP: a path that happens to exist here is never opened."""
        found = await self._file(file_id)
        path = str(found.get("file_path", ""))
        if int(found.get("file_size") or 0) > limit:
            raise TooLarge(file_id)
        if not path:
            raise Gone(file_id)
        if path.startswith("/"):
            raise Refused("the Bot API server runs with --local: its files cannot be fetched over HTTP")
        data = await self._retrieve(f"{self.base_file_url}/{quote(path)}")
        if len(data) > limit:
            raise TooLarge(file_id)
        return data

    async def dial(self) -> None:
        """Makes calls possible, also after `hang_up`."""
        for request in self._request:
            await request.initialize()

    async def hang_up(self) -> None:
        """Closes every connection."""
        for request in self._request:
            await request.shutdown()

    async def _file(self, file_id: str) -> dict[str, Any]:
        try:
            return cast("dict[str, Any]", await self.call("getFile", {"file_id": file_id}))
        except Refused as problem:
            if "too big" in str(problem):
                raise TooLarge(file_id) from problem
            raise Gone(file_id) from problem

    async def _retrieve(self, url: str) -> bytes:
        try:
            return await self.request.retrieve(url, read_timeout=DOWNLOAD)
        except (InvalidToken, BadRequest):  # the library's names for 404 and 400
            raise Gone from None
        except TelegramError as error:
            raise translated(error) from error


def translated(error: TelegramError) -> Exception:
    """The library's error as what the engine can act on."""
    match error:
        case RetryAfter():
            return Busy(cast("Any", error.retry_after).total_seconds())
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Unreachable(error.message)
        case BadRequest() if "chat not found" in error.message.lower():
            return Unreachable(error.message)
        case BadRequest():  # stands before NetworkError, of which the library makes it a kind
            return Refused(error.message)
        case NetworkError():
            return Unavailable(error.message)
        case _:
            return Unavailable(type(error).__name__)


def _is_local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
