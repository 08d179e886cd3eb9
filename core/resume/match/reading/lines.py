"""A post's text as tidy lines: markup, emojis and bullets off, wrapped lines joined."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from core.resume.match.reading.addressed import addresses_a_machine
from core.resume.reading.cleanup import clean
from core.resume.reading.marks import take_bullet

LONGEST = 40_000  # characters of a post; what comes after is not read
MOST_LINES = 1_500
_LONGEST_LINE = 2_000
_BREAK = re.compile(r"<(?:br|/p|/div|/h\d|/ul|/ol|p|div|h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(script|style|template)\b[^<>]{0,200}>.{0,2000}?</\1\s*>|<(\w+)\b[^<>]{0,200}(?:display\s*:\s*none|"
    r"visibility\s*:\s*hidden|\shidden\b|font-size\s*:\s*0)[^<>]{0,200}>.{0,2000}?</\2\s*>|<!--.{0,2000}?-->",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>")
_SPLIT = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_QUOTED = re.compile(r"(?:>\s*)+")
_STRONG = re.compile(r"(\*\*|__)(.+?)\1")
_HASHES = re.compile(r"^#{1,6}\s+")
_INNER_BULLET = re.compile(r"\s+[•●▪◦‣✓✔]\s+")
_OPEN_END = re.compile(
    r"(?:[,/&(]|\b(?:and|or|with|in|of|the|a|an|to|for|using|such as|like|as|e\.g\.))$", re.IGNORECASE
)
_CLOSED_END = re.compile(r"[.:;!?]$")
_LABELLED = re.compile(r"[A-Z][\w /-]{1,24}:\s")
_WRAPPED = 60  # characters, from which an unended line is one that was broken


@dataclass(frozen=True, slots=True)
class PostLine:
    """One line of a post. `bullet`: a mark stood before it; `strong`: it was set as a heading or wholly bold."""

    text: str
    bullet: bool = False
    strong: bool = False
    after_gap: bool = False


def lines_of(text: str) -> list[PostLine]:
    """The lines of a post in reading order, without those that speak to a machine instead of a person."""
    seen = _UNSEEN.sub(" ", text[:LONGEST])
    plain = html.unescape(_BREAK.sub("\n", _ITEM.sub("\n• ", seen)))
    raw = _SPLIT.split(_TAG.sub(" ", plain))[:MOST_LINES]
    told = _marked(line[:_LONGEST_LINE] for line in raw if not addresses_a_machine(line))
    return [line for line in _joined(told) if not addresses_a_machine(line.text)]


def _marked(raw: Iterable[str]) -> list[PostLine]:
    found: list[PostLine] = []
    gap = False
    for line in raw:
        parts = [line] if len(line) < 20 else _INNER_BULLET.split(line)
        made = [one for at, part in enumerate(parts) if (one := _line(part, bullet=at > 0, after_gap=gap))]
        gap = not made
        found += made
    return found


def _line(raw: str, *, bullet: bool, after_gap: bool) -> PostLine | None:
    """A line without its marks; None where nothing is left."""
    pictured = _without_pictures(_QUOTED.sub("", raw.strip(), count=1))
    strong = bool(_HASHES.match(pictured))
    rest, marked = take_bullet(_HASHES.sub("", pictured, count=1))
    bold = _STRONG.fullmatch(rest.strip().rstrip(":"))
    rest = _STRONG.sub(r"\2", rest)
    number = _NUMBER.match(rest)
    if number and len(rest) > number.end() + 2:
        rest, marked = rest[number.end() :], True
    text = clean(rest).text.strip(" *_|")
    if not re.search(r"\w", text):
        return None
    return PostLine(text, bullet or (marked and not strong), strong or bool(bold), after_gap)


def _without_pictures(line: str) -> str:
    """The line without emojis; one at its beginning becomes a bullet."""
    if line.isascii():
        return line
    kept = "".join(" " if _picture(letter) else letter for letter in line)
    started = kept[:1] == " " and line[:1] != " "
    return f"• {kept.strip()}" if started and kept.strip() else kept


def _picture(letter: str) -> bool:
    return letter > "\u2190" and (unicodedata.category(letter) in {"So", "Sk", "Cs"} or letter in "\ufe0f\u200d\u20e3")


def _joined(lines: list[PostLine]) -> list[PostLine]:
    found: list[PostLine] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            last = found[-1]
            found[-1] = PostLine(f"{last.text} {line.text}", last.bullet, last.strong, last.after_gap)
        else:
            found.append(line)
    return found


def _goes_on(before: PostLine, line: PostLine) -> bool:
    """Whether a line was broken off the one above it by the width of a window."""
    if line.bullet or line.strong or before.strong or line.after_gap or _CLOSED_END.search(before.text):
        return False
    if len(before.text) > _LONGEST_LINE or "://" in before.text or _LABELLED.match(line.text):
        return False
    if _OPEN_END.search(before.text) or line.text[0].islower():
        return True
    return len(before.text) >= _WRAPPED and (before.bullet or not line.text.endswith(":"))
