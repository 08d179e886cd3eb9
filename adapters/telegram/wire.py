"""The library's way to the network, on aiohttp: a call costs a third of what it costs with the library's own httpx.

Nor does it write request lines, which carry the token, into any log.
"""

from typing import cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT = 10.0  # seconds for a new connection
POOL = 60.0  # seconds for a free one
UPLOAD = 60.0  # seconds in which an upload must be answered


class Wire(BaseRequest):
    """A pool of `connections` to one server; an answer must come within `read_timeout` seconds.

    `straight` goes around the proxies of the environment.
    """

    __slots__ = ("_connections", "_ended", "_read_timeout", "_session", "_straight")

    def __init__(self, connections: int, read_timeout: float, *, straight: bool) -> None:
        self._connections, self._read_timeout, self._straight = connections, read_timeout, straight
        self._session: aiohttp.ClientSession | None = None
        self._ended = False

    @property
    def read_timeout(self) -> float:
        """Seconds, where a call does not say otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Opens the pool; it also opens by itself at the first call."""
        self._ended = False
        self._opened()

    async def shutdown(self) -> None:
        """Closes every connection; work that is still under way opens none again."""
        self._ended = True
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 the library's signature
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One exchange; raises the library's `TimedOut` and `NetworkError`."""
        files = request_data.multipart_data if request_data else None
        default = max(UPLOAD, self._read_timeout) if files else self._read_timeout
        timeout = aiohttp.ClientTimeout(
            connect=_given(pool_timeout, POOL),
            sock_connect=_given(connect_timeout, CONNECT),
            sock_read=_given(read_timeout, default),
        )
        body = _body(request_data) if request_data else None
        if self._ended:
            raise NetworkError("the connection was closed")
        try:
            async with self._opened().request(
                method, url, data=body, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as problem:
            raise TimedOut from problem
        except (aiohttp.ClientError, OSError) as problem:
            raise NetworkError(type(problem).__name__) from problem

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=not self._straight,
            )
        return self._session


def _given(timeout: object, default: float) -> float | None:
    return default if timeout is BaseRequest.DEFAULT_NONE else cast("float | None", timeout)


def _body(data: RequestData) -> aiohttp.FormData | dict[str, str]:
    parameters: dict[str, str] = data.json_parameters
    if not data.multipart_data:
        return parameters
    form = aiohttp.FormData(parameters, quote_fields=False)  # Telegram takes names as UTF-8, not percent-encoded
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
