"""The engine's promises: forms, jobs with one last word, an outbox that waits, and nothing lost over a restart."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import pytest

from core.chat.book import Book, Option
from core.chat.channel import Busy, Unavailable
from core.chat.fields import Field
from core.chat.outcome import Ask, Fill, Later, Outcome
from core.chat.reply import Button, Choice, Form, Menu, Reply
from core.chat.request import Said
from core.chat.turn import Answer, Apology, Transient, Turn, Work
from core.sandbox import Sandbox
from tests.plain import Someone
from tests.world import World


class Bench:
    """Declarations for these tests, and what the jobs saw."""

    def __init__(self) -> None:
        self.book = Book()
        self.attempts = 0
        self.gate = asyncio.Event()
        self._declare_talk()
        self._declare_jobs()

    def _declare_talk(self) -> None:
        book = self.book
        fields = (
            Field(name="age", question="How old?", kind="int", minimum=1, maximum=120),
            Field(name="town", question="Which town?", required=False, default=""),
        )

        @book.command("form", "A form", hidden=True)
        async def form(turn: Turn) -> Outcome:
            return Fill(form=Form("About you", fields), then="filled", state={"greeting": "Hello"})

        @book.step("filled")
        async def filled(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            return Reply(text=f"{state['greeting']} {answer.fields['age'] + 1} {answer.fields['town'] or 'nowhere'}")

        @book.command("pick", "A menu", hidden=True)
        async def pick(turn: Turn) -> Outcome:
            menu = Menu((Choice("One", "1"), Choice("Two", "2")), answer="?", several=True)
            return Ask(reply=Reply(text="Pick", menu=menu), then="picked")

        @book.step("picked")
        async def picked(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            return Later(job="slow", args={"word": "+".join(answer.values)}, saying=Reply(text="Working"))

        @book.command("break", "A fault", hidden=True)
        async def broken(turn: Turn) -> Outcome:
            raise ZeroDivisionError

    def _declare_jobs(self) -> None:
        book = self.book

        @book.command("panel", "A message that a job changes", hidden=True)
        async def panel(turn: Turn, press: Annotated[int, Option(question="Which press")] = 0) -> Outcome:
            if press:
                return Later(job="paint", saying=Reply(text="Painting", slot="panel"))
            return Reply(text="White", slot="panel", buttons=((Button("Paint", run="panel 1"),),))

        @book.job("paint", failure="No paint.")
        async def paint(work: Work) -> Outcome:
            return Reply(text="Red", slot="panel", buttons=((Button("Paint", run="panel 1"),),))

        @book.command("work", "Starts a job", hidden=True)
        async def start(turn: Turn, kind: Annotated[str, Option(question="Which")]) -> Outcome:
            return Later(job=kind, args={"word": "done"}, saying=Reply(text="Working"))

        @book.job("slow", failure="The slow job failed.")
        async def slow(work: Work, word: str) -> Outcome:
            await work.report(Reply(text="Half way"))
            await self.gate.wait()
            return Reply(text=f"Slow {word}")

        @book.job("flaky", failure="The flaky job failed.", attempts=3)
        async def flaky(work: Work, word: str) -> Outcome:
            self.attempts += 1
            raise Transient("The far side is away; please try later.", seconds=0)

        @book.job("late", failure="That took too long.", deadline=0.05)
        async def late(work: Work, word: str) -> Outcome:
            await asyncio.sleep(5)
            return Reply(text="never")

        @book.job("sorry", failure="No.")
        async def sorry(work: Work, word: str) -> Outcome:
            raise Apology("I *cannot* do that.")

        @book.job("fault", failure="The job broke.")
        async def fault(work: Work, word: str) -> Outcome:
            raise ZeroDivisionError


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
async def world(database_url: str, sandbox: Sandbox, bench: Bench) -> AsyncIterator[World]:
    async with World(database_url, sandbox, book=bench.book) as world:
        yield world


@pytest.fixture
def ada(world: World) -> Someone:
    return world.person()


async def test_a_job_changes_the_pressed_message_that_carries_its_slot(ada: Someone, world: World) -> None:
    await ada.runs("panel")
    await ada.presses("Paint")
    await world.restarts()
    await ada.presses("Paint")
    assert [reply.text for reply in ada.last.versions] == ["White", "Painting", "Red", "Painting", "Red"]
    await ada.runs("panel", press=1)
    assert [message.reply.text for message in ada.messages] == ["Red", "Red"]


async def test_a_form_one_question_at_a_time(ada: Someone, world: World) -> None:
    await ada.runs("form")
    ada.sees("1 of 2", "How old?")
    await ada.says("old")
    ada.sees("1 of 2", "a whole number from 1 to 120; that was “old”")
    await world.restarts()
    await ada.says("41")
    ada.sees("2 of 2", "Which town?")
    await ada.presses("Back")
    ada.sees("1 of 2", "Now: 41")
    await ada.says("42")
    await ada.presses("Skip")
    ada.sees("Hello 43 nowhere")


async def test_a_form_as_a_modal(ada: Someone, world: World) -> None:
    world.channel.modals = True
    await ada.runs("form")
    await ada.fills(age="none", town="Leeds")
    ada.sees("a whole number from 1 to 120")
    await world.restarts()
    await ada.presses("Open the form again")
    form = ada.last.reply.form
    assert form
    assert [field.current for field in form.fields] == ["none", "Leeds"]
    await ada.fills(age="41", town="Leeds")
    ada.sees("Hello 42 Leeds")
    before = len(ada.messages)
    await ada.does(ada.request(Said(text="hm")))
    assert len(ada.messages) == before + 1


async def test_a_job_of_a_dialogue_speaks_only_while_it_is_waited_for(ada: Someone, world: World, bench: Bench) -> None:
    await ada.runs("pick")
    pick = asyncio.create_task(ada.picks("One", "Two"))
    await asyncio.sleep(0.3)
    hearing = world.engine.hear([ada.request(Said(text="are you there?"))])
    await hearing
    await asyncio.sleep(0.2)
    ada.sees("still working")
    await world.engine.hear([ada.request(Said(text="/cancel"))])
    await asyncio.sleep(0.2)
    ada.sees("Stopped.")
    bench.gate.set()
    await pick
    assert not any("Slow" in message.text for message in ada.messages)


async def test_several_are_picked_and_the_result_takes_the_messages_place(ada: Someone, bench: Bench) -> None:
    bench.gate.set()
    await ada.runs("pick")
    await ada.picks("One", "Two")
    ada.sees("Slow 1+2")
    assert len(ada.last.versions) >= 2
    assert len(ada.messages) == 2


async def test_a_running_job_survives_a_restart(ada: Someone, world: World, bench: Bench) -> None:
    await world.engine.hear([ada.request(Said(text="/work slow"))])
    while not ada.messages or ada.last.text != "Half way":
        await asyncio.sleep(0.01)
    await world.end()
    bench.gate.set()
    await world.begin()
    await world.engine.idle()
    ada.sees("Slow done")
    assert len(ada.messages) == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("late", "That took too long."),
        ("sorry", "I cannot do that."),
        ("fault", "The job broke."),
        ("unknown", "can no longer do that"),
    ],
)
async def test_a_job_that_fails_says_so_once(ada: Someone, world: World, kind: str, said: str) -> None:
    await ada.says(f"/work {kind}")
    ada.sees(said)
    await world.restarts()
    assert len(ada.messages) == 1
    assert len(ada.last.versions) == 2


async def test_what_is_transient_is_tried_again(ada: Someone, bench: Bench) -> None:
    await ada.says("/work flaky")
    ada.sees("The far side is away")
    assert bench.attempts == 3


async def test_a_fault_ends_in_one_honest_message(ada: Someone) -> None:
    await ada.says("/break")
    ada.sees("Something broke on my side")
    await ada.says("/help")
    ada.sees("What I can do")


async def test_the_outbox_waits_for_the_platform(ada: Someone, world: World) -> None:
    world.channel.troubles = [Busy(0.01), Unavailable("down"), Busy(0.01)]
    await ada.says("/help")
    assert len(ada.messages) == 1


async def test_a_reply_that_is_refused_does_not_stop_the_next(ada: Someone, world: World) -> None:
    world.channel.troubles = [RuntimeError("a fault of the adapter")]
    await ada.says("/help")
    ada.sees("could not be shown")
    await ada.says("/help")
    ada.sees("What I can do")


async def test_what_was_not_said_is_said_after_a_restart(ada: Someone, world: World) -> None:
    world.channel.troubles = [Busy(60)]
    await world.engine.hear([ada.request(Said(text="/help"))])
    await asyncio.sleep(0.2)
    assert ada.messages == []
    await world.restarts()
    await world.engine.idle()
    ada.sees("What I can do")
    assert len(ada.messages) == 1


async def test_someone_who_blocked_the_bot_holds_up_nobody(ada: Someone, world: World) -> None:
    bo = world.person("Bo")
    world.channel.blocked.add(bo.chat)
    await bo.says("/help")
    await ada.says("/help")
    ada.sees("What I can do")
    assert bo.messages == []
    world.channel.blocked.clear()
    await bo.says("/help")
    bo.sees("What I can do")


async def test_many_at_once_are_each_answered_once_and_in_order(world: World) -> None:
    people = [world.person(f"P{n}") for n in range(12)]
    requests = [one.request(Said(text=f"/help{' resume' if n % 2 else ''}")) for n in range(4) for one in people]
    await world.engine.hear(requests)
    await world.engine.idle()
    for one in people:
        titles = [message.reply.title for message in one.messages]
        assert titles == ["What I can do", "/resume", "What I can do", "/resume"]


async def test_buttons_carry_the_dialogues_token(ada: Someone, bench: Bench) -> None:
    await ada.runs("pick")
    menu = ada.last.reply.menu
    assert menu
    assert menu.data("1") == f"={menu.answer} 1"
    assert Button("x", answer="yes").data == "=yes"
