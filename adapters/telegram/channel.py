"""Telegram as a channel: shows replies, edits what it showed, and fetches what people uploaded."""

from collections import OrderedDict

from adapters.telegram import reference, render
from adapters.telegram.client import Client, Moved
from adapters.telegram.decode import PLATFORM, Me
from adapters.telegram.presses import Presses
from adapters.telegram.reference import Reference, Shown
from adapters.telegram.sending import Sending
from adapters.telegram.ticking import Ticking
from adapters.telegram.typing import Typing
from core.chat.channel import Busy, Delivery, Refused, TooLarge, Unavailable, Unreachable
from core.chat.request import Upload

DOWNLOAD_LIMIT = 20_000_000  # bytes that the public Bot API server hands out
REMEMBERED = 1_000


class TelegramChannel:
    """Writes to Telegram chats. A reply that needs several messages is one reply with one reference."""

    platform = PLATFORM
    modals = False

    def __init__(self, client: Client) -> None:
        self.me = Me()
        self.presses = Presses(client)
        self.ticking = Ticking(client)
        self._client = client
        self._sending = Sending(client)
        self._typing = Typing(client)
        self._begun: OrderedDict[str, list[Shown]] = OrderedDict()

    async def show(self, delivery: Delivery) -> str:
        """See `core.chat.channel.Channel.show`."""
        query = str(delivery.via.get("callback", ""))
        if delivery.reply.notice:
            words = render.toast(delivery.reply)
            if words and await self.presses.toast(query, words):
                return delivery.edits
        if query:
            self.presses.settle(query)
        try:
            shown = await self._show(delivery)
        except Unreachable as problem:
            if delivery.address.private:
                raise
            raise Refused(str(problem)) from problem  # the group is closed to us; that says nothing of the person
        except Moved as moved:
            raise Unavailable("the group is moving") from moved
        self._typed(delivery)
        return str(shown)

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        """See `core.chat.channel.Channel.fetch`."""
        if upload.size > limit:
            raise TooLarge(upload.ref)
        try:
            return await self._client.download(upload.ref, limit)
        except Moved as moved:
            raise Unavailable("the group is moving") from moved

    async def close(self) -> None:
        """Ends what goes on in the background."""
        await self._typing.close()
        await self.ticking.close()
        await self.presses.close()

    async def _show(self, delivery: Delivery) -> Reference:
        parts = render.parts(delivery.reply, self.me.username)
        before = reference.parse(delivery.edits) if delivery.edits else None
        old = before.shown if before and before.chat == delivery.address.chat else ()
        done = self._begun.pop(delivery.id, [])  # what an earlier try of this delivery managed to say
        try:
            for part in parts[len(done) :]:
                done.append(await self._part(delivery, part, old, done))
        except (Busy, Unavailable):
            self._remember(delivery.id, done)
            raise
        kept = {shown.message for shown in done}
        for gone in old:
            if gone.message not in kept:
                await self._delete(delivery.address.chat, gone.message)
        return Reference(delivery.address.chat, tuple(done))

    async def _part(self, delivery: Delivery, part: render.Part, old: tuple[Shown, ...], done: list[Shown]) -> Shown:
        at, chat = len(done), delivery.address.chat
        in_place = all(now.message == then.message for now, then in zip(done, old, strict=False))
        if at < len(old) and in_place:
            self.ticking.forget(chat, old[at].message)
            edited = await self._sending.edit(chat, old[at], part)
            if edited:
                return edited
        return await self._sending.send(delivery.address, part, delivery.via.get("reply") if at == 0 else None)

    async def _delete(self, chat: str, message: int) -> None:
        try:
            await self._sending.delete(chat, message)
        except (Busy, Unavailable):
            return  # the new message stands; the old one is only untidy

    def _remember(self, delivery: str, done: list[Shown]) -> None:
        if done:
            self._begun[delivery] = done
        if len(self._begun) > REMEMBERED:
            self._begun.popitem(last=False)

    def _typed(self, delivery: Delivery) -> None:
        if delivery.reply.working:
            self._typing.start(delivery.address)
        elif delivery.final:
            self._typing.stop(delivery.address)
