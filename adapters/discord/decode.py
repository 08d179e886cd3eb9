"""What people do on Discord as requests: slash commands, presses, picks, modals, direct messages and mentions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.components import data_of
from adapters.discord.refs import FileRef, MessageRef, Via
from core.chat.request import Address, Input, Invoked, Pressed, Request, Said, Sender, Submitted, Upload

Json = dict[str, Any]
PLATFORM = "discord"
_FILE_OPTION = 11
_KINDS = {2: "command", 3: "component", 5: "modal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An interaction as far as conversation needs it; `type` and `data` as Discord sends them, `at` seconds since 1970."""

    id: str
    type: int
    token: str
    application: str
    data: Json
    channel: str
    guild: bool
    sender: Sender
    message: str = ""
    hidden: bool = False
    at: float = 0.0

    @staticmethod
    def of(interaction: "discord.Interaction[Any]", now: float) -> "Event":
        """The library's interaction, without the library."""
        message = interaction.message
        return Event(
            id=str(interaction.id),
            type=interaction.type.value,
            token=interaction.token,
            application=str(interaction.application_id),
            data=dict(interaction.data or {}),
            channel=str(interaction.channel_id or ""),
            guild=interaction.guild_id is not None,
            sender=_sender(interaction.user, interaction.locale.value),
            message=str(message.id) if message else "",
            hidden=bool(message and message.flags.ephemeral),
            at=now,
        )

    @property
    def address(self) -> Address:
        """Answers to interactions are private: ephemeral in servers, where the person is the thread."""
        thread = self.sender.id if self.guild else ""
        return Address(platform=PLATFORM, chat=self.channel, thread=thread, mute=self.guild)

    @property
    def via(self) -> Via:
        return Via(
            kind=_KINDS.get(self.type, ""),
            interaction=self.id,
            token=self.token,
            application=self.application,
            message=self.message,
            channel=self.channel,
            user=self.sender.id,
            guild=self.guild,
            hidden=self.hidden,
            at=self.at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """An option of a command that is being typed."""

    command: str
    option: str
    typed: str


def interaction(event: Event) -> Request:
    """A slash command, a press, a pick or a sent modal as a request."""
    return Request(
        id=f"{PLATFORM}:{event.id}",
        sender=event.sender,
        address=event.address,
        input=_input(event),
        via=event.via.dump(),
    )


def typing(event: Event) -> Typing:
    """What is to be completed; empty names if the event does not tell."""
    focused: Json = next((option for option in event.data.get("options", ()) if option.get("focused")), {})
    return Typing(
        command=str(event.data.get("name", "")),
        option=str(focused.get("name", "")),
        typed=str(focused.get("value", "")),
    )


def message(said: discord.Message, me: int, now: float) -> list[Request]:
    """A direct message, or one that mentions the bot; one request for each file. Empty for all that is not for us."""
    private = isinstance(said.channel, discord.DMChannel)
    spoken = said.type in {discord.MessageType.default, discord.MessageType.reply}
    named = any(user.id == me for user in said.mentions)
    if not spoken or not (private or named) or said.author.bot or said.webhook_id:
        return []
    sender = _sender(said.author, "")
    channel = str(said.channel.id)
    via = Via(kind="message", message=str(said.id), channel=channel, user=sender.id, guild=not private, at=now)
    address = Address(platform=PLATFORM, chat=channel, thread="" if private else sender.id, private=private)
    return [
        Request(id=f"{PLATFORM}:{said.id}{suffix}", sender=sender, address=address, input=part, via=via.dump())
        for suffix, part in _parts(re.sub(rf"<@!?{me}>", "", said.content).strip(), _attached(said))
    ]


def _parts(text: str, files: Sequence[Upload]) -> list[tuple[str, Said]]:
    if len(files) < 2:
        return [("", Said(text=text, files=tuple(files)))]
    return [
        (f"#{number}", Said(text="" if number > 1 else text, files=(file,))) for number, file in enumerate(files, 1)
    ]


def _attached(said: discord.Message) -> list[Upload]:
    place = {"channel": str(said.channel.id), "message": str(said.id)}
    return [
        _upload(
            FileRef(url=item.url, id=str(item.id), **place), item.filename, item.size, item.content_type, item.duration
        )
        for item in said.attachments
    ]


def _input(event: Event) -> Input:
    if event.type == 2:
        return Invoked(command=str(event.data["name"]), options=_options(event.data))
    if event.type == 3:
        ref = MessageRef(event.channel, event.message).dump()
        values = tuple(map(str, event.data.get("values", ())))
        return Pressed(data=data_of(str(event.data["custom_id"])), values=values, message=ref)
    return Submitted(token=str(event.data["custom_id"]), values=dict(_filled(event.data.get("components", ()))))


def _options(data: Json) -> dict[str, Any]:
    attached = data.get("resolved", {}).get("attachments", {})
    return {
        str(option["name"]): _resolved(attached, option["value"]) if option["type"] == _FILE_OPTION else option["value"]
        for option in data.get("options", ())
    }


def _resolved(attached: Json, name: Any) -> Upload:
    item = attached[str(name)]
    ref = FileRef(url=str(item["url"]), id=str(item["id"]))
    return _upload(ref, str(item["filename"]), int(item["size"]), item.get("content_type"), item.get("duration_secs"))


def _upload(ref: FileRef, name: str, size: int, kind: str | None, seconds: float | None) -> Upload:
    return Upload(
        platform=PLATFORM,
        ref=ref.dump(),
        name=name,
        size=size,
        type=(kind or "").partition(";")[0],
        seconds=seconds or 0,
    )


def _filled(components: Iterable[Json]) -> Iterable[tuple[str, str]]:
    for component in components:
        if "custom_id" in component:
            values = component.get("values")
            value = component.get("value", "") if values is None else ",".join(map(str, values))
            yield str(component["custom_id"]), str(value or "")
        inner = [*component.get("components", ()), *([component["component"]] if "component" in component else [])]
        yield from _filled(inner)


def _sender(user: discord.abc.User, language: str) -> Sender:
    return Sender(platform=PLATFORM, id=str(user.id), name=user.display_name, language=language)
