"""What a Discord server remembers: channels, messages, interactions, attachments, and the rules that were broken."""

import asyncio
import contextlib
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from tests.fakes.discord.rules import Json, Refusal

EPHEMERAL, LOADING = 64, 128
TOKEN_LIFE, ACKNOWLEDGE, ADDRESS_LIFE = 15 * 60.0, 3.0, 24 * 3600.0
BOT, APPLICATION, GUILD = "7000", "7000", "8000"


@dataclass(eq=False)
class Channel:
    """A person's direct messages, or a server's channel."""

    id: str
    person: str = ""

    @property
    def public(self) -> bool:
        return not self.person


@dataclass(eq=False)
class Interaction:
    """Something a person did that has to be acknowledged. `acknowledged` is the type of the callback, 0 for none."""

    id: str
    token: str
    kind: int
    person: str
    channel: Channel
    at: float
    arrived: float
    data: Json
    pressed: "Message | None" = None
    acknowledged: int = 0
    original: "Message | None" = None
    modal: Json | None = None
    choices: list[str] | None = None
    excused: bool = False  # no bot was connected while it waited


@dataclass(eq=False)
class Message:
    """A message; `only` is the one person who sees it (ephemeral), `order` grows with each change in the world."""

    id: str
    channel: Channel
    author: str
    order: int
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    only: str = ""
    owner: Interaction | None = None
    loading: bool = False
    nonce: str = ""
    answers: str = ""


@dataclass(eq=False)
class Attachment:
    """Bytes behind an address that expires."""

    id: str
    name: str
    data: bytes
    type: str
    place: str
    seconds: float = 0


class State:
    """The world as the server knows it. `now` can be moved forward with `passes`."""

    def __init__(self) -> None:
        self.base = ""
        self.violations: list[str] = []
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, Message] = {}
        self.interactions: dict[str, Interaction] = {}
        self.attachments: dict[str, Attachment] = {}
        self.names: dict[str, str] = {BOT: "CareerGPT"}
        self.closed: set[str] = set()  # people who take no direct messages
        self.commands: list[Json] = []
        self.registrations = 0
        self.typing: list[str] = []
        self.changed = asyncio.Event()
        self.echo: Callable[[Message], None] = lambda message: None  # bots hear what they say themselves
        self.order = 0
        self._ahead = 0.0
        self._ids = itertools.count(1_420_070_400_000_000)
        self.town = self.channel("8100")

    def now(self) -> float:
        """Seconds since 1970, as this world counts them."""
        return time.time() + self._ahead

    def passes(self, seconds: float) -> None:
        self._ahead += seconds

    def new_id(self) -> str:
        return str(next(self._ids))

    def tick(self) -> int:
        """Something changed: wakes whoever waits to see it."""
        self.order += 1
        self.changed.set()
        return self.order

    def channel(self, name: str, person: str = "") -> Channel:
        return self.channels.setdefault(name, Channel(name, person))

    def broke(self, sentence: str) -> None:
        self.violations.append(sentence)

    def post(
        self, channel: Channel, author: str, body: Json, files: dict[str, tuple[str, bytes]], **more: Any
    ) -> Message:
        """A new message in a channel."""
        message = Message(self.new_id(), channel, author, self.tick(), **more)
        self.write(message, body, files)
        self.messages[message.id] = message
        if author == BOT and not message.only:
            self.echo(message)
        return message

    def write(self, message: Message, body: Json, files: dict[str, tuple[str, bytes]]) -> None:
        """Fills or changes a message; parts that the body does not name stay as they are."""
        message.content = (body["content"] or "").strip() if "content" in body else message.content
        message.embeds = body.get("embeds", message.embeds) or []
        message.components = body.get("components", message.components) or []
        if files or "attachments" in body:
            kept = [self.keep(name, data, "", message.channel.id) for name, data in files.values()]
            message.attachments = kept
        message.loading = False
        message.order = self.tick()

    def keep(self, name: str, data: bytes, kind: str, place: str, seconds: float = 0) -> str:
        """Stores a file, or a recording of so many seconds; returns its id."""
        made = Attachment(self.new_id(), name, data, kind, place, seconds)
        self.attachments[made.id] = made
        return made.id

    def attachment(self, name: str) -> Json:
        """An attachment's description, with an address that is good for a day."""
        item = self.attachments[name]
        until = f"{int(self.now() + ADDRESS_LIFE):x}"
        url = f"{self.base}/cdn/attachments/{item.place}/{item.id}/{quote(item.name, safe='')}?ex={until}"
        plain: Json = {"id": item.id, "filename": item.name, "size": len(item.data), "url": url, "proxy_url": url}
        plain |= {"content_type": item.type} if item.type else {}
        return plain | ({"duration_secs": item.seconds, "waveform": "AAAA"} if item.seconds else {})

    def user(self, name: str) -> Json:
        return {
            "id": name,
            "username": self.names[name].lower(),
            "global_name": self.names[name],
            "discriminator": "0",
            "avatar": None,
            "bot": name == BOT,
        }

    def view(self, message: Message) -> Json:
        """A message as the API gives it."""
        flags = (EPHEMERAL if message.only else 0) | (LOADING if message.loading else 0)
        named = [name for name in self.names if f"<@{name}>" in message.content]
        return {
            "id": message.id,
            "channel_id": message.channel.id,
            "author": self.user(message.author),
            "content": message.content,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [self.user(name) for name in named],
            "mention_roles": [],
            "attachments": [self.attachment(name) for name in message.attachments],
            "embeds": message.embeds,
            "components": message.components,
            "pinned": False,
            "type": 0,
            "flags": flags,
        }

    def of_token(self, token: str) -> Interaction:
        """The interaction that a webhook's token speaks for; refuses a dead or unknown one."""
        found = next((item for item in self.interactions.values() if item.token == token), None)
        if found is None:
            raise Refusal(404, 10015, "Unknown Webhook", fault=False)
        if self.now() - found.at > TOKEN_LIFE:
            raise Refusal(401, 50027, "Invalid Webhook Token", fault=False)
        if not found.acknowledged:
            raise Refusal(404, 10015, "Unknown Webhook", fault=False)
        return found

    async def until(self, holds: Callable[[], bool], within: float = 8.0) -> None:
        """Waits until something holds in this world; raises `TimeoutError`."""
        async with asyncio.timeout(within):
            while not holds():
                self.changed.clear()
                with contextlib.suppress(TimeoutError):  # what is not of this world is looked at now and then
                    await asyncio.wait_for(self.changed.wait(), 0.05)

    def unanswered(self) -> list[Interaction]:
        """Interactions whose three seconds went by without an acknowledgement while a bot was connected."""
        late = time.monotonic() - ACKNOWLEDGE
        return [i for i in self.interactions.values() if not i.acknowledged and not i.excused and i.arrived < late]
