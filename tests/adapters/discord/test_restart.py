"""A new process on the same Discord: old buttons work, and what was still to be said is said by token or by the bot."""

from collections.abc import Sequence

import pytest

from core.chat.channel import Unreachable
from core.chat.reply import Button, Reply
from core.chat.request import Invoked, Request
from tests.adapters.discord.house import living
from tests.fakes.discord import FakeDiscord, Person

FIFTEEN_MINUTES = 901.0


def first(request: Request) -> Sequence[Reply]:
    return [Reply(text="first", slot="s", buttons=((Button("Next", run="next"),),))]


async def ran(fake: FakeDiscord, ada: Person) -> Request:
    """A command that was heard and deferred, and not answered."""
    async with living(fake, patience=0.05) as house:
        asked = ada.runs("help")
        await fake.state.until(lambda: bool(asked.acknowledged))
    return house.heard[0]


async def test_a_button_of_the_former_process(fake: FakeDiscord, ada: Person) -> None:
    slots: dict[str, str] = {}
    async with living(fake, first, slots=slots):
        ada.runs("help")
        await ada.sees("first")
    async with living(fake, lambda request: [Reply(text="second", slot="s")], slots=slots):
        ada.presses("Next")
        await ada.sees("second")
    assert [seen.words for seen in ada.messages] == ["second"]


async def test_an_ephemeral_button_of_the_former_process(fake: FakeDiscord, ada: Person) -> None:
    ada.goes("server")
    slots: dict[str, str] = {}
    async with living(fake, first, slots=slots):
        ada.runs("help")
        await ada.sees("first")
    fake.passes(FIFTEEN_MINUTES)
    async with living(fake, lambda request: [Reply(text="second", slot="s")], slots=slots):
        ada.presses("Next")
        await ada.sees("second")
    assert [seen.words for seen in ada.messages] == ["second"]


@pytest.mark.parametrize("where", ["dm", "server"])
async def test_a_pending_answer_goes_by_the_token(fake: FakeDiscord, ada: Person, where: str) -> None:
    ada.goes(where)
    request = await ran(fake, ada)
    async with living(fake) as house:
        await house.show(request.address, Reply(text="here"), request.via)
        await house.show(request.address, Reply(text="and there"), request.via)
        await ada.sees("and there")
    assert [seen.words for seen in ada.messages] == ["here", "and there"]
    assert {seen.ephemeral for seen in ada.messages} == {where == "server"}


@pytest.mark.parametrize("where", ["dm", "server"])
async def test_after_fifteen_minutes_the_bot_speaks_itself(fake: FakeDiscord, ada: Person, where: str) -> None:
    ada.goes(where)
    request = await ran(fake, ada)
    fake.passes(FIFTEEN_MINUTES)
    async with living(fake) as house:
        reference = await house.show(request.address, Reply(text="late"), request.via)
        seen = await ada.sees("late")
    assert seen
    assert reference == f"5{ada.id}/{seen.id}"
    assert seen.message.channel.id == f"5{ada.id}", "private matters stay in direct messages"


async def test_closed_messages(fake: FakeDiscord, ada: Person) -> None:
    ada.goes("server")
    request = await ran(fake, ada)
    fake.passes(FIFTEEN_MINUTES)
    ada.closes_messages()
    async with living(fake) as house:
        with pytest.raises(Unreachable):
            await house.show(request.address, Reply(text="late"), request.via)


async def test_an_event_that_died_with_the_process(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, patience=60.0) as house:
        ada.goes("server")
        asked = ada.runs("help")
        await fake.state.until(lambda: bool(house.heard))
        house.platform.channel._acknowledger._exchanges.clear()  # as after a kill: nobody acknowledges
        asked.excused = True
    async with living(fake) as after:
        await after.show(house.heard[0].address, Reply(text="here"), house.heard[0].via)
        seen = await ada.sees("here")
    assert seen
    assert seen.message.channel.id == f"5{ada.id}"


async def test_a_job_goes_on_in_its_message(fake: FakeDiscord, ada: Person) -> None:
    ada.goes("server")
    slots: dict[str, str] = {}
    async with living(fake, lambda request: [Reply(text="Reading…", slot="job:1", working=True)], slots=slots) as house:
        ada.runs("help")
        await ada.sees("Reading…")
    request = house.heard[0]
    assert isinstance(request.input, Invoked)
    async with living(fake, slots=slots) as house:
        await house.show(request.address, Reply(text="Half", slot="job:1"), request.via)
        await ada.sees("Half")
        fake.passes(FIFTEEN_MINUTES)
        await house.show(request.address, Reply(text="Done", slot="job:1"), request.via)
        await ada.sees("Done")
    assert [seen.words for seen in ada.messages] == ["Half", "Done"]


async def test_the_line_breaks_and_nothing_is_lost(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, first):
        await fake.gateway.drops()
        ada.says("hello")
        await ada.sees("first", within=15.0)
    assert fake.gateway.resumed == 1
