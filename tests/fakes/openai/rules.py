"""What the real servers would not take: each breach ends in a 400 in their own words."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

KNOWN = {
    "model", "messages", "max_completion_tokens", "max_tokens", "temperature", "seed", "reasoning_effort", "store",
    "response_format", "tools", "tool_choice", "parallel_tool_calls", "top_p", "user", "n", "stream",
}  # fmt: skip
KEYWORDS = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "description",
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "pattern",
    "format", "$defs", "$ref",
}  # fmt: skip
NAME = re.compile(r"[\w-]{1,64}", re.ASCII)
DEEPEST = 10


class Refused(Exception):
    """A request that is answered with 400; `param` is what OpenAI would name."""

    def __init__(self, words: str, param: str = "", code: str = "") -> None:
        super().__init__(words)
        self.words, self.param, self.code = words, param, code


def judge(body: Mapping[str, Any], unsupported: Iterable[str] = ()) -> None:
    """Raises `Refused` for a request that is malformed, or asks for something that this server does not have."""
    for name in sorted(body.keys() - KNOWN):
        raise Refused(f"Unrecognized request argument supplied: {name}", name)
    if not isinstance(body.get("model"), str) or not body["model"]:
        raise Refused("you must provide a model parameter", "model")
    _messages(body.get("messages"))
    _limits(body)
    _unsupported(body, set(unsupported))
    _sampling(body)
    for tool in body.get("tools", []):
        _tool(tool)
    if "tools" in body and not body["tools"]:
        raise Refused("[] is too short - 'tools'", "tools")
    if "response_format" in body:
        _format(body)


def _messages(messages: Any) -> None:
    if not isinstance(messages, list) or not messages:
        raise Refused("[] is too short - 'messages'", "messages")
    waiting: set[str] = set()
    for message in messages:
        role, content = message.get("role"), message.get("content")
        if role not in {"system", "developer", "user", "assistant", "tool"}:
            raise Refused(
                f"Invalid value: {role!r}. Supported values are: 'system', 'assistant', 'user', …", "messages"
            )
        if waiting and role != "tool":
            raise Refused("An assistant message with 'tool_calls' must be followed by tool messages", "messages")
        if not isinstance(content, str) and not (role == "assistant" and content is None and message.get("tool_calls")):
            raise Refused(f"Invalid value for 'content': expected a string, got {content!r}.", "messages")
        if role == "tool":
            if message.get("tool_call_id") not in waiting:
                raise Refused("messages with role 'tool' must be a response to a preceding message", "messages")
            waiting.discard(message["tool_call_id"])
        waiting |= {_call(call) for call in message.get("tool_calls", [])}
    if waiting:
        raise Refused("tool_call_ids did not have response messages", "messages")


def _call(call: Mapping[str, Any]) -> str:
    function = call.get("function", {})
    if call.get("type") != "function" or not NAME.fullmatch(function.get("name", "")):
        raise Refused("Invalid tool call", "messages")
    if not isinstance(function.get("arguments"), str) or not isinstance(json.loads(function["arguments"]), dict):
        raise Refused("Invalid arguments of a tool call: a JSON object as a string is expected", "messages")
    return str(call["id"])


def _limits(body: Mapping[str, Any]) -> None:
    given = [name for name in ("max_tokens", "max_completion_tokens") if name in body]
    if len(given) > 1:
        raise Refused("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.", given[0])
    if given and (not isinstance(body[given[0]], int) or body[given[0]] < 1):
        raise Refused(f"Invalid '{given[0]}': integer below minimum value.", given[0])


def _sampling(body: Mapping[str, Any]) -> None:
    if not body["model"].startswith("gpt-6"):
        return
    if "max_tokens" in body:
        words = "Unsupported parameter: 'max_tokens' is not supported with this model."
        raise Refused(f"{words} Use 'max_completion_tokens' instead.", "max_tokens", "unsupported_parameter")
    if "temperature" in body and body.get("reasoning_effort") != "none":
        words = "Unsupported value: 'temperature' does not support other values than 1 with this model."
        raise Refused(words, "temperature", "unsupported_value")


def _unsupported(body: Mapping[str, Any], names: set[str]) -> None:
    kind = (body.get("response_format") or {}).get("type")
    if kind in names:
        raise Refused(f"Invalid parameter: 'response_format' of type '{kind}' is not supported.", "response_format")
    for name in sorted(names & body.keys()):
        words = f"Unsupported parameter: '{name}' is not supported with this model."
        raise Refused(words, name, "unsupported_parameter")


def _tool(tool: Mapping[str, Any]) -> None:
    function = tool.get("function", {})
    if tool.get("type") != "function" or not NAME.fullmatch(function.get("name", "")):
        raise Refused("Invalid 'tools[0].function.name': string does not match pattern.", "tools")
    if function.get("parameters", {}).get("type") != "object":
        raise Refused("Invalid schema for function: schema must be a JSON Schema of 'type: \"object\"'.", "tools")


def _format(body: Mapping[str, Any]) -> None:
    given = body["response_format"]
    if given.get("type") == "json_object":
        if not any("json" in str(message.get("content")).lower() for message in body["messages"]):
            raise Refused("'messages' must contain the word 'json' in some form, to use 'json_object'.", "messages")
    elif given.get("type") == "json_schema":
        schema = given.get("json_schema", {})
        if not NAME.fullmatch(schema.get("name", "")):
            raise Refused("Invalid 'response_format.json_schema.name'.", "response_format")
        if schema.get("strict") is not True:
            raise Refused("these tests use strict schemas only", "response_format")
        if schema["schema"].get("type") != "object":
            raise Refused("schema must be a JSON Schema of 'type: \"object\"'.", "response_format")
        _strict(schema["schema"], 1)
    elif given.get("type") != "text":
        raise Refused(f"Invalid value: {given.get('type')!r}.", "response_format")


def _strict(schema: Any, depth: int) -> None:
    def refuse(words: str) -> Refused:
        return Refused(f"Invalid schema for response_format: {words}", "response_format", "invalid_json_schema")

    if not isinstance(schema, dict) or not schema.keys() & {"type", "anyOf", "$ref", "enum", "const"}:
        raise refuse("schema must have a 'type' key.")
    if unknown := schema.keys() - KEYWORDS:
        raise refuse(f"{sorted(unknown)} is not permitted.")
    if depth > DEEPEST:
        raise refuse("too many levels of nesting.")
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            raise refuse("'additionalProperties' is required to be supplied and to be false.")
        if sorted(schema.get("required", [])) != sorted(schema.get("properties", {})):
            raise refuse("'required' must include every key in properties.")
    if schema.get("type") == "array" and "items" not in schema:
        raise refuse("array schema missing items.")
    parts = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *schema.get("$defs", {}).values()]
    for part in parts + ([schema["items"]] if "items" in schema else []):
        _strict(part, depth + 1)
