"""What the model may do: look at what commands show, in a transaction that is always undone, and propose commands."""

from dataclasses import dataclass, field
from typing import Any

from core.chat import guess, lines
from core.chat.book import Book, Command
from core.chat.fields import BadValue
from core.chat.lines import Typed
from core.chat.markdown import plain
from core.chat.outcome import Outcome
from core.chat.reply import DATA_BYTES, Button, Reply
from core.chat.request import Invoked, Request, Sender
from core.chat.turn import Apology, Turn, Work
from core.llm.port import Call, Tool

LONGEST = 3000  # characters of one thing that was looked at
MOST = 3  # proposals under one answer
LABEL = 60  # characters on a button
LOOK, PROPOSE = "look", "propose"
_LINE = {"type": "string", "description": "a command line, such as: findings 12 2"}
_PARAMETERS = {"type": "object", "properties": {"line": _LINE}, "required": ["line"], "additionalProperties": False}


class _Undone(Exception):
    """Ends a look with what it saw: the transaction around it is rolled back."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def tools(book: Book) -> tuple[Tool, ...]:
    """The two tools, with the commands that each may name."""
    reading = "; ".join(f"{c.usage.lstrip('/')}: {c.summary}" for c in book.commands.values() if c.reads)
    shown = "; ".join(f"{c.usage.lstrip('/')}: {c.summary}" for c in book.shown())
    return (
        Tool(name=LOOK, about=f"Shows what is kept. Commands: {reading}", parameters=_PARAMETERS),
        Tool(name=PROPOSE, about=f"Puts a button under your answer. Commands: {shown}", parameters=_PARAMETERS),
    )


@dataclass(slots=True)
class Hands:
    """Does what the model calls for, within those bounds, and keeps what it proposed."""

    book: Book
    work: Work
    proposed: list[Button] = field(default_factory=list)

    async def do(self, call: Call) -> str:
        """The result of one call in plain words; a call that cannot be done says why."""
        typed = _typed(call.arguments.get("line"))
        command = self.book.commands.get(typed.name) if typed else None
        if typed is None or command is None:
            return "There is no such command."
        try:
            if call.name == LOOK:
                return await self._look(command, lines.read(command, typed.rest))
            return self._propose(command, typed)
        except BadValue as problem:
            return str(problem)

    async def _look(self, command: Command, options: dict[str, Any]) -> str:
        if not command.reads:
            return "That is for the person to do: propose it."
        try:
            await self._seen(command, options)
        except _Undone as undone:
            if isinstance(undone.outcome, Reply):
                return shown(undone.outcome)
        except Apology as apology:
            return plain(apology.sentence)
        return "That is for the person to do: propose it."

    async def _seen(self, command: Command, options: dict[str, Any]) -> None:
        async with self.work.begin() as tx:
            raise _Undone(await command.handler(self._turn(tx, command), **options))

    def _turn(self, tx: Any, command: Command) -> Turn:
        sender = Sender(platform=self.work.address.platform, id="")
        request = Request(id="look", sender=sender, address=self.work.address, input=Invoked(command=command.name))
        return Turn(tx=tx, person=self.work.person, request=request, now=self.work.now(), token=lambda: "")

    def _propose(self, command: Command, typed: Typed) -> str:
        if command.hidden and not command.reads:
            return "That cannot be proposed."
        lines.read(command, typed.rest)
        line = f"{command.name} {typed.rest}".strip()
        if command.name == "forget" or len(line.encode()) >= DATA_BYTES:
            line = command.name  # what deletes or is long is asked for again, in the person's own words
        does = (
            f"/{line}" if " " in line and not command.reads else guess.label(command)
        )  # nothing is hidden behind a name
        button = Button(does[:LABEL], run=line)
        if button not in self.proposed and len(self.proposed) < MOST:
            self.proposed.append(button)
        return "A button is under your answer now."


def _typed(line: object) -> Typed | None:
    """The command line that a model gave: one line, of characters that can be shown and stored."""
    if not isinstance(line, str):
        return None
    plain_line = "".join(sign if sign.isprintable() else " " for sign in line)
    return lines.typed("/" + " ".join(plain_line.split()).lstrip("/"))


def shown(reply: Reply) -> str:
    """A reply in plain words, with the command lines of its buttons."""
    facts = [f"{fact.name}: {fact.value}" for fact in reply.facts]
    bars = [f"{bar.label}: {bar.done:.1f} of {bar.total:.1f}" for bar in reply.progress]
    buttons = [f"{button.label}: {button.run}" for row in reply.buttons for button in row if button.run]
    parts = (reply.title, plain(reply.text), *facts, *bars, reply.footer, *buttons)
    return "\n".join(part for part in parts if part)[:LONGEST]
