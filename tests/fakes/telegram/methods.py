"""The methods of the Bot API that a bot calls, on the fake's state."""

import time
from typing import Any

from tests.fakes.telegram import limits
from tests.fakes.telegram.limits import Breach
from tests.fakes.telegram.state import Chat, File, Message, Query, message_json

IN_TIME = 5.0  # seconds for the answer to a press
PUBLIC_DOWNLOAD = 20 * 1024 * 1024


class Refusal(Exception):
    """An answer other than 200 that is no fault of the bot's."""

    def __init__(self, status: int, words: str, **parameters: Any) -> None:
        super().__init__(words)
        self.status, self.words, self.parameters = status, words, parameters


class Methods:
    """State and rules. Everything that a person or a bot does goes through here."""

    def __init__(self, username: str) -> None:
        self.me = {"id": 7_000_001, "is_bot": True, "first_name": "CareerGPT", "username": username}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.queries: dict[str, Query] = {}
        self.commands: list[dict[str, str]] = []
        self.violations: list[str] = []
        self.clock = 0
        self.runs = 0
        self._numbers = 100

    def number(self) -> int:
        self._numbers += 1
        return self._numbers

    def tick(self) -> int:
        self.clock += 1
        return self.clock

    def file(self, name: str, data: bytes, kind: str) -> File:
        number = self.number()
        file = File(f"file{number}", name, data, kind, path=f"documents/file_{number}")
        self.files[file.id] = file
        for size in "sx":
            self.files[file.id + size] = file
        return file

    # What bots call: each takes the parameters and returns the `result`.

    def getMe(self, _given: dict[str, Any]) -> Any:  # noqa: N802
        self.runs += 1
        return {
            **self.me,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def deleteWebhook(self, given: dict[str, Any]) -> Any:  # noqa: N802
        if given.get("drop_pending_updates"):
            raise Breach("pending updates must never be dropped")
        return True

    def getMyCommands(self, _given: dict[str, Any]) -> Any:  # noqa: N802
        return self.commands

    def setMyCommands(self, given: dict[str, Any]) -> Any:  # noqa: N802
        limits.commands(given["commands"])
        if given["commands"] == self.commands:
            raise Breach("the menu was set although nothing changed")
        self.commands = given["commands"]
        return True

    def sendMessage(self, given: dict[str, Any]) -> Any:  # noqa: N802
        words, entities = limits.text(given, "text", limits.TEXT, required=True)
        return self._sent(given, Message(0, 0, self.me, words, entities))

    def sendPhoto(self, given: dict[str, Any]) -> Any:  # noqa: N802
        if not given["photo"].data.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF")):
            raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
        return self._media(given, photo=given["photo"])

    def sendDocument(self, given: dict[str, Any]) -> Any:  # noqa: N802
        if not given["document"].data:
            raise Breach("file must be non-empty")
        return self._media(given, document=given["document"])

    def editMessageText(self, given: dict[str, Any]) -> Any:  # noqa: N802
        chat, old = self._own(given)
        if old.media:
            raise Breach("there is no text in the message to edit")
        words, entities = limits.text(given, "text", limits.TEXT, required=True)
        return self._edited(chat, old, given, text=words, entities=entities)

    def editMessageCaption(self, given: dict[str, Any]) -> Any:  # noqa: N802
        chat, old = self._own(given)
        if not old.media:
            raise Breach("there is no caption in the message to edit")
        words, entities = limits.text(given, "caption", limits.CAPTION, required=False)
        return self._edited(chat, old, given, text=words, entities=entities)

    def editMessageMedia(self, given: dict[str, Any]) -> Any:  # noqa: N802
        chat, old = self._own(given)
        media = given["media"]
        file = given[media["media"].removeprefix("attach://")]
        words, entities = limits.text(media, "caption", limits.CAPTION, required=False)
        photo, document = (file, None) if media["type"] == "photo" else (None, file)
        return self._edited(chat, old, given, text=words, entities=entities, photo=photo, document=document)

    def editMessageReplyMarkup(self, given: dict[str, Any]) -> Any:  # noqa: N802
        chat, old = self._own(given)
        return self._edited(chat, old, given)

    def deleteMessage(self, given: dict[str, Any]) -> Any:  # noqa: N802
        chat = self._chat(given)
        if chat.messages.pop(int(given["message_id"]), None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    def sendChatAction(self, given: dict[str, Any]) -> Any:  # noqa: N802
        if given.get("action") not in limits.ACTIONS:
            raise Breach(f"wrong parameter action: {given.get('action')}")
        self._chat(given).actions.append(given["action"])
        return True

    def answerCallbackQuery(self, given: dict[str, Any]) -> Any:  # noqa: N802
        query = self.queries.get(given.get("callback_query_id", ""))
        if query is None or time.monotonic() - query.pressed > 60:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if query.answered and query.run == self.runs:
            raise Breach("a press was answered twice")
        if time.monotonic() - query.pressed > IN_TIME and query.run == self.runs:
            self.violations.append("answerCallbackQuery: later than 5 s")
        words = str(given.get("text", ""))
        if len(words) > limits.TOAST:
            raise Breach("MESSAGE_TOO_LONG")
        query.answered, query.toast, query.since, query.run = True, words, self.tick(), self.runs
        return True

    def getFile(self, given: dict[str, Any]) -> Any:  # noqa: N802
        file = self.files.get(given.get("file_id", ""))
        if file is None:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = file.size or len(file.data)
        if size > PUBLIC_DOWNLOAD:
            raise Refusal(400, "Bad Request: file is too big")
        return {"file_id": file.id, "file_unique_id": "u" + file.id, "file_size": size, "file_path": file.path}

    def _media(self, given: dict[str, Any], photo: File | None = None, document: File | None = None) -> Any:
        words, entities = limits.text(given, "caption", limits.CAPTION, required=False)
        return self._sent(given, Message(0, 0, self.me, words, entities, photo=photo, document=document))

    def _sent(self, given: dict[str, Any], message: Message) -> Any:
        chat = self._chat(given)
        message.rows = limits.keyboard(given.get("reply_markup"), str(self.me["username"]))
        message.thread = int(given.get("message_thread_id", 0))
        if message.thread and message.thread not in chat.threads:
            raise Refusal(400, "Bad Request: message thread not found")
        answered = given.get("reply_parameters", {})
        message.reply_to = int(answered.get("message_id", 0))
        if message.reply_to not in (0, *chat.messages) and not answered.get("allow_sending_without_reply"):
            raise Breach("message to be replied not found")
        message.id, message.chat, message.since = self.number(), chat.id, self.tick()
        chat.messages[message.id] = message
        return message_json(message, chat)

    def _edited(self, chat: Chat, old: Message, given: dict[str, Any], **changes: Any) -> Any:
        before = old.content()
        rows = limits.keyboard(given.get("reply_markup"), str(self.me["username"]))
        for name, value in {**changes, "rows": rows}.items():
            setattr(old, name, value)
        if old.content() == before:
            words = "specified new message content and reply markup are exactly the same"
            raise Refusal(400, f"Bad Request: message is not modified: {words} as a current content")
        old.since, old.edits = self.tick(), old.edits + 1
        return message_json(old, chat)

    def _own(self, given: dict[str, Any]) -> tuple[Chat, Message]:
        chat = self._chat(given)
        message = chat.messages.get(int(given["message_id"]))
        if message is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        if message.sender is not self.me:
            raise Breach("message can't be edited")
        return chat, message

    def _chat(self, given: dict[str, Any]) -> Chat:
        chat = self.chats.get(int(given["chat_id"]))
        if chat is None:
            raise Refusal(400, "Bad Request: chat not found")
        if chat.blocked:
            raise Refusal(403, chat.blocked)
        return chat
