"""The words of a wording: each is the person's own, of the same sense, or says nothing by itself."""

import re
from collections.abc import Iterator

from core.resume.rewrite.grounding.names import WORD, known_skills, without_skills
from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.quantities import without_numbers
from core.resume.rewrite.grounding.vocabulary import EXACT, FREE, kind_of, stem


def new_words(candidate: str, said: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """Words that are neither allowed nor small; of some only the very form counts ("dozen" is not "dozens")."""
    exact = {word.lower() for word in WORD.findall(said)}
    rest = without_numbers(without_skills(candidate, known_skills(candidate, said)))
    for run in re.findall(r"[^\s/,;:()]+", rest):
        parts = [word for word in WORD.findall(run) if not word.isdigit()]
        if stem("".join(parts)) in allowed and len(parts) > 1:
            continue
        for word in parts:
            if not _allowed(word, exact, allowed):
                yield Problem(kind_of(word), word, f"You did not say “{word}” here.")


def _allowed(word: str, exact: set[str], allowed: frozenset[str]) -> bool:
    low = word.lower()
    if low in exact or low in FREE:
        return True
    return low not in EXACT and not any(mark.isdigit() for mark in low) and stem(low) in allowed
