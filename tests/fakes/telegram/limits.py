"""The platform's rules for what a bot may send; each breach is a `Breach` with the server's own words."""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.telegram.markup import BadMarkup, Entity, clean, len16, parse, trim

TEXT, CAPTION, TOAST = 4096, 1024, 200
DATA, ROW, KEYS = 64, 8, 100
ACTIONS = {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker"}
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_EMPTY = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


class Breach(Exception):
    """Refused with 400: the bot broke a rule."""


def text(given: dict[str, Any], key: str, most: int, *, required: bool) -> tuple[str, list[Entity]]:
    """A text or caption as people will see it."""
    raw, mode = str(given.get(key, "")), str(given.get("parse_mode", ""))
    if mode not in ("", "HTML"):
        raise Breach(f"unsupported parse_mode {mode!r}")
    try:
        words, entities = parse(raw) if mode else (raw, [])
    except BadMarkup as problem:
        raise Breach(str(problem)) from problem
    words, entities = trim(clean(words), entities)
    if required and not words.strip(_EMPTY + " "):
        raise Breach("message text is empty")
    if len16(words) > most:
        raise Breach("message is too long" if most == TEXT else "message caption is too long")
    return words, entities


def keyboard(markup: dict[str, Any] | None, bot: str) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard."""
    if not markup:
        return []
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        raise Breach("only inline keyboards are used here")
    if sum(map(len, rows)) > KEYS or any(not 1 <= len(row) <= ROW for row in rows):
        raise Breach("reply markup is too long, or has an empty row")
    for row in rows:
        for key in row:
            _key(key, bot)
    return rows


def _key(key: dict[str, Any], bot: str) -> None:
    if not str(key.get("text", "")).strip():
        raise Breach("text buttons are unallowed in the inline keyboard: a label is empty")
    if len({"callback_data", "url"} & key.keys()) != 1 or key.keys() - {"text", "callback_data", "url", "style"}:
        raise Breach(f"a button carries exactly one thing: {key}")
    if key.get("style", "primary") not in ("primary", "success", "danger"):
        raise Breach("BUTTON_STYLE_INVALID")
    if "callback_data" in key and not 1 <= len(key["callback_data"].encode()) <= DATA:
        raise Breach("BUTTON_DATA_INVALID")
    if "url" in key:
        _url(key["url"], bot)


def _url(url: str, bot: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "tg") or not parts.netloc:
        raise Breach("BUTTON_URL_INVALID")
    if parts.netloc != "t.me" or not parts.query.startswith("start="):
        return
    if parts.path != f"/{bot}" or not _START.fullmatch(parts.query.removeprefix("start=")):
        raise Breach(f"a deep link that Telegram would not open: {url}")


def commands(given: list[dict[str, str]]) -> None:
    """The bot's menu."""
    if len(given) > 100:
        raise Breach("BOT_COMMANDS_TOO_MUCH")
    for command in given:
        if not _COMMAND.fullmatch(command.get("command", "")):
            raise Breach("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise Breach("BOT_COMMAND_DESCRIPTION_INVALID")
