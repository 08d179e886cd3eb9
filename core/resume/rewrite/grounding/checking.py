"""Whether a wording says only what the person said: every check over one line, or over free text about them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from core.resume.review.lead import lead
from core.resume.rewrite.grounding.closing import new_words
from core.resume.rewrite.grounding.credit import made_of, ownership_problems
from core.resume.rewrite.grounding.deeds import SHARED, tells_no_deed
from core.resume.rewrite.grounding.form import form_problems
from core.resume.rewrite.grounding.limits import affirmed, limit_problems, purpose_problems
from core.resume.rewrite.grounding.names import (
    WORD,
    address_problems,
    case_problems,
    neighbour_problems,
    order_problems,
    skill_problems,
)
from core.resume.rewrite.grounding.own import Own, Problem, plain
from core.resume.rewrite.grounding.quantities import number_problems, quantities
from core.resume.rewrite.grounding.vocabulary import (
    LESS,
    MORE,
    carried_by,
    same_sense,
    stem,
)

LONGEST = 600  # characters of a candidate, and of a line, that are looked at at all
_TOGETHER = frozenset(map(stem, ("team", "together", "jointly", "help", "contribute")))


def problems(before: str, candidate: str, own: Own, path: str) -> tuple[Problem, ...]:
    """What a wording of this line says beyond the line and the answers about it; empty where it may be shown.

    `path` is the line's field (`projects.0.highlights.1`). What other lines say does not count: it would be moved.
    """
    if max(len(candidate), len(before)) > LONGEST:
        return (Problem("length", "", "It is too long for one line."),)
    return tuple(_problems(plain(before), candidate, own, path, affirmed(own.about(before))))


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
    yield from purpose_problems(sources[0], short)
    carried = _carried(sources) | (made_of(sources[0], short) if path.startswith("projects") else frozenset())
    yield from ownership_problems(sources[0], short, sources[1:], carried)
    yield from _words(short, sources, carried)


def _carried(sources: tuple[str, ...]) -> frozenset[str]:
    """Verbs that go with nouns of the answers, and of a line that tells no deed."""
    before = sources[0] if tells_no_deed(lead(sources[0]), sources[0]) else ""
    return carried_by(map(stem, WORD.findall(" ".join((before, *sources[1:])))))


def _words(candidate: str, sources: tuple[str, ...], carried: frozenset[str]) -> Iterator[Problem]:
    said = "\n".join(sources)
    own = frozenset(map(stem, WORD.findall(said))) | _joined(said)
    together = _TOGETHER if SHARED.search(sources[0]) else frozenset()
    yield from new_words(candidate, said, same_sense(own) | carried | _directions(sources) | together)


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
