"""Carries a change of verb form on to the verbs that are joined to the first ("design and build" → "designed and built")."""

import re
from collections.abc import Callable

from core.resume.review.verbs import ALSO_NOUNS, VERBS, Form, Verb, verb_form

Inflect = Callable[[Verb], str]

_WORD = re.compile(r"[^\W\d_][\w’']*(?:-[^\W\d_]\w*)*")
_DETERMINER = re.compile(r"\s+(?:an?|the|our|my|their|its|all|each|every|new|it|them|\d+)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:to|by|for|of|while|when|through|without|from|that|which|who|including)\s+$", re.IGNORECASE
)
_JOINED = re.compile(r"(?:\band|&|\bor|;)\s+(?:then\s+|also\s+)?$|,\s*$", re.IGNORECASE)
_UNKNOWN_GERUND = re.compile(rf"\b(?:and|or|&)\s+(?!(?:{'|'.join(verb.ing for verb in VERBS.values())})\b)[a-z]+ing\b")
# Gerunds that are as often nouns or adjectives ("testing tools").
NOUN_GERUNDS = frozenset(
    [
        "testing",
        "monitoring",
        "training",
        "planning",
        "engineering",
        "processing",
        "marketing",
        "programming",
        "learning",
        "manufacturing",
        "building",
        "reporting",
        "caching",
        "scheduling",
        "hosting",
        "coding",
        "computing",
        "routing",
        "logging",
        "pricing",
        "tracking",
        "indexing",
        "modeling",
        "recruiting",
        "accounting",
        "operating",
        "existing",
    ]
)


def carried(rest: str, form: Form, inflect: Inflect) -> str | None:
    """`rest` with joined verbs of the same form inflected too; None where one cannot tell verb from noun."""
    found = [match for match in _WORD.finditer(rest) if _same_form(match.group(), form)]
    joined = [match for match in found if _JOINED.search(rest[: match.start()])]
    if form == "ing" and _UNKNOWN_GERUND.search(rest):
        return None
    if not joined:
        return rest
    if any(_SUBORDINATE.search(rest[: match.start()]) for match in found if match not in joined):
        return None
    if form == "ing":
        return _carry_gerunds(rest, joined, inflect)
    if not all(_surely_verb(rest, match) for match in joined):
        return None
    return _replace(rest, joined, inflect)


def _carry_gerunds(rest: str, joined: list[re.Match[str]], inflect: Inflect) -> str | None:
    """After a bare comma a gerund says a result and stays; with an "and" as well it may be a list: then nothing is sure."""
    by_and = [match for match in joined if not rest[: match.start()].rstrip().endswith(",")]
    if not by_and:
        return rest if len(joined) == 1 else None
    if len(joined) > 1 or not _surely_verb(rest, by_and[0]):
        return None
    return _replace(rest, by_and, inflect)


def _same_form(word: str, form: Form) -> bool:
    found = verb_form(word) if word[0].islower() else None
    return found is not None and found[1] == form


def _surely_verb(rest: str, match: re.Match[str]) -> bool:
    found = verb_form(match.group())
    ambiguous = match.group() in NOUN_GERUNDS or (
        found is not None and found[1] != "ing" and found[0].base in ALSO_NOUNS
    )
    return not ambiguous or bool(_DETERMINER.match(rest[match.end() :]))


def _replace(rest: str, matches: list[re.Match[str]], inflect: Inflect) -> str:
    for match in reversed(matches):
        found = verb_form(match.group())
        if found:
            rest = rest[: match.start()] + inflect(found[0]) + rest[match.end() :]
    return rest
