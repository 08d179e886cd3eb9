"""Runs every check over a résumé and makes one review of what they say."""

from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review import (
    chronology,
    completeness,
    contact,
    evidence,
    fit,
    layout,
    machine,
    openings,
    ownership,
    personal,
    spelling,
    style,
)
from core.resume.review.gathering import gather
from core.resume.review.merging import merged
from core.resume.review.model import Check
from core.resume.review.ordering import ordered
from core.resume.review.praising import praise
from core.resume.review.scoring import areas, findings, mark
from core.resume.review.verdicts import verdict
from core.resume.verdict import Review
from core.topics import TRACKS

RULES_VERSION = "1.1"

_MODULES = (
    machine,
    layout,
    evidence,
    ownership,
    openings,
    style,
    spelling,
    contact,
    personal,
    completeness,
    chronology,
    fit,
)
CHECKS: tuple[Check, ...] = tuple(check for module in _MODULES for check in module.CHECKS)


def review(document: Document, parsed: Parsed, *, track: str | None = None, today: date) -> Review:
    """Reviews a résumé as of a day, against a track or the one that its skills and titles suggest.

    Raises ValueError for a track that is not one of `core.topics.TRACKS`.
    """
    if track and track not in TRACKS:
        raise ValueError(f"No track “{track}”: choose one of {', '.join(TRACKS)}.")
    facts = gather(document, parsed, today, track or "")
    marked = mark(facts, CHECKS)
    found = ordered(merged(facts, findings(facts, marked)))
    by_area = areas(marked)
    score = (sum(item.earned for item in marked) + 5) // 10
    return Review(
        rules_version=RULES_VERSION,
        score=score,
        verdict=verdict(score, by_area, found),
        track=facts.track,
        track_guessed=bool(facts.track) and not facts.asked,
        areas=by_area,
        checks=tuple(item.result() for item in marked),
        findings=found,
        praise=praise(facts, marked),
    )
