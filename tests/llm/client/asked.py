"""What the tests of the client ask for, and how they see it declined."""

from collections.abc import Callable
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from core.llm.client import OpenAIModel
from core.llm.port import Declined, Message, Query

Make = Callable[..., OpenAIModel]


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


async def declined(model: OpenAIModel, query: Query = PLAIN, seconds: float = 5.0) -> Declined:
    with pytest.raises(Declined) as caught:
        await model.complete(query, seconds=seconds)
    return caught.value
