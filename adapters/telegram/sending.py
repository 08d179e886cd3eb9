"""One message to Telegram: sent, edited or deleted, with the second tries that its refusals call for."""

from collections import OrderedDict
from typing import Any

from telegram import InputFile, InputMediaDocument, InputMediaPhoto

from adapters.telegram.client import Client, Moved
from adapters.telegram.html import undrawn
from adapters.telegram.reference import Shown
from adapters.telegram.render import Part
from core.chat.channel import Refused, Unreachable
from core.chat.request import Address

_METHODS = {"text": "sendMessage", "photo": "sendPhoto", "document": "sendDocument"}
_NO_PREVIEW = {"is_disabled": True}
REMEMBERED = 2_000


class Sending:
    """Parts on their way: `send` and `edit` return the message as it then stands."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._files: OrderedDict[tuple[str, int], str] = (
            OrderedDict()
        )  # what each message carries, to not upload it twice

    async def send(self, address: Address, part: Part, reply_to: int | None = None) -> Shown:
        """A new message; in a group, as an answer to the message `reply_to` if that still exists."""
        where: dict[str, Any] = {"chat_id": address.chat}
        if address.thread:
            where["message_thread_id"] = int(address.thread)
        if reply_to:
            where["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
        try:
            sent = await self._first(_METHODS[part.how], where, part)
        except Moved as moved:
            sent = await self._first(_METHODS[part.how], {**where, "chat_id": moved.chat}, part)
        except Refused as problem:
            if part.how == "photo":  # too long, too thin, or too large for a photo
                sent = await self._first("sendDocument", where, part)
            elif address.thread and "thread not found" in str(problem):
                sent = await self._first(_METHODS[part.how], {"chat_id": address.chat}, part)
            else:
                raise
        return self._stands(address.chat, int(sent["message_id"]), part)

    async def edit(self, chat: str, before: Shown, part: Part) -> Shown | None:
        """The same message with other content; None if it cannot become that, or is gone."""
        if before.kind == "m" and part.kind == "t":
            return None
        where = {"chat_id": chat, "message_id": before.message}
        method = "editMessageText"
        if part.kind == "m":
            same = self._files.get((chat, before.message)) == part.digest
            method = "editMessageCaption" if same else "editMessageMedia"
        try:
            await self._first(method, where, part)
        except Refused as problem:
            if "is not modified" not in str(problem):
                return None
        return self._stands(chat, before.message, part)

    async def delete(self, chat: str, message: int) -> None:
        """Takes a message away if Telegram still lets us."""
        try:
            await self._client.call("deleteMessage", {"chat_id": chat, "message_id": message})
        except (Refused, Unreachable):
            return

    def _stands(self, chat: str, message: int, part: Part) -> Shown:
        if part.media:
            self._files[chat, message] = part.digest
            if len(self._files) > REMEMBERED:
                self._files.popitem(last=False)
        return Shown(message, part.kind)

    async def _first(self, method: str, where: dict[str, Any], part: Part) -> Any:
        try:
            return await self._client.call(method, where | content(method, part))
        except Refused as problem:
            if "parse entities" not in str(problem):
                raise
            return await self._client.call(method, where | content(method, part, plain=True))


def content(method: str, part: Part, *, plain: bool = False) -> dict[str, Any]:
    """What a method wants to know of a part; `plain` leaves out the markup."""
    markup = {"reply_markup": {"inline_keyboard": part.rows}} if part.rows else {}
    words = undrawn(part.html) if plain else part.html
    style = {} if plain else {"parse_mode": "HTML"}
    if part.media is None:
        return {"text": words, **style, "link_preview_options": _NO_PREVIEW, **markup}
    if method == "editMessageCaption":
        return {"caption": words, **style, **markup}
    file = InputFile(part.media.data, filename=part.media.name, attach=method == "editMessageMedia")
    if method == "editMessageMedia":
        kind = InputMediaPhoto if part.how == "photo" else InputMediaDocument
        return {"media": kind(file, caption=words or None, parse_mode=None if plain else "HTML"), **markup}
    captioned = {"caption": words, **style} if words else {}
    return {"photo" if method == "sendPhoto" else "document": file, **captioned, **markup}
