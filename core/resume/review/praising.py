"""Gathers what is good, with the words that show it."""

from collections.abc import Sequence

from core.resume.review.facts import Facts
from core.resume.review.scoring import Marked
from core.resume.verdict import Praise


def praise(facts: Facts, marked: Sequence[Marked]) -> tuple[Praise, ...]:
    """All praise that the checks give, in their order."""
    del facts
    return tuple(kind for item in marked for kind in item.measured.praise)
