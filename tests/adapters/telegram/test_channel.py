"""Showing, editing and fetching on the real library, with everything that can go wrong on the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from adapters.telegram.channel import TelegramChannel
from adapters.telegram.client import Client
from core.chat.channel import Busy, Delivery, Gone, Refused, TooLarge, Unavailable, Unreachable
from core.chat.reply import Button, Media, Reply
from core.chat.request import Address, Upload
from tests.adapters.telegram.house import place
from tests.fakes.telegram import FakeTelegram

PNG = b"\x89PNG\r\n\x1a\n"
GO = ((Button("Go", run="go"),),)


@asynccontextmanager
async def writing(fake: FakeTelegram) -> AsyncIterator[TelegramChannel]:
    client = Client(fake.token, fake.url)
    channel = TelegramChannel(client)
    try:
        yield channel
    finally:
        await channel.close()
        await client.hang_up()
    fake.check()


def delivery(to: Address, reply: Reply, edits: str = "", id: str = "1", **more: Any) -> Delivery:  # noqa: A002
    return Delivery(id=id, address=to, reply=reply, edits=edits, **more)


async def test_send_and_edit_in_place(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="one", buttons=GO)))
        second = await channel.show(delivery(place(ada), Reply(text="two"), first))
    assert first == second == f"{ada.chat.id}/{ada.messages[0].id}t"
    assert [(m.text, m.rows, m.edits) for m in ada.messages] == [("two", [], 1)]


async def test_an_edit_that_changes_nothing_is_fine(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="same", buttons=GO)))
        assert await channel.show(delivery(place(ada), Reply(text="same", buttons=GO), first)) == first
    assert len(ada.messages) == 1


async def test_a_message_that_is_gone_is_said_anew(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="one")))
        ada.chat.messages.clear()
        second = await channel.show(delivery(place(ada), Reply(text="two"), first))
    assert second != first
    assert [message.text for message in ada.messages] == ["two"]


async def test_a_text_becomes_a_picture_and_a_picture_a_text(fake: FakeTelegram) -> None:
    ada = fake.person()
    picture = Reply(text="look", image=Media("a.png", PNG, "image/png"))
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="one")))
        second = await channel.show(delivery(place(ada), picture, first))
        assert [(m.text, bool(m.photo), m.edits) for m in ada.messages] == [("look", True, 1)]
        third = await channel.show(delivery(place(ada), Reply(text="two"), second))
    assert [(m.text, m.photo, m.edits) for m in ada.messages] == [("two", None, 0)]
    assert third.endswith("t")


async def test_a_picture_that_stays_is_not_sent_again(fake: FakeTelegram) -> None:
    ada = fake.person()
    picture = Media("a.png", PNG, "image/png")
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="page 1", image=picture, buttons=GO)))
        await channel.show(delivery(place(ada), Reply(text="page 2", image=picture), first))
        assert (fake.counts["editMessageCaption"], fake.counts["editMessageMedia"]) == (1, 0)
        await channel.show(
            delivery(place(ada), Reply(text="page 2", image=Media("b.png", PNG + b"2", "image/png")), first)
        )
    assert fake.counts["editMessageMedia"] == 1
    (message,) = ada.messages
    assert message.photo is not None
    assert message.photo.data == PNG + b"2"


async def test_a_reply_that_grows_and_shrinks(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="short", buttons=GO)))
        long = await channel.show(delivery(place(ada), Reply(text="long " * 1500, buttons=GO), first))
        assert [len(m.text) > 1000 for m in ada.messages] == [True, True]
        assert [m.labels for m in ada.messages] == [[], ["Go"]]
        assert long.startswith(f"{ada.chat.id}/{ada.messages[-1].id}t ")
        again = await channel.show(delivery(place(ada), Reply(text="short again", buttons=GO), long))
    assert again == first
    assert [(m.text, m.labels) for m in ada.messages] == [("short again", ["Go"])]


async def test_a_reply_interrupted_halfway_goes_on_where_it_stopped(fake: FakeTelegram) -> None:
    ada = fake.person()
    reply = Reply(text="\n\n".join(letter * 3000 for letter in "abc"))
    async with writing(fake) as channel:
        fake.at("sendMessage", 2, lambda given: "drop")
        with pytest.raises(Unavailable):
            await channel.show(delivery(place(ada), reply))
        await channel.show(delivery(place(ada), reply))
    assert [m.text[0] for m in ada.messages] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("status", "words", "error"),
    [
        (403, "Forbidden: bot was blocked by the user", Unreachable),
        (403, "Forbidden: user is deactivated", Unreachable),
        (400, "Bad Request: chat not found", Unreachable),
        (400, "Bad Request: whatever", Refused),
        (500, "Internal Server Error", Unavailable),
        (502, "Bad Gateway", Unavailable),
        (401, "Unauthorized", Unavailable),
    ],
)
async def test_errors_in_the_words_of_the_port(
    fake: FakeTelegram, status: int, words: str, error: type[Exception]
) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        fake.fails("sendMessage", status, words=words)
        with pytest.raises(error):
            await channel.show(delivery(place(ada), Reply(text="x")))
        await channel.show(delivery(place(ada), Reply(text="x"), id="2"))
    assert [m.text for m in ada.messages] == ["x"]


async def test_a_request_to_wait_tells_how_long(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        fake.slows("sendMessage", 7)
        with pytest.raises(Busy) as caught:
            await channel.show(delivery(place(ada), Reply(text="x")))
    assert caught.value.seconds == 7


async def test_a_broken_line_is_worth_another_try(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        fake.hangs_up("sendMessage")
        with pytest.raises(Unavailable):
            await channel.show(delivery(place(ada), Reply(text="x")))
        await fake.stop()
        with pytest.raises(Unavailable):
            await channel.show(delivery(place(ada), Reply(text="x")))


async def test_a_group_that_threw_the_bot_out_says_nothing_of_the_person(fake: FakeTelegram) -> None:
    group = fake.group()
    group.chat.blocked = "Forbidden: bot was kicked from the supergroup chat"
    async with writing(fake) as channel:
        there = Address(platform="telegram", chat=str(group.chat.id), private=False)
        with pytest.raises(Refused):
            await channel.show(delivery(there, Reply(text="x")))


async def test_a_group_that_moved_is_followed(fake: FakeTelegram) -> None:
    group = fake.group()
    there = Address(platform="telegram", chat="-55", private=False)
    async with writing(fake) as channel:
        fake.moves(-55, group.chat.id)
        await channel.show(delivery(there, Reply(text="hello all")))
    assert [m.text for m in group.messages] == ["hello all"]


async def test_markup_that_telegram_cannot_read_goes_as_plain_words(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        fake.fails("sendMessage", 400, words="Bad Request: can't parse entities: Unsupported start tag")
        await channel.show(delivery(place(ada), Reply(text="**a** < b & c")))
    assert [(m.text, m.entities) for m in ada.messages] == [("a < b & c", [])]


async def test_a_picture_that_is_no_photo_for_telegram_goes_as_a_document(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        fake.fails("sendPhoto", 400, words="Bad Request: PHOTO_INVALID_DIMENSIONS")
        await channel.show(delivery(place(ada), Reply(text="wide", image=Media("a.png", PNG, "image/png"))))
    (message,) = ada.messages
    assert message.document is not None
    assert (message.text, message.document.name) == ("wide", "a.png")


async def test_files_arrive_with_their_names(fake: FakeTelegram) -> None:
    ada = fake.person()
    files = (Media("résumé “final”.pdf", b"%PDF-1", "application/pdf"), Media("b.docx", b"PK"))
    async with writing(fake) as channel:
        await channel.show(delivery(place(ada), Reply(text="Here.", files=files, buttons=GO)))
    assert [(m.document.name, m.document.data) for m in ada.messages if m.document] == [
        ("résumé “final”.pdf", b"%PDF-1"),
        ("b.docx", b"PK"),
    ]
    assert [m.labels for m in ada.messages] == [[], [], ["Go"]]


async def test_work_types_until_the_last_word(fake: FakeTelegram) -> None:
    ada = fake.person()
    async with writing(fake) as channel:
        first = await channel.show(delivery(place(ada), Reply(text="Reading…", working=True)))
        await asyncio.sleep(0.1)
        await channel.show(delivery(place(ada), Reply(text="Half", working=True), first, id="2", final=False))
        await asyncio.sleep(0.1)
        assert ada.chat.actions == ["typing", "typing"]
        await channel.show(delivery(place(ada), Reply(text="Done"), first, id="3"))
        assert not channel._typing._tasks


async def test_a_file_is_fetched(fake: FakeTelegram) -> None:
    stored = fake.methods.file("cv.pdf", b"%PDF data", "application/pdf")
    async with writing(fake) as channel:
        assert await channel.fetch(upload(stored.id), 100) == b"%PDF data"
        with pytest.raises(TooLarge):
            await channel.fetch(upload(stored.id), 5)
        with pytest.raises(TooLarge):
            await channel.fetch(upload(stored.id, size=101), 100)
        with pytest.raises(Gone):
            await channel.fetch(upload("never-seen"), 100)


async def test_a_file_above_what_the_server_hands_out(fake: FakeTelegram) -> None:
    stored = fake.methods.file("big.pdf", b"", "application/pdf")
    stored.size = 30 * 2**20
    async with writing(fake) as channel:
        with pytest.raises(TooLarge):
            await channel.fetch(upload(stored.id), 100 * 2**20)


async def test_a_file_that_vanished_between_the_two_calls(fake: FakeTelegram) -> None:
    stored = fake.methods.file("cv.pdf", b"x", "application/pdf")
    async with writing(fake) as channel:
        fake.fails("download", 404)
        with pytest.raises(Gone):
            await channel.fetch(upload(stored.id), 100)
        fake.fails("download", 500)
        with pytest.raises(Unavailable):
            await channel.fetch(upload(stored.id), 100)


async def test_a_path_that_exists_here_is_not_opened(fake: FakeTelegram) -> None:
    assert Path("pyproject.toml").is_file()
    stored = fake.methods.file("pyproject.toml", b"from telegram", "text/plain")
    stored.path = "pyproject.toml"
    async with writing(fake) as channel:
        assert await channel.fetch(upload(stored.id), 10_000) == b"from telegram"
        stored.path = "/etc/hostname"
        with pytest.raises(Refused, match="--local"):
            await channel.fetch(upload(stored.id), 10_000)


def upload(ref: str, size: int = 0) -> Upload:
    return Upload(platform="telegram", ref=ref, size=size)
