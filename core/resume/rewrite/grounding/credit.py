"""A wording may not take more credit for a deed than the line does."""

import re
from collections.abc import Iterator

from core.resume.review.lead import lead
from core.resume.review.verbs import verb_form
from core.resume.rewrite.grounding.deeds import SHARED, claims, said_deeds, supports, tells_no_deed
from core.resume.rewrite.grounding.names import WORD
from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.vocabulary import LEADING, PROJECT_VERBS, SUPPORTING, same_sense, stem

_TOGETHER = re.compile(r"\b(?:we|our|us|together|jointly|team|shared)\b", re.IGNORECASE)
_OTHERS = r"by\s(?!(?:me|us|myself|hand|about|around|\w+ing)\b|[\d$€£~])"
_BY_OTHERS = re.compile(rf"\b(?:was|were|been|being)\s(?:\w+\s)?\w+\b[^,;]*?\s{_OTHERS}", re.IGNORECASE)
_RECEIVED = re.compile(
    rf"^(?P<done>[^\W\d_]+)\s{_OTHERS}|^(?:I\s)?(?:was|were|got|(?:have\s|has\s)?been)\s(?P<had>[^\W\d_]+)\b"
    r"|^(?P<to>[^\W\d_]+)\sto\s(?P<what>[^\W_]+)",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("a", "an", "the"))


def ownership_problems(
    before: str, candidate: str, facts: tuple[str, ...], carried: frozenset[str]
) -> Iterator[Problem]:
    """Deeds that the candidate claims beyond those of the line. Both come with explained words shortened.

    `carried` holds the stems of verbs that say nothing beside the nouns of the line and the answers.
    """
    opening = lead(before)
    claimed = tuple(claims(candidate))
    first = stem(claimed[0]) if claimed else ""
    sure = said_deeds("", facts)
    if supports(opening, before) and first not in SUPPORTING | sure:
        yield _problem(first and claimed[0], "You told of a part in it, not of the whole.")
        return
    if SHARED.search(before) and not (_TOGETHER.search(candidate) or first in SUPPORTING):
        yield _problem("", "You said “we”, so it was not you alone.")
    if claimed and (_BY_OTHERS.search(before) or _received(before, candidate, first)):
        yield _problem(claimed[0], "You said that others did it.")
    if opening.verb and not claimed and not tells_no_deed(opening, before):
        yield _problem("", "It does not say what you did.")
    deeds = said_deeds(before, facts)
    allowed = same_sense(deeds) | carried
    if tells_no_deed(opening, before):
        allowed |= same_sense(map(stem, WORD.findall(" ".join((before, *facts)))))
    for word in claimed:
        if stem(word) not in allowed:
            yield _problem(word, f"You did not say that you “{word.lower()}” anything here.")
        elif stem(word) in LEADING and stem(word) not in deeds:
            yield _problem(word, f"“{word}” takes more credit than your own words do.")


def _received(before: str, candidate: str, first: str) -> bool:
    """Whether the line tells what was done to the person ("Mentored by two seniors"), and the candidate that they did it."""
    match = _RECEIVED.match(before)
    if match is None:
        return False
    if match["done"]:
        return stem(match["done"]) == first and not candidate.lower().startswith(f"{match['done'].lower()} by ")
    if match["had"]:
        return stem(match["had"]) == first
    return (
        not verb_form(match["what"])
        and stem(match["to"]) == first
        and not candidate.lower().startswith(f"{match['to'].lower()} to ")
    )


def made_of(before: str, candidate: str) -> frozenset[str]:
    """Verbs of making that may open a project's line: if it names a thing alone, and the thing follows whole."""
    if not tells_no_deed(lead(before), before):
        return frozenset()
    said, new = ([word for word in WORD.findall(text) if word.lower() not in _ARTICLES] for text in (before, candidate))
    same = [stem(word) for word in new[1:3]] == [stem(word) for word in said[:2]]
    return PROJECT_VERBS if same else frozenset()


def _problem(words: str, sentence: str) -> Problem:
    return Problem("ownership", words, sentence)
