"""Speech written down: by a server on loopback that fails in every way, and through the tool that counts its seconds."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from core.chat.turn import Work
from core.llm.desk import NoAnswer
from core.llm.port import Declined
from core.llm.scripted import ScriptedTranscriber
from core.llm.store import MODEL, UsageStore, switch
from core.llm.transcriber import MOST, OpenAITranscriber
from core.llm.transcripts import TOKENS, Transcripts
from tests.fakes.openai import FAILURES, Cuts, Fails, FakeOpenAI, Floods, HangsUp, Raw, Stalls

VOICE = b"OggS" + bytes(2_000)
OGG = "audio/ogg"
Make = Callable[..., OpenAITranscriber]


@pytest.fixture
async def fake() -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        yield server
        server.check()


@pytest.fixture
async def make(fake: FakeOpenAI) -> AsyncIterator[Make]:
    made: list[OpenAITranscriber] = []

    def build(**changed: Any) -> OpenAITranscriber:
        settings = {"key": "", "base_url": fake.url, "model": "ears", "timeout": 5, "attempts": 2, "pause": 0.01}
        made.append(OpenAITranscriber(**{**settings, **changed}))
        return made[-1]

    yield build
    for transcriber in made:
        await transcriber.close()


async def heard(transcriber: OpenAITranscriber, data: bytes = VOICE, seconds: float = 5.0) -> str:
    return await transcriber.transcribe(data, "answer.ogg", OGG, seconds=seconds)


async def declined(transcriber: OpenAITranscriber, data: bytes = VOICE, seconds: float = 5.0) -> str:
    with pytest.raises(Declined) as caught:
        await heard(transcriber, data, seconds)
    return caught.value.reason


async def test_a_recording_goes_out_whole_and_its_words_come_back(fake: FakeOpenAI, make: Make) -> None:
    fake.hears("  A hash map, I'd\u200b say.\r\n")
    assert await heard(make()) == "A hash map, I'd say."
    sent = fake.recordings[0]
    assert (sent.name, sent.kind, sent.data) == ("answer.ogg", OGG, VOICE)
    assert sent.fields == {"model": "ears", "response_format": "json"}


async def test_silence_has_no_words_and_a_flood_is_cut(fake: FakeOpenAI, make: Make) -> None:
    fake.hears(" ", "word " * 20_000)
    assert await heard(make()) == ""
    assert len(await heard(make())) == MOST


@pytest.mark.parametrize(
    ("failure", "reason", "times"),
    [
        (FAILURES["429 with a short Retry-After"], "busy", 2),
        (FAILURES["429 with a long Retry-After"], "busy", 1),
        (FAILURES["quota"], "quota", 1),
        (FAILURES["wrong key"], "rejected", 1),
        (FAILURES["unknown model"], "rejected", 1),
        (Fails(404), "rejected", 1),
        (Fails(413), "too long", 1),
        (Fails(503), "unreachable", 2),
        (HangsUp(), "unreachable", 2),
        (Cuts(after=5), "unreachable", 2),
        (Stalls(), "timeout", 2),
        (FAILURES["HTML with 200"], "garbled", 1),
        (FAILURES["broken JSON with 200"], "garbled", 1),
        (FAILURES["error with 200"], "garbled", 1),
        (Raw(b'{"text": 7}'), "garbled", 1),
        (Raw(b'["text"]'), "garbled", 1),
        (Raw(b"[" * 500_000), "garbled", 1),
        (Floods(), "garbled", 1),
        (Raw(b"", status=302, headers={"Location": "http://127.0.0.1:9/v1"}), "rejected", 1),
    ],
)
async def test_a_failure_has_its_reason(fake: FakeOpenAI, make: Make, failure: Any, reason: str, times: int) -> None:
    fake.hears(failure)
    assert await declined(make(timeout=0.2 if reason == "timeout" else 5)) == reason
    assert len(fake.recordings) == times


async def test_a_passing_failure_is_not_noticed(fake: FakeOpenAI, make: Make) -> None:
    fake.hears(Fails(503), "Here I am.")
    assert await heard(make()) == "Here I am."


async def test_the_whole_takes_no_longer_than_allowed(fake: FakeOpenAI, make: Make) -> None:
    fake.hears(Stalls(headers=False))
    async with asyncio.timeout(2):
        assert await declined(make(attempts=5), seconds=0.3) == "timeout"


async def test_what_is_no_recording_is_rejected(fake: FakeOpenAI, make: Make) -> None:
    assert await declined(make(), b"not a recording") == "rejected"


async def test_nobody_is_there(fake: FakeOpenAI, make: Make) -> None:
    await fake.unplug()
    assert await declined(make()) == "unreachable"


async def spent(work: Work) -> int:
    async with work.begin() as tx:
        return await UsageStore(tx, work.now()).spent(work.person.id)


async def unheard(
    transcripts: Transcripts, work: Work, data: bytes = VOICE, length: float = 3, kind: str = OGG
) -> NoAnswer:
    with pytest.raises(NoAnswer) as caught:
        await transcripts.words(work, data, kind, length)
    return caught.value


async def test_seconds_count_against_the_day(work: Work) -> None:
    transcriber = ScriptedTranscriber(["One.", "Two."])
    transcripts = Transcripts(transcriber, daily=100 * TOKENS)
    assert await transcripts.words(work, VOICE, OGG, 60) == "One."
    assert await spent(work) == 60 * TOKENS
    problem = await unheard(transcripts, work, length=41)
    assert problem.reason == "spent"
    assert "Type your answer" in problem.sentence
    assert len(transcriber.heard) == 1
    assert await transcripts.words(work, VOICE, OGG, 40) == "Two."


async def test_who_understates_the_length_is_counted_by_the_bytes(work: Work) -> None:
    await Transcripts(ScriptedTranscriber(["One."])).words(work, b"OggS" + bytes(4_000_000), OGG, 1)
    assert await spent(work) > 100 * TOKENS - 1


@pytest.mark.parametrize(("reason", "counted"), [("unreachable", 0), ("rejected", 0), ("timeout", 30), ("garbled", 30)])
async def test_only_what_the_server_worked_on_is_counted(work: Work, reason: str, counted: int) -> None:
    problem = await unheard(Transcripts(ScriptedTranscriber([reason])), work)
    assert problem.reason == reason
    assert problem.sentence
    assert await spent(work) == counted


async def test_without_a_transcriber_or_with_the_model_switched_off_it_says_to_type(work: Work) -> None:
    off = await unheard(Transcripts(None), work)
    assert "whoever hosts me" in off.sentence
    assert "type" in off.sentence
    assert not Transcripts(ScriptedTranscriber(), daily=0).ready
    async with work.begin() as tx:
        await switch(tx, MODEL, on=False)
    transcriber = ScriptedTranscriber(["Words."])
    assert (await unheard(Transcripts(transcriber), work)).reason == "off"
    assert transcriber.heard == []


async def test_a_kind_that_no_server_takes_is_not_sent(work: Work) -> None:
    transcriber = ScriptedTranscriber(["Words."])
    assert (await unheard(Transcripts(transcriber), work, kind="audio/midi")).reason == "rejected"
    assert transcriber.heard == []


class Slow(ScriptedTranscriber):
    """Takes a moment, and notes how many it hears at once."""

    at_once = most = 0

    async def transcribe(self, data: bytes, name: str, kind: str, *, seconds: float) -> str:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await asyncio.sleep(0.02)
        self.at_once -= 1
        if not data:
            raise ZeroDivisionError
        return "Words."


async def test_one_recording_of_a_person_at_a_time(work: Work) -> None:
    slow = Slow()
    transcripts = Transcripts(slow)
    await asyncio.gather(*(transcripts.words(work, VOICE, OGG, 1) for _ in range(3)))
    assert slow.most == 1


async def test_a_transcriber_that_breaks_is_a_sentence(work: Work) -> None:
    assert (await unheard(Transcripts(Slow()), work, b"")).reason == "garbled"


async def test_the_log_has_no_words(work: Work, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "core.llm"):
        await Transcripts(ScriptedTranscriber(["My secret."])).words(work, VOICE, OGG, 3)
    assert caplog.records
    assert all("secret" not in str(record.__dict__) for record in caplog.records)
