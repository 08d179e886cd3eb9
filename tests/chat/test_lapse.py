"""A question that has waited long enough starts its own work; a word in between, and nothing begins."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from core.chat.book import Book
from core.chat.outcome import Ask, Lapse, Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.request import Said, Upload
from core.chat.turn import Answer, Transient, Turn, Work
from core.sandbox import Sandbox
from tests.plain import Someone
from tests.world import World

PAUSE = 60.0


class Story:
    """Gathers what is told; after a pause of a minute it is read back. `troubles` fail so many readings at first."""

    def __init__(self) -> None:
        self.book = Book()
        self.read: list[list[str]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.troubles = 0
        self._declare_tale()
        self._declare_others()

    def _declare_tale(self) -> None:
        book = self.book

        def ask(parts: list[str]) -> Ask:
            reply = Reply(text=f"Noted {len(parts)}", buttons=((Button("Done", answer="done"),),))
            lapse = Lapse(seconds=PAUSE, job="read", args={"parts": parts}) if parts else None
            return Ask(reply=reply, then="told", state={"parts": parts}, lapse=lapse)

        @book.command("tell", "A story", hidden=True)
        async def tell(turn: Turn) -> Outcome:
            return ask([])

        @book.step("told", takes="talk")
        async def told(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            if answer.pressed == "done":
                return Later(job="read", args={"parts": state["parts"]}, saying=Reply(text="Reading"))
            return ask([*state["parts"], answer.text or answer.files[0].kind])

        @book.job("read", failure="Unreadable.")
        async def read(work: Work, parts: list[str]) -> Outcome:
            await self.gate.wait()
            if self.troubles:
                self.troubles -= 1
                raise Transient("Not now.", seconds=0)
            self.read.append(parts)
            return Ask(reply=Reply(text=f"Read: {' / '.join(parts)}"), then="told", state={"parts": []})

    def _declare_others(self) -> None:
        book = self.book

        @book.command("ring", "A question beside which something goes on", hidden=True)
        async def ring(turn: Turn) -> Outcome:
            lapse = Lapse(seconds=0, job="read", args={"parts": ["ring"]})
            return Ask(reply=Reply(text="Who is there?"), then="brief", lapse=lapse)

        @book.command("other", "Work of another kind", hidden=True)
        async def other(turn: Turn) -> Outcome:
            return Later(job="other")

        @book.job("other", failure="No.")
        async def done_at_once(work: Work) -> Outcome:
            return Reply(text="Other work done")

        @book.command("brief", "A question for a few words", hidden=True)
        async def brief(turn: Turn) -> Outcome:
            return Ask(reply=Reply(text="In a word?"), then="brief")

        @book.step("brief")
        async def in_a_word(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            return Reply(text=f"In a word: {answer.text}")


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
async def world(sqlite_url: str, sandbox: Sandbox, story: Story) -> AsyncIterator[World]:
    async with World(sqlite_url, sandbox, book=story.book) as world:
        yield world


@pytest.fixture
async def ada(world: World) -> Someone:
    """She has begun to tell."""
    ada = world.person()
    await ada.says("/tell")
    await ada.says("Once upon a time")
    return ada


async def until_due(world: World) -> None:
    """A restart after the pause: what is due begins at once."""
    world.passes(seconds=PAUSE + 1)
    await world.restarts()
    await world.engine.idle()


async def test_after_the_pause_the_work_begins_by_itself(ada: Someone, world: World, story: Story) -> None:
    world.passes(seconds=PAUSE - 1)
    await asyncio.sleep(1.1)  # the runner has looked at the clock
    assert story.read == []
    world.passes(seconds=2)
    async with asyncio.timeout(5):
        while "Read" not in ada.last.text:
            await asyncio.sleep(0.05)
    assert story.read == [["Once upon a time"]]
    await ada.says("And then")
    ada.sees("Noted 1")


async def test_what_was_pending_in_a_process_that_died_begins_in_the_next_once(
    ada: Someone, world: World, story: Story
) -> None:
    await world.restarts()
    await world.engine.idle()
    assert story.read == [], "it is not due yet"
    await until_due(world)
    ada.sees("Read: Once upon a time")
    await until_due(world)
    assert len(story.read) == 1


async def test_a_word_in_between_is_an_answer_and_starts_the_wait_anew(
    ada: Someone, world: World, story: Story
) -> None:
    world.passes(seconds=PAUSE - 1)
    await ada.says("there was")
    world.passes(seconds=2)
    await world.restarts()
    await world.engine.idle()
    assert story.read == []
    await until_due(world)
    assert story.read == [["Once upon a time", "there was"]]


@pytest.mark.parametrize("words", ["/cancel", "/help", "/brief"])
async def test_another_matter_in_between_and_nothing_begins(
    ada: Someone, world: World, story: Story, words: str
) -> None:
    await ada.says(words)
    shown = len(ada.messages)
    await until_due(world)
    assert story.read == []
    assert len(ada.messages) == shown, "and nothing is said about it"
    async with world.store.begin() as tx:
        assert await world.store.open_jobs(tx) == []


async def test_without_a_pause_it_begins_at_once_and_the_question_stays(
    ada: Someone, world: World, story: Story
) -> None:
    story.gate.clear()
    for words in ("/ring", "me"):
        await world.engine.hear([ada.request(Said(text=words))])
        await asyncio.sleep(0.05)
    ada.sees("In a word: me")
    story.gate.set()
    await world.engine.idle()
    ada.sees("Read: ring")


async def test_done_before_the_pause_is_done_once(ada: Someone, world: World, story: Story) -> None:
    await ada.presses("Done")
    ada.sees("Read: Once upon a time")
    await until_due(world)
    assert story.read == [["Once upon a time"]]


async def test_other_work_does_not_wait_for_what_is_put_off(ada: Someone, world: World, story: Story) -> None:
    await world.restarts()
    await ada.says("/other")
    ada.sees("Other work done")


async def test_once_begun_it_is_no_longer_stopped_by_a_word(ada: Someone, world: World, story: Story) -> None:
    story.gate.clear()
    world.passes(seconds=PAUSE + 1)
    await world.restarts()
    await asyncio.sleep(0.1)
    await world.engine.hear([ada.request(Said(text="one more thing"))])
    await asyncio.sleep(0.1)
    ada.sees("still working")
    story.gate.set()
    await world.engine.idle()
    ada.sees("Read: Once upon a time")


async def test_a_kill_while_it_runs_leaves_it_to_the_next_process(ada: Someone, world: World, story: Story) -> None:
    story.gate.clear()
    world.passes(seconds=PAUSE + 1)
    await world.restarts()
    await asyncio.sleep(0.1)
    story.gate.set()
    await world.restarts()
    await world.engine.idle()
    assert story.read == [["Once upon a time"]]


async def test_it_is_tried_again_like_any_work(ada: Someone, world: World, story: Story) -> None:
    story.troubles = 2
    await until_due(world)
    ada.sees("Read: Once upon a time")


async def test_talk_takes_answers_of_any_length_and_spoken_ones(ada: Someone, world: World, story: Story) -> None:
    await ada.says("A long tale.\n" + "It goes on and on.\n" * 100)
    ada.sees("Noted 2")
    voice = replace(ada.upload(b"OggS", "voice.oga"), type="audio/ogg")
    await ada.does(ada.request(Said(files=(voice,))))
    ada.sees("Noted 3")
    await until_due(world)
    assert story.read[0][2] == "audio/ogg"


async def test_a_document_is_a_matter_of_its_own_where_talk_is_taken(ada: Someone, world: World, story: Story) -> None:
    gone = Upload(platform="plain", ref="gone", name="cv.pdf")
    await ada.does(ada.request(Said(files=(gone,))))
    ada.sees("no longer there")
    await until_due(world)
    assert story.read == []


async def test_where_a_few_words_are_asked_for_a_long_text_is_a_matter_of_its_own(ada: Someone) -> None:
    await ada.says("/brief")
    await ada.says("A long tale.\n" + "It goes on and on.\n" * 100)
    assert "In a word" not in ada.last.text
