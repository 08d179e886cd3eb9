"""Telegram's own command menu, derived from the book."""

import re

from adapters.telegram.client import Client
from core.chat.book import Book

MOST, SUMMARY = 100, 256
_NAME = re.compile(r"[a-z0-9_]{1,32}")

Menu = list[dict[str, str]]


def menu(book: Book) -> Menu:
    """The commands that people are told about, as Telegram takes them; raises ValueError for a name it does not."""
    shown = book.shown()[:MOST]
    for command in shown:
        if not _NAME.fullmatch(command.name):
            raise ValueError(f"Telegram takes a-z, 0-9 and _ in a command's name, at most 32: {command.name!r}")
    return [{"command": command.name, "description": command.summary[:SUMMARY] or command.name} for command in shown]


async def register(client: Client, book: Book) -> bool:
    """Sets the menu if it is another than the one that is set; tells whether it was."""
    wanted = menu(book)
    if await client.call("getMyCommands") == wanted:
        return False
    await client.call("setMyCommands", {"commands": wanted})
    return True
