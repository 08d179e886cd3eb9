"""Interviews under attack: questions that leave the bank, numbers and characters that nobody keeps, haste, and races."""

import asyncio

import pytest
from sqlalchemy import update

from core.chat.request import Pressed, Said
from core.interview.cards.store import CardStore
from core.interview.history.store import AnswerStore
from core.interview.sessions import asking
from core.interview.sessions.session import Plan, Planned
from core.interview.sessions.store import AnswerRow, SessionRow, SessionStore
from core.llm.port import Completion, Query
from core.llm.scripted import Scripted
from core.sandbox import Sandbox
from tests.conversations.interviewing import at_hand, is_through
from tests.plain import Someone
from tests.world import World

WORDS = "Each key goes through a function that names its slot, and keys that meet there are kept side by side."


class Pondering(Scripted):
    """A model that fails, but not before it may."""

    def __init__(self) -> None:
        super().__init__(["timeout"] * 6)
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()

    async def complete(self, query: Query, *, seconds: float) -> Completion:
        self.begun.set()
        await self.may_end.wait()
        return await super().complete(query, seconds=seconds)


async def lose(world: World, place: int) -> None:
    """One question of the first session leaves the bank."""
    async with world.store.begin() as tx:
        session = await SessionStore(tx, 1).session(1)
        assert session
        asked = list(session.plan.questions)
        asked[place] = Planned(question="left-the-bank")
        plan = Plan(questions=tuple(asked), wish=session.plan.wish, minutes=session.plan.minutes)
        await tx.session.execute(update(SessionRow).values(plan=plan.model_dump(mode="json")))
        await tx.session.execute(
            update(AnswerRow).where(AnswerRow.place == place).values(question="left-the-bank", topic="left-too")
        )


async def test_a_question_that_left_the_bank_is_passed_over(ada: Someone, world: World) -> None:
    await ada.says("/interview databases 4")
    await lose(world, 0)
    await ada.says("It is the oldest trick of them all, and I would rather tell it at length than not at all.")
    for words in ("done", "hint", "repeat"):
        await ada.says(words)
        ada.sees("no longer among mine", "/skip")
    await lose(world, 1)
    await ada.says("/skip")
    ada.sees("Question 3 of 4")
    await lose(world, 3)
    await is_through(ada)
    await ada.presses("Next question")
    ada.sees("no longer among mine", "/skip")
    await ada.says("/skip")
    ada.sees("That was it")


async def test_an_answer_to_a_question_that_left_the_bank_is_still_there(ada: Someone, world: World) -> None:
    await ada.says("/interview databases mock 2")
    for _ in range(2):
        await is_through(ada, "I do not know.")
    await lose(world, 1)
    for command in ("feedback", "model_answer", "disagree", "retry"):
        await ada.runs(command, answer=2)
        ada.sees("/history still shows your answer")
    await ada.runs("ivreport", session=1)
    ada.sees("Mock interview · 0.0 of 10", "left-the-bank", "Work on Databases")


@pytest.mark.parametrize("command", ["feedback", "attempt", "ivreopen", "ivreport", "skip"])
async def test_numbers_that_no_database_takes(ada: Someone, command: str) -> None:
    await ada.says(f"/{command} {2**63}")
    ada.sees("takes a smaller number")


async def test_characters_that_no_database_takes(ada: Someone, world: World) -> None:
    await ada.says("/interview databases 1")
    await is_through(ada, f"{WORDS}\x00 \ud800")
    async with world.store.begin() as tx:
        (given,) = await AnswerStore(tx, 1).all()
    assert given.text == f"{WORDS}\ufffd \ufffd"


async def test_an_answer_of_which_no_more_is_read_can_still_be_ended(ada: Someone) -> None:
    await ada.says("/interview design 1")
    await ada.says((WORDS + " ") * 200)
    for step in range(2, len(at_hand(ada).stages) + 1):
        await ada.says("done")
        ada.sees(f"Step {step} of")
        await ada.says(WORDS)
        ada.sees("The rest of this is not read")
    await is_through(ada)
    ada.sees("Next step")


async def test_a_button_that_is_pressed_twice_at_once_acts_once(ada: Someone) -> None:
    await ada.says("/interview databases 1")
    question = at_hand(ada)
    await twice(ada, "Hint")
    ada.sees(question.hints[0])
    assert question.hints[1] not in ada.last.text
    await ada.says(WORDS)
    await ada.says("And more.")
    await twice(ada, "Undo")
    ada.sees("So far: 1 message")


async def twice(ada: Someone, label: str) -> None:
    shown = ada.last
    button = next(one for row in shown.reply.buttons for one in row if label in one.label)
    for _ in range(2):
        await ada.does(ada.request(Pressed(data=button.data, message=shown.id)))


async def test_the_days_question_leaves_a_way_back_to_the_interview(ada: Someone) -> None:
    await ada.says("/interview databases mock 3")
    await ada.says("/daily")
    ada.sees("aside at question 1 of 3")
    await ada.says(WORDS)
    await ada.says("/daily")
    ada.sees("So far: 1 message")
    assert "aside" not in ada.last.text
    await is_through(ada)
    await ada.says("/interview")
    await ada.presses("Go on with Databases at 1 of 3")
    ada.sees("Question 1 of 3")


async def test_the_next_question_waits_for_what_is_asked_meanwhile(sqlite_url: str, sandbox: Sandbox) -> None:
    model = Pondering()
    async with World(sqlite_url, sandbox, model=model) as world:
        ada = world.person()
        await ada.says("/interview hashing 3 mock")
        await ada.says(at_hand(ada).answer)
        done = ada.last.reply.buttons[0][0]
        await world.engine.hear([ada.request(Pressed(data=done.data, message=ada.last.id))])
        await asyncio.wait_for(model.begun.wait(), 20)
        await world.engine.hear([ada.request(Said(text="/forget interviews"))])
        while "Delete this for good?" not in ada.last.text:
            await asyncio.sleep(0.01)
        model.may_end.set()
        await asyncio.wait_for(world.engine.idle(), 20)
        await ada.presses("Yes, delete it")
        ada.sees("Deleted: Interviews")


@pytest.mark.parametrize("does", ["skip", "forget"])
async def test_what_is_done_while_an_answer_is_read_counts(sqlite_url: str, sandbox: Sandbox, does: str) -> None:
    model = Pondering()
    async with World(sqlite_url, sandbox, model=model) as world:
        ada = world.person()
        await ada.says("/interview hashing 3")
        await ada.says(at_hand(ada).answer)
        await world.engine.hear([ada.request(Said(text="done"))])
        await asyncio.wait_for(model.begun.wait(), 20)
        async with world.store.begin() as tx:
            if does == "forget":
                await SessionStore(tx, 1).forget()
        if does == "skip":
            await world.engine.hear([ada.request(Said(text="/skip"))])
            while "Question 2 of 3" not in ada.last.text:
                await asyncio.sleep(0.01)
        model.may_end.set()
        await asyncio.wait_for(world.engine.idle(), 20)
        async with world.store.begin() as tx:
            answers, session = await AnswerStore(tx, 1).all(), await SessionStore(tx, 1).open()
            cards = await CardStore(tx, 1).count()
    if does == "skip":
        assert session
        assert asking.at(session).at == 1
        assert [one.mark for one in answers] == [None]
    else:
        assert (answers, session, cards) == ([], None, 0)
        ada.sees("That interview has ended")
