"""Slash commands: derived from the declarations, registered only when they changed, completed while one types."""

import pytest

from adapters.discord import commands
from tests.adapters.discord.house import House, book, living
from tests.fakes.discord import FakeDiscord, Person
from tests.fakes.discord.command_rules import registered


def described() -> dict[str, dict[str, object]]:
    resume = next(command for command in commands.payload(book()) if command["name"] == "resume")
    return {option["name"]: option for option in resume["options"]}


def test_options_have_types_bounds_and_choices() -> None:
    options = described()
    assert list(options) == ["file", "track", "page", "brief"]
    assert {name: option["type"] for name, option in options.items()} == {"file": 11, "track": 3, "page": 4, "brief": 5}
    assert [name for name, option in options.items() if option["required"]] == ["file"]
    assert (options["page"]["min_value"], options["page"]["max_value"]) == (1, 15)
    assert options["track"]["choices"] == [{"name": "Backend", "value": "backend"}, {"name": "Web", "value": "web"}]


def test_commands_work_in_servers_and_in_direct_messages() -> None:
    assert {tuple(command["contexts"]) for command in commands.payload(book())} == {(0, 1)}


def test_discord_gives_them_back_otherwise_and_they_mean_the_same() -> None:
    wanted = commands.payload(book())
    assert commands.digest(reversed(registered(wanted, "7000"))) == commands.digest(wanted)


def test_a_change_is_seen() -> None:
    assert commands.digest(commands.payload(book())) != commands.digest(commands.payload(book(more=True)))


async def test_registered_only_when_changed(fake: FakeDiscord) -> None:
    async with living(fake):
        assert fake.state.registrations == 1
    async with living(fake) as house:
        assert fake.state.registrations == 1
        assert not await commands.sync(house.platform._rest, "7000", book())
        assert await commands.sync(house.platform._rest, "7000", book(more=True))
    assert fake.state.registrations == 2
    assert [command["name"] for command in fake.state.commands] == ["help", "resume", "settings"]


async def test_a_bot_without_registered_commands_lives_all_the_same(fake: FakeDiscord, ada: Person) -> None:
    fake.fails(500, times=0)
    fake.fails(403, path="/commands")
    async with living(fake) as house:
        assert isinstance(house, House)
        assert fake.state.commands == []
        ada.says("hello")
        await fake.state.until(lambda: bool(house.heard))


async def test_completions(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake):
        assert await ada.completes("settings", "zone", "eur") == ["Europe/Berlin", "Europe/Paris"]
        assert await ada.completes("settings", "zone", "mars") == []


async def test_slow_completions_are_none_in_time(fake: FakeDiscord, ada: Person) -> None:
    async with living(fake) as house:
        house.slow = 30.0
        assert await ada.completes("settings", "zone", "eur") == []


@pytest.mark.parametrize(
    "options", [{}, {"file": ("a.pdf", b""), "page": 16}, {"file": ("a.pdf", b""), "track": "cooking"}]
)
async def test_discord_itself_keeps_wrong_options_away(
    fake: FakeDiscord, ada: Person, options: dict[str, object]
) -> None:
    async with living(fake):
        with pytest.raises(AssertionError):
            ada.runs("resume", **options)
