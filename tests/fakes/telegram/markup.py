"""Telegram's HTML as its server reads it: a strict parser, and the clean-up that every text goes through."""

import re
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*(/?)>"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ENTITY = re.compile(r"&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot);")
_NAMES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_CONTROL = dict.fromkeys((*range(10), 11, 12, *range(14, 33)), " ")
_DROPPED = dict.fromkeys((13, *range(0x2028, 0x202F), 0x333, 0x33F, 0x30A))


class BadMarkup(Exception):
    """What the server says of markup that it cannot read."""


@dataclass(frozen=True)
class Entity:
    """A styled stretch, offset and length in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str = ""

    def json(self) -> dict:
        plain = {"type": self.type, "offset": self.offset, "length": self.length}
        return {**plain, "url": self.url} if self.url else plain


def len16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Control characters become spaces; carriage returns, line separators and bidi overrides go."""
    return text.translate({**_CONTROL, **_DROPPED})


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space around, the styles moved along."""
    end = len16(text.rstrip())
    gone = len16(text) - len16(text.lstrip())
    kept = []
    for entity in entities:
        first, last = max(gone, entity.offset), min(end, entity.offset + entity.length)
        if last > first:
            kept.append(Entity(entity.type, first - gone, last - first, entity.url))
    return text.strip(), kept


def parse(source: str) -> tuple[str, list[Entity]]:
    """The words and styles of an HTML text; raises `BadMarkup` as the real server would."""
    words: list[str] = []
    at = place = 0
    opened: list[tuple[str, int, str]] = []
    entities: list[Entity] = []
    while place < len(source):
        if source[place] == "<":
            tag = _TAG.match(source, place)
            if tag is None:
                raise BadMarkup(f"can't parse entities: Unsupported start tag at byte offset {place}")
            _turn(tag, place, at, opened, entities)
            place = tag.end()
            continue
        entity = _ENTITY.match(source, place) if source[place] == "&" else None
        word = unescape(entity[0]) if entity else source[place]
        words.append(word)
        at += len16(word)
        place = entity.end() if entity else place + 1
    if opened:
        raise BadMarkup(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    return "".join(words), sorted(entities, key=lambda e: (e.offset, -e.length))


def _turn(tag: re.Match, place: int, at: int, opened: list[tuple[str, int, str]], entities: list[Entity]) -> None:
    closing, name = tag[1], tag[2].lower()
    if name not in _NAMES or tag[4]:
        raise BadMarkup(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {place}')
    if not closing:
        given = {key: a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag[3])}
        opened.append((name, at, unescape(given.get("href", ""))))
        return
    if not opened:
        raise BadMarkup(f"can't parse entities: Unexpected end tag at byte offset {place}")
    start, since, url = opened.pop()
    if start != name:
        raise BadMarkup(f'can\'t parse entities: Unmatched end tag at byte offset {place}, expected "</{start}>"')
    if at > since and (name != "a" or url):
        entities.append(Entity(_NAMES[name], since, at - since, url))
