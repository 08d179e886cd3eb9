"""The fake server judges requests as the real ones do: what they would not take, it does not take either."""

import re
from typing import Any

import pytest

from tests.fakes.openai.rules import Refused, judge

USER = {"role": "user", "content": "Answer in JSON."}
CALL = {"id": "a", "type": "function", "function": {"name": "t", "arguments": "{}"}}
GOOD: dict[str, Any] = {"model": "m", "messages": [USER]}


def schema(**changed: Any) -> dict[str, Any]:
    strict = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    form = {"name": "Shape", "strict": True, "schema": strict | changed}
    return {"response_format": {"type": "json_schema", "json_schema": form}}


def deep(levels: int) -> dict[str, Any]:
    return {"type": "array", "items": deep(levels - 1)} if levels else {"type": "string"}


TOOL = {"type": "function", "function": {"name": "t", "parameters": {"type": "object", "properties": {}}}}
CALLED = [USER, {"role": "assistant", "content": None, "tool_calls": [CALL]}]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"max_tokens": 5, "temperature": 1} | schema(),
        {"tools": [TOOL], "messages": [*CALLED, {"role": "tool", "tool_call_id": "a", "content": ""}]},
        {"response_format": {"type": "json_object"}},
        {"model": "gpt-6-luna", "temperature": 0.2, "reasoning_effort": "none", "max_completion_tokens": 5},
    ],
)
def test_a_good_request_is_taken(more: dict[str, Any]) -> None:
    refusal = ""
    try:
        judge(GOOD | more)
    except Refused as refused:
        refusal = refused.words
    assert refusal == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"model": ""}, "must provide a model"),
        ({"messages": []}, "too short"),
        ({"messages": [{"role": "human", "content": "x"}]}, "Invalid value: 'human'"),
        ({"messages": [{"role": "user", "content": None}]}, "expected a string"),
        ({"messages": [{"role": "tool", "tool_call_id": "a", "content": "x"}]}, "must be a response to"),
        ({"messages": [{"role": "assistant", "content": None, "tool_calls": [CALL]}, USER]}, "must be followed by"),
        ({"messages": [{"role": "assistant", "content": None, "tool_calls": [CALL]}]}, "did not have response"),
        ({"surprise": 1}, "Unrecognized request argument supplied: surprise"),
        ({"max_tokens": 5, "max_completion_tokens": 5}, "at the same time"),
        ({"max_tokens": 0}, "below minimum"),
        ({"model": "gpt-6-luna", "max_tokens": 5}, "Use 'max_completion_tokens' instead"),
        ({"model": "gpt-6-luna", "temperature": 0.2}, "does not support other values"),
        ({"tools": []}, "too short"),
        ({"tools": [{"type": "function", "function": {"name": "a b"}}]}, "does not match pattern"),
        ({"tools": [{"type": "function", "function": {"name": "t", "parameters": {}}}]}, 'type: "object"'),
        ({"response_format": {"type": "json_object"}, "messages": [USER | {"content": "Answer."}]}, "the word 'json'"),
        (schema(additionalProperties=True), "'additionalProperties' is required"),
        (schema(required=[]), "'required' must include every key"),
        (schema(properties={"a": {"type": "string", "default": "x"}}), "['default'] is not permitted"),
        (schema(properties={"a": {"type": "string", "maxLength": 3}}), "['maxLength'] is not permitted"),
        (schema(properties={"a": {}}), "must have a 'type' key"),
        (schema(properties={"a": {"type": "array"}}), "missing items"),
        (schema(properties={"a": deep(10)}), "too many levels"),
        (schema(type="array"), 'type: "object"'),
    ],
)
def test_a_bad_request_is_refused(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=re.escape(words)):
        judge(GOOD | changed)


def test_what_a_server_does_not_have_is_refused() -> None:
    with pytest.raises(Refused, match="'response_format' of type 'json_schema' is not supported"):
        judge(GOOD | schema(), {"json_schema"})
    with pytest.raises(Refused, match="Unsupported parameter: 'seed'"):
        judge(GOOD | {"seed": 1}, {"seed"})
