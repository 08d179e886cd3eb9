"""An update of the Bot API as a Request. Pure: the same update always means the same.

Heard are messages and presses of people. In a group only what is meant for the bot: commands, mentions, answers to it.
An edited message is not heard again: Telegram also reports edits that nobody made (a link's preview, for one), and what
was said has been answered. Channels, other bots and service messages ("pinned a message") are not heard either.
"""

import re
from dataclasses import dataclass
from typing import Any

from adapters.telegram import ticks
from adapters.telegram.links import line_in
from core.chat.request import Address, Input, Pressed, Request, Said, Sender, Upload

PLATFORM = "telegram"
Json = dict[str, Any]

_FILES = ("document", "audio", "video", "voice", "video_note", "animation", "sticker")
_TYPES = {"video_note": "video/mp4", "voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4"}
_WORDLESS = ("contact", "location", "venue", "poll", "dice", "story", "checklist", "game", "paid_media")
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*(.*)", re.DOTALL)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself, as `getMe` tells."""

    id: int = 0
    username: str = ""


def decode(update: Json, me: Me) -> Request | None:
    """The request in an update, or None if nobody spoke to us. A broken update raises KeyError, TypeError or the like."""
    number = f"{PLATFORM}:{update['update_id']}"
    if message := update.get("message"):
        return _message(number, message, me)
    if press := update.get("callback_query"):
        return _press(number, press)
    return None


def _message(number: str, message: Json, me: Me) -> Request | None:
    person = message.get("from")
    if not person or person.get("is_bot") or message["chat"]["type"] == "channel":
        return None
    private = message["chat"]["type"] == "private"
    said = _said(message)
    if said is None:
        return None
    text = _for_us(said.text, me) if private or _meant(message, said.text, me) else None
    if text is None:
        return None
    return Request(
        id=number,
        sender=_sender(person),
        address=_address(message, private=private),
        input=Said(text=text, files=said.files),
        via={} if private else {"reply": message["message_id"]},
    )


def _press(number: str, press: Json) -> Request | None:
    message, data = press.get("message"), press.get("data")
    if not message or not data:
        return None
    reference = reference_of(message)
    private = message["chat"]["type"] == "private"
    values = ticks.picked(keyboard_of(message), data)
    pressed: Input = Pressed(data=data, values=values or (), message=reference)
    return Request(
        id=number,
        sender=_sender(press["from"]),
        address=_address(message, private=private),
        input=pressed,
        via={"callback": press["id"], "message": reference},
    )


def keyboard_of(message: Json) -> ticks.Rows:
    """The inline keyboard under a message; empty where Telegram no longer shows us the message."""
    rows: ticks.Rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def reference_of(message: Json) -> str:
    """The reference of a single message, see `adapters.telegram.reference`."""
    return (
        f"{message['chat']['id']}/{message['message_id']}{'m' if 'photo' in message or 'document' in message else 't'}"
    )


def _said(message: Json) -> Said | None:
    files = _uploads(message)
    text = message.get("text") or message.get("caption") or ""
    if not text and not files and not any(kind in message for kind in _WORDLESS):
        return None
    return Said(text=_clean(text), files=files)


def _uploads(message: Json) -> tuple[Upload, ...]:
    if photos := message.get("photo"):
        best = max(photos, key=lambda size: size.get("width", 0))
        return (_upload(best, "photo.jpg", "image/jpeg"),)
    for kind in _FILES:
        if found := message.get(kind):
            default = _sticker(found) if kind == "sticker" else _TYPES.get(kind, "application/octet-stream")
            return (_upload(found, found.get("file_name") or "", found.get("mime_type") or default),)
    return ()


def _sticker(sticker: Json) -> str:
    if sticker.get("is_video"):
        return "video/webm"
    return "application/x-tgsticker" if sticker.get("is_animated") else "image/webp"


def _upload(found: Json, name: str, kind: str) -> Upload:
    return Upload(
        platform=PLATFORM,
        ref=found["file_id"],
        name=_clean(name),
        size=int(found.get("file_size") or 0),
        type=_clean(kind).partition(";")[0],
        seconds=float(found.get("duration") or 0),
    )


def _meant(message: Json, text: str, me: Me) -> bool:
    """Whether a message in a group is for this bot."""
    if command := _COMMAND.match(text):
        return not command[2] or command[2].lower() == me.username.lower()
    answered = message.get("reply_to_message", {}).get("from", {})
    return answered.get("id") == me.id or _mention(me).search(text) is not None


def _for_us(text: str, me: Me) -> str:
    """The text without our own name in it, and with a deep link's payload opened."""
    command = _COMMAND.match(text)
    if not command:
        return _mention(me).sub("", text, count=1).strip() if me.username else text
    name, rest = command[1], command[3].strip()
    if name.lower() == "start" and rest:
        return f"/{line_in(rest) or 'start'}"
    return f"/{name} {rest}".rstrip()


def _mention(me: Me) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)@{re.escape(me.username)}(?!\w)", re.IGNORECASE)


def _sender(person: Json) -> Sender:
    name = " ".join(filter(None, (person.get("first_name"), person.get("last_name"))))
    return Sender(
        platform=PLATFORM, id=str(person["id"]), name=_clean(name), language=str(person.get("language_code") or "")
    )


def _address(message: Json, *, private: bool) -> Address:
    thread = str(message.get("message_thread_id", "")) if message.get("is_topic_message") else ""
    return Address(platform=PLATFORM, chat=str(message["chat"]["id"]), thread=thread, private=private)


def _clean(text: str) -> str:
    """Without the two kinds of characters that no database takes: NUL and halves of surrogate pairs."""
    return _UNSTORABLE.sub("\ufffd", text)
