"""Fetches uploaded files from Discord's own hosts, and from nowhere else."""

import json
from collections.abc import Mapping

import aiohttp
import yarl
from discord.http import Route

from adapters.discord.refs import FileRef
from core.chat.channel import Gone, TooLarge, Unavailable
from core.chat.request import Upload

HOSTS = frozenset({("https", "cdn.discordapp.com", 443), ("https", "media.discordapp.net", 443)})
_TIMEOUT = aiohttp.ClientTimeout(total=60, connect=10)
_PIECE = 64 * 1024
_LONGEST_MESSAGE = 2 * 1024 * 1024


class Attachments:
    """Downloads with a limit; needs no login, so that a process that only works can fetch as well.

    `headers` are the bot's credentials for its own API. `base` is another server that may be fetched from (a test's).
    """

    def __init__(self, headers: Mapping[str, str], base: str = "") -> None:
        self._headers = headers
        self._hosts = HOSTS | ({_origin(base)} if base else frozenset())

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        """The file's bytes; raises `TooLarge`, `Gone` or `Unavailable`."""
        if upload.size > limit:
            raise TooLarge
        ref = FileRef.load(upload.ref)
        found = await self._download(ref.url, limit)
        if found is None and ref.message:
            found = await self._download(await self._fresh_address(ref), limit)
        if found is None:
            raise Gone
        return found

    async def _fresh_address(self, ref: FileRef) -> str:
        route = Route(
            "GET", "/channels/{channel_id}/messages/{message_id}", channel_id=ref.channel, message_id=ref.message
        )
        read = await _get(route.url, _LONGEST_MESSAGE, self._headers)
        attached = json.loads(read).get("attachments", ()) if read else ()
        address = next((str(item["url"]) for item in attached if item["id"] == ref.id), "")
        if not address:
            raise Gone
        return address

    async def _download(self, url: str, limit: int) -> bytes | None:
        """The bytes; None if the address is no longer good."""
        if _origin(url) not in self._hosts:
            raise Gone
        return await _get(url, limit, {})


async def _get(url: str, limit: int, headers: Mapping[str, str]) -> bytes | None:
    """What stands at an address; None if nothing does (any more)."""
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT) as session,
            session.get(url, allow_redirects=False, headers=headers) as response,
        ):
            if response.status in {401, 403, 404, 410}:
                return None
            if response.status != 200:
                raise Unavailable(f"status {response.status}")
            return await _read(response, limit)
    except (TimeoutError, aiohttp.ClientError, OSError) as problem:
        raise Unavailable(type(problem).__name__) from problem


async def _read(response: aiohttp.ClientResponse, limit: int) -> bytes:
    found = bytearray()
    async for piece in response.content.iter_chunked(_PIECE):
        found += piece
        if len(found) > limit:
            raise TooLarge
    return bytes(found)


def _origin(address: str) -> tuple[str, str, int]:
    try:
        url = yarl.URL(address)
    except ValueError:
        return "", "", 0
    return url.scheme, url.host or "", url.port or 0
