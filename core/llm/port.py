"""The one door to a language model: what is asked, what comes back, and how it may fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pydantic import BaseModel

Role = Literal["system", "user", "assistant", "tool"]
Reason = Literal[
    "off",  # no model is set up, or an administrator switched it off
    "spent",  # the person's tokens of this day are used up
    "busy",  # 429, or too many requests of this person under way
    "quota",  # the host's account with the provider has nothing left
    "refused",  # the model declined, or a content filter stepped in
    "too long",  # the answer was cut at its limit
    "garbled",  # not an answer at all: HTML, broken JSON, a cut stream, values out of bounds after one repair
    "timeout",
    "unreachable",
    "rejected",  # 4xx: a wrong key, an unknown model
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A tool that the model asks for; `arguments` is the JSON object it gave."""

    id: str
    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a conversation with the model. A "tool" message answers the call of that id."""

    role: Role
    content: str = ""
    calls: tuple[Call, ...] = ()
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something that the model may ask for; `parameters` is a JSON Schema object."""

    name: str
    about: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the server counted them (estimated at four characters each where it does not say)."""

    sent: int = 0
    received: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.sent + other.sent, self.received + other.received)

    @property
    def total(self) -> int:
        return self.sent + self.received


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One thing asked of a model: the messages, the shape of the answer (None: plain text), and its limit in tokens.

    `writing` asks for the model that words things for people. `tools` go only with plain text.
    """

    messages: tuple[Message, ...]
    shape: type[BaseModel] | None = None
    tools: tuple[Tool, ...] = ()
    writing: bool = False
    most: int = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What came back: text, or `parsed` in the shape that was asked for, or calls of tools."""

    text: str = ""
    parsed: BaseModel | None = None
    calls: tuple[Call, ...] = ()
    usage: Usage = Usage()


class Declined(Exception):
    """No answer of the model can be used. `usage` counts what was spent all the same."""

    def __init__(self, reason: Reason, usage: Usage = Usage()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.usage = usage


class Model(Protocol):
    """A language model, wherever it runs."""

    async def complete(self, query: Query, *, seconds: float) -> Completion:
        """Answers within so many seconds in all, retries and repair included; raises `Declined`, nothing else."""
        ...

    async def close(self) -> None: ...


class Transcriber(Protocol):
    """A model that writes down what is said, wherever it runs."""

    async def transcribe(self, data: bytes, name: str, kind: str, *, seconds: float) -> str:
        """What is said in a recording ("": nothing), within so many seconds in all; raises `Declined`, nothing else.

        `name` and `kind` ("audio/ogg") tell the format; neither is the person's own.
        """
        ...

    async def close(self) -> None: ...
