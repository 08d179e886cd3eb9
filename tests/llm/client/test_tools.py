"""Tools: offered as the protocol has them, and asked for by a model that may make things up."""

import json
from dataclasses import replace
from typing import Any

import pytest

from core.llm.port import Call, Message, Tool
from tests.fakes.openai import FakeOpenAI, Raw, Says, ToolCall
from tests.llm.client.asked import PLAIN, Make, declined

NOTHING: dict[str, Any] = {"type": "object", "properties": {}}
REVIEW = Tool(name="read_review", about="The last review of the résumé.", parameters=NOTHING)
MATCH = Tool(
    name="propose_match",
    about="Offers a match with a job post.",
    parameters={"type": "object", "properties": {"post": {"type": "integer"}}, "required": ["post"]},
)
WITH_TOOLS = replace(PLAIN, tools=(REVIEW, MATCH))


async def test_a_tool_is_offered_asked_for_and_answered(fake: FakeOpenAI, make: Make) -> None:
    fake.then(ToolCall("propose_match", {"post": 3}, "call_a"), "Your best match is post 3.")
    model = make()
    first = await model.complete(WITH_TOOLS, seconds=5)
    assert first.calls == (Call(id="call_a", name="propose_match", arguments={"post": 3}),)
    assert first.text == ""
    answered = (
        Message(role="assistant", calls=first.calls),
        Message(role="tool", call="call_a", content="72 percent"),
    )
    second = await model.complete(replace(WITH_TOOLS, messages=PLAIN.messages + answered), seconds=5)
    assert second.text == "Your best match is post 3."
    assert fake.asked[0].tools == ("read_review", "propose_match")
    assert fake.asked[0].body["tools"][1]["function"]["parameters"] == MATCH.parameters
    assert fake.asked[1].last == "72 percent"


async def test_what_a_model_makes_up_is_left_out(fake: FakeOpenAI, make: Make) -> None:
    calls = (
        ToolCall("delete_everything", {}),
        ToolCall("read_review", "[1, 2]"),
        ToolCall("read_review", '{"a": '),
        ToolCall("read_review", "{" * 200_000),
        ToolCall("read_review", ""),
    )
    fake.answers(Says(calls=calls))
    completion = await make().complete(WITH_TOOLS, seconds=5)
    assert completion.calls == (Call(id="call_1", name="read_review"),)


async def test_only_so_many_calls_are_taken(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(Says(calls=(ToolCall("read_review"),) * 50))
    assert len((await make().complete(WITH_TOOLS, seconds=5)).calls) == 8


async def test_nothing_but_made_up_calls_is_garbled(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(ToolCall("delete_everything"))
    assert (await declined(make(), WITH_TOOLS)).reason == "garbled"
    fake.answers(Says("Let me look.", calls=(ToolCall("delete_everything"),)))
    assert (await make().complete(WITH_TOOLS, seconds=5)).text == "Let me look."


async def test_a_tool_that_was_not_offered_is_not_called(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(ToolCall("read_review"))
    assert (await declined(make())).reason == "garbled"


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        ({"function": {"name": "read_review", "arguments": {"a": 1}}}, {"a": 1}),
        ({"type": "function", "id": None, "function": {"name": "read_review"}}, {}),
        ({"type": "custom", "custom": {"name": "read_review"}}, None),
    ],
)
async def test_servers_that_bend_the_protocol(
    fake: FakeOpenAI, make: Make, call: dict[str, Any], arguments: dict[str, Any] | None
) -> None:
    body = {"choices": [{"message": {"content": "Well.", "tool_calls": [call]}, "finish_reason": "tool_calls"}]}
    fake.answers(Raw(json.dumps(body).encode()))
    completion = await make().complete(WITH_TOOLS, seconds=5)
    assert [dict(call.arguments) for call in completion.calls] == ([] if arguments is None else [arguments])
    assert all(call.id == "call_1" for call in completion.calls)
