"""The language model in conversation: what is left of it, what it learns of a person, and who may switch it off."""

from collections.abc import AsyncIterator

import pytest
from pydantic import BaseModel

from bot.scheduler import Scheduler
from core.chat.book import Book
from core.chat.outcome import Later, Outcome
from core.chat.reply import Reply
from core.chat.turn import Turn, Work
from core.llm.desk import Desk, NoAnswer
from core.llm.port import Completion, Usage
from core.llm.scripted import Scripted
from core.llm.store import forget_usage
from core.sandbox import Sandbox
from tests.plain import Someone
from tests.world import World

ADMIN = "Root"
DAILY = 60_000


class Better(BaseModel):
    text: str


def asking() -> Book:
    """A command that asks the model and says what came of it."""
    book = Book()

    @book.command("better", "Words something better", hidden=True)
    async def better(_turn: Turn) -> Outcome:
        return Later(job="better", args={}, saying=Reply(text="One moment."))

    @book.job("better", failure="That failed.")
    async def done(work: Work) -> Outcome:
        try:
            answer = await work.tool(Desk).answer(work, "rewrite", {"line": "1. did it"}, Better)
        except NoAnswer as none:
            return Reply(text=f"By rules. {none.sentence}".strip())
        return Reply(text=answer.text)

    return book


@pytest.fixture
def model() -> Scripted:
    return Scripted([Completion(parsed=Better(text="Built it"), usage=Usage(11_000, 1_000))] * 9)


@pytest.fixture
async def house(sqlite_url: str, sandbox: Sandbox, model: Scripted) -> AsyncIterator[World]:
    admins = frozenset({f"plain:{ADMIN}"})
    async with World(sqlite_url, sandbox, book=asking(), model=model, daily=DAILY, admins=admins) as world:
        yield world


async def test_settings_show_what_is_left(house: World) -> None:
    ada, bo = house.person("Ada"), house.person("Bo")
    await ada.says("/settings")
    ada.sees("Language model: on, 60,000 of 60,000 tokens left today")
    await ada.says("/better")
    ada.sees("Built it")
    await ada.says("/settings")
    ada.sees("Language model: on, 48,000 of 60,000 tokens left today")
    await bo.says("/settings")
    bo.sees("60,000 of 60,000")
    await house.restarts()
    house.passes(hours=12)
    await ada.says("/settings")
    ada.sees("60,000 of 60,000")


async def test_at_the_limit_the_rules_answer_and_say_why(house: World) -> None:
    ada = house.person("Ada")
    await ada.says("/settings kolkata")
    for _ in range(5):
        await ada.says("/better")
        ada.sees("Built it")
    await ada.says("/better")
    ada.sees(
        "By rules. Today's tokens for the language model do not suffice any more", "new ones at 05:30 on your clock"
    )


async def test_only_an_administrator_switches_it_off(house: World, model: Scripted) -> None:
    root, ada = house.person(ADMIN), house.person("Ada")
    await ada.says("/model off")
    ada.sees("There is no command /model")
    await root.says("/model off")
    root.sees("Switch: off: everything comes from rules", "Each person's day: 60,000 tokens")
    await house.restarts()
    await ada.says("/settings")
    ada.sees("Language model: switched off by whoever hosts me: everything comes from rules")
    await ada.says("/better")
    ada.sees("By rules.")
    assert model.asked == []
    await root.says("/model")
    await root.presses("Switch it on")
    root.sees("Switch: on")
    await ada.says("/better")
    ada.sees("Built it")
    await root.says("/model")
    root.sees("12,000 tokens, requests: 1, people: 1")
    await root.says("/model sideways")
    root.sees("“state” is one of")


async def test_the_switch_is_in_no_list(house: World) -> None:
    root = house.person(ADMIN)
    await root.says("/help")
    assert "/model" not in root.last.text
    await root.says("/help model")
    root.sees("There is no command /model")


async def test_old_counts_are_forgotten(house: World) -> None:
    ada = house.person("Ada")
    await ada.says("/better")
    tidy = Scheduler(house.store, house.now, forget_usage).tidy
    before = await Scheduler(house.store, house.now).tidy()
    assert await tidy() == before == 0
    house.passes(days=36)
    assert await tidy() > await tidy() == 0


async def test_privacy_says_where_words_go(house: World) -> None:
    ada = house.person("Ada")
    await ada.says("/privacy")
    ada.sees(
        "the language model at api.openai.com", "replaced by marks", "tokens you used", "no message's text is kept"
    )
    assert "No other service" in ada.last.text


async def test_without_a_model_nothing_is_sent_and_that_is_said(ada: Someone) -> None:
    await ada.says("/privacy")
    ada.sees("I never write to other services about you")
    assert "tokens" not in ada.last.text
    await ada.says("/settings")
    ada.sees("Language model: not set up: everything comes from rules")
