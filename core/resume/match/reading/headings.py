"""The parts of a post by their headings, which every company words in its own way."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from core.resume.match.reading.lines import PostLine
from core.topics import skills_in

Part = Literal["", "must", "nice", "duties", "apart"]
"""Where a line stands: asked for, welcome, work to be done, or apart (company, benefits, law); "" before any heading."""

_YOU = r"you(?:'|’)?(?:ll|re|ve|d)?(?: will| are| would| have)?"
_WE = r"we(?:'|’)?(?:re|d|ll)?(?: are| would| will)?"
_WORDS: dict[Part, list[str]] = json.loads(files(__package__).joinpath("headings.json").read_text(encoding="utf-8"))


def _pattern(words: list[str]) -> re.Pattern[str]:
    joined = "|".join(words).replace("YOU", _YOU).replace("WE", _WE)
    return re.compile(rf"(?:and |the |some |our |your |\d\W+)?(?:{joined})", re.IGNORECASE)


_KINDS = {part: _pattern(words) for part, words in _WORDS.items()}
_MOST_WORDS, _MOST_WORDS_OVER_A_LIST = 9, 12
_ASKS = re.compile(r"\d\s*\+?\s*(?:years?|yrs?)\b|\bdegree in\b", re.IGNORECASE)
_JOB = re.compile(
    r"\b(?:engineer|developer|programmer|manager|analyst|scientist|designer|architect|administrator|tester|consultant|"
    r"specialist|owner|nurse|researcher)s?(?:\s[IV]{1,3})?$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:^|(?<=[.;!?])\s+|\s[–—-]\s)((?:(?:minimum|basic|key|technical|preferred|required|main|your|our|"
    r"core)\s)?(?:requirements?|qualifications?|must[- ]haves?|nice[- ]to[- ]haves?|bonus(?: points)?|plus(?:es)?|"
    r"responsibilities|tasks|duties|skills|benefits|perks|(?:what )?we offer|you bring|you have|languages|what you(?:'|’)ll do|"
    r"what you bring|about (?:us|you)|(?:tech )?stack|tech(?:nolog(?:y|ies))?|"
    r"good to have|desirable|optional|essential|required|preferred|"
    r"profile|who we are|equal opportunity))\s*:\s+",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"\bE\s?[=:–-]\s?essential\b.{0,20}\bD\s?[=:–-]\s?desirable\b", re.IGNORECASE)
_CODE = re.compile(r"\s*[(\[](?P<code>[ED])[)\]]\W*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A line with the part of the post that it stands in."""

    text: str
    part: Part
    bullet: bool


def part_named(heading: str) -> Part | None:
    """The part that a heading opens; None for words that are no heading."""
    bare = " ".join(re.sub(r"[()\[\]]", " ", heading).split()).strip(" :?!.…-–—*#")
    if not bare or len(bare.split()) > _MOST_WORDS or _ASKS.search(bare) or _JOB.search(bare) or skills_in(bare):
        return None
    return next((part for part, words in _KINDS.items() if words.fullmatch(bare)), None)


def parted(lines: list[PostLine]) -> Iterator[Told]:
    """Every line under its heading; headings themselves are left out."""
    part: Part = ""
    coded = any(_LEGEND.search(line.text) for line in lines)
    for line, after in zip(lines, (*lines[1:], None)[: len(lines)], strict=True):
        opened = _opened(line)
        if opened is None and _unknown(line, after):
            opened = _guessed(line.text)
        if opened is not None:
            part = opened
            continue
        code = _CODE.search(line.text) if coded else None
        if code:
            yield Told(line.text[: code.start()], "must" if code["code"] == "E" else "nice", line.bullet)
            continue
        for inner, text in _inline(line.text, part):
            part = inner
            yield Told(text, part, line.bullet)


_GUESSES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "nice",
        re.compile(
            r"\b(?:extra|bonus|plus|nice|ideal(?:ly)?|prefer\w*|desir\w*|advantages?|"
            r"stand out|even better|impress|love(?:ly)?|cool|help(?:s|ful)?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "apart",
        re.compile(
            r"\b(?:offers?|benefits?|perks?|promises?|(?:give|get) you|from us|why|in return|apply|process|salary|pay)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "must",
        re.compile(
            r"\b(?:if you|needs?|requir\w+|must|bring|looking for|expect\w*|skills?|qualif\w+|experience|you have|"
            r"fit|match|matters?)\b",
            re.IGNORECASE,
        ),
    ),
    ("duties", re.compile(r"\b(?:do|doing|responsib\w+|tasks?|work on|mission|build|own)\b", re.IGNORECASE)),
)


def _guessed(heading: str) -> Part:
    """The part that a heading of unknown words most likely opens, by its strongest word; "" where none tells."""
    return next((part for part, words in _GUESSES if words.search(heading)), "")


def _unknown(line: PostLine, after: PostLine | None) -> bool:
    """Whether a line looks like a heading of no known words: on its own, unended, and a list under it."""
    return (
        line.after_gap
        and not line.bullet
        and (after is not None and after.bullet and not after.after_gap)
        and 2 < len(line.text.split()) <= _MOST_WORDS_OVER_A_LIST
        and not line.text.endswith((".", ",", ";"))
        and not skills_in(line.text)
    )


def _opened(line: PostLine) -> Part | None:
    if line.bullet and not line.text.endswith(":") and not line.strong:
        return None
    if line.text.endswith((".", ",", ";")):
        return None
    named = part_named(line.text)
    if named is None and line.strong and len(line.text.split()) <= _MOST_WORDS and line.text.endswith(":"):
        return "apart"
    return named


def _inline(text: str, part: Part) -> Iterator[tuple[Part, str]]:
    """The pieces of a line that names its parts as it goes: "Requirements: … Nice to have: …"."""
    pieces = _INLINE.split(text)
    if pieces[0].strip():
        yield part, pieces[0].strip()
    for heading, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        if rest.strip():
            yield part_named(heading) or part, rest.strip()
