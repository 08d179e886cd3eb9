"""File → document → parsed → review, in one go. Runs in a worker process: plain data in, plain data out."""

from dataclasses import dataclass
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.review import review
from core.resume.verdict import Review


@dataclass(frozen=True, slots=True)
class Assessed:
    """A résumé as it was read, what it was taken for, and what the rules say of it."""

    document: Document
    parsed: Parsed
    review: Review


def assess(data: bytes, name: str, track: str | None, today: date) -> Assessed:
    """Reads and reviews a file; raises `core.resume.document.Unreadable` with the sentence for the person."""
    document = read(data, name)
    parsed = parse(document)
    return Assessed(document, parsed, review(document, parsed, track=track, today=today))


def again(document: Document, parsed: Parsed, track: str | None, today: date) -> Review:
    """Reviews what was read before: under another track, or after corrections."""
    return review(document, parsed, track=track, today=today)
