"""What the fake server knows: chats with their messages as they stand now, and presses that wait for an answer."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.markup import Entity


@dataclass
class File:
    """A stored file; `path` is where it can be fetched."""

    id: str
    name: str
    data: bytes
    type: str
    path: str = ""
    size: int = 0  # as announced, where that is larger than what is kept


@dataclass
class Message:
    """A message as it stands now. `since` is the moment of its last change, on the server's own counter."""

    id: int
    chat: int
    sender: dict[str, Any]
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    photo: File | None = None
    document: File | None = None
    thread: int = 0
    reply_to: int = 0
    since: int = 0
    edits: int = 0
    date: int = field(default_factory=lambda: int(time.time()))

    @property
    def media(self) -> File | None:
        return self.photo or self.document

    @property
    def labels(self) -> list[str]:
        return [key["text"] for row in self.rows for key in row]

    def content(self) -> tuple[Any, ...]:
        """What must change for an edit to be one."""
        return (self.text, self.entities, self.rows, self.media.data if self.media else None)


@dataclass
class Query:
    """A press of a button. `run` counts the bot's starts, so that only a second answer of one process is a fault."""

    id: str
    message: int
    data: str
    run: int
    pressed: float = field(default_factory=time.monotonic)
    answered: bool = False
    toast: str = ""
    since: int = 0


@dataclass
class Chat:
    """A private chat or a group."""

    id: int
    kind: str
    name: str
    messages: dict[int, Message] = field(default_factory=dict)
    threads: set[int] = field(default_factory=set)
    blocked: str = ""  # the words with which the server refuses
    actions: list[str] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)

    def json(self) -> dict[str, Any]:
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.name}


def message_json(message: Message, chat: Chat) -> dict[str, Any]:
    """A message as the Bot API writes it."""
    plain: dict[str, Any] = {
        "message_id": message.id,
        "date": message.date,
        "chat": chat.json(),
        "from": message.sender,
    }
    words, styles = ("caption", "caption_entities") if message.media else ("text", "entities")
    if message.text:
        plain |= {words: message.text, styles: [entity.json() for entity in message.entities]}
    if message.rows:
        plain["reply_markup"] = {"inline_keyboard": message.rows}
    if message.thread:
        plain |= {"message_thread_id": message.thread, "is_topic_message": True}
    if message.reply_to in chat.messages:
        plain["reply_to_message"] = message_json(chat.messages[message.reply_to], chat)
    if message.photo:
        sizes = [(90, "s"), (800, "x")]
        plain["photo"] = [
            {**_file_json(message.photo), "file_id": message.photo.id + size, "width": width, "height": width}
            for width, size in sizes
        ]
    if message.document:
        named = {"file_name": message.document.name} if message.document.name else {}
        plain["document"] = {**_file_json(message.document), **named, "mime_type": message.document.type}
    return plain


def _file_json(file: File) -> dict[str, Any]:
    return {"file_id": file.id, "file_unique_id": "u" + file.id, "file_size": file.size or len(file.data)}
