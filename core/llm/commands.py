"""What one can say about the model: administrators switch it on and off, and everyone sees what is left for today."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from core.chat import guess
from core.chat.book import Book, Option
from core.chat.outcome import Outcome
from core.chat.reply import Button, Fact, Reply
from core.chat.turn import Turn
from core.llm.desk import Desk
from core.llm.store import MODEL, UsageStore, is_on, switch

RULES = "everything comes from rules"
SWITCHED = (("on", "on"), ("off", "off"))


def model(book: Book, desk: Desk, admins: frozenset[str]) -> None:
    """Adds /model to a book. `admins` are identities such as "telegram:123"; for others there is no such command."""

    @book.command("model", "Switch the language model on or off", hidden=True)
    async def model(
        turn: Turn, state: Annotated[str | None, Option(question="On or off", choices=SWITCHED)] = None
    ) -> Outcome:
        sender = turn.request.sender
        if f"{sender.platform}:{sender.id}" not in admins:
            return guess.unknown(book, "model")
        if state:
            await switch(turn.tx, MODEL, on=state == "on")
        return await _state(turn, desk)


async def _state(turn: Turn, desk: Desk) -> Reply:
    on = await is_on(turn.tx, MODEL)
    day = await UsageStore(turn.tx, turn.now).of_all()
    facts = (
        Fact("Set up", "yes" if desk.ready else f"no: {RULES}"),
        Fact("Switch", "on" if on else f"off: {RULES}"),
        Fact("Today, all people (UTC)", f"{day.tokens:,} tokens, requests: {day.requests:,}, people: {day.people:,}"),
        Fact("Each person's day", f"{desk.daily:,} tokens"),
    )
    button = Button("Switch it off", run="model off") if on else Button("Switch it on", run="model on")
    return Reply(title="Language model", facts=facts, buttons=((button,),), slot="model")


def left_today(desk: Desk) -> Callable[[Turn], Awaitable[tuple[Fact, ...]]]:
    """What /settings says of the model to one person."""

    async def facts(turn: Turn) -> tuple[Fact, ...]:
        return (Fact("Language model", await _left(turn, desk), inline=False),)

    return facts


async def _left(turn: Turn, desk: Desk) -> str:
    if not desk.ready:
        return f"not set up: {RULES}"
    if not await is_on(turn.tx, MODEL):
        return f"switched off by whoever hosts me: {RULES}"
    left = max(0, desk.daily - await UsageStore(turn.tx, turn.now).spent(turn.person.id))
    return f"on, {left:,} of {desk.daily:,} tokens left today"
