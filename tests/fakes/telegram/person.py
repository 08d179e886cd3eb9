"""People on the fake, as a test plays them: they say, send, press, and see what stands in their chat now."""

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.fakes.telegram.state import Chat, Message, Query, message_json

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

_PASTE = 4096
BLOCKED = "Forbidden: bot was blocked by the user"


class Place:
    """A chat as somebody looks at it."""

    def __init__(self, fake: "FakeTelegram", chat: Chat) -> None:
        self.fake, self.chat = fake, chat

    @property
    def messages(self) -> list[Message]:
        """What the bot's messages show now, oldest first."""
        me = self.fake.methods.me
        return [message for message in self.chat.messages.values() if message.sender is me]


class Group(Place):
    """A group in which people and the bot are."""


class Person(Place):
    """Somebody with a private chat with the bot."""

    def __init__(self, fake: "FakeTelegram", number: int, name: str, language: str) -> None:
        super().__init__(fake, Chat(number, "private", name))
        fake.methods.chats[number] = self.chat
        first, _, last = name.partition(" ")
        self.user = {"id": number, "is_bot": False, "first_name": first, "language_code": language}
        self.user |= {"last_name": last} if last else {}
        self._mark = 0

    # What a person does.

    def says(self, text: str, to: Group | None = None, thread: int = 0, reply_to: Message | None = None) -> list[int]:
        """Types a message; the app splits it where it is too long. Returns the updates' ids."""
        self._acts()
        return [
            self._message({"text": text[at : at + _PASTE], **_command(text)}, to, thread, reply_to)
            for at in range(0, len(text), _PASTE)
        ]

    def sends(
        self, data: bytes, name: str = "cv.pdf", caption: str = "", kind: str = "application/pdf", **where: Any
    ) -> int:
        """Sends a document, with or without words."""
        self._acts()
        return self._message({**self.document(data, name, kind), **_caption(caption)}, **where)

    def sends_album(self, files: list[tuple[str, bytes]], caption: str = "") -> list[int]:
        """Sends several documents at once; only the first carries the words."""
        self._acts()
        album = {"media_group_id": f"album{self.fake.methods.number()}"}
        words = [caption, *([""] * (len(files) - 1))]
        return [
            self._message({**self.document(data, name, "application/pdf"), **_caption(word), **album})
            for (name, data), word in zip(files, words, strict=True)
        ]

    def sends_photo(self, data: bytes, caption: str = "") -> int:
        self._acts()
        file = self.fake.methods.file("", data, "image/jpeg")
        photo = Message(0, 0, {}, photo=file)
        return self._message({"photo": message_json(photo, self.chat)["photo"], **_caption(caption)})

    def speaks(self, data: bytes, seconds: int = 3) -> int:
        """Sends a voice message."""
        self._acts()
        file = self.fake.methods.file("", data, "audio/ogg")
        voice = message_json(Message(0, 0, {}, document=file), self.chat)["document"]
        return self._message({"voice": {**voice, "duration": seconds}})

    def sends_other(self, content: dict[str, Any], **where: Any) -> int:
        """Sends anything else: a sticker, a place."""
        self._acts()
        return self._message(content, **where)

    def presses(self, label: str, of: Place | None = None) -> Query | None:
        """Presses the newest button with this label; a deep link leads to the private chat, as in the app."""
        where = of or self
        message, key = self._key(where, label)
        self._acts()
        if "url" in key:
            payload = urlsplit(key["url"]).query.removeprefix("start=")
            self.says(f"/start {payload}")
            return None
        methods = self.fake.methods
        query = Query(f"q{methods.number()}", message.id, key["callback_data"], methods.runs)
        methods.queries[query.id] = query
        self.chat.queries.append(query)
        press = {"id": query.id, "from": self.user, "chat_instance": "1", "data": query.data}
        self.fake.happens("callback_query", {**press, "message": message_json(message, where.chat)})
        return query

    def blocks(self) -> None:
        self.chat.blocked = BLOCKED

    def unblocks(self) -> None:
        self.chat.blocked = ""

    # What a person sees.

    async def sees(self, words: str, of: Place | None = None, within: float = 5.0) -> Message | Query:
        """The message or toast with these words that came, or changed, since this person last did something."""
        end = time.monotonic() + within
        while True:
            if found := self._found(words, of or self):
                return found
            assert time.monotonic() < end, f"{words!r} is not among {[m.text for m in (of or self).messages][-5:]}"
            await asyncio.sleep(0.01)

    async def sees_answers(self, count: int, within: float = 20.0) -> list[Message]:
        """Waits for so many messages of the bot in all."""
        end = time.monotonic() + within
        while len(self.messages) < count:
            assert time.monotonic() < end, f"{len(self.messages)} of {count} answers came"
            await asyncio.sleep(0.02)
        return self.messages

    @property
    def toasts(self) -> list[str]:
        return [query.toast for query in self.chat.queries if query.toast]

    def _found(self, words: str, where: Place) -> Message | Query | None:
        new = [message for message in where.messages if message.since > self._mark and words in message.text]
        toasts = [query for query in self.chat.queries if query.since > self._mark and words in query.toast]
        return next((found for found in (*new, *toasts) if words), None)

    def _key(self, where: Place, label: str) -> tuple[Message, dict[str, Any]]:
        newest = sorted(where.messages, key=lambda message: -message.since)
        keys = [(message, key) for message in newest for row in message.rows for key in row]
        for fits in (lambda text: text == label, lambda text: label in text):
            for message, key in keys:
                if fits(key["text"]):
                    return message, key
        raise AssertionError(f"no button {label!r} among {[key['text'] for _, key in keys]}")

    def _acts(self) -> None:
        self._mark = self.fake.methods.tick()

    def document(self, data: bytes, name: str, kind: str) -> dict[str, Any]:
        file = self.fake.methods.file(name, data, kind)
        return {"document": message_json(Message(0, 0, {}, document=file), self.chat)["document"]}

    def _message(
        self, content: dict[str, Any], to: Group | None = None, thread: int = 0, reply_to: Message | None = None
    ) -> int:
        methods = self.fake.methods
        chat = to.chat if to else self.chat
        said = Message(methods.number(), chat.id, self.user, content.get("text", ""), since=methods.clock)
        said.thread, said.reply_to = thread, reply_to.id if reply_to else 0
        chat.messages[said.id] = said
        return self.fake.happens("message", {**message_json(said, chat), **content})


def _caption(words: str) -> dict[str, Any]:
    return {"caption": words} if words else {}


def _command(text: str) -> dict[str, Any]:
    found = re.match(r"/[A-Za-z0-9_]+(?:@\w+)?", text)
    return {"entities": [{"type": "bot_command", "offset": 0, "length": found.end()}]} if found else {}
