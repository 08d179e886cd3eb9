"""Buttons and menus as an inline keyboard, in plain JSON."""

import re
from typing import Any

from adapters.telegram import ticks
from adapters.telegram.links import link
from core.chat.reply import Button, Choice, Menu, Reply

Key = dict[str, Any]
Rows = list[list[Key]]

ROW, ALL = 8, 100  # Telegram's limits
ROOM = 36  # characters that a phone shows in one row
LABEL = 60
COLUMNS = 2  # of a menu, where its labels are short enough
_URL = re.compile(r"(?:https?|tg)://\S+", re.IGNORECASE)


def rows(reply: Reply, bot: str = "") -> Rows:
    """The keyboard of a reply: first its menu, then its buttons. `bot` is our own user name, for links."""
    drawn = _menu(reply.menu) if reply.menu else []
    for row in reply.buttons:
        drawn += _packed([key for button in row if (key := _button(button, bot))])
    return _within(drawn)


def unusable(button: Button) -> bool:
    """Whether Telegram takes no button for this link (an e-mail address, say): it is written into the text instead."""
    return bool(button.url) and not _URL.fullmatch(button.url)


def _button(button: Button, bot: str) -> Key | None:
    if button.url:
        return None if unusable(button) else {"text": _label(button.label), "url": button.url}
    if button.away and bot and button.run:
        return {"text": _label(button.label), "url": link(bot, button.run)}
    key = {"text": _label(button.label), "callback_data": button.data}
    return {**key, "style": button.style} if button.style else key


def _menu(menu: Menu) -> Rows:
    keys = [{"text": _choice(menu, choice), "callback_data": menu.data(choice.value)} for choice in menu.choices]
    drawn = _packed(keys, COLUMNS)
    return [*drawn, [{"text": ticks.DONE, "callback_data": menu.stem}]] if menu.several else drawn


def _choice(menu: Menu, choice: Choice) -> str:
    if menu.several:
        return ticks.label(_label(choice.label), on=choice.chosen)
    return ("✓ " if choice.chosen else "") + _label(choice.label)


def _label(text: str) -> str:
    flat = " ".join(text.split()) or "·"
    return flat if len(flat) <= LABEL else flat[: LABEL - 1] + "…"


def _packed(keys: list[Key], most: int = ROW) -> Rows:
    """Rows of as many keys as a phone can show without cutting their labels, equally filled."""
    longest = max((len(key["text"]) for key in keys), default=1)
    wide = max(1, min(most, len(keys), ROOM // max(longest, 1)))
    lines = -(-len(keys) // wide)
    each = -(-len(keys) // lines) if lines else wide
    return [keys[at : at + each] for at in range(0, len(keys), each)]


def _within(drawn: Rows) -> Rows:
    while sum(map(len, drawn)) > ALL:
        drawn = drawn[:-1]
    return drawn
