"""A document as chapters: what stands before any heading, then each section with all of its lines, wherever those stand."""

from dataclasses import dataclass

from core.resume.document import Document
from core.resume.jsonresume import Parsed, Section
from core.resume.parsing.headings import Heading, find_headings
from core.resume.parsing.layout import in_order
from core.resume.parsing.margin import in_margin
from core.resume.parsing.sections import Splitter


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading as printed ("" for what stands before any), what it was taken for, and the lines below it.

    `headings` are the lines that hold nothing but the heading.
    """

    heading: str
    kind: str
    headings: tuple[int, ...]
    lines: tuple[int, ...]


def outline(document: Document, parsed: Parsed) -> list[Chapter]:
    """The chapters in reading order; each line that is no furniture is in one of them."""
    body = in_order(document)
    headings, levels = in_margin(document, body, find_headings(document, body))
    if [heading.line for heading in headings] != [section.line for section in parsed.sections]:
        headings, levels = [_heading(document, section) for section in parsed.sections], {}
    blocks = Splitter(document, headings, levels).split(body)
    return [
        Chapter(one.heading.text, one.heading.kind, one.heading.lines, tuple(one.lines))
        if one.heading
        else Chapter("", "", (), tuple(one.lines))
        for one in blocks
    ]


def _heading(document: Document, section: Section) -> Heading:
    """The heading of a section whose line may hold more than its name ("Skills: Python, Go")."""
    more = document.lines[section.line].text.partition(":")[2].strip()
    return Heading(section.line, section.kind, section.heading, section.line + (not more))
