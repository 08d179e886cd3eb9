"""A small assistant behind the Discord door: the engine's protocol, with replies that a test chooses."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

from adapters.discord.platform import DiscordPlatform
from core.chat.book import Book, Option
from core.chat.channel import Busy, Delivery, Unavailable
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.request import Address, Request, Sender, Upload
from core.chat.turn import Turn
from tests.fakes.discord import FakeDiscord, Person

Answering = Callable[[Request], Sequence[Reply]]
TRACKS = (("backend", "Backend"), ("web", "Web"))


async def zones(_sender: Sender, typed: str) -> tuple[str, ...]:
    return tuple(zone for zone in ("Europe/Berlin", "Europe/Paris", "Asia/Tokyo") if typed.lower() in zone.lower())


def book(*, more: bool = False) -> Book:
    """Commands with options of every kind."""
    made = Book(on_file="resume")

    @made.command("resume", "Feedback on a résumé")
    async def resume(
        turn: Turn,
        file: Annotated[Upload, Option(question="The file")],
        track: Annotated[str, Option(question="Which track", choices=TRACKS)] = "",
        page: Annotated[int, Option(question="Which page", minimum=1, maximum=15)] = 1,
        brief: Annotated[bool, Option(question="Short")] = False,
    ) -> Outcome:
        return Reply()

    @made.command("settings", "Your settings", order=200 if more else 100)
    async def settings(
        turn: Turn,
        zone: Annotated[str, Option(question="Zone", suggest=zones, maximum=40)] = "",
    ) -> Outcome:
        return Reply()

    @made.command("help", "What I can do" + " and more" * more)
    async def tell(turn: Turn) -> Outcome:
        return Reply()

    return made


class House:
    """Hears requests, and shows what `answer` says to each; waits and tries again where the channel asks for it.

    `deaf` seconds pass before a request is written down, `slow` ones before it is answered; `broken` is how often
    writing down fails. A `forgetful` one believes to have heard everything before.
    """

    def __init__(self, platform: DiscordPlatform, answer: Answering, slots: dict[str, str] | None = None) -> None:
        self.book = book()
        self.heard: list[Request] = []
        self.errors: list[Exception] = []
        self.slots: dict[str, str] = {} if slots is None else slots
        self.deaf = self.slow = 0.0
        self.broken = 0
        self.forgetful = False
        self.platform, self.answer = platform, answer
        self.said = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def hear(self, requests: Sequence[Request]) -> list[str]:
        await asyncio.sleep(self.deaf)
        if self.broken:
            self.broken -= 1
            raise OSError("the disk is full")
        if self.forgetful:
            return []
        known = {request.id for request in self.heard}
        new = [request for request in requests if request.id not in known]
        self.heard += new
        for request in new:
            task = asyncio.create_task(self._reply(request))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return [request.id for request in new]

    async def suggest(self, sender: Sender, command: str, option: str, typed: str) -> tuple[str, ...]:
        await asyncio.sleep(self.slow)
        return await zones(sender, typed)

    async def show(
        self, address: Address, reply: Reply, via: dict[str, Any] | None = None, *, name: str = "", edits: str = ""
    ) -> str:
        """As the outbox does: the same delivery until the platform took it."""
        self.said += 1
        known = edits or self.slots.get(reply.slot, "")
        delivery = Delivery(id=name or f"line{self.said}", address=address, reply=reply, edits=known, via=via or {})
        while True:
            try:
                reference = await self.platform.channel.show(delivery)
            except (Busy, Unavailable) as problem:
                self.errors.append(problem)
                await asyncio.sleep(min(0.3, getattr(problem, "seconds", 0.02)))
            else:
                break
        if reply.slot:
            self.slots[reply.slot] = reference
        return reference

    async def idle(self) -> None:
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _reply(self, request: Request) -> None:
        await asyncio.sleep(self.slow)
        for reply in self.answer(request):
            try:
                await self.show(request.address, reply, request.via)
            except Exception as problem:  # noqa: BLE001 the test looks at it
                self.errors.append(problem)


@asynccontextmanager
async def living(
    fake: FakeDiscord,
    answer: Answering = lambda request: (),
    *,
    clock: Callable[[], float] = time.monotonic,
    patience: float = 0.4,
    slots: dict[str, str] | None = None,
) -> AsyncIterator[House]:
    """A bot that runs against the fake; its patience is short, so that tests need not wait."""
    platform = DiscordPlatform(
        fake.token, api=fake.api, gateway=fake.gateway_url, now=fake.now, clock=clock, patience=patience
    )
    house = House(platform, answer, slots)
    await platform.start(house)
    try:
        yield house
        await house.idle()
    finally:
        await platform.stop()


def place(person: Person) -> Address:
    """The person's direct messages."""
    return Address(platform="discord", chat=f"5{person.id}")
