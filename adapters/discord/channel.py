"""Writing to Discord: an answer goes by the interaction while it lives, by its token for 15 minutes, then by the bot."""

import hashlib
from collections.abc import Callable

from adapters.discord import components, render
from adapters.discord.acknowledge import MESSAGE, MODAL, UPDATE, Acknowledger
from adapters.discord.attachments import Attachments
from adapters.discord.limits import NONCE
from adapters.discord.presence import Presence
from adapters.discord.refs import MessageRef, Via
from adapters.discord.render import Page
from adapters.discord.rest import EPHEMERAL, Missing, Rest
from core.chat.channel import Busy, Delivery, Refused, Unavailable
from core.chat.request import Address, Upload


class DiscordChannel:
    """Implements `core.chat.channel.Channel`. `now` is seconds since 1970."""

    platform = "discord"
    modals = True

    def __init__(
        self, rest: Rest, acknowledger: Acknowledger, attachments: Attachments, now: Callable[[], float]
    ) -> None:
        self._rest, self._acknowledger, self._attachments, self._now = rest, acknowledger, attachments, now
        self._presence = Presence(rest)
        self._private: dict[str, str] = {}  # person → channel of direct messages
        self._begun: dict[str, list[MessageRef]] = {}  # deliveries of several messages that failed half-way

    async def stop(self) -> None:
        await self._presence.stop()

    async def show(self, delivery: Delivery) -> str:
        """See `core.chat.channel.Channel.show`."""
        self._presence.end(delivery.address.chat)
        via = Via.load(delivery.via) if delivery.via else Via()
        if delivery.reply.form:
            opened = await self._open(delivery, via)
            if opened:
                return delivery.edits
            pages = [render.invitation(delivery.reply.form)]
        else:
            pages = render.pages(delivery.reply)
        shown = await self._pages(delivery, via, pages)
        if self._acknowledger.fresh(via):  # nothing to say yet, or said in another message than the pressed one
            await self._acknowledger.defer(via)
        if delivery.reply.working and not via.interaction:
            self._presence.begin(delivery.address.chat)
        return shown

    async def fetch(self, upload: Upload, limit: int) -> bytes:
        """See `core.chat.channel.Channel.fetch`."""
        return await self._attachments.fetch(upload, limit)

    async def _open(self, delivery: Delivery, via: Via) -> bool:
        """Opens the form as a modal; false where that is not possible (any more), so that a button has to offer it."""
        if not delivery.reply.form or not via.interaction or via.kind == "modal":
            return False
        modal = components.modal(delivery.reply.form)
        return await self._acknowledger.respond(via, MODAL, None, modal) is not None

    async def _pages(self, delivery: Delivery, via: Via, pages: list[Page]) -> str:
        done = self._begun.pop(delivery.id, [])
        try:
            for number in range(len(done), len(pages)):
                old = MessageRef.load(delivery.edits) if number == 0 else None
                done.append(await self._place(delivery, via, pages[number], number, old))
        except (Busy, Unavailable):  # it will be tried again, from here on
            self._begun[delivery.id] = done
            raise
        return done[-1].dump() if done else delivery.edits

    async def _place(self, delivery: Delivery, via: Via, page: Page, number: int, old: MessageRef | None) -> MessageRef:
        if old:
            try:
                return await self._edit(delivery.address, via, page, old)
            except Missing:
                pass
        hidden = bool(via.interaction) and (via.guild or delivery.reply.notice)
        try:
            return await self._answer(via, page, hidden=hidden)
        except Missing:
            return await self._send(delivery, via, page, number)

    async def _edit(self, address: Address, via: Via, page: Page, old: MessageRef) -> MessageRef:
        if via.interaction and via.message == old.message:
            if via.guild and not via.hidden and address.private:
                raise Missing  # everyone sees the pressed message: a private matter does not go there
            if await self._acknowledger.respond(via, UPDATE, page, {}) is not None:
                return old
            await self._revise(via, "@original", page)
        elif address.private and address.thread and old.channel == address.chat:
            await self._revise(via, old.message, page)
        else:
            await self._rest.edit(old.channel, old.message, page)
        return old

    async def _revise(self, via: Via, message: str, page: Page) -> None:
        if not via.speaks(self._now()):
            raise Missing
        await self._rest.revise(via.application, via.token, message, page)

    async def _answer(self, via: Via, page: Page, *, hidden: bool) -> MessageRef:
        made = await self._acknowledger.respond(via, MESSAGE, page, {"flags": EPHEMERAL if hidden else 0})
        if made is not None:
            return MessageRef(via.channel, str(made.get("interaction", {}).get("response_message_id", "")))
        if not via.speaks(self._now()):
            raise Missing
        return MessageRef(via.channel, await self._rest.follow(via.application, via.token, page, hidden=hidden))

    async def _send(self, delivery: Delivery, via: Via, page: Page, number: int) -> MessageRef:
        address = delivery.address
        nonce = hashlib.sha256(f"{delivery.id}:{number}".encode()).hexdigest()[:NONCE]
        answers = via.message if via.kind == "message" and via.guild and not address.private and number == 0 else ""
        channel = address.chat
        if address.private and address.thread:  # asked in a server: what is private goes to the person's own messages
            channel = await self._channel_of(address.thread)
        try:
            return MessageRef(channel, await self._rest.send(channel, page, nonce=nonce, answers=answers))
        except Refused:
            if not answers:
                raise
        return MessageRef(channel, await self._rest.send(channel, page, nonce=nonce))  # not allowed to reply to it

    async def _channel_of(self, person: str) -> str:
        if person not in self._private:
            self._private[person] = await self._rest.private_channel(person)
        return self._private[person]
