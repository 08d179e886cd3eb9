"""The chat completions protocol in both directions: a query as a request body, and a response body as an answer."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field, NonNegativeInt, ValidationError

from core.llm.ladder import Ladder
from core.llm.port import Call, Declined, Message, Query, Tool, Usage
from core.llm.shapes import strict_schema, told, without_thoughts

CHARACTERS = 4  # of a token, where the server does not count
MOST_CALLS = 8


def request_body(query: Query, model: str, ladder: Ladder) -> dict[str, Any]:
    """What is posted. A structured answer is asked for in the ladder's present mode."""
    body: dict[str, Any] = {"model": model, **ladder.parameters(query.most)}
    messages = list(query.messages)
    if query.shape:
        schema = strict_schema(query.shape)
        if ladder.mode == "json_schema":
            named = {"name": query.shape.__name__, "strict": True, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        else:
            messages = _with_schema(messages, schema)
        if ladder.mode == "json_object":
            body["response_format"] = {"type": "json_object"}
    if query.tools:
        body["tools"] = [_tool(tool) for tool in query.tools]
    return body | {"messages": [_message(message) for message in messages]}


def _with_schema(messages: list[Message], schema: Mapping[str, Any]) -> list[Message]:
    """The schema at the end of the system's words: they are ours, and all that others wrote stands elsewhere."""
    ours = [message for message in messages if message.role == "system"]
    words = "\n\n".join([*(message.content for message in ours), told(schema)])
    return [Message(role="system", content=words), *(message for message in messages if message.role != "system")]


def _message(message: Message) -> dict[str, Any]:
    content = message.content.encode("utf-8", "replace").decode()  # a lone surrogate cannot be sent
    if message.role == "tool":
        return {"role": "tool", "tool_call_id": message.call, "content": content}
    if not message.calls:
        return {"role": message.role, "content": content}
    calls = [
        {
            "id": call.id,
            "type": "function",
            "function": {"name": call.name, "arguments": json.dumps(dict(call.arguments))},
        }
        for call in message.calls
    ]
    return {"role": message.role, "content": content or None, "tool_calls": calls}


def _tool(tool: Tool) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.about, "parameters": dict(tool.parameters)}
    return {"type": "function", "function": function}


class _Function(BaseModel):
    name: str
    arguments: Any = None


class _ToolCall(BaseModel):
    id: str | None = None
    function: _Function | None = None


class _Said(BaseModel):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(BaseModel):
    message: _Said
    finish_reason: str | None = None


class _Count(BaseModel):
    prompt_tokens: NonNegativeInt
    completion_tokens: NonNegativeInt


class Answer(BaseModel):
    """The parts of a response body that are used here. Its source is not to be trusted to have the documented form."""

    choices: list[_Choice] = Field(min_length=1)
    usage: Any = None

    @property
    def text(self) -> str:
        return without_thoughts((self.choices[0].message.content or "").replace("\0", ""))

    def expect_whole(self) -> None:
        """Raises `Declined` where the model refused, or was cut off."""
        choice = self.choices[0]
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise Declined("refused")
        if choice.finish_reason == "length":
            raise Declined("too long")
        if choice.finish_reason == "error":
            raise Declined("garbled")

    def calls(self, tools: tuple[Tool, ...]) -> tuple[Call, ...]:
        """The calls of tools that exist, with arguments that are a JSON object; others are left out."""
        known = {tool.name for tool in tools}
        found = []
        for number, call in enumerate((self.choices[0].message.tool_calls or [])[:MOST_CALLS], 1):
            arguments = _object(call.function.arguments) if call.function else None
            if call.function and call.function.name in known and arguments is not None:
                found.append(Call(id=call.id or f"call_{number}", name=call.function.name, arguments=arguments))
        return tuple(found)

    def used(self, sent: Mapping[str, Any]) -> Usage:
        """Tokens as the server counted them, else estimated."""
        try:
            count = _Count.model_validate(self.usage)
        except ValidationError:
            written = self.choices[0].message.model_dump_json(exclude_none=True)
            return estimated(sent) + Usage(0, len(written) // CHARACTERS)
        return Usage(count.prompt_tokens, count.completion_tokens)


def _object(arguments: Any) -> dict[str, Any] | None:
    """Arguments as an object: the protocol has them as a string, some servers as an object, and none for no arguments."""
    try:
        given = json.loads(arguments or "{}") if isinstance(arguments, str | None) else arguments
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None


def answer_of(body: bytes) -> Answer:
    """Raises `Declined` for HTML, broken JSON, an error object, and an answer without choices."""
    try:
        return Answer.model_validate_json(body)
    except ValidationError:
        raise Declined("garbled") from None


def estimated(sent: Mapping[str, Any]) -> Usage:
    """What a request took whose answer did not arrive: the server has read it all the same."""
    return Usage(len(json.dumps(sent, ensure_ascii=False)) // CHARACTERS, 0)
