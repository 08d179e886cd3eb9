"""Words that make a claim smaller stay, and stay where they are."""

import re
from collections.abc import Iterator

from core.resume.review.verbs import verb_form
from core.resume.rewrite.grounding.deeds import said_deeds
from core.resume.rewrite.grounding.names import WORD
from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.vocabulary import LIMITS, stem
from core.topics import skills_in

_NEGATED = re.compile(
    r"\b(not|never|no|without|cannot|[a-z]+n['’]t|instead of|rather than|except|unlike|than)\s"
    r"(?:the\s|an?\s)?([\w.]+)(?:\s([\w.]+))?",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|nothing|without|cannot|hardly|[a-z]+n['’]t)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|by|under|for)\s(?:Mr\.?\s|Ms\.?\s|Dr\.?\s)?([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)+)")
_PURPOSE = re.compile(r"\bto\s([a-z]+)", re.IGNORECASE)


def affirmed(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The answers that deny nothing: of "It did not run on AWS" no word may stand behind a claim."""
    return tuple(fact for fact in facts if not _NEGATION.search(fact))


def limit_problems(before: str, candidate: str) -> Iterator[Problem]:
    """Words that make the claim smaller ("failed", "with the team", "without AWS") and are gone or moved."""
    kept = frozenset(map(stem, WORD.findall(candidate)))
    for word in WORD.findall(before):
        if stem(word) in LIMITS and stem(word) not in kept:
            yield _problem(word)
    for words in sorted(_denied(before) ^ _denied(candidate)):
        yield _problem(" ".join(words).strip())
    for name in _WITH.findall(before):
        if name not in candidate and not skills_in(name):
            yield _problem(name)


def _denied(text: str) -> set[tuple[str, ...]]:
    return {(match[1].lower(), stem(match[2]), stem(match[3] or "")) for match in _NEGATED.finditer(text)}


def purpose_problems(before: str, candidate: str) -> Iterator[Problem]:
    """What was meant to happen ("to lower costs") and is told as if it had."""
    meant = {stem(word) for word in _PURPOSE.findall(before) if verb_form(word)} - said_deeds(before, ())
    for word in WORD.findall(candidate):
        found = verb_form(word)
        if (
            found
            and found[1] in ("past", "ing", "third")
            and stem(word) in meant
            and word.lower() not in before.lower().split()
        ):
            yield Problem("outcome", word, f"You said what it was for, not that it “{word.lower()}”.")


def _problem(words: str) -> Problem:
    return Problem("scope", words, f"“{words}” is gone or moved, so it says more than you did.")
