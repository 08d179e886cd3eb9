"""Hearing and answering over the wire: commands, messages, mentions, presses, picks, modals."""

from collections.abc import Sequence

from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.request import Invoked, Pressed, Request, Said
from tests.adapters.discord.house import living
from tests.fakes.discord import FakeDiscord, Person


def echo(request: Request) -> Sequence[Reply]:
    given = request.input
    if isinstance(given, Said):
        return [Reply(text=f"heard {given.text} {len(given.files)}")]
    if isinstance(given, Invoked):
        return [
            Reply(
                text=f"ran {given.command}", buttons=((Button("More", run="more 1"), Button("Web", url="https://a.b")),)
            )
        ]
    assert isinstance(given, Pressed)
    return [Reply(text=f"pressed {given.data} {','.join(given.values)}")]


async def test_a_slash_command_with_a_file(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, echo) as house:
        ada.runs("resume", file=("cv.pdf", b"%PDF"), track="web", page=3, brief=True)
        await ada.sees("ran resume")
    (request,) = house.heard
    assert isinstance(request.input, Invoked)
    options = dict(request.input.options)
    upload = options.pop("file")
    assert options == {"track": "web", "page": 3, "brief": True}
    assert (upload.name, upload.size, upload.type) == ("cv.pdf", 4, "application/pdf")
    assert request.address.private
    assert request.sender.name == "Ada"
    assert request.sender.language == "en-GB"


async def test_a_direct_message(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, echo):
        ada.says("hello there")
        await ada.sees("heard hello there 0")


async def test_each_file_of_a_message_is_a_request(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, echo) as house:
        ada.says("two", ("a.pdf", b"1"), ("b.pdf", b"22"))
        await ada.sees("heard two 1")
        await ada.sees("heard  1")
    assert [request.id.rpartition("#")[2] for request in house.heard] == ["1", "2"]
    assert [request.input.text for request in house.heard if isinstance(request.input, Said)] == ["two", ""]


async def test_a_press_and_a_pick(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, echo) as house:
        ada.runs("help")
        await ada.sees("ran help")
        ada.presses("More")
        await ada.sees("pressed !more 1")
        assert ada.presses("Web") == "https://a.b"
        choices = (Choice("One", "1"), Choice("Two", "2"), Choice("Three", "3"))
        house.answer = lambda request: [Reply(text="Which?", menu=Menu(choices, run="take", several=True))]
        ada.says("menu")
        await ada.sees("Which?")
        house.answer = echo
        ada.picks("One", "Three")
        await ada.sees("pressed !take 1,3")
