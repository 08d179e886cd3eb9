"""The fake bites: what Discord would refuse, it refuses, and remembers."""

from typing import Any

import pytest

from tests.fakes.discord import FakeDiscord, Person, command_rules, interactions, rules
from tests.fakes.discord.rules import Refusal

Json = dict[str, Any]
NONE: Json = {"allowed_mentions": {"parse": []}}
COMMAND = {"name": "help", "description": "Help", "type": 1}


def button(**more: Any) -> Json:
    return {"type": 2, "style": 2, "label": "A", "custom_id": "a"} | more


def row(*inner: Json) -> Json:
    return {"type": 1, "components": list(inner)}


def select(count: int, **more: Any) -> Json:
    options = [{"label": f"{n}", "value": f"{n}"} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | more


def embed(**parts: Any) -> Json:
    return {"embeds": [parts]}


BAD: list[Json] = [
    {"content": "x" * 2001},
    {"content": "😀" * 1001},
    {"content": " \n"},
    {"content": "x", "allowed_mentions": {"parse": ["users"]}},
    {"content": "x", "allowed_mentions": None},
    embed(title="x" * 257),
    embed(description="x" * 4097),
    embed(footer={"text": "x" * 2049}),
    embed(color=1),
    embed(fields=[{"name": "a", "value": "b"}] * 26),
    embed(fields=[{"name": "", "value": "b"}]),
    embed(fields=[{"name": "a", "value": "x" * 1025}]),
    embed(image={"url": "attachment://missing.png"}),
    {"embeds": [{"description": "x" * 3500}, {"description": "x" * 3500}]},
    {"embeds": [{"title": "x"}] * 11},
    {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
    {"content": "x", "components": [row(*(button(custom_id=str(n)) for n in range(6)))]},
    {"content": "x", "components": [row(button(), button())]},
    {"content": "x", "components": [row(button(label="x" * 81))]},
    {"content": "x", "components": [row(button(label=" "))]},
    {"content": "x", "components": [row(button(custom_id="x" * 101))]},
    {"content": "x", "components": [row({"type": 2, "style": 5, "label": "A", "url": "tg://x"})]},
    {"content": "x", "components": [row(select(26))]},
    {"content": "x", "components": [row(select(2), button())]},
    {"content": "x", "components": [row(select(2, max_values=3))]},
    {"content": "x", "components": [button()]},
    {"content": "x", "attachments": [{"id": 0, "filename": "a.png"}]},
]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_messages_that_discord_refuses(body: Json) -> None:
    with pytest.raises(Refusal):
        rules.message(NONE | body, {})


def test_messages_that_it_takes() -> None:
    rules.message(NONE | {"content": "x" * 2000, "components": [row(button()), row(select(25))]}, {})
    with pytest.raises(Refusal):
        rules.message(NONE | {"content": "x"}, {"files[0]": ("a b.png", b"")})


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"title": "x" * 46},
        {"components": []},
        {"custom_id": "x" * 101},
        {"label": "x" * 46},
        {"value": "x"},
    ],
)
def test_modals_that_discord_refuses(change: Json) -> None:
    inner: Json = {
        "type": 4,
        "custom_id": "a",
        "style": 1,
        "min_length": 2,
        **{k: v for k, v in change.items() if k == "value"},
    }
    labelled = {"type": 18, "label": change.get("label", "A"), "component": inner}
    body = {"title": "T", "custom_id": "t", "components": [labelled]}
    rules.modal(body | {"components": [labelled | {"component": {**inner, "value": "xx"}, "label": "A"}]})
    with pytest.raises(Refusal):
        rules.modal(body | {name: value for name, value in change.items() if name in body})


@pytest.mark.parametrize(
    "command",
    [
        COMMAND | {"name": "Help"},
        COMMAND | {"description": ""},
        COMMAND | {"description": "x" * 101},
        COMMAND | {"options": [{"type": 3, "name": "a", "description": "a", "min_value": 1}]},
        COMMAND
        | {
            "options": [
                {"type": 3, "name": "a", "description": "a"},
                {"type": 3, "name": "b", "description": "b", "required": True},
            ]
        },
    ],
)
def test_commands_that_discord_refuses(command: Json) -> None:
    with pytest.raises(Refusal):
        command_rules.registered([command], "7")


def asked(fake: FakeDiscord, ada: Person) -> tuple[str, str]:
    fake.state.commands = command_rules.registered([COMMAND], "7")
    made = ada.runs("help")
    return made.id, made.token


async def test_an_interaction_is_acknowledged_once(fake: FakeDiscord, ada: Person) -> None:
    interactions.acknowledge(fake.state, *asked(fake, ada), {"type": 5}, {})
    made = next(iter(fake.state.interactions.values()))
    with pytest.raises(Refusal, match="40060"):
        interactions.acknowledge(fake.state, made.id, made.token, {"type": 5}, {})


async def test_an_interaction_is_acknowledged_in_time(fake: FakeDiscord, ada: Person) -> None:
    name, token = asked(fake, ada)
    made = fake.state.interactions[name]
    made.excused, made.arrived = False, made.arrived - 3.1
    with pytest.raises(Refusal, match="10062"):
        interactions.acknowledge(fake.state, name, token, {"type": 5}, {})
    assert "was not acknowledged" in fake.violations[0]
    made.excused = True


@pytest.mark.parametrize("kind", [6, 7, 8])
async def test_a_response_must_fit(fake: FakeDiscord, ada: Person, kind: int) -> None:
    with pytest.raises(Refusal, match="does not fit"):
        interactions.acknowledge(fake.state, *asked(fake, ada), {"type": kind, "data": NONE | {"content": "x"}}, {})


async def test_a_server_never_sees_a_private_answer(fake: FakeDiscord, ada: Person) -> None:
    ada.goes("server")
    with pytest.raises(Refusal, match="whole server"):
        interactions.acknowledge(fake.state, *asked(fake, ada), {"type": 4, "data": NONE | {"content": "x"}}, {})


async def test_a_token_speaks_for_fifteen_minutes_and_only_after_the_acknowledgement(
    fake: FakeDiscord, ada: Person
) -> None:
    name, token = asked(fake, ada)
    with pytest.raises(Refusal, match="10015"):
        interactions.follow(fake.state, token, NONE | {"content": "x"}, {})
    interactions.acknowledge(fake.state, name, token, {"type": 5}, {})
    assert interactions.follow(fake.state, token, NONE | {"content": "x"}, {}) is fake.state.interactions[name].original
    fake.passes(901)
    with pytest.raises(Refusal, match="50027"):
        interactions.follow(fake.state, token, NONE | {"content": "y"}, {})
