"""A platform for conversation tests: a real channel that keeps its messages in memory, and a person who uses it."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from core.chat.channel import Busy, Delivery, Gone, TooLarge, Unavailable, Unreachable
from core.chat.markdown import plain
from core.chat.reply import Reply, dump_reply, load_reply
from core.chat.request import Address, Input, Invoked, Pressed, Request, Said, Sender, Submitted, Upload

if TYPE_CHECKING:
    from tests.world import World


@dataclass
class Message:
    """What a chat shows: the reply as it stands now, and how often it was shown anew."""

    id: str
    chat: str
    reply: Reply
    versions: list[Reply] = field(default_factory=list)

    @property
    def text(self) -> str:
        reply = self.reply
        facts = "\n".join(f"{fact.name}: {fact.value}" for fact in reply.facts)
        bars = "\n".join(f"{bar.label} {bar.done:.1f}/{bar.total:.1f}" for bar in reply.progress)
        return "\n".join(part for part in (reply.title, plain(reply.text), facts, bars, reply.footer) if part)

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.reply.buttons for button in row]


class PlainChannel:
    """Implements `core.chat.channel.Channel` on lists in memory. `troubles` are raised, one for each `show`, in order."""

    platform = "plain"

    def __init__(self, *, modals: bool = False) -> None:
        self.modals = modals
        self.messages: list[Message] = []
        self.uploads: dict[str, bytes] = {}
        self.troubles: list[Exception] = []
        self.blocked: set[str] = set()
        self._numbers = count(1)
        self.changed = asyncio.Condition()

    async def show(self, delivery: Delivery) -> str:
        if self.troubles:
            raise self.troubles.pop(0)
        if delivery.address.chat in self.blocked:
            raise Unreachable
        reply = load_reply(dump_reply(delivery.reply))
        message = next((one for one in self.messages if one.id == delivery.edits), None)
        if message is None:
            message = Message(f"m{next(self._numbers)}", delivery.address.chat, reply)
            self.messages.append(message)
        message.reply = reply
        message.versions.append(reply)
        async with self.changed:
            self.changed.notify_all()
        return message.id

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        if upload.ref not in self.uploads:
            raise Gone
        if len(self.uploads[upload.ref]) > limit:
            raise TooLarge
        return self.uploads[upload.ref]


class Someone:
    """A person in a chat: says, sends, presses, picks, fills, and looks at what is shown."""

    def __init__(self, world: "World", name: str, *, private: bool = True) -> None:
        self.world, self.name, self.private = world, name, private
        self.chat = name.lower()

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.world.channel.messages if message.chat == self.chat]

    @property
    def last(self) -> Message:
        return self.messages[-1]

    def request(self, input: Input, **via: Any) -> Request:  # noqa: A002 - the field's own name
        return Request(
            id=f"plain:{self.world.number()}",
            sender=Sender(platform="plain", id=self.name, name=self.name, language="en"),
            address=Address(platform="plain", chat=self.chat, private=self.private),
            input=input,
            via=via,
        )

    async def does(self, request: Request) -> None:
        """The engine hears of it; returns when everything is answered."""
        await self.world.engine.hear([request])
        await asyncio.wait_for(self.world.engine.idle(), 30)

    async def says(self, text: str) -> None:
        await self.does(self.request(Said(text=text)))

    async def sends(self, data: bytes, name: str = "cv.pdf", caption: str = "") -> None:
        upload = self.upload(data, name)
        await self.does(self.request(Said(text=caption, files=(upload,))))

    def upload(self, data: bytes, name: str = "cv.pdf") -> Upload:
        reference = f"f{len(self.world.channel.uploads) + 1}"
        self.world.channel.uploads[reference] = data
        return Upload(platform="plain", ref=reference, name=name, size=len(data))

    async def runs(self, command: str, **options: Any) -> None:
        await self.does(self.request(Invoked(command=command, options=options), slash=True))

    async def presses(self, label: str, message: Message | None = None) -> None:
        shown = message or next(one for one in reversed(self.messages) if any(label in have for have in one.labels))
        button = next(b for row in shown.reply.buttons for b in row if label in b.label)
        await self.does(self.request(Pressed(data=button.data, message=shown.id), press=True))

    async def picks(self, *labels: str) -> None:
        shown = next(one for one in reversed(self.messages) if one.reply.menu)
        menu = shown.reply.menu
        assert menu
        values = tuple(next(choice.value for choice in menu.choices if choice.label == label) for label in labels)
        await self.does(self.request(Pressed(data=menu.stem, values=values, message=shown.id), press=True))

    async def fills(self, **values: str) -> None:
        form = self.last.reply.form
        assert form
        await self.does(self.request(Submitted(token=form.token, values=values), modal=True))

    def sees(self, *words: str) -> None:
        """Each of these stands in the last message."""
        for word in words:
            assert word in self.last.text, f"{word!r} is not in:\n{self.last.text}"


__all__ = ["Busy", "Message", "PlainChannel", "Someone", "Unavailable"]
