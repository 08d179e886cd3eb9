"""The three seconds: every interaction is acknowledged once and in time, however slow the assistant is."""

import time
from collections.abc import Sequence

from adapters.discord.acknowledge import PATIENCE
from core.chat.reply import Button, Reply
from core.chat.request import Pressed, Request
from tests.adapters.discord.house import living
from tests.fakes.discord import FakeDiscord, Person

THINKING = "thinking…"


def answer(request: Request) -> Sequence[Reply]:
    if isinstance(request.input, Pressed):
        return [Reply(text="page two", slot="page")]
    return [Reply(text="here you are", slot="page", buttons=((Button("Next", run="next"),),))]


async def test_a_slow_command_thinks_and_then_answers_in_the_same_message(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer) as house:
        house.slow = 1.0
        ada.runs("help")
        await ada.sees(THINKING)
        await ada.sees("here you are")
    assert len(ada.messages) == 1


async def test_writing_down_may_take_longer_than_discord_waits(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer, patience=PATIENCE) as house:
        house.deaf = 3.3
        began = time.monotonic()
        ada.runs("help")
        await ada.sees(THINKING)
        assert time.monotonic() - began < 3
        await ada.sees("here you are")
    assert len(ada.messages) == 1


async def test_a_slow_press_changes_the_pressed_message(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer) as house:
        ada.runs("help")
        await ada.sees("here you are")
        house.slow = 0.7
        ada.presses("Next")
        await ada.sees("page two")
    assert [seen.words for seen in ada.messages] == ["page two"]


async def test_a_quick_answer_needs_one_call(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer):
        ada.runs("help")
        await ada.sees("here you are")
        ada.presses("Next")
        await ada.sees("page two")
        calls = [call for call in fake.rest.calls if "callback" in call or "webhooks" in call]
    assert len(calls) == 2


async def test_in_a_server_every_answer_is_for_one_person(fake: FakeDiscord, ada: Person) -> None:
    bo = fake.person("Bo")
    async with living(fake, answer) as house:
        ada.goes("server")
        house.slow = 0.7
        ada.runs("help")
        await ada.sees(THINKING)
        await ada.sees("here you are")
        house.slow = 0.0
        ada.presses("Next")
        seen = await ada.sees("page two")
    assert seen
    assert seen.ephemeral
    assert bo.messages == []


async def test_what_was_heard_before_is_acknowledged_all_the_same(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer, patience=60.0) as house:
        house.forgetful = True
        asked = ada.runs("help")
        await fake.state.until(lambda: bool(asked.acknowledged))
    assert house.heard == []


async def test_work_without_words_is_acknowledged_at_once(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, lambda request: [Reply(working=True), Reply(text="done")], patience=5.0):
        ada.runs("help")
        await ada.sees("done")
    assert len(ada.messages) == 1


async def test_what_could_not_be_written_down_is_said(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, answer) as house:
        house.broken = 3
        ada.runs("help")
        await ada.sees("I could not take that in just now")
        house.broken = 2
        ada.says("hello")
        await ada.sees("here you are")


async def test_a_stopping_bot_leaves_nothing_unacknowledged(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, lambda request: (), patience=60.0) as house:
        asked = ada.runs("help")
        await fake.state.until(lambda: bool(house.heard))
    assert asked.acknowledged
    async with living(fake) as house_after:
        await house_after.show(house.heard[0].address, Reply(text="after all"), house.heard[0].via)
        await ada.sees("after all")
    assert len(ada.messages) == 1
