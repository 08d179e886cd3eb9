"""People on Discord: they run commands, write, press, pick, fill modals, and look at what comes back."""

import time
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.command_rules import check_call
from tests.fakes.discord.gateway import DIRECT, SERVER
from tests.fakes.discord.interactions import COMMAND, COMPONENT, MODAL_SENT, TYPING
from tests.fakes.discord.rules import Json
from tests.fakes.discord.seen import Seen
from tests.fakes.discord.state import APPLICATION, BOT, GUILD, Channel, Interaction, Message

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

File = tuple[str, bytes]  # name and bytes
_FILE_OPTION = 11
VOICE_MESSAGE = 1 << 13
MEMBER = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}


class Person:
    """A person with direct messages to the bot, who may also stand in the server (`goes`)."""

    def __init__(self, fake: "FakeDiscord", name: str, number: str) -> None:
        self.name, self.id = name, number
        self._fake, self._state = fake, fake.state
        self._state.names[number] = name
        self._own = self._state.channel(f"5{number}", number)
        self._here = self._own
        self._since = 0

    def goes(self, where: str) -> None:
        """To the "server", or back to "dm"."""
        self._here = self._state.town if where == "server" else self._own

    def runs(self, command: str, **options: Any) -> Interaction:
        """A slash command; a file is a pair of name and bytes."""
        known = next((item for item in self._state.commands if item["name"] == command), None)
        assert known, f"there is no command /{command}"
        kinds = {option["name"]: option["type"] for option in known.get("options", [])}
        check_call(known, options)
        data: Json = {"id": known["id"], "name": command, "type": 1, "options": []}
        for name, value in options.items():
            given = self._attach(data, value) if kinds[name] == _FILE_OPTION else value
            data["options"].append({"name": name, "type": kinds[name], "value": given})
        return self._does(COMMAND, data)

    def says(self, text: str = "", *files: File) -> Message:
        """A direct message, with or without files."""
        return self._writes(self._own, text, files, DIRECT)

    def speaks(self, data: bytes, seconds: float = 3) -> Message:
        """A voice message to the bot."""
        made = self._state.post(self._own, self.id, {"content": ""}, {})
        made.attachments = [
            self._state.keep("voice-message.ogg", data, "audio/ogg; codecs=opus", self._own.id, seconds)
        ]
        self._fake.gateway.tell("MESSAGE_CREATE", self._state.view(made) | {"flags": VOICE_MESSAGE}, DIRECT)
        return made

    def mentions(self, text: str = "", *files: File) -> Message:
        """A message to the bot in the server, where everyone reads it."""
        return self._writes(self._state.town, f"<@{BOT}> {text}", files, SERVER)

    def chats(self, text: str) -> Message:
        """A message in the server that is not for the bot."""
        return self._writes(self._state.town, text, (), SERVER)

    def presses(self, label: str) -> Interaction | str:
        """The newest button of that label, or else one whose label contains it; a link's address is returned."""
        buttons = [(seen, item) for seen in reversed(self.messages) for item in seen.buttons]
        exact = [(seen, item) for seen, item in buttons if item["label"] == label]
        for seen, button in exact or [(seen, item) for seen, item in buttons if label in item["label"]]:
            return str(button["url"]) if "url" in button else self._touches(seen, button, {})
        raise AssertionError(f"no button {label!r} among {[item['label'] for _, item in buttons]}")

    def picks(self, *labels: str) -> Interaction:
        """Options of the newest menu that has them."""
        for seen in reversed(self.messages):
            for menu in seen.menus:
                values = [option["value"] for option in menu["options"] if option["label"] in labels]
                if values:
                    assert menu["min_values"] <= len(values) <= menu["max_values"], f"{len(values)} picked"
                    return self._touches(seen, menu, {"values": values})
        raise AssertionError(f"no menu with {labels}")

    @property
    def modal(self) -> Json | None:
        """The modal that is open, if any."""
        opened = self._opened()
        return opened.modal if opened else None

    def fills(self, values: dict[str, str]) -> Interaction:
        """Sends the open modal; inputs are named by label or by custom id."""
        opened = self._opened()
        assert opened, "no modal is open"
        modal, opened.modal = opened.modal, None
        assert modal
        known = {row["label"] for row in modal["components"]} | {
            row["component"]["custom_id"] for row in modal["components"]
        }
        assert set(values) <= known, f"the modal has {sorted(known)}"
        rows = [_filled(row, values) for row in modal["components"]]
        data = {"custom_id": modal["custom_id"], "components": rows}
        return self._does(MODAL_SENT, data, opened.channel, opened.pressed)

    async def completes(self, command: str, option: str, typed: str, within: float = 5.0) -> list[str]:
        """What is offered while one types an option."""
        known = next(item for item in self._state.commands if item["name"] == command)
        declared = next(item for item in known["options"] if item["name"] == option)
        assert declared.get("autocomplete"), f"{option} is not completed"
        given = {"name": option, "type": 3, "value": typed, "focused": True}
        asked = self._does(TYPING, {"id": known["id"], "name": command, "type": 1, "options": [given]})
        await self._until(lambda: asked.choices is not None, within, f"completions of {typed!r}")
        return asked.choices or []

    async def sees(self, text: str, within: float = 8.0) -> Seen | None:
        """Waits for a message or modal, new or changed since this person's last act, that shows the text."""
        found: list[Seen] = []

        def visible() -> bool:
            found[:] = [seen for seen in self.messages if seen.message.order > self._since and text in seen.text]
            return bool(found) or (self.modal is not None and text in _modal_text(self.modal))

        await self._until(visible, within, repr(text))
        return found[-1] if found else None

    @property
    def messages(self) -> list[Seen]:
        """Everything the bot said that this person can see, oldest first."""
        places = {self._own.id, self._state.town.id}
        return [
            Seen(message, self._state)
            for message in self._state.messages.values()
            if message.author == BOT and message.channel.id in places and message.only in {"", self.id}
        ]

    def closes_messages(self) -> None:
        """Takes no more direct messages from the bot."""
        self._state.closed.add(self.id)

    def deletes(self, seen: Seen) -> None:
        del self._state.messages[seen.id]

    def _writes(self, channel: Channel, text: str, files: tuple[File, ...], intents: int) -> Message:
        self._since = self._state.order
        made = self._state.post(channel, self.id, {"content": text}, {str(n): f for n, f in enumerate(files)})
        event = self._state.view(made)
        if channel.public:
            event |= {"guild_id": GUILD, "member": MEMBER}
            if f"<@{BOT}>" not in text:
                event |= {"content": "", "attachments": []}  # the bot has no right to read it
        self._fake.gateway.tell("MESSAGE_CREATE", event, intents)
        return made

    def _attach(self, data: Json, file: File) -> str:
        name = self._state.keep(*file, "application/pdf", self._here.id)
        data.setdefault("resolved", {}).setdefault("attachments", {})[name] = self._state.attachment(name)
        return name

    def _touches(self, seen: Seen, component: Json, more: Json) -> Interaction:
        data = {"custom_id": component["custom_id"], "component_type": component["type"], **more}
        return self._does(COMPONENT, data, seen.message.channel, seen.message)

    def _does(
        self, kind: int, data: Json, channel: Channel | None = None, pressed: Message | None = None
    ) -> Interaction:
        state, channel = self._state, channel or self._here
        self._since = state.order
        name = state.new_id()
        made = Interaction(
            name, f"token-{name}", kind, self.id, channel, state.now(), time.monotonic(), data, pressed=pressed
        )
        made.excused = not self._fake.gateway.connected
        state.interactions[name] = made
        self._fake.gateway.tell("INTERACTION_CREATE", self._event(made))
        return made

    def _event(self, made: Interaction) -> Json:
        user, public = self._state.user(self.id), made.channel.public
        place: Json = {"id": made.channel.id, "type": 0 if public else 1}
        place |= {"name": "general", "position": 0} if public else {"recipients": [user]}
        told: Json = {
            "id": made.id,
            "application_id": APPLICATION,
            "type": made.kind,
            "token": made.token,
            "version": 1,
            "attachment_size_limit": 10 * 2**20,
            "locale": "en-GB",
            "data": made.data,
            "channel_id": made.channel.id,
            "channel": place,
        }
        if made.pressed:
            told["message"] = self._state.view(made.pressed)
        if not public:
            return told | {"user": user, "context": 1}
        guild = {"id": GUILD, "locale": "en-GB", "features": []}
        return told | {
            "guild_id": GUILD,
            "guild": guild,
            "context": 0,
            "member": {**MEMBER, "user": user, "permissions": "0"},
        }

    def _opened(self) -> Interaction | None:
        mine = [i for i in self._state.interactions.values() if i.person == self.id]
        return mine[-1] if mine and mine[-1].modal else None

    async def _until(self, holds: Any, within: float, what: str) -> None:
        try:
            await self._state.until(holds, within)
        except TimeoutError:
            there = "\n---\n".join(seen.text for seen in self.messages[-5:])
            broken = "\n".join(self._state.violations)
            raise AssertionError(f"{self.name} does not see {what}. Last messages:\n{there}\n{broken}") from None


def _modal_text(modal: Json) -> str:
    rows = [f"{row['label']}\n{row.get('description', '')}" for row in modal["components"]]
    return "\n".join([modal["title"], *rows])


def _filled(row: Json, values: dict[str, str]) -> Json:
    inner = row["component"]
    name = inner["custom_id"]
    given = values.get(name, values.get(row["label"]))
    if inner["type"] == 3:
        default = next((option["label"] for option in inner["options"] if option.get("default")), "")
        wanted = default if given is None else given
        picked = [option["value"] for option in inner["options"] if option["label"] == wanted]
        assert picked or not inner["required"], f"{name} must be picked"
        return {"type": 18, "component": {"type": 3, "custom_id": name, "values": picked}}
    text = inner.get("value", "") if given is None else given
    assert text or not inner["required"], f"{name} must be filled"
    assert not text or inner.get("min_length", 0) <= len(text) <= inner.get("max_length", 4000), f"length of {name}"
    return {"type": 18, "component": {"type": 4, "custom_id": name, "value": text}}
