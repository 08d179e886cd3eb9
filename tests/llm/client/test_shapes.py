"""Structured answers: cut out of what models wrap around them, repaired once, and asked for in the way a server takes."""

import asyncio
import json
import re
from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from core.llm.shapes import Misfit, fitted, strict_schema
from tests.fakes.openai import FakeOpenAI, Says
from tests.fakes.openai.rules import judge
from tests.llm.client.asked import GOOD, PLAIN, SHAPED, Line, Lines, Make, declined

WRITTEN = json.dumps(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        WRITTEN,
        f"```json\n{WRITTEN}\n```",
        f"```\n{WRITTEN}```\nAnything else?",
        f"Sure! Here it is {{as asked}}:\n{WRITTEN}",
        f'<think>First {{"lines": []}}, no, better: more.</think>\n{WRITTEN}',
        json.dumps(GOOD, indent=4),
        f'{{"lines": 7}} was wrong, so {WRITTEN}',
    ],
)
async def test_an_object_is_cut_out_of_what_stands_around_it(fake: FakeOpenAI, make: Make, text: str) -> None:
    fake.answers(text)
    completion = await make().complete(SHAPED, seconds=5)
    assert completion.parsed == Lines.model_validate(GOOD)
    assert len(fake.log) == 1


BAD = {
    "a number out of bounds": {"lines": [{"number": 10, "text": "x", "tone": None}]},
    "too long a text": {"lines": [{"number": 1, "text": "x" * 51, "tone": None}]},
    "too many": {"lines": [{"number": 1, "text": "x", "tone": None}] * 4},
    "another word": {"lines": [{"number": 1, "text": "x", "tone": "loud"}]},
    "a missing field": {"rows": []},
    "a list": "[1, 2]",
    "not JSON": "I would rather talk.",
    "half of it": WRITTEN[:-3],
    "no number": '{"lines": [{"number": NaN, "text": "x"}]}',
    "a NUL": '{"lines": [{"number": 1, "text": "a\\u0000b", "tone": null}]}',
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
async def test_what_does_not_fit_is_repaired_once(fake: FakeOpenAI, make: Make, bad: Any) -> None:
    fake.then(bad, GOOD)
    completion = await make().complete(SHAPED, seconds=5)
    assert completion.parsed == Lines.model_validate(GOOD)
    roles = [message["role"] for message in fake.asked[1].body["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert "not in the form that was asked for" in fake.asked[1].last
    assert '"maxItems":3' in fake.asked[1].last  # the server may have ignored the schema, so it is told
    assert completion.usage.sent == sum(len(body) // 4 for body in fake.log)


async def test_what_was_wrong_is_said_shortly(fake: FakeOpenAI, make: Make) -> None:
    fake.then({"lines": [{"number": 10, "text": "x" * 900_000, "tone": None}]}, GOOD)
    await make().complete(SHAPED, seconds=5)
    assert "lines.0.number: Input should be less than or equal to 9" in fake.asked[1].last
    assert "lines.0.text: String should have at most 50 characters" in fake.asked[1].last
    assert len(fake.log[1]) < 8000


async def test_after_one_repair_it_is_garbled(fake: FakeOpenAI, make: Make) -> None:
    fake.answers("I would rather talk.")
    assert (await declined(make(), SHAPED)).reason == "garbled"
    assert len(fake.log) == 2


async def test_a_cut_repair_is_too_long(fake: FakeOpenAI, make: Make) -> None:
    fake.then("nothing", Says(WRITTEN[:9], finish="length"))
    assert (await declined(make(), SHAPED)).reason == "too long"


@pytest.mark.parametrize("text", ["{" * 500_000, '{"a":' * 100_000, '{"lines": [' * 50_000, '{"a": "' + "x" * 900_000])
async def test_an_answer_made_to_choke_on_is_only_garbled(fake: FakeOpenAI, make: Make, text: str) -> None:
    fake.answers(text)
    assert (await declined(make(), SHAPED)).reason == "garbled"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('{}[]":,\\ 0n"lines'), max_size=60) | st.text(max_size=60))
def test_any_text_fits_or_does_not(text: str) -> None:
    try:
        found = fitted(Lines, text)
    except Misfit as misfit:
        found = str(misfit)
    assert found


# The ladder.


async def test_the_schema_is_strict_and_the_real_server_would_take_it(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(GOOD)
    await make().complete(SHAPED, seconds=5)
    assert fake.asked[0].body["response_format"]["json_schema"] == {
        "name": "Lines",
        "strict": True,
        "schema": strict_schema(Lines),
    }


@pytest.mark.parametrize(
    ("unsupported", "steps"),
    [
        ({"json_schema"}, ["json_schema", "json_object"]),
        ({"json_schema", "json_object"}, ["json_schema", "json_object", ""]),
    ],
)
async def test_the_ladder_goes_down_once_and_is_remembered(
    fake: FakeOpenAI, make: Make, unsupported: set[str], steps: list[str]
) -> None:
    fake.unsupported = unsupported
    fake.answers(GOOD)
    model = make()
    for _ in range(2):
        assert (await model.complete(SHAPED, seconds=5)).parsed == Lines.model_validate(GOOD)
    assert [asked.format for asked in fake.asked] == [*steps, steps[-1]]
    assert fake.asked[-1].system.startswith("Be brief.\n\nAnswer with one JSON object")
    assert re.search(r'"number":\{[^}]*"maximum":9', fake.asked[-1].system)
    assert fake.asked[-1].user == "Word this better."


async def test_two_at_once_go_down_one_step_together(fake: FakeOpenAI, make: Make) -> None:
    fake.unsupported = {"json_schema"}
    fake.answers(GOOD)
    model = make()
    await asyncio.gather(*(model.complete(SHAPED, seconds=5) for _ in range(4)))
    formats = Counter(asked.format for asked in fake.asked)
    assert formats.keys() == {"json_schema", "json_object"}
    assert formats["json_object"] == 4


async def test_plain_text_asks_for_no_form(fake: FakeOpenAI, make: Make) -> None:
    await make().complete(PLAIN, seconds=5)
    assert "response_format" not in fake.asked[0].body


# The schema.


class Grade(StrEnum):
    GOOD = "good"
    BAD = "bad"


class Part(BaseModel):
    """Used twice, once with words of its own."""

    name: Annotated[str, Field(min_length=1, pattern="^[a-z]+$")] = "none"
    grade: Grade = Grade.GOOD


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    first: Part = Field(description="where it starts")
    others: list[Part] = Field(default=[], min_length=1)
    score: float | None = Field(None, ge=0, le=1)
    kind: Literal["a"] | int = "a"


def test_a_strict_schema_has_no_defaults_no_references_and_all_required() -> None:
    schema = strict_schema(Whole)
    request = {
        "model": "m",
        "messages": [{"role": "user", "content": "x"}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "W", "strict": True, "schema": schema}},
    }
    judge(request)
    assert not {'"default"', "$ref", "$defs", "minLength", "pattern"} & set(
        re.findall(r'"?[$\w]+"?', json.dumps(schema))
    )
    assert schema["required"] == ["title", "first", "others", "score", "kind"]
    assert schema["properties"]["first"]["description"] == "where it starts"
    assert (
        schema["properties"]["first"]["properties"]["name"]["description"] == "at least 1 characters; matches ^[a-z]+$"
    )
    assert schema["properties"]["others"]["items"]["properties"]["grade"]["enum"] == ["good", "bad"]
    assert schema["properties"]["score"]["anyOf"][0]["maximum"] == 1


class Tree(BaseModel):
    branches: list["Tree"]


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (dict[str, int], "a dict"),
        (tuple[int, str], "a tuple"),
        (Any, "a value of any type"),
        (list[Any], "a value of any type"),
        (Tree, "a shape within itself"),
        (Annotated[Cat | Dog, Field(discriminator="kind")], "a union with a discriminator"),
    ],
)
def test_what_a_strict_schema_cannot_say_is_refused(kind: Any, what: str) -> None:
    shape = type("Shape", (BaseModel,), {"__annotations__": {"field": kind}, "__module__": __name__})
    with pytest.raises(TypeError, match=rf"Shape\.field.*: a structured answer cannot hold {what}"):
        strict_schema(shape)


def test_dates_are_told_as_text_and_read_back() -> None:
    class Day(BaseModel):
        on: date

    assert strict_schema(Day)["properties"]["on"] == {"type": "string", "description": "a date"}
    assert fitted(Day, '{"on": "2026-11-22"}') == Day(on=date(2026, 11, 22))
    assert Line.model_fields.keys() == strict_schema(Line)["properties"].keys()
