"""An interview of ten questions as somebody goes through it at any door: hint, skip, follow-up, restart, another try."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from core.interview.bank import Question, questions

COUNT = 10
SLOW = 20.0  # seconds: the first answer waits for the scorer, the first picture for its process


class Visitor(Protocol):
    """Somebody at a door."""

    @property
    def messages(self) -> Any: ...

    def says(self, text: str, /) -> object: ...

    def presses(self, label: str, /) -> object: ...


async def newest(ada: Visitor, *words: str) -> str:
    """Waits until the newest message holds one of these, and returns it."""
    end = time.monotonic() + SLOW
    while True:
        text: str = ada.messages[-1].text if ada.messages else ""
        if any(one in text for one in words):
            return text
        assert time.monotonic() < end, f"none of {words} is in:\n{text}"
        await asyncio.sleep(0.01)


def asked(text: str) -> Question:
    return next(one for one in questions().values() if one.question in text)


async def answers(ada: Visitor, words: str, *then: str) -> str:
    """Says it, and that it is done; to a follow-up as well. Returns what comes of it."""
    ada.says(words)
    await newest(ada, "Noted: ")
    ada.presses("Done")
    text = await newest(ada, *then, "One more thing")
    if "One more thing" in text:
        ada.says("I would have to look that up.")
        await newest(ada, "Noted: ")
        ada.says("that's it")
        text = "One more thing\n" + await newest(ada, *then)
    return text


async def practises(ada: Visitor, restarts: Callable[[], Awaitable[None]]) -> str:
    """Ten questions with feedback after each, then the last one again; returns the history's words."""
    ada.says(f"/interview databases {COUNT}")
    told: list[str] = []
    for number in range(1, COUNT + 1):
        question = asked(await newest(ada, f"Question {number} of {COUNT}"))
        if number == 2:
            ada.presses("Skip")
            continue
        if number == 3:
            ada.presses("Hint")
            assert question.hints[0] in await newest(ada, "Hint 1: ")
        if number == 4:
            await restarts()
        few = number in {5, COUNT}
        told.append(await answers(ada, question.points[0].accept[0] if few else question.answer, "Next step"))
        if number < COUNT:
            ada.presses("Next question")
    assert any("One more thing" in text for text in told)
    assert "for hints" in told[1]
    assert "That was the last of 10 questions" in told[-1]
    ada.presses("Try again")
    question = asked(await newest(ada, "Once more"))
    assert "New: " in await answers(ada, question.answer, "Next step")
    ada.says("/history")
    return await newest(ada, "11 answers")


async def is_examined(ada: Visitor, restarts: Callable[[], Awaitable[None]]) -> Any:
    """Ten questions without feedback; returns the message with the report."""
    ada.says(f"/interview databases mock {COUNT}")
    for number in range(1, COUNT + 1):
        then = f"Question {number + 1} of {COUNT}" if number < COUNT else "Mock interview · "
        question = asked(await newest(ada, f"Question {number} of {COUNT}"))
        if number == 2:
            ada.presses("Skip")
            continue
        if number == 3:
            ada.presses("Hint")
            await newest(ada, "Hint 1: ")
        if number == 4:
            await restarts()
        words = question.answer if number % 3 else question.points[0].accept[0]
        assert "What landed" not in await answers(ada, words, then)
    await newest(ada, "1 skipped")
    report = ada.messages[-1]
    ada.presses("3")
    assert "for hints" in await newest(ada, "Next step")
    return report
