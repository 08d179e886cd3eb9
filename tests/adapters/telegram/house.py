"""A small assistant behind the Telegram door: the engine's protocol, with replies that a test chooses."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

from adapters.telegram.platform import TelegramPlatform
from core.chat.book import Book, Option
from core.chat.channel import Busy, Delivery, Unavailable
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.request import Address, Request, Sender
from core.chat.turn import Turn
from tests.fakes.telegram import FakeTelegram

Answering = Callable[[Request], Sequence[Reply]]


def book() -> Book:
    made = Book(on_file="resume")

    @made.command("resume", "Feedback on a résumé", order=1)
    async def resume(turn: Turn, track: Annotated[str, Option(question="Which track")] = "") -> Outcome:
        return Reply()

    @made.command("findings", "One page of findings", hidden=True)
    async def findings(turn: Turn) -> Outcome:
        return Reply()

    @made.command("help", "What I can do", order=2)
    async def tell(turn: Turn) -> Outcome:
        return Reply()

    return made


class House:
    """Hears requests, and shows what `answer` says to each; waits and tries again where the channel asks for it."""

    def __init__(self, platform: TelegramPlatform, answer: Answering) -> None:
        self.book = book()
        self.heard: list[Request] = []
        self.batches: list[list[str]] = []
        self.broken = 0  # so many times, writing down fails
        self.errors: list[Exception] = []
        self.slots: dict[str, str] = {}
        self._platform, self._answer = platform, answer
        self._tasks: set[asyncio.Task[None]] = set()
        self._said = 0

    async def hear(self, requests: Sequence[Request]) -> list[str]:
        if self.broken:
            self.broken -= 1
            raise OSError("the disk is full")
        self.batches.append([request.id for request in requests])
        known = {request.id for request in self.heard}
        new = [request for request in requests if request.id not in known]
        self.heard += new
        for request in new:
            task = asyncio.create_task(self._reply(request))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return [request.id for request in new]

    async def suggest(self, sender: Sender, command: str, option: str, typed: str) -> tuple[str, ...]:
        return ()

    async def show(
        self, address: Address, reply: Reply, via: dict[str, Any] | None = None, *, final: bool = True
    ) -> str:
        self._said += 1
        delivery = Delivery(
            id=f"line{self._said}",
            address=address,
            reply=reply,
            edits=self.slots.get(reply.slot, ""),
            via=via or {},
            final=final,
        )
        while True:
            try:
                reference = await self._platform.channel.show(delivery)
            except (Busy, Unavailable) as problem:
                self.errors.append(problem)
                await asyncio.sleep(min(0.3, getattr(problem, "seconds", 0.02)))
            else:
                break
        if reply.slot:
            self.slots[reply.slot] = reference
        return reference

    async def _reply(self, request: Request) -> None:
        for reply in self._answer(request):
            try:
                await self.show(request.address, reply, request.via)
            except Exception as problem:  # noqa: BLE001 the test looks at it
                self.errors.append(problem)


@asynccontextmanager
async def living(fake: FakeTelegram, answer: Answering = lambda request: ()) -> AsyncIterator[House]:
    """A bot that runs against the fake; at the end all platform rules must have been kept."""
    platform = TelegramPlatform(fake.token, fake.url)
    house = House(platform, answer)
    await platform.start(house)
    try:
        yield house
        await fake.settled()
    finally:
        await platform.stop()
    fake.check()


def place(person: Any) -> Address:
    return Address(platform="telegram", chat=str(person.chat.id))
