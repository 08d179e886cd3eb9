"""The order in which transactions get SQLite's one connection."""

import asyncio

from core.storage.turnstile import Turnstile


async def visit(turnstile: Turnstile, name: str, seen: list[str], *, urgent: bool = False) -> None:
    async with turnstile.held(urgent=urgent):
        seen.append(name)
        await asyncio.sleep(0)


async def test_the_urgent_go_first_and_a_cancelled_one_holds_up_nobody() -> None:
    turnstile, seen = Turnstile(), list[str]()
    async with turnstile.held():
        tasks = [asyncio.create_task(visit(turnstile, name, seen, urgent=name in "XY")) for name in "aXbYc"]
        await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.sleep(0)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert "".join(seen) == "XYac"
    await asyncio.wait_for(visit(turnstile, "d", seen), 1)


async def test_one_that_is_cancelled_at_its_turn_hands_it_on() -> None:
    turnstile, seen = Turnstile(), list[str]()
    async with turnstile.held():
        first, second = (asyncio.create_task(visit(turnstile, name, seen)) for name in "ab")
        await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait_for(second, 1)
    assert seen == ["b"]
