"""Fetching what people uploaded: fresh addresses, limits, and no other hosts."""

from collections.abc import Sequence

import pytest

from adapters.discord.platform import DiscordPlatform
from adapters.discord.refs import FileRef
from core.chat.channel import Gone, TooLarge, Unavailable
from core.chat.request import Invoked, Request, Said, Upload
from tests.adapters.discord.house import House, living
from tests.fakes.discord import FakeDiscord, Person

A_DAY_AND_MORE = 90_000.0
DATA = bytes(range(256)) * 5_000


def said(requests: Sequence[Request]) -> Upload:
    given = requests[-1].input
    assert isinstance(given, Said)
    return given.files[0]


async def uploaded(fake: FakeDiscord, ada: Person, house: House) -> Upload:
    ada.says("", ("cv.pdf", DATA))
    await fake.state.until(lambda: bool(house.heard))
    return said(house.heard)


async def test_the_bytes_come_as_they_were_sent(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        upload = await uploaded(fake, ada, house)
        assert upload.size == len(DATA)
        assert await house.platform.channel.fetch(upload, len(DATA)) == DATA


@pytest.mark.parametrize("told", [len(DATA), 0])
async def test_above_the_limit(fake: FakeDiscord, ada: Person, told: int) -> None:
    async with living(fake) as house:
        upload = await uploaded(fake, ada, house)
        lied = Upload(platform="discord", ref=upload.ref, size=told)
        with pytest.raises(TooLarge):
            await house.platform.channel.fetch(lied, len(DATA) - 1)


async def test_an_expired_address_is_renewed_through_its_message(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        upload = await uploaded(fake, ada, house)
        fake.passes(A_DAY_AND_MORE)
        assert await house.platform.channel.fetch(upload, 10_000_000) == DATA


async def test_a_worker_that_never_connected_can_fetch(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        upload = await uploaded(fake, ada, house)
    fake.passes(A_DAY_AND_MORE)
    worker = DiscordPlatform(fake.token, api=fake.api, gateway=fake.gateway_url)
    assert await worker.channel.fetch(upload, 10_000_000) == DATA


async def test_what_was_deleted_is_gone(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        upload = await uploaded(fake, ada, house)
        fake.passes(A_DAY_AND_MORE)
        fake.state.messages.clear()
        with pytest.raises(Gone):
            await house.platform.channel.fetch(upload, 10_000_000)


async def test_an_option_of_a_command_expires_for_good(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        ada.runs("resume", file=("cv.pdf", DATA))
        await fake.state.until(lambda: bool(house.heard))
        given = house.heard[0].input
        assert isinstance(given, Invoked)
        upload = given.options["file"]
        assert await house.platform.channel.fetch(upload, 10_000_000) == DATA
        fake.passes(A_DAY_AND_MORE)
        with pytest.raises(Gone):
            await house.platform.channel.fetch(upload, 10_000_000)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/cdn/x", "https://example.org/x", "file:///etc/passwd", "http://[", "//cdn.discordapp.com"],
)
async def test_other_hosts_are_never_asked(fake: FakeDiscord, address: str) -> None:
    async with living(fake) as house:
        with pytest.raises(Gone):
            await house.platform.channel.fetch(Upload(platform="discord", ref=FileRef(url=address).dump()), 100)


async def test_a_server_that_fails_may_be_asked_again(fake: FakeDiscord) -> None:
    address = f"{fake.state.base}/gateway"  # answers no plain request
    async with living(fake) as house:
        with pytest.raises(Unavailable):
            await house.platform.channel.fetch(Upload(platform="discord", ref=FileRef(url=address).dump()), 100)
