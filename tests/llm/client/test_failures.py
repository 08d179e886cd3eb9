"""The client against a real server on loopback: every way to fail has its reason, and none takes longer than allowed."""

import asyncio
import json
import time
from dataclasses import replace
from typing import Any

import pytest

from core.llm.port import Completion, Query, Usage
from tests.fakes.openai import FAILURES, Cuts, Drips, Fails, FakeOpenAI, HangsUp, Raw, Says, Stalls
from tests.llm.client.asked import PLAIN, SHAPED, Make, declined

SHORT = 0.2  # seconds after which a request counts as stalled
REASONS = {
    "429 with a short Retry-After": ("busy", 2),
    "429 with a long Retry-After": ("busy", 1),
    "429 without Retry-After": ("busy", 2),
    "quota": ("quota", 1),
    "wrong key": ("rejected", 1),
    "forbidden": ("rejected", 1),
    "unknown model": ("rejected", 1),
    "500": ("unreachable", 2),
    "503": ("unreachable", 2),
    "refusal": ("refused", 1),
    "content filter": ("refused", 1),
    "length": ("too long", 1),
    "HTML with 200": ("garbled", 1),
    "broken JSON with 200": ("garbled", 1),
    "error with 200": ("garbled", 1),
    "no choices": ("garbled", 1),
    "empty content": ("garbled", 1),
    "cut midway": ("unreachable", 2),
    "hang-up": ("unreachable", 2),
    "stall": ("timeout", 2),
    "silence": ("timeout", 2),
    "drip": ("timeout", 2),
    "flood": ("garbled", 1),
}


def test_every_failure_is_expected_here() -> None:
    assert REASONS.keys() == FAILURES.keys()


@pytest.mark.parametrize("query", [PLAIN, SHAPED], ids=["text", "shape"])
@pytest.mark.parametrize("failure", FAILURES)
async def test_a_failure_has_its_reason(fake: FakeOpenAI, make: Make, failure: str, query: Query) -> None:
    fake.answers(FAILURES[failure])
    reason, asked = REASONS[failure]
    found = await declined(make(timeout=SHORT if reason == "timeout" else 5), query)
    assert (found.reason, len(fake.log)) == (reason, asked)


@pytest.mark.parametrize(
    "failure",
    ["429 with a short Retry-After", "429 without Retry-After", "500", "503", "cut midway", "hang-up", "stall"],
)
async def test_a_passing_failure_is_not_noticed(fake: FakeOpenAI, make: Make, failure: str) -> None:
    fake.then(FAILURES[failure], "Here I am.")
    assert (await make(timeout=SHORT if failure == "stall" else 5).complete(PLAIN, seconds=5)).text == "Here I am."
    assert len(fake.log) == 2


async def test_text_comes_with_what_the_server_counted(fake: FakeOpenAI, make: Make) -> None:
    fake.answers("  Shorter. ")
    completion = await make().complete(PLAIN, seconds=5)
    assert completion == Completion(text="Shorter.", usage=completion.usage)
    assert completion.usage.sent == len(fake.log[0]) // 4
    assert completion.usage.received > 0


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        {"prompt_tokens": -5, "completion_tokens": 2},
        {"prompt_tokens": "many", "completion_tokens": []},
        "free",
    ],
)
async def test_tokens_are_estimated_where_the_server_does_not_count(
    fake: FakeOpenAI, make: Make, usage: object
) -> None:
    message = {"role": "assistant", "content": "a" * 400}
    fake.answers(Raw(json.dumps({"choices": [{"message": message}], "usage": usage}).encode()))
    used = (await make().complete(PLAIN, seconds=5)).usage
    assert len(fake.log[0]) // 4 - 20 <= used.sent <= len(fake.log[0]) // 4 + 20
    assert 100 <= used.received <= 110


async def test_what_a_failure_cost_is_told(fake: FakeOpenAI, make: Make) -> None:
    fake.then("no object", "none again")
    assert (await declined(make(), SHAPED)).usage.sent == sum(len(body) // 4 for body in fake.log)
    fake.answers(Fails(500))
    assert (await declined(make())).usage == Usage()
    fake.answers(Stalls())
    assert (await declined(make(timeout=SHORT))).usage.sent > 40  # two requests, read by the server for all we know


@pytest.mark.parametrize("behaviour", [Stalls(), Stalls(headers=False), Drips(), Says("late", after=5)])
async def test_the_deadline_holds_whatever_the_server_does(fake: FakeOpenAI, make: Make, behaviour: Any) -> None:
    fake.answers(behaviour)
    began = time.monotonic()
    found = await declined(make(timeout=30, attempts=5), seconds=0.2)
    assert found.reason == "timeout"
    assert found.usage.sent > 0
    assert time.monotonic() - began < 1.5


async def test_the_deadline_is_for_all_together(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(Says("not what was asked for", after=0.3))
    began = time.monotonic()
    assert (await declined(make(), SHAPED, seconds=0.5)).reason == "timeout"
    assert len(fake.log) == 2  # the repair was under way
    assert time.monotonic() - began < 1.5


async def test_nobody_waits_longer_than_the_deadline_to_try_again(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(Fails(429, headers={"Retry-After": "5"}))
    began = time.monotonic()
    assert (await declined(make(), seconds=3)).reason == "busy"
    assert time.monotonic() - began < 1.5
    assert len(fake.log) == 1


async def test_retry_after_is_obeyed_where_it_fits(fake: FakeOpenAI, make: Make) -> None:
    fake.then(Fails(429, headers={"Retry-After": "0.3"}), "Now.")
    began = time.monotonic()
    assert (await make().complete(PLAIN, seconds=5)).text == "Now."
    assert time.monotonic() - began >= 0.3


async def test_the_host_reads_why_and_nobody_reads_what(
    fake: FakeOpenAI, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    fake.answers(Fails(401, "invalid_api_key", "Incorrect key sk-secret, while asked to Word this better."))
    await declined(make(key="sk-secret"))
    fake.answers(Fails(400, "you said: Word this better."))
    await declined(make())
    told = [(getattr(record, "status", 0), getattr(record, "code", "")) for record in caplog.records]
    assert told == [(401, "invalid_api_key"), (400, "")]
    assert "Word this" not in caplog.text
    assert "sk-secret" not in caplog.text


async def test_a_server_without_its_plug_is_unreachable_and_comes_back(fake: FakeOpenAI, make: Make) -> None:
    model = make()
    fake.answers("I am here.")
    await model.complete(PLAIN, seconds=5)
    await fake.unplug()
    assert (await declined(model)).reason == "unreachable"
    await fake.plug()
    assert (await model.complete(PLAIN, seconds=5)).text == "I am here."


async def test_a_broken_connection_in_the_middle_is_tried_again(fake: FakeOpenAI, make: Make) -> None:
    fake.then(Cuts(after=0), HangsUp(), "Third.")
    assert (await make(attempts=3).complete(PLAIN, seconds=5)).text == "Third."


async def test_the_key_is_sent_and_nothing_follows_a_redirect(fake: FakeOpenAI, make: Make) -> None:
    async with FakeOpenAI(key="sk-right") as strict:
        assert (await declined(make(base_url=strict.url, key="sk-wrong"))).reason == "rejected"
        assert (await make(base_url=strict.url, key="sk-right").complete(PLAIN, seconds=5)).text == "Fine."
        asked = len(strict.log)
        fake.answers(Raw(b"", status=307, headers={"Location": f"{strict.url}/chat/completions"}))
        assert (await declined(make(key="sk-right"))).reason == "rejected"
        assert len(strict.log) == asked


async def test_a_proxy_is_not_asked_for_this_machine(
    fake: FakeOpenAI, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert (await make().complete(PLAIN, seconds=5)).text == "Fine."


async def test_who_gives_up_is_not_answered_with_a_reason(fake: FakeOpenAI, make: Make) -> None:
    fake.answers(Stalls())
    task = asyncio.create_task(make(timeout=5).complete(PLAIN, seconds=5))
    while not fake.log:
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_writing_has_a_model_of_its_own(fake: FakeOpenAI, make: Make) -> None:
    model = make(writing_model="large")
    await model.complete(PLAIN, seconds=5)
    await model.complete(replace(PLAIN, writing=True, most=77), seconds=5)
    assert [asked.model for asked in fake.asked] == ["small", "large"]
    assert fake.asked[1].body["max_tokens"] == 77


async def test_a_letter_that_cannot_be_sent_is_replaced(fake: FakeOpenAI, make: Make) -> None:
    broken = replace(PLAIN, messages=(replace(PLAIN.messages[1], content="caf\udce9"),))
    fake.answers(lambda asked: f"{asked.user}\0 <- NUL")
    assert (await make().complete(broken, seconds=5)).text == "caf? <- NUL"
