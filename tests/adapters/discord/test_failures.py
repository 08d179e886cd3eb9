"""What Discord answers when it fails, and what becomes of it."""

from collections.abc import Sequence

import pytest

from adapters.discord.platform import BadToken, DiscordPlatform
from core.chat.channel import Busy, Delivery, Refused, Unavailable
from core.chat.reply import Button, Reply
from core.chat.request import Address, Request
from tests.adapters.discord.house import House, living, place
from tests.fakes.discord import FakeDiscord, Person


def hello(request: Request) -> Sequence[Reply]:
    return [Reply(text="hello")]


async def test_an_unknown_token(fake: FakeDiscord) -> None:
    platform = DiscordPlatform("wrong", api=fake.api, gateway=fake.gateway_url)
    with pytest.raises(BadToken, match="DISCORD_BOT_TOKEN"):
        await platform.start(House(platform, hello))
    await platform.stop()


async def test_discord_is_away_at_the_start(fake: FakeDiscord, ada: Person) -> None:
    fake.fails(503, path="/users/@me")
    async with living(fake, hello):
        ada.says("there?")
        await ada.sees("hello")


async def test_before_the_login_nothing_can_be_said(fake: FakeDiscord, ada: Person) -> None:
    platform = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url)
    with pytest.raises(Unavailable):
        await platform.channel.show(Delivery(id="1", address=place(ada), reply=Reply(text="hello")))
    await platform.stop()


async def test_too_many_requests(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        fake.fails(429, path="/messages", pause=7.5)
        await house.show(place(ada), Reply(text="hello"))
        await ada.sees("hello")
    (busy,) = house.errors
    assert isinstance(busy, Busy)
    assert busy.seconds == 7.5


async def test_a_failure_that_was_heard_says_nothing_twice(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        fake.fails(503, path="/messages", heard=True)
        await house.show(place(ada), Reply(text="hello"))
        await ada.sees("hello")
    assert len(ada.messages) == 1
    assert [type(problem) for problem in house.errors] == [Unavailable]


@pytest.mark.parametrize("status", [500, 503])
async def test_a_first_response_that_was_heard_although_it_failed(fake: FakeDiscord, ada: Person, status: int) -> None:
    """The library itself repeats after 500, the outbox after 503: both times it is said once."""
    async with living(fake, lambda request: [Reply(text="hello"), Reply(text="again")], patience=5.0):
        fake.fails(status, path="/callback", heard=True)
        ada.runs("help")
        await ada.sees("again")
    assert [seen.words for seen in ada.messages] == ["hello", "again"]
    if status == 500:
        fake.expects("already been acknowledged")


async def test_a_first_response_that_was_not_heard(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, hello, patience=5.0):
        fake.fails(503, path="/callback", times=2)
        ada.runs("help")
        await ada.sees("hello")
    assert len(ada.messages) == 1


@pytest.mark.parametrize("heard", [True, False])
async def test_a_failed_acknowledgement_is_tried_again(fake: FakeDiscord, ada: Person, heard: bool) -> None:
    async with living(fake, hello, patience=0.1) as house:
        house.slow = 0.8
        fake.fails(503, path="/callback", heard=heard)
        ada.runs("help")
        await ada.sees("hello")
    assert [seen.words for seen in ada.messages] == ["hello"]
    if heard:
        fake.expects("already been acknowledged")


async def test_half_of_a_long_answer_is_not_repeated(fake: FakeDiscord, ada: Person) -> None:
    text = "\n\n".join(f"{number} " + "word " * 300 for number in range(4))
    async with living(fake, lambda request: [Reply(text=text)]):
        fake.fails(503, path="/webhooks")
        ada.runs("help")
        await ada.sees("3 word")
    assert [seen.words[0] for seen in ada.messages] == ["0", "1", "2", "3"]


async def test_a_message_that_is_gone_is_said_anew(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        await house.show(place(ada), Reply(text="one", slot="s"))
        seen = await ada.sees("one")
        assert seen
        ada.deletes(seen)
        await house.show(place(ada), Reply(text="two", slot="s"))
        await ada.sees("two")


async def test_what_discord_never_takes_is_refused(fake: FakeDiscord) -> None:
    nowhere = Address(platform="discord", chat="404")
    async with living(fake) as house:
        with pytest.raises(Refused):
            await house.show(nowhere, Reply(text="hello", buttons=((Button("A", run="a"),),)))
        fake.expects("Unknown Channel")


async def test_typing_is_shown_while_work_goes_on(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, lambda request: [Reply(text="Reading…", working=True)]) as house:
        ada.says("hello")
        await ada.sees("Reading…")
        await fake.state.until(lambda: bool(fake.state.typing))
        await house.show(place(ada), Reply(text="done"))
        await ada.sees("done")
    assert fake.state.typing == [f"5{ada.id}"]


async def test_mentions_are_answered_where_they_were_said(fake: FakeDiscord, ada: Person) -> None:
    bo = fake.person("Bo")
    async with living(fake, hello) as house:
        ada.chats("not for the bot")
        said = ada.mentions("hi bot")
        await bo.sees("hello")
    (request,) = house.heard
    assert not request.address.private
    assert request.input.text == "hi bot"  # type: ignore[union-attr]
    assert ada.messages[0].message.answers == said.id


async def test_who_may_not_reply_still_answers(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake, hello):
        fake.fails(400, path="/messages")
        ada.mentions("hi bot")
        await ada.sees("hello")
    assert ada.messages[0].message.answers == ""


async def test_a_public_message_never_takes_a_private_answer(fake: FakeDiscord, ada: Person) -> None:
    bo = fake.person("Bo")
    offer = Reply(text="Let us go on in private.", slot="s", buttons=((Button("Go on", run="resume", away=True),),))
    async with living(fake, lambda request: [offer]) as house:
        ada.mentions("my résumé")
        await ada.sees("Let us go on")
        house.answer = lambda request: [Reply(text="Your secret", slot="s")]
        ada.presses("Go on")
        await ada.sees("Your secret")
    assert [seen.words for seen in bo.messages] == ["Let us go on in private."]
