"""Interview answers by voice: what was heard counts as if it had been typed, and nothing of it is lost."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict, replace

import pytest

from core.chat.ports import Job, place_of
from core.chat.request import Said
from core.interview.sessions import asking
from core.interview.sessions.session import Sitting
from core.interview.sessions.store import Session, SessionStore
from core.interview.sessions.voice import HEAR, PAUSE
from core.llm.scripted import ScriptedTranscriber
from core.sandbox import Sandbox
from tests.conversations.interviewing import answers
from tests.plain import Someone
from tests.world import World

VOICE = b"OggS" + bytes(500)
FIRST = "A hash map finds a key in constant time on average"
SECOND = "because the hash tells the bucket"


class Ears(ScriptedTranscriber):
    """Hears while the gate is open."""

    def __init__(self, *words: str) -> None:
        super().__init__(words)
        self.gate = asyncio.Event()
        self.gate.set()

    async def transcribe(self, data: bytes, name: str, kind: str, *, seconds: float) -> str:
        await self.gate.wait()
        return await super().transcribe(data, name, kind, seconds=seconds)


@pytest.fixture
def ears() -> Ears:
    return Ears(FIRST, SECOND)


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox, ears: Ears) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox, transcriber=ears) as world:
        yield world


@pytest.fixture
async def ada(world: World) -> Someone:
    """She has been asked a question."""
    ada = world.person()
    await ada.says("/interview hashing 2")
    ada.sees("Question 1")
    return ada


def voice(ada: Someone, data: bytes = VOICE, kind: str = "audio/ogg", seconds: float = 42, size: int = 0) -> Said:
    upload = ada.upload(data, "")
    return Said(files=(replace(upload, type=kind, seconds=seconds, size=size or len(data)),))


async def opened(world: World) -> Session:
    async with world.store.begin() as tx:
        session = await SessionStore(tx, 1).open()
    assert session
    return session


async def sitting(world: World) -> Sitting:
    return asking.at(await opened(world))


async def marked(world: World) -> bool:
    """Whether the answer was read: its feedback is shown, or a follow-up asked."""
    after = await sitting(world)
    return bool(after.answer or after.missed)


async def test_what_was_heard_is_shown_and_counts(ada: Someone, world: World, ears: Ears) -> None:
    await ada.does(ada.request(voice(ada)))
    assert "recording of 0:42" in ada.messages[-2].text
    ada.sees("I heard", FIRST, "1 message", "Send more, or press Done")
    await ada.says("and I would take it for look-ups")
    await ada.does(ada.request(voice(ada)))
    ada.sees(SECOND, "3 messages")
    assert (await sitting(world)).parts == (FIRST, "and I would take it for look-ups", SECOND)
    assert ears.heard[0] == (VOICE, "answer.ogg", "audio/ogg")
    await ada.presses("Done")
    assert await marked(world)


async def test_a_spoken_answer_ends_with_a_pause_too(ada: Someone, world: World) -> None:
    await ada.does(ada.request(voice(ada)))
    ada.sees("After 5 minutes without a word")
    world.passes(seconds=PAUSE - 1)
    await world.restarts()
    await world.engine.idle()
    assert not await marked(world), "the next recording may be under way"
    world.passes(seconds=2)
    await world.restarts()
    await world.engine.idle()
    assert await marked(world)


async def test_whatever_is_said_meanwhile_counts_as_well(ada: Someone, world: World, ears: Ears) -> None:
    ears.gate.clear()
    for said in (voice(ada), Said(text="typed meanwhile"), voice(ada)):
        await world.engine.hear([ada.request(said)])
        await asyncio.sleep(0.05)
    ears.gate.set()
    await world.engine.idle()
    assert (await sitting(world)).parts == ("typed meanwhile", FIRST, SECOND)
    texts = "\n".join(message.text for message in ada.messages)
    assert "set that aside" not in texts
    assert FIRST in texts
    ada.sees(SECOND, "3 messages")


async def test_a_kill_while_listening_loses_nothing_and_adds_nothing_twice(
    ada: Someone, world: World, ears: Ears
) -> None:
    ears.gate.clear()
    await world.engine.hear([ada.request(voice(ada))])
    await asyncio.sleep(0.05)
    ears.gate.set()
    await world.restarts()
    await world.engine.idle()
    assert (await sitting(world)).parts == (FIRST,)
    ada.sees("I heard", FIRST)


async def test_a_kill_after_the_words_were_added_adds_nothing_twice(ada: Someone, world: World, ears: Ears) -> None:
    request = ada.request(voice(ada))
    here = asking.place(await opened(world))
    await ada.does(request)
    assert isinstance(request.input, Said)
    args = {"here": here, "request": request.id, "file": asdict(request.input.files[0]), "caption": ""}
    now = world.now()
    job = Job(kind=HEAR, args=args, person=1, address=request.address, status="running", run_at=now, created_at=now)
    async with world.store.begin() as tx:
        dialogue = await world.store.dialogue(tx, 1, place_of(request.address))
        assert dialogue
        await world.store.add_job(tx, replace(job, token=dialogue.token))
    await world.restarts()
    await world.engine.idle()
    assert (await sitting(world)).parts == (FIRST,)
    assert len(ears.heard) == 1
    ada.sees("Noted: 1 message")


async def test_what_comes_late_does_not_count_for_the_next_question(ada: Someone, world: World, ears: Ears) -> None:
    ears.gate.clear()
    await world.engine.hear([ada.request(voice(ada))])
    await asyncio.sleep(0.05)
    await world.engine.hear([ada.request(Said(text="skip"))])
    await asyncio.sleep(0.05)
    ears.gate.set()
    await world.engine.idle()
    ada.sees("a question that is over")
    assert (await sitting(world)).parts == ()
    await ada.says("A first word to the second question")
    ada.sees("Noted")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seconds": 301}, "at most five minutes"),
        ({"size": 10_000_001}, "at most five minutes and 10 MB"),
        ({"data": bytes(10_000_001), "size": 5}, "at most five minutes and 10 MB"),
        ({"kind": "audio/midi"}, "cannot hear that kind"),
    ],
)
async def test_what_cannot_be_heard_is_said_and_the_question_stays(
    ada: Someone, world: World, ears: Ears, changed: dict[str, object], words: str
) -> None:
    await ada.does(ada.request(voice(ada, **changed)))  # type: ignore[arg-type]
    ada.sees(words, "Question 1")
    assert ears.heard == []
    await ada.says("Typed instead")
    assert (await sitting(world)).parts == ("Typed instead",)


@pytest.mark.parametrize(("words", "sentence"), [("", "no words"), ("quota", "nothing left"), ("timeout", "in time")])
async def test_a_failure_is_one_sentence_and_the_question_stays(
    sqlite_url: str, sandbox: Sandbox, words: str, sentence: str
) -> None:
    async with World(sqlite_url, sandbox, transcriber=Ears(words)) as world:
        ada = world.person()
        await ada.says("/interview hashing 2")
        await ada.does(ada.request(voice(ada)))
        ada.sees(sentence, "Question 1")
        await ada.says("Typed instead")
        ada.sees("Noted: 1 message")


async def test_without_a_transcription_model_it_says_to_type(sqlite_url: str, sandbox: Sandbox) -> None:
    async with World(sqlite_url, sandbox) as world:
        ada = world.person()
        await ada.says("/interview hashing 2")
        await ada.does(ada.request(voice(ada)))
        ada.sees("whoever hosts me has not switched on", "Please type your answer", "Question 1")


async def test_after_another_matter_the_question_still_hears(ada: Someone, world: World) -> None:
    await ada.says("/help")
    await ada.does(ada.request(voice(ada)))
    ada.sees("I heard", FIRST)
    assert (await sitting(world)).parts == (FIRST,)
    await ada.says("/help")
    world.passes(hours=3)
    await ada.does(ada.request(voice(ada)))
    ada.sees("This is a recording, not a document")


async def test_after_the_score_it_says_how_to_go_on(ada: Someone, world: World) -> None:
    await answers(ada)
    await ada.does(ada.request(voice(ada)))
    ada.sees("scored already", "/interview goes on")


async def test_a_recording_that_is_gone(ada: Someone, world: World) -> None:
    said = voice(ada)
    world.channel.uploads.clear()
    await ada.does(ada.request(said))
    ada.sees("no longer there", "Question 1")


async def test_words_under_a_recording_belong_to_it(ada: Someone, world: World) -> None:
    said = replace(voice(ada), text="In short: constant time.")
    await ada.does(ada.request(said))
    assert (await sitting(world)).parts == (f"In short: constant time.\n{FIRST}",)


async def test_what_was_heard_cannot_style_the_message(sqlite_url: str, sandbox: Sandbox) -> None:
    async with World(sqlite_url, sandbox, transcriber=Ears("**bold** [link](http://example.org) \n# head")) as world:
        ada = world.person()
        await ada.says("/interview hashing 2")
        await ada.does(ada.request(voice(ada)))
        ada.sees("**bold** [link](http://example.org)", "# head")
