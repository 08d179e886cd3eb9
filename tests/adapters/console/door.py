"""The program that the terminal tests run: the console in front of a small assistant."""

import asyncio
import sys
from collections.abc import Sequence

from adapters.console.channel import ConsoleChannel
from adapters.console.platform import ConsolePlatform
from core.chat.markdown import escape
from core.chat.reply import Button, Fact, Media, Progress, Reply
from core.chat.request import Pressed, Request, Said
from tests.adapters.console.house import House


def answer(request: Request) -> Sequence[Reply]:
    """A short conversation in which something of everything happens."""
    given = request.input
    if isinstance(given, Pressed):
        return [Reply(text=f"You pressed {escape(given.data)}.")]
    assert isinstance(given, Said)
    if given.files or given.text == "work":
        steps = [Reply(text="Reading …", working=True, slot="w")]
        steps += [Reply(text="Reading …", progress=(Progress(n, 3),), working=True, slot="w") for n in (1, 2)]
        name = given.files[0].name if given.files else "nothing"
        done = Reply(title="Review", facts=(Fact("File", name),), buttons=((Button("All findings", run="findings"),),))
        return [*steps, done]
    if given.text == "/start":
        return [Reply(title="Welcome", text="I read résumés.", buttons=((Button("Résumé", run="resume"),),))]
    if given.text == "picture":
        return [Reply(text="Here it is.", image=Media("page.png", b"\x89PNG", "image/png", "The page"))]
    return [Reply(text=f"Heard {len(given.text)}: {escape(given.text)}")]


async def main() -> int:
    channel = ConsoleChannel()
    house = House(channel, answer, pause=0.15)
    late = asyncio.create_task(say_late(house)) if "late" in sys.argv else None
    status = await ConsolePlatform(house, house.idle, channel, greet="greet" in sys.argv).run()
    if late:
        late.cancel()
    return status


async def say_late(house: House) -> None:
    """Something that arrives while one types."""
    await asyncio.sleep(1.0)
    await house.show(Reply(text="A late word."))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
