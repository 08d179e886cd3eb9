"""How a line of experience opens: with a verb and in which form, or with something else."""

import re
from dataclasses import dataclass
from typing import Literal

from core.resume.review.verbs import ALSO_NOUNS, NOMINAL, VERBS, Verb, verb_form
from core.resume.review.wording import FIRST_NOUNS, WEAK_OPENINGS
from core.topics import skills_in

Kind = Literal["past", "base", "third", "ing", "weak", "pronoun", "nominal", "noun", "unknown"]

_LABEL = re.compile(r"^[^\W\d_][\w /&+.,'-]{1,34}(?::|\s[–—-])\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W\d_]\w*)*\b(?!/\w)")
_PRONOUN = re.compile(r"(?:I|We|My|Our|He|She|I've|I’ve|I'm|I’m)\b(?!/)", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\s+(?:an?|the|our|my|new|all|\d+|their|its|each|every|several|multiple|and\s+\w+\s+(?:an?|the|our|all|\d+))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_GERUND_NOUN = re.compile(
    r"\s+(?:lead|team|manager|assistant|engineer|intern|club|project|program|system)\b", re.IGNORECASE
)
_WEAK = re.compile("|".join(WEAK_OPENINGS), re.IGNORECASE)
_HELPED = re.compile(r"help(?:ed)?\s+([a-z]+)(?=\s)", re.IGNORECASE)
# Nouns elsewhere, but at the head of a line nearly always the verb.
_OPENERS = frozenset(
    [
        "build",
        "drive",
        "run",
        "help",
        "increase",
        "check",
        "fix",
        "set",
        "start",
        "update",
        "upgrade",
        "own",
        "clean",
        "use",
        "secure",
        "complete",
        "open",
        "answer",
        "contribute",
        "present",
        "cut",
        "hold",
        "keep",
        "ship",
        "boost",
    ]
)
_NEVER_ADVERB = frozenset(
    {
        "apply",
        "supply",
        "reply",
        "rely",
        "multiply",
        "comply",
        "fly",
        "assembly",
        "family",
        "weekly",
        "monthly",
        "daily",
        "quarterly",
        "yearly",
        "nightly",
        "hourly",
        "early",
        "friendly",
        "only",
    }
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The opening: its kind, the verb where one is known, and offsets of the opening word within the line."""

    kind: Kind
    word: str
    start: int
    end: int
    verb: Verb | None = None
    adverb: str = ""


def lead(text: str) -> Lead:
    """Reads the opening of a line; a label ("Backend: …") and adverbs before the verb are passed over."""
    label = _LABEL.match(text)
    at = label.end() if label and not _opens_with_verb(text) else 0
    weak = _WEAK.match(text, at) or _helped_do(text, at)
    if weak:
        return Lead("weak", weak.group(), at, weak.end())
    match = _WORD.match(text, at)
    if not match:
        return Lead("noun" if re.match(r"[\d$€£~+<>(]", text[at:]) else "unknown", "", at, at)
    if _PRONOUN.match(text, at):
        return Lead("pronoun", match.group(), at, match.end())
    return _after_adverb(text, match)


def _helped_do(text: str, at: int) -> re.Match[str] | None:
    """ "Helped build …" is weak; "Helped students …" is not."""
    match = _HELPED.match(text, at)
    found = verb_form(match[1]) if match else None
    return match if found and found[1] == "base" and found[0].base not in ALSO_NOUNS - _OPENERS else None


def _opens_with_verb(text: str) -> bool:
    match = _WORD.match(text)
    found = verb_form(match.group()) if match else None
    return found is not None and found[1] == "past"


def _after_adverb(text: str, match: re.Match[str]) -> Lead:
    word = match.group()
    follows = _WORD.match(text, match.end() + 1)
    if word.lower().endswith("ly") and word.lower() not in _NEVER_ADVERB and follows and not verb_form(word):
        opening = _classified(text, follows)
        return Lead(opening.kind, opening.word, opening.start, opening.end, opening.verb, word)
    return _classified(text, match)


def _classified(text: str, match: re.Match[str]) -> Lead:
    word, start, end = match.group(), match.start(), match.end()
    low = word.lower()
    rest = text[end:]
    if low in NOMINAL and _OF.match(rest):
        return Lead("nominal", word, start, end, VERBS.get(NOMINAL[low]))
    found = verb_form(word)
    if found:
        verb, form = found
        kind: Kind = "past" if form == "participle" else form
        noun = (kind in ("base", "third") and verb.base in ALSO_NOUNS - _OPENERS and not _DETERMINED.match(rest)) or (
            kind == "ing" and bool(_GERUND_NOUN.match(rest))
        )
        return Lead("unknown" if noun else kind, word, start, end, verb)
    return Lead(_without_verb(text, match), word, start, end)


def _without_verb(text: str, match: re.Match[str]) -> Kind:
    low = match.group().lower()
    if low.endswith("ed") and low not in ("embedded", "detailed", "advanced", "distributed"):
        return "past"
    named = any(mention.start == match.start() for mention in skills_in(text))
    return "noun" if named or low in FIRST_NOUNS else "unknown"
