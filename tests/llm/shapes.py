"""Shapes and queries that the tests of the client ask for."""

from typing import Literal

from pydantic import BaseModel, Field

from core.llm.port import Message, Query


class Line(BaseModel):
    number: int = Field(ge=1, le=9)
    text: str = Field(max_length=50, description="the line in better words")
    tone: Literal["plain", "bold"] | None = None


class Lines(BaseModel):
    lines: list[Line] = Field(max_length=3)


GOOD = {"lines": [{"number": 1, "text": "Led the move to Kubernetes", "tone": None}]}
ASKED = (Message(role="system", content="Be brief."), Message(role="user", content="Word this better."))
PLAIN = Query(messages=ASKED)
SHAPED = Query(messages=ASKED, shape=Lines)
