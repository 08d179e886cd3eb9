"""The work of a match in one go. Runs in a worker process: plain data in, plain data out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.match.matching import match
from core.resume.match.post import Match
from core.resume.match.reading import read_post
from core.resume.match.tailoring import Tailored, tailored
from core.resume.reading import read_any
from core.resume.review import review
from core.resume.verdict import Review
from core.resume.versions.editing import Paper

LONGEST = 40_000  # characters of a post


def post_text(data: bytes) -> str:
    """The words of a job post's file, one longer than `LONGEST` cut; raises `core.resume.document.Unreadable`."""
    lines: list[str] = []
    row = 0
    for line in read_any(data).lines:
        if line.furniture:
            continue
        if line.row > row + 1 and lines:
            lines.append("")
        row = line.row
        lines.append(f"- {line.text}" if line.bullet else line.text)
    return "\n".join(lines)[:LONGEST]


def matched(document: Document, parsed: Parsed, text: str, facts: tuple[str, ...], today: date) -> Match:
    """A post's text read and matched with a résumé."""
    return match(document, parsed, read_post(text), facts=facts, today=today)


@dataclass(frozen=True, slots=True)
class Ready:
    """A tailored résumé, its match, and its review."""

    made: Tailored
    match: Match
    review: Review


def ready(paper: Paper, before: Match, facts: Sequence[str], track: str | None, today: date, summary: str) -> Ready:
    """A résumé tailored to the post of a match, matched and reviewed anew."""
    made = tailored(paper, before, today, summary)
    document, parsed = made.paper.document, made.paper.parsed
    after = match(document, parsed, before.post, facts=tuple(facts), today=today)
    return Ready(made, after, review(document, parsed, track=track, today=today))
