"""Whether a wording says only what the person said: every check over one line, or over free text about them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from core.resume.review.lead import lead
from core.resume.rewrite.grounding.deeds import limit_problems, ownership_problems, tells_no_deed
from core.resume.rewrite.grounding.form import form_problems
from core.resume.rewrite.grounding.names import (
    WORD,
    address_problems,
    case_problems,
    known_skills,
    neighbour_problems,
    order_problems,
    skill_problems,
    without_skills,
)
from core.resume.rewrite.grounding.own import Own, Problem, plain
from core.resume.rewrite.grounding.quantities import number_problems, quantities, without_numbers
from core.resume.rewrite.grounding.vocabulary import (
    EXACT,
    FREE,
    LESS,
    MORE,
    PROJECT_VERBS,
    carried_by,
    kind_of,
    same_sense,
    stem,
)

LONGEST = 600  # characters of a candidate that are looked at at all
_SHARED = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_TOGETHER = frozenset(map(stem, ("team", "together", "jointly", "help", "contribute")))


def problems(before: str, candidate: str, own: Own, path: str) -> tuple[Problem, ...]:
    """What a wording of this line says beyond the line and the answers about it; empty where it may be shown.

    `path` is the line's field (`projects.0.highlights.1`). What other lines say does not count: it would be moved.
    """
    if len(candidate) > LONGEST:
        return (Problem("length", "", "It is much longer than your own line."),)
    return tuple(_problems(plain(before), candidate, own, path, own.about(before)))


def _problems(before: str, candidate: str, own: Own, path: str, facts: tuple[str, ...]) -> Iterator[Problem]:
    said = "\n".join((before, *facts))
    yield from form_problems(before, candidate, said)
    candidate = plain(candidate)
    yield from address_problems(candidate, said)
    long_forms = " ".join(words for short, words in own.long_forms.items() if re.search(rf"\b{short}\b", said))
    yield from case_problems(candidate, f"{said}\n{long_forms}")
    yield from neighbour_problems(candidate, before)
    yield from order_problems(candidate, before)
    sources, short = tuple(map(own.shortened, (before, *facts))), own.shortened(candidate)
    yield from skill_problems(short, "\n".join(sources))
    yield from number_problems(short, sources)
    yield from limit_problems(sources[0], short)
    project = path.startswith("projects")
    yield from ownership_problems(sources[0], short, sources[1:], project=project)
    yield from _new_words(short, sources, project=project)


def _new_words(candidate: str, sources: tuple[str, ...], *, project: bool) -> Iterator[Problem]:
    said = "\n".join(sources)
    own = frozenset(map(stem, WORD.findall(said))) | _joined(said)
    allowed = same_sense(own) | carried_by(own) | _directions(sources)
    if project and tells_no_deed(lead(sources[0]), sources[0]):
        allowed |= PROJECT_VERBS
    if _SHARED.search(sources[0]):
        allowed |= _TOGETHER
    yield from _outside(candidate, said, allowed)


def _outside(candidate: str, said: str, allowed: frozenset[str]) -> Iterator[Problem]:
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


def _joined(said: str) -> frozenset[str]:
    """Stems of words with a hyphen, also written as one ("front-end" for "frontend")."""
    return frozenset(stem(run.replace("-", "")) for run in re.findall(r"\w+(?:-\w+)+", said))


def _directions(sources: tuple[str, ...]) -> frozenset[str]:
    """Verbs of lowering or raising, where a text says from how much to how much."""
    allowed: frozenset[str] = frozenset()
    for text in sources:
        found = quantities(text)
        for start, end in pairwise(found):
            if (start.role, end.role) == ("from", "to"):
                allowed |= LESS if end.value < start.value else MORE
    return allowed
