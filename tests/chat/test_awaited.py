"""Work that a question has started: what comes of it is said, whatever the person did meanwhile, and disturbs nothing."""

import asyncio
from typing import Any

import pytest

from core.chat.book import Book
from core.chat.outcome import Ask, Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.request import Said
from core.chat.turn import Answer, Turn, Work
from core.sandbox import Sandbox
from tests.plain import Someone
from tests.world import World


class Shop:
    """Asks what is wanted, makes it while the gate is shut, and asks or tells afterwards."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.book = Book()

        @self.book.command("order", "An order", hidden=True)
        async def order(turn: Turn) -> Outcome:
            return Ask(reply=Reply(text="What shall it be?"), then="ordered")

        @self.book.command("colour", "A question of its own", hidden=True)
        async def colour(turn: Turn) -> Outcome:
            return Ask(reply=Reply(text="Which colour?"), then="coloured")

        @self.book.step("ordered")
        async def ordered(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            return Later(job="make", args={"what": answer.text}, saying=Reply(text="Making"))

        @self.book.step("coloured")
        async def coloured(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
            return Reply(text=f"Painted {answer.text}")

        @self.book.job("make", failure="It broke.")
        async def make(work: Work, what: str) -> Outcome:
            await self.gate.wait()
            if what == "tea":
                return Reply(text="Here is tea")
            otherwise = Reply(text="Here is mocha") if what == "mocha" else None
            milk = Reply(text="With milk?", buttons=((Button("No", answer="no"),),))
            return Ask(reply=milk, then="coloured", otherwise=otherwise)


@pytest.mark.parametrize(
    ("ordered", "meanwhile", "first", "then_says", "last"),
    [
        ("tea", "/help", "Here is tea", "", ""),
        ("tea", "/colour", "Here is tea", "red", "Painted red"),
        ("coffee", "/help", "With milk?", "blue", "Painted blue"),
        ("coffee", "/colour", "went on to something else", "green", "Painted green"),
        ("mocha", "/help", "With milk?", "blue", "Painted blue"),
        ("mocha", "/colour", "Here is mocha", "green", "Painted green"),
    ],
)
async def test_what_was_awaited_is_said(
    sqlite_url: str, sandbox: Sandbox, ordered: str, meanwhile: str, first: str, then_says: str, last: str
) -> None:
    shop = Shop()
    async with World(sqlite_url, sandbox, book=shop.book) as world:
        ada: Someone = world.person("Ada")
        await ada.says("/order")
        for words in (ordered, meanwhile):
            await world.engine.hear([ada.request(Said(text=words))])
            await asyncio.sleep(0.05)
        shop.gate.set()
        await world.engine.idle()
        assert first in ada.messages[1].text, "in the place of “Making”"
        if then_says:
            await ada.says(then_says)
            ada.sees(last)
