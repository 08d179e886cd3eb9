"""Free talk gets a useful answer: the commands that were probably meant, as buttons."""

import re

from rapidfuzz import fuzz, process

from core.chat.book import Book, Command
from core.chat.intents import intents
from core.chat.markdown import code
from core.chat.reply import Button, Reply

CLOSE = 65  # rapidfuzz's ratio, 0–100, for the name of a command, which is short
MOST = 3


def meant(book: Book, text: str) -> list[Command]:
    """The commands that a text most likely means, best first; none where nothing is sure."""
    index = intents(tuple(book.shown()), tuple(book.same), tuple(book.idle))
    return [command for _, command in index.meant(text)[:MOST]]


def buttons(commands: list[Command]) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(label(command), run=command.name),) for command in commands)


def label(command: Command) -> str:
    """A command and what it does, as short as a button."""
    return f"/{command.name} – {re.split(r'[:,]', command.summary)[0]}"


def talk(book: Book, text: str) -> Reply:
    """An answer to free talk that no question was waiting for."""
    commands = meant(book, text)
    if commands:
        return Reply(text="Did you mean this?", buttons=buttons(commands))
    first = [command for command in book.shown() if command.label][:MOST]
    start = "I did not find a task of mine in that. Send me a résumé as a file, or choose:"
    return Reply(text=start, buttons=(*buttons(first), (Button("All commands", run="help"),)))


def unknown(book: Book, name: str) -> Reply:
    """An answer to a command that does not exist."""
    known = {command.name: command for command in book.shown()}
    near = process.extract(name, list(known), scorer=fuzz.WRatio, limit=MOST, score_cutoff=CLOSE)
    text = f"There is no command {code('/' + name)}."
    if near:
        return Reply(text=text + " Did you mean:", buttons=buttons([known[hit[0]] for hit in near]))
    return Reply(text=text + " /help shows all of them.", buttons=((Button("All commands", run="help"),),))


def public(book: Book, text: str) -> Reply:
    """An answer to a word in a group: nothing personal there, only the way to the private chat."""
    commands = meant(book, text)
    button = Button("Talk to me in private", run=commands[0].name if commands else "start", away=True)
    return Reply(text="A career is a private matter: write to me directly.", buttons=((button,),))
