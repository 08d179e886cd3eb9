"""What every conversation can do: help, and stopping whatever is under way."""

from itertools import groupby
from typing import Annotated

from core.chat import guess
from core.chat.book import Book, Command, Option
from core.chat.markdown import code, escape
from core.chat.outcome import Ask, Outcome
from core.chat.ports import Store, place_of
from core.chat.reply import Reply
from core.chat.turn import Turn

_HELP = (
    "what can you do",
    "help me",
    "how does this work",
    "list of commands",
    "what are you",
    "how do I use this bot",
    "I am lost",
    "show all commands",
    "instructions",
    "what can I ask you",
    "who are you",
    "I do not understand what to do",
    "what are you good for",
    "which options do I have",
    "what next",
    "hilfe",
    "ayuda",
    "explain how it works",
    "what is this bot for",
    "what features do you have",
    "is there a guide",
    "which commands exist",
    "what should I type",
    "can you also do interviews",
    "how do I begin using you",
)
_CANCEL = (
    "stop",
    "cancel that",
    "never mind",
    "abort",
    "quit this",
    "forget it",
    "stop asking me",
    "leave it",
    "not now",
    "I changed my mind",
    "drop it",
    "nvm",
    "I do it later",
    "skip all this",
    "no more questions",
    "I do not want to answer any more",
    "enough",
    "let us do this another time",
    "stop the current task",
    "forget about that question",
    "exit",
    "get me out of this",
)


def basics(book: Book, store: Store) -> None:
    """Adds /help and /cancel to a book. /help describes whatever the book holds when it is asked."""

    @book.command(
        "help",
        "What I can do, and how to say it",
        private=False,
        order=90,
        guess=("commands", "manual", "help"),
        examples=_HELP,
        reads=True,
    )
    async def help_(
        _turn: Turn, command: Annotated[str | None, Option(question="A command to explain")] = None
    ) -> Outcome:
        if not command:
            return overview(book)
        known = book.commands.get(command.strip().lstrip("/").lower())
        return explained(known) if known and not known.hidden else guess.unknown(book, command.strip().lstrip("/"))

    @book.command("again", "The question that waits, once more", private=False, hidden=True)
    async def again(turn: Turn) -> Outcome:
        waiting = await store.dialogue(turn.tx, turn.person.id, place_of(turn.request.address))
        if waiting and waiting.asked:
            return Ask(reply=waiting.asked, then=waiting.step, state=waiting.state)
        return Reply(text="Welcome back. Send a newer résumé at any time; /resume shows the last review.", notice=True)

    @book.command(
        "cancel",
        "Stop the question or the work at hand",
        private=False,
        order=95,
        guess=("stop", "abort"),
        examples=_CANCEL,
    )
    async def cancel(turn: Turn) -> Outcome:
        place = place_of(turn.request.address)
        waiting = await store.dialogue(turn.tx, turn.person.id, place)
        stopped = await store.drop_jobs(turn.tx, turn.person.id, place, turn.now)
        if not waiting and not stopped:
            return Reply(text="Nothing is under way. /help shows what I can do.")
        goes_on = book.goes_on.get(waiting.step, "") if waiting else ""
        return Reply(text=f"Stopped. {goes_on or 'What I already know of you stays as it is.'}")


def overview(book: Book) -> Reply:
    """All commands, by group, with a line each."""
    parts = []
    for group, commands in groupby(
        sorted(book.shown(), key=lambda c: (c.group == "General", c.group, c.order)), key=_group
    ):
        parts.append(f"**{group}**\n" + "\n".join(f"- {code(c.usage)} – {escape(c.summary)}" for c in commands))
    parts.append("Send a file at any time; write /cancel to stop; `/help resume` explains one command.")
    return Reply(title="What I can do", text="\n\n".join(parts))


def _group(command: Command) -> str:
    return command.group


def explained(command: Command) -> Reply:
    """One command with each of its options."""
    lines = [escape(command.summary) + ".", "", f"It is written {code(command.usage)}"]
    for field in command.fields:
        known = ", ".join(label for _, label in field.choices)
        lines.append(
            f"- **{escape(field.name)}**{'' if field.required else ' (optional)'}: {escape(field.question)}"
            + (f" – {escape(known)}" if known else "")
        )
    return Reply(title=f"/{command.name}", text="\n".join(lines))


def table(book: Book) -> str:
    """The command table of the README, in Markdown."""
    rows = [f"| `{command.usage}` | {command.summary} |" for command in book.shown()]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])
