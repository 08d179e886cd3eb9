"""Long polling: an update is acknowledged only after it was written down, and trouble on the line ends nothing."""

import asyncio
import logging

import pytest

from adapters.telegram.client import WrongToken
from adapters.telegram.platform import TelegramPlatform
from core.chat.reply import Reply
from core.chat.request import Request, Said
from tests.adapters.telegram.house import House, book, living
from tests.fakes.telegram import FakeTelegram


def echo(request: Request) -> list[Reply]:
    assert isinstance(request.input, Said)
    return [Reply(text=request.input.text)]


async def test_a_message_is_answered(fake: FakeTelegram) -> None:
    ada = fake.person("Ada Lovelace", "en-GB")
    async with living(fake, echo) as house:
        (number,) = ada.says("hello")
        await ada.sees("hello")
    (request,) = house.heard
    assert request.id == f"telegram:{number}"
    assert (request.sender.name, request.sender.language) == ("Ada Lovelace", "en-GB")
    assert request.address.private


async def test_an_update_is_acknowledged_after_it_was_written_down(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with living(fake, echo) as house:
        house.broken = 2
        (number,) = ada.says("keep this")
        await asyncio.sleep(0.2)
        assert not fake.acknowledged
        await ada.sees("keep this")
        await fake.settled()
        assert fake.acknowledged == [number]
    assert [message.text for message in ada.messages] == ["keep this"]


async def test_a_batch_is_written_down_at_once(fake: FakeTelegram) -> None:
    ada = fake.person()
    for number in range(30):
        ada.says(f"word {number}")
    async with living(fake, echo) as house:
        await ada.sees_answers(30)
    assert len(house.batches) == 1
    assert fake.counts["getUpdates"] <= 3


async def test_trouble_while_polling_is_survived(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    ada = fake.person()
    fake.fails("getUpdates", 502, times=2)
    fake.hangs_up("getUpdates")
    fake.slows("getUpdates", 1)
    async with living(fake, echo):
        ada.says("still there?")
        await ada.sees("still there?", within=8.0)
    assert "trying again" in caplog.text


async def test_a_rival_is_named_once(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    ada = fake.person()
    fake.fails("getUpdates", 409, times=2, words="Conflict: terminated by other getUpdates request")
    async with living(fake, echo):
        ada.says("hello")
        await ada.sees("hello", within=8.0)
    assert caplog.text.count("another process polls with the same Telegram token") == 1


async def test_a_broken_update_does_not_stop_the_others(fake: FakeTelegram) -> None:
    ada = fake.person()
    fake.happens("message", {"message_id": 5, "from": {"id": 1}, "text": "no chat at all"})
    ada.says("after it")
    async with living(fake, echo):
        await ada.sees("after it")
    assert len(fake.acknowledged) == 2 or not fake.acknowledged


async def test_a_wrong_token_is_said_clearly_and_not_repeated(fake: FakeTelegram) -> None:
    platform = TelegramPlatform("1:wrong", fake.url)
    with pytest.raises(WrongToken, match="BotFather") as caught:
        await platform.start(House(platform, echo))
    await platform.stop()
    assert "1:wrong" not in str(caught.value)


async def test_telegram_may_come_later(fake: FakeTelegram) -> None:
    ada = fake.person()
    fake.fails("getMe", 500, times=2)
    async with living(fake, echo) as house:
        ada.says("hello")
        await ada.sees("hello")
    assert house.batches
    assert fake.methods.commands


async def test_the_menu_is_derived_and_set_only_when_it_changed(fake: FakeTelegram) -> None:
    async with living(fake, echo):
        pass
    async with living(fake, echo):
        pass
    assert fake.counts["setMyCommands"] == 1
    assert fake.methods.commands == [
        {"command": command.name, "description": command.summary} for command in book().shown()
    ]


async def test_the_log_has_no_token_and_no_words(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    ada = fake.person()
    async with living(fake, echo):
        ada.says("my secret is 42")
        await ada.sees("secret")
    assert fake.token not in caplog.text
    assert "secret" not in caplog.text
