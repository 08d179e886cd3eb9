"""What each kind of server is sent, as its log shows, and what is learned where it refuses."""

from dataclasses import replace
from typing import Any

import pytest

from core.llm.ladder import Ladder
from core.llm.profiles import PROFILES, kind_of
from tests.fakes.openai import Fails, FakeOpenAI, Raw
from tests.llm.client.asked import GOOD, PLAIN, SHAPED, Make, declined

LOCAL = {"max_tokens": 1500, "temperature": 0.2, "seed": 7}


@pytest.mark.parametrize(
    ("server", "model", "sent"),
    [
        (
            "openai",
            "gpt-6-luna",
            {"max_completion_tokens": 1500, "reasoning_effort": "none", "temperature": 0.2, "store": False},
        ),
        ("ollama", "qwen3", {**LOCAL, "reasoning_effort": "none"}),
        ("vllm", "qwen3", LOCAL),
        ("llama-server", "qwen3", LOCAL),
        ("lmstudio", "qwen3", LOCAL),
        ("other", "qwen3", {"max_tokens": 1500, "temperature": 0.2}),
    ],
)
async def test_each_kind_of_server_gets_its_own(
    fake: FakeOpenAI, make: Make, server: str, model: str, sent: dict[str, Any]
) -> None:
    await make(server=server, model=model).complete(PLAIN, seconds=5)
    body = dict(fake.asked[0].body)
    assert body.pop("model") == model
    assert body.pop("messages") == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Word this better."},
    ]
    assert body == sent


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://api.openai.com/v1", "openai"),
        ("https://eu.api.openai.com/v1", "openai"),
        ("https://api.openai.com.example.org/v1", "other"),
        ("http://localhost:11434/v1", "ollama"),
        ("http://10.0.0.7:1234/v1", "lmstudio"),
        ("http://localhost:8080/v1", "llama-server"),
        ("http://localhost:8000/v1", "vllm"),
        ("https://models.example.org/v1", "other"),
    ],
)
def test_the_kind_is_guessed_from_the_url(url: str, kind: str) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    ("unsupported", "server", "left"),
    [
        ({"temperature"}, "other", {"max_tokens": 1500}),
        ({"reasoning_effort", "seed"}, "ollama", {"max_tokens": 1500, "temperature": 0.2}),
        ({"max_tokens"}, "vllm", {"max_completion_tokens": 1500, "temperature": 0.2, "seed": 7}),
        ({"reasoning_effort", "temperature", "store"}, "openai", {"max_completion_tokens": 1500}),
        (
            {"max_completion_tokens", "reasoning_effort"},
            "openai",
            {"max_tokens": 1500, "temperature": 0.2, "store": False},
        ),
    ],
)
async def test_what_a_server_refuses_is_left_out_from_then_on(
    fake: FakeOpenAI, make: Make, unsupported: set[str], server: str, left: dict[str, Any]
) -> None:
    fake.unsupported = unsupported
    model = make(server=server)
    await model.complete(PLAIN, seconds=5)
    refused = len(fake.log) - 1
    await model.complete(PLAIN, seconds=5)
    assert refused == len(unsupported)
    assert len(fake.log) == refused + 2
    assert {name: value for name, value in fake.asked[-1].body.items() if name not in {"model", "messages"}} == left


async def test_gpt_6_without_its_reasoning_loses_its_temperature_too(fake: FakeOpenAI, make: Make) -> None:
    fake.unsupported = {"reasoning_effort"}
    await make(server="openai", model="gpt-6-luna").complete(PLAIN, seconds=5)
    assert fake.asked[-1].body.keys() & {"temperature", "reasoning_effort"} == set()
    fake.refused.clear()  # that a temperature needs the effort "none" is how it was learned


async def test_each_model_learns_for_itself(fake: FakeOpenAI, make: Make) -> None:
    model = make(server="openai", model="qwen3", writing_model="gpt-6.1-terra")
    fake.then(Fails(400, "unsupported_parameter", "Unsupported parameter: 'temperature'"), "Small.", "Large.")
    await model.complete(PLAIN, seconds=5)
    await model.complete(replace(PLAIN, writing=True), seconds=5)
    assert ["temperature" in asked.body for asked in fake.asked] == [True, False, True]


@pytest.mark.parametrize(
    "body",
    [
        b"""{"error": "'response_format.type' must be 'text'"}""",  # LM Studio
        b'{"error":{"code":400,"message":"failed to parse grammar","type":"invalid_request_error"}}',  # llama-server
        b'{"object":"error","message":"guided decoding is off","type":"BadRequestError","param":null,"code":400}',
        b'{"detail":[{"type":"extra_forbidden","loc":["body","response_format"],"msg":"Extra inputs"}]}',  # FastAPI
        b"<html>response_format?</html>",
    ],
)
@pytest.mark.parametrize("status", [400, 422])
async def test_every_dialect_of_a_refusal_is_understood(fake: FakeOpenAI, make: Make, body: bytes, status: int) -> None:
    fake.then(Raw(body, status=status), GOOD)
    await make(server="lmstudio").complete(SHAPED, seconds=5)
    assert [asked.format for asked in fake.asked] == ["json_schema", ""]


@pytest.mark.parametrize(
    ("refusal", "reason", "asked"),
    [
        (Fails(400, "", "the model is tired"), "rejected", 1),
        (
            Fails(400, "context_length_exceeded", "maximum context length is 4096 tokens: lower max_tokens"),
            "too long",
            1,
        ),
        (Fails(413), "too long", 1),
        (Fails(400, "content_filter", "The prompt triggered a filter"), "refused", 1),
        (Fails(400, "", "max_tokens must be below 100"), "rejected", 2),
        (Fails(400, "", "this model has no tools"), "rejected", 1),
        (Fails(402, "", "Insufficient balance"), "quota", 1),
    ],
)
async def test_a_refusal_that_nothing_can_be_learned_from_is_the_end(
    fake: FakeOpenAI, make: Make, refusal: Fails, reason: str, asked: int
) -> None:
    fake.answers(refusal)
    assert (await declined(make())).reason == reason
    assert len(fake.log) == asked


def test_a_ladder_ends_at_the_prompt() -> None:
    ladder = Ladder(PROFILES["other"])
    modes = [ladder.mode]
    while modes[-1] != "prompt":
        assert ladder.step({"response_format": {"type": ladder.mode}}, "response_format", "no")
        modes.append(ladder.mode)
    assert modes == ["json_schema", "json_object", "prompt"]
    assert not ladder.step({"max_tokens": 1}, "", "no response_format")
