"""What people do, as requests: plain data that survives a restart."""

import json
from dataclasses import replace
from typing import Any

import pytest

from adapters.discord import decode
from adapters.discord.decode import Event
from adapters.discord.refs import FileRef, MessageRef, Via
from core.chat.reply import Reply
from core.chat.request import Address, Invoked, Pressed, Request, Sender, Submitted, dump_request, load_request
from tests.adapters.discord.house import living
from tests.fakes.discord import FakeDiscord, Person

ADA = Sender(platform="discord", id="6001", name="Ada", language="en-GB")
EVENT = Event(
    id="1", type=2, token="secret", application="7", data={"name": "help"}, channel="5", guild=False, sender=ADA, at=3.5
)
FILE = {
    "id": "9",
    "filename": "cv.pdf",
    "size": 12,
    "url": "https://cdn.discordapp.com/x",
    "content_type": "text/plain; charset=x",
}


def event(kind: int, data: dict[str, Any], **more: Any) -> Request:
    request = decode.interaction(replace(EVENT, type=kind, data=data, **more))
    assert load_request(json.loads(json.dumps(dump_request(request)))) == request
    return request


def test_a_command_with_every_kind_of_option() -> None:
    options = [
        {"name": "track", "type": 3, "value": "web"},
        {"name": "page", "type": 4, "value": 2},
        {"name": "brief", "type": 5, "value": True},
        {"name": "file", "type": 11, "value": "9"},
    ]
    data = {"name": "resume", "options": options, "resolved": {"attachments": {"9": FILE}}}
    given = event(2, data).input
    assert isinstance(given, Invoked)
    upload = given.options.pop("file")
    assert given == Invoked(command="resume", options={"track": "web", "page": 2, "brief": True})
    assert (upload.name, upload.size, upload.type) == ("cv.pdf", 12, "text/plain")
    assert FileRef.load(upload.ref) == FileRef(url="https://cdn.discordapp.com/x", id="9")


def test_where_the_answer_goes() -> None:
    private = event(2, {"name": "help"})
    assert private.id == "discord:1"
    assert private.address == Address(platform="discord", chat="5", private=True)
    public = event(2, {"name": "help"}, guild=True)
    assert public.address == Address(platform="discord", chat="5", thread="6001", private=True, mute=True)


def test_what_is_needed_to_answer_later() -> None:
    via = Via.load(json.loads(json.dumps(event(3, {"custom_id": "!a"}, message="8", hidden=True, guild=True).via)))
    assert (via.kind, via.interaction, via.token, via.application, via.message) == (
        "component",
        "1",
        "secret",
        "7",
        "8",
    )
    assert (via.guild, via.hidden, via.user, via.channel, via.at) == (True, True, "6001", "5", 3.5)
    assert via.speaks(3.5 + 880)
    assert not via.speaks(3.5 + 895)
    assert not Via().speaks(0)


def test_a_press_and_its_twin() -> None:
    message = MessageRef("5", "8").dump()
    assert event(3, {"custom_id": "!go 1"}, message="8").input == Pressed(data="!go 1", message=message)
    assert event(3, {"custom_id": "!go 1§2"}, message="8").input == Pressed(data="!go 1", message=message)


def test_picks() -> None:
    picked = {"custom_id": "=t1 ?", "component_type": 3, "values": ["a", "b"]}
    assert event(3, picked, message="8").input == Pressed(data="=t1 ?", values=("a", "b"), message="5/8")


def test_a_modal_in_labels_and_in_rows() -> None:
    rows = [
        {"type": 18, "component": {"type": 4, "custom_id": "name", "value": "Ada"}},
        {"type": 18, "component": {"type": 3, "custom_id": "tracks", "values": ["web", "ai"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "city", "value": None}]},
    ]
    given = event(5, {"custom_id": "t1", "components": rows}).input
    assert given == Submitted(token="t1", values={"name": "Ada", "tracks": "web,ai", "city": ""})


def test_an_option_that_is_being_typed() -> None:
    options = [{"name": "a", "type": 3, "value": "x"}, {"name": "zone", "type": 3, "value": "ber", "focused": True}]
    asked = decode.typing(replace(EVENT, type=4, data={"name": "settings", "options": options}))
    assert (asked.command, asked.option, asked.typed) == ("settings", "zone", "ber")
    assert decode.typing(replace(EVENT, type=4, data={})).option == ""


@pytest.mark.parametrize("ref", ["", "5", "5/"])
def test_no_message(ref: str) -> None:
    assert MessageRef.load(ref) is None


async def test_the_bot_does_not_hear_itself_nor_what_is_for_others(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        await house.show(Address(platform="discord", chat=f"5{ada.id}"), Reply(text="I said this"))
        ada.chats("just talking")
        ada.says("now")
        await fake.state.until(lambda: bool(house.heard))
    assert [request.input.text for request in house.heard] == ["now"]  # type: ignore[union-attr]
