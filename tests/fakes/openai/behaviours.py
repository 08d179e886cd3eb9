"""What a server may do with one request: answer, refuse, or fail in one of the ways that servers have."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ToolCall:
    """A tool that the model asks for; a str as `arguments` goes out as it is, broken or not."""

    name: str
    arguments: Mapping[str, Any] | str = field(default_factory=dict)
    id: str = "call_1"


@dataclass(frozen=True)
class Says:
    """A proper answer, after `after` seconds. `usage=False` leaves the token counts out."""

    content: str | None = None
    calls: tuple[ToolCall, ...] = ()
    refusal: str | None = None
    finish: str = ""
    usage: bool = True
    after: float = 0.0


@dataclass(frozen=True)
class Fails:
    """An error status with OpenAI's error object; `headers` may bring Retry-After."""

    status: int = 500
    code: str = ""
    words: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """Exactly these bytes."""

    body: bytes
    type: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Cuts:
    """The connection breaks after so many bytes of a proper answer."""

    says: str = "An answer that will not arrive whole."
    after: int = 40


@dataclass(frozen=True)
class Stalls:
    """Headers and then nothing; without `headers`, nothing at all."""

    headers: bool = True


@dataclass(frozen=True)
class Drips:
    """One byte of a proper answer each `every` seconds: no single read ever takes long."""

    every: float = 0.02


@dataclass(frozen=True)
class Floods:
    """A proper answer of this many bytes."""

    size: int = 3_000_000


@dataclass(frozen=True)
class HangsUp:
    """The connection is reset before any answer."""


Behaviour = Says | Fails | Raw | Cuts | Stalls | Drips | Floods | HangsUp

# The failures by name, for tests that walk through all of them.
FAILURES: Mapping[str, Behaviour] = {
    "429 with a short Retry-After": Fails(429, "rate_limit_exceeded", headers={"Retry-After": "0.05"}),
    "429 with a long Retry-After": Fails(429, "rate_limit_exceeded", headers={"Retry-After": "90"}),
    "429 without Retry-After": Fails(429, "rate_limit_exceeded"),
    "quota": Fails(429, "insufficient_quota", "You exceeded your current quota, please check your plan."),
    "wrong key": Fails(401, "invalid_api_key", "Incorrect API key provided."),
    "forbidden": Fails(403, "unsupported_country_region_territory"),
    "unknown model": Fails(404, "model_not_found", "The model does not exist or you do not have access to it."),
    "500": Fails(500),
    "503": Fails(503),
    "refusal": Says(refusal="I'm sorry, I can't help with that."),
    "content filter": Says("I th", finish="content_filter"),
    "length": Says("An answer that is cut", finish="length"),
    "HTML with 200": Raw(b"<html><body>Just a moment...</body></html>", "text/html"),
    "broken JSON with 200": Raw(b'{"choices": [{"message": {"content": "Hel'),
    "error with 200": Raw(b'{"error": {"message": "upstream failed", "code": 502}}'),
    "no choices": Raw(b'{"id": "x", "object": "chat.completion", "choices": []}'),
    "empty content": Says(""),
    "cut midway": Cuts(),
    "hang-up": HangsUp(),
    "stall": Stalls(),
    "silence": Stalls(headers=False),
    "drip": Drips(),
    "flood": Floods(),
}


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it: the body, and the raw text in which a test looks for what must not be there."""

    body: dict[str, Any]
    raw: str

    @property
    def model(self) -> str:
        return str(self.body["model"])

    @property
    def system(self) -> str:
        return self._words("system")

    @property
    def user(self) -> str:
        """All that was said as the user, in one text."""
        return self._words("user")

    @property
    def last(self) -> str:
        """The last message's words."""
        return str(self.body["messages"][-1].get("content") or "")

    @property
    def format(self) -> str:
        """`json_schema`, `json_object`, or "" where plain text was asked for."""
        return str((self.body.get("response_format") or {}).get("type", ""))

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the response format ({} if none)."""
        found: dict[str, Any] = (self.body.get("response_format") or {}).get("json_schema", {}).get("schema", {})
        return found

    @property
    def tools(self) -> tuple[str, ...]:
        return tuple(tool["function"]["name"] for tool in self.body.get("tools", []))

    def _words(self, role: str) -> str:
        return "\n".join(str(m.get("content") or "") for m in self.body["messages"] if m["role"] == role)


Answer = str | Mapping[str, Any] | ToolCall | Behaviour | Callable[[Asked], "Answer"]


def behaviour(answer: Answer, asked: Asked) -> Behaviour:
    """The behaviour that an answer in short form stands for."""
    if isinstance(answer, str):
        return Says(answer)
    if isinstance(answer, Mapping):
        return Says(json.dumps(answer, ensure_ascii=False))
    if isinstance(answer, ToolCall):
        return Says(calls=(answer,))
    return behaviour(answer(asked), asked) if callable(answer) else answer
