"""A small assistant behind the console: the engine's protocol, with replies that a test chooses."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Annotated

from adapters.console.channel import ConsoleChannel
from adapters.console.decode import ADDRESS
from core.chat.book import Book, Option
from core.chat.channel import Delivery
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.request import Request, Said, Sender, Upload
from core.chat.turn import Turn

Answering = Callable[[Request], Sequence[Reply]]
TRACKS = (("backend", "Backend"), ("web", "Web"))


def book() -> Book:
    """Commands of every kind that typing must tell apart."""
    made = Book(on_file="resume")

    @made.command("resume", "Feedback on a résumé")
    async def resume(
        turn: Turn,
        file: Annotated[Upload | None, Option(question="The file")] = None,
        track: Annotated[str, Option(question="Which track", choices=TRACKS)] = "",
    ) -> Outcome:
        return Reply()

    @made.command("settings", "Your settings")
    async def settings(turn: Turn, zone: Annotated[str, Option(question="Zone")] = "") -> Outcome:
        return Reply()

    @made.command("cancel", "Stop")
    async def cancel(turn: Turn) -> Outcome:
        return Reply()

    return made


class House:
    """Hears requests and shows what `answer` says to each, one after the other, `pause` seconds apart."""

    def __init__(self, channel: ConsoleChannel, answer: Answering, pause: float = 0.0) -> None:
        self.book = book()
        self.heard: list[Request] = []
        self._channel, self._answer, self._pause = channel, answer, pause
        self._waiting: deque[Request] = deque()
        self._work: asyncio.Task[None] | None = None
        self._said = 0

    async def hear(self, requests: Sequence[Request]) -> list[str]:
        self.heard.extend(requests)
        self._waiting.extend(requests)
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._speak())
        return [request.id for request in requests]

    async def suggest(self, sender: Sender, command: str, option: str, typed: str) -> tuple[str, ...]:
        return ()

    async def idle(self) -> None:
        if self._work:
            await asyncio.shield(self._work)

    async def show(self, reply: Reply, *, edits: str = "", final: bool = True) -> str:
        self._said += 1
        return await self._channel.show(
            Delivery(id=str(self._said), address=ADDRESS, reply=reply, edits=edits, final=final)
        )

    async def _speak(self) -> None:
        while self._waiting:
            for reply in self._answer(self._waiting.popleft()):
                await asyncio.sleep(self._pause)
                await self.show(reply, final=not reply.slot)


def echo(request: Request) -> Sequence[Reply]:
    """Says back what it understood, exactly."""
    given = request.input
    if isinstance(given, Said):
        files = ",".join(file.name for file in given.files)
        return [Reply(text=f"`heard` {len(given.text)} {given.text}", footer=files)]
    return [Reply(text=f"`pressed` {given}")]
