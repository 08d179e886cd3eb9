"""The bot on Discord: connects, hears what people do, acknowledges it in time, and gives the channel for answers."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord import commands, decode
from adapters.discord.acknowledge import PATIENCE, SUGGEST, Acknowledger
from adapters.discord.attachments import Attachments
from adapters.discord.channel import DiscordChannel
from adapters.discord.decode import Event
from adapters.discord.limits import OPTION, OPTIONS, length
from adapters.discord.rest import Missing, Rest
from core.chat.channel import Busy, Delivery, Ear, NotAdmitted, Refused, Unavailable, Unreachable
from core.chat.reply import Reply
from core.chat.request import Request

log = logging.getLogger(__name__)
logging.getLogger("discord.state").setLevel(logging.ERROR)  # it warns of the guilds intent, which we do without

_COMPLETE_WITHIN = 2.0  # seconds for completions: later ones Discord does not show
_LONGEST_PAUSE = 30.0  # seconds between two tries while Discord is away
_UNKNOWN_BOT = "Discord does not know DISCORD_BOT_TOKEN: copy it anew from the Bot page of your application."
_UNHEARD = "I could not take that in just now. Please try it again in a minute."


class BadToken(NotAdmitted):
    """Discord does not know the bot's token; the message says where to get one."""


class DiscordPlatform:
    """Give `channel` to the engine, then `start` with the engine as the ear.

    `api` and `gateway` point at another server than Discord's own (all clients of this process then use it); files are
    fetched from that server too. `now` is seconds since 1970, `clock` monotonic seconds.
    """

    def __init__(
        self,
        token: str,
        *,
        api: str = "",
        gateway: str = "",
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        if api:
            Route.BASE = api.rstrip("/")
        if gateway:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
        self._token, self._now = token, now
        self._client = _Client(self)
        self._rest = Rest(self._client.http, lambda: self._client.user is not None)
        self._acknowledger = Acknowledger(self._rest, clock, patience)
        known = {"Authorization": f"Bot {token.strip()}", "User-Agent": self._client.http.user_agent}
        self.channel = DiscordChannel(self._rest, self._acknowledger, Attachments(known, api), now)
        self._ear: Ear | None = None
        self._connection: asyncio.Task[None] | None = None

    async def start(self, ear: Ear, *, patience: float = 30.0) -> None:
        """Logs in, registers the commands if they changed, and connects; raises `BadToken`.

        Where that takes more than `patience` seconds, it goes on in the background.
        """
        self._ear = ear
        self._connection = asyncio.create_task(self._live(ear))
        ready = asyncio.create_task(self._client.here.wait())
        await asyncio.wait({ready, self._connection}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if self._connection.done():
            await self._connection
        self._connection.add_done_callback(_report)
        if not ready.done():
            ready.cancel()
            log.warning("Discord is not connected yet")

    async def stop(self) -> None:
        """Stops hearing; what is still unanswered is deferred, so that the next process can answer it."""
        await self._acknowledger.stop()
        await self.channel.stop()
        await self._rest.stop()
        await self._client.close()
        if self._connection:
            await asyncio.gather(self._connection, return_exceptions=True)

    async def interacted(self, interaction: "discord.Interaction[Any]") -> None:
        """Acknowledges in any case, however long the ear takes."""
        event = Event.of(interaction, self._now())
        if event.type == discord.InteractionType.autocomplete.value:
            await self._suggest(event)
            return
        new = event.via.kind and self._acknowledger.begin(event.via)
        if new and not await self._hear([decode.interaction(event)]):
            await self._acknowledger.defer(event.via)

    async def said(self, message: discord.Message) -> None:
        user = self._client.user
        requests = decode.message(message, user.id, self._now()) if user else []
        if requests:
            await self._hear(requests)

    async def _live(self, ear: Ear) -> None:
        failures = 0
        while not await self._login():
            failures += 1
            await asyncio.sleep(min(_LONGEST_PAUSE, 2.0**failures))
        try:
            changed = await commands.sync(self._rest, str(self._client.application_id), ear.book)
            log.info("on Discord", extra={"commands_changed": changed})
        except (Busy, Unavailable, Refused) as problem:  # the commands of last time still work
            log.warning("slash commands were not registered", extra={"problem": str(problem)[:300]})
        await self._client.connect()

    async def _login(self) -> bool:
        try:
            await self._client.login(self._token)
        except discord.LoginFailure:
            raise BadToken(_UNKNOWN_BOT) from None
        except (discord.HTTPException, aiohttp.ClientError, OSError) as problem:
            log.warning("Discord cannot be reached", extra={"problem": type(problem).__name__})
            await self._client.http.close()
            self._client.http.connector = discord.utils.MISSING  # the closed one cannot be used for the next try
            return False
        return True

    async def _hear(self, requests: Sequence[Request]) -> list[str]:
        """Tells the ear; Discord does not tell twice, so a failure is tried again."""
        if self._ear is None:
            return []
        for pause in (0.2, 0.5, 0.0):
            try:
                return await self._ear.hear(requests)
            except Exception:
                log.exception("a request could not be written down", extra={"request": requests[0].id})
                await asyncio.sleep(pause)
        await self._admit(requests[0])
        return []

    async def _admit(self, request: Request) -> None:
        """The one word that goes past the outbox: nothing could be written down."""
        delivery = Delivery(id=request.id, address=request.address, reply=Reply(text=_UNHEARD), via=request.via)
        try:
            await self.channel.show(delivery)
        except (Busy, Refused, Unavailable, Unreachable) as problem:
            log.warning("could not say that", extra={"request": request.id, "problem": str(problem)[:80]})

    async def _suggest(self, event: Event) -> None:
        wish = decode.typing(event)
        found: tuple[str, ...] = ()
        try:
            async with asyncio.timeout(_COMPLETE_WITHIN):
                if self._ear is not None:
                    found = await self._ear.suggest(event.sender, wish.command, wish.option, wish.typed)
        except Exception:
            log.exception("no completions", extra={"command": wish.command, "option": wish.option})
        fitting = [word for word in found if word and length(word) <= OPTION][:OPTIONS]
        choices = [{"name": word, "value": word} for word in fitting]
        try:
            await self._rest.respond(event.id, event.token, SUGGEST, None, {"choices": choices})
        except (Busy, Refused, Unavailable, Unreachable, Missing) as problem:
            log.info("completions came too late", extra={"problem": str(problem)[:80]})


class _Client(discord.Client):
    """The library's connection with the least that it has to know: direct messages, mentions, interactions."""

    def __init__(self, platform: DiscordPlatform) -> None:
        super().__init__(
            intents=discord.Intents(dm_messages=True, guild_messages=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.1,
            max_ratelimit_timeout=30.0,
        )
        self._platform = platform
        self.here = asyncio.Event()

    async def on_ready(self) -> None:
        self.here.set()

    async def on_interaction(self, interaction: "discord.Interaction[Any]") -> None:
        await self._platform.interacted(interaction)

    async def on_message(self, message: discord.Message) -> None:
        await self._platform.said(message)


def _report(connection: "asyncio.Task[None]") -> None:
    if not connection.cancelled() and connection.exception():
        log.error("the connection to Discord ended", extra={"problem": type(connection.exception()).__name__})
