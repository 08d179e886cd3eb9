"""What has to be remembered to write again: a message, the event that is answered, an uploaded file. Plain JSON all of it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from adapters.discord.limits import TOKEN_LIFE


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a message stands. The same for the message that was sent and the one whose button is pressed."""

    channel: str
    message: str

    def dump(self) -> str:
        return f"{self.channel}/{self.message}"

    @staticmethod
    def load(text: str) -> "MessageRef | None":
        """The reference that `dump` wrote; None for an empty one."""
        channel, _, message = text.partition("/")
        return MessageRef(channel, message) if message else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """The event that is answered: an interaction with its token, or a message (`interaction` empty).

    `kind` is "command", "component", "modal" or "message". `message` is the pressed message, or the one that was said.
    `hidden` tells that the pressed message is ephemeral; `at` is seconds since 1970.
    """

    kind: str = ""
    interaction: str = ""
    token: str = ""
    application: str = ""
    message: str = ""
    channel: str = ""
    user: str = ""
    guild: bool = False
    hidden: bool = False
    at: float = 0.0

    def dump(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def load(given: dict[str, Any]) -> "Via":
        return Via(**given)

    def speaks(self, now: float) -> bool:
        """Whether its token can still speak; a few seconds are left for the way."""
        return bool(self.token) and now - self.at < TOKEN_LIFE - 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """An attachment: its address, and where the message stands that gives a fresh address (absent for slash options)."""

    url: str
    id: str = ""
    channel: str = ""
    message: str = ""

    def dump(self) -> str:
        return json.dumps({name: value for name, value in asdict(self).items() if value}, separators=(",", ":"))

    @staticmethod
    def load(text: str) -> "FileRef":
        return FileRef(**json.loads(text))
