"""Buttons: each press is answered once and soon; ticks, toasts, and links to the private chat."""

import asyncio

import pytest

from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.request import Pressed, Request, Said
from tests.adapters.telegram.house import living, place
from tests.fakes.telegram import FakeTelegram

SLOW = 1.3  # seconds: longer than a press waits for its answer


def menu(request: Request) -> list[Reply]:
    """A word brings a button; a press says what it carried, in the same message."""
    if isinstance(request.input, Said):
        return [
            Reply(text="Choose.", slot="s", buttons=((Button("Left", run="go left"), Button("Right", run="go right")),))
        ]
    assert isinstance(request.input, Pressed)
    return [Reply(text=f"You chose {request.input.data}.", slot="s")]


async def test_a_press_changes_its_message_and_is_answered(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, menu) as house:
        ada.says("hi")
        await ada.sees("Choose.")
        query = ada.presses("Left")
        await ada.sees("You chose !go left.")
        await fake.settled()
    assert query is not None
    assert (query.answered, query.toast) == (True, "")
    assert len(ada.messages) == 1
    pressed = house.heard[-1].input
    assert isinstance(pressed, Pressed)
    assert pressed.message == house.slots["s"]


async def test_a_notice_is_a_toast(fake: FakeTelegram) -> None:
    ada = fake.person()

    def answer(request: Request) -> list[Reply]:
        return menu(request) if isinstance(request.input, Said) else [Reply(text="That is **over**.", notice=True)]

    async with living(fake, answer):
        ada.says("hi")
        await ada.sees("Choose.")
        ada.presses("Left")
        await ada.sees("That is over.")
    assert (ada.toasts, len(ada.messages)) == (["That is over."], 1)


async def test_a_long_notice_is_a_message_and_the_press_is_answered(fake: FakeTelegram) -> None:
    ada = fake.person()

    def answer(request: Request) -> list[Reply]:
        return menu(request) if isinstance(request.input, Said) else [Reply(text="long " * 50, notice=True)]

    async with living(fake, answer):
        ada.says("hi")
        await ada.sees("Choose.")
        ada.presses("Left")
        await ada.sees("long long")
    assert (ada.toasts, len(ada.messages)) == ([], 2)


async def test_a_notice_for_a_typed_word_is_a_message(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, lambda request: [Reply(text="No such number.", notice=True)]):
        ada.says("/findings x")
        await ada.sees("No such number.")
    assert len(ada.messages) == 1


async def test_a_press_whose_answer_takes_long_stops_spinning(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, lambda request: menu(request) if isinstance(request.input, Said) else []) as house:
        ada.says("hi")
        await ada.sees("Choose.")
        query = ada.presses("Left")
        await asyncio.sleep(SLOW)
        assert query is not None
        assert query.answered
        late = Reply(text="Too late for a toast.", notice=True)
        await house.show(place(ada), late, house.heard[-1].via)
        await ada.sees("Too late for a toast.")
    assert fake.counts["answerCallbackQuery"] == 1


async def test_an_answer_that_telegram_finds_too_old_harms_nothing(fake: FakeTelegram) -> None:
    ada = fake.person()
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    async with living(
        fake, lambda request: menu(request) if isinstance(request.input, Said) else [Reply(text="n", notice=True)]
    ):
        ada.says("hi")
        await ada.sees("Choose.")
        fake.fails("answerCallbackQuery", 400, words=words)
        query = ada.presses("Left")
        assert query is not None
        await ada.sees("n")
        query.answered = True
    assert [message.text for message in ada.messages] == ["Choose.", "n"]


async def test_one_batch_that_comes_twice_is_answered_once(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, menu) as house:
        ada.says("hi")
        await ada.sees("Choose.")
        await fake.settled()
        house.broken = 1
        ada.presses("Left")
        await ada.sees("You chose")
    assert fake.counts["answerCallbackQuery"] == 1


TRACKS = Menu(
    (Choice("Web", "web"), Choice("Data", "data", chosen=True), Choice("Mobile apps", "mobile apps")),
    answer="tok ?",
    several=True,
)


def tracks(request: Request) -> list[Reply]:
    if isinstance(request.input, Said):
        return [Reply(text="Which?", slot="s", menu=TRACKS, buttons=((Button("Skip", answer="tok skip"),),))]
    assert isinstance(request.input, Pressed)
    return [Reply(text=f"Picked {', '.join(request.input.values) or 'nothing'}.", slot="s")]


async def test_ticks_are_set_in_the_keyboard_and_done_tells_them(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, tracks) as house:
        ada.says("hi")
        message = await ada.sees("Which?")
        ada.presses("Web")
        await until(lambda: "☑ Web" in ada.messages[0].labels)
        ada.presses("Data")
        await until(lambda: "☐ Data" in ada.messages[0].labels)
        assert len(house.heard) == 1
        ada.presses("Done")
        await ada.sees("Picked web.")
    assert ada.messages == [message]


async def test_quick_taps_all_count(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, tracks):
        ada.says("hi")
        await ada.sees("Which?")
        for label in ("Web", "Mobile apps", "Data", "Data", "Done"):
            ada.presses(label)
        await ada.sees("Picked web, data, mobile apps.")


async def test_ticks_survive_a_restart(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, tracks):
        ada.says("hi")
        await ada.sees("Which?")
        ada.presses("Web")
        await until(lambda: "☑ Web" in ada.messages[0].labels)
    async with living(fake, tracks) as house:
        ada.presses("Mobile apps")
        await until(lambda: "☑ Mobile apps" in ada.messages[0].labels)
        ada.presses("Done")
        await ada.sees("Picked web, data, mobile apps.")
    assert len(house.heard) == 1


async def test_a_tick_whose_batch_failed_is_not_turned_twice(fake: FakeTelegram) -> None:
    ada, bo = fake.person(), fake.person("Bo")
    async with living(fake, tracks) as house:
        ada.says("hi")
        await ada.sees("Which?")
        await fake.settled()
        house.broken = 1
        ada.presses("Web")
        bo.says("hi")
        await bo.sees("Which?")
        await until(lambda: "☑ Web" in ada.messages[0].labels)
        await asyncio.sleep(0.1)
        assert "☑ Web" in ada.messages[0].labels


async def test_a_tick_when_telegram_asks_to_wait(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, tracks):
        ada.says("hi")
        await ada.sees("Which?")
        fake.slows("editMessageReplyMarkup", 1)
        ada.presses("Web")
        await until(lambda: "☑ Web" in ada.messages[0].labels)


async def test_skip_beside_ticks_is_an_ordinary_button(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, tracks) as house:
        ada.says("hi")
        await ada.sees("Which?")
        ada.presses("Skip")
        await ada.sees("Picked nothing.")
    pressed = house.heard[-1].input
    assert isinstance(pressed, Pressed)
    assert pressed.data == "=tok skip"


async def test_a_private_matter_leads_from_the_group_to_the_private_chat(fake: FakeTelegram) -> None:
    ada, group = fake.person(), fake.group(threads=(7,))

    def answer(request: Request) -> list[Reply]:
        if not request.address.private:
            return [Reply(text="In private, please.", buttons=((Button("Go", run="resume backend", away=True),),))]
        assert isinstance(request.input, Said)
        return [Reply(text=f"You said {request.input.text}")]

    async with living(fake, answer) as house:
        ada.says("not for the bot", to=group)
        ada.says("/resume@career_test_bot", to=group, thread=7)
        pointer = await ada.sees("In private", of=group)
        ada.presses("Go", of=group)
        await ada.sees("You said /resume backend")
    assert (group.messages, pointer.thread, bool(pointer.reply_to)) == ([pointer], 7, True)
    assert len(house.heard) == 2


async def test_a_blocked_bot_is_told_so(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, lambda request: [Reply(text="hello")]) as house:
        ada.blocks()
        ada.says("hi")
        await until(lambda: bool(house.errors))
    assert type(house.errors[0]).__name__ == "Unreachable"
    assert ada.messages == []


async def test_several_files_at_once_share_their_words(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake) as house:
        ada.sends_album([("a.pdf", b"1"), ("b.pdf", b"2"), ("c.pdf", b"3")], "/resume backend")
        await until(lambda: len(house.heard) == 3)
    said = [request.input for request in house.heard]
    assert [(s.text, s.files[0].name) for s in said if isinstance(s, Said)] == [
        ("/resume backend", "a.pdf"),
        ("/resume backend", "b.pdf"),
        ("/resume backend", "c.pdf"),
    ]


async def test_what_cannot_be_understood_reaches_the_assistant(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, lambda request: [Reply(text="Send me a file.")]):
        for content in ({"voice": {"file_id": "v", "duration": 1}}, {"dice": {"emoji": "🎲", "value": 3}}):
            ada.sends_other(content)
            await ada.sees("Send me a file.")
        ada.sends_photo(b"\xff\xd8")
        await ada.sees("Send me a file.")
    assert len(ada.messages) == 3


async def until(true: object, within: float = 4.0) -> None:
    """Waits for something to become true."""
    end = asyncio.get_running_loop().time() + within
    while not true():  # type: ignore[operator]
        if asyncio.get_running_loop().time() > end:
            pytest.fail("it did not come true")
        await asyncio.sleep(0.01)
