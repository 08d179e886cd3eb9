"""What of a résumé can show a skill: lines of work, which do, and all other lines, which only list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review.metrics import metrics_in, says_result
from core.topics import Mention, covered_by, skills_in

_WORKING = ("work", "projects", "volunteer")
_NAMES = ("name", "location", "url", "startDate", "endDate", "start_date", "end_date")
_WHERE = {
    "skills": "your skills list",
    "summary": "your summary",
    "education": "your education",
    "certificates": "your certificates",
    "awards": "your awards",
    "interests": "your interests",
    "publications": "your publications",
}
_CATALOGUE, _WORDS_EACH = 10, 3  # a line with more names than this, and fewer words to each, tells of no work


@dataclass(frozen=True)
class Piece:
    """A line of the résumé. `entry` is the path of its job or project; `works` where it tells of work done."""

    text: str
    where: str
    entry: str = ""
    works: bool = False

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(skills_in(self.text))

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of the skills that the line names."""
        return frozenset(mention.skill.id for mention in self.mentions)

    @cached_property
    def covered(self) -> frozenset[str]:
        """Ids of all that whoever used these has used."""
        return frozenset(skill for name in self.named for skill in covered_by(name))

    @property
    def shows(self) -> bool:
        """Whether it counts as evidence: a line of work that does more than list names."""
        crowded = len(self.named) > _CATALOGUE and len(self.text.split()) < _WORDS_EACH * len(self.named)
        return self.works and not crowded

    @cached_property
    def worth(self) -> int:
        """How well it would do as a quote: results and numbers before plain lines, these before lists of names."""
        metrics = metrics_in(self.text)
        told = len(self.text.split()) >= 6 and not re.match(r"[\w ]{2,24}:", self.text)
        return 2 * bool(metrics) + bool(says_result(self.text, metrics)) + 2 * told


class Evidence:
    """A résumé cut into pieces, in its order. Hidden text stands in no line, so it is never among them."""

    def __init__(self, document: Document, parsed: Parsed) -> None:
        self.document, self.parsed = document, parsed
        self.pieces = tuple(_pieces(document, parsed))

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of all skills that lines of work show."""
        return frozenset(skill for piece in self.pieces if piece.shows for skill in piece.covered)

    def of(self, entry: str) -> tuple[Piece, ...]:
        """The pieces of one job or project."""
        return tuple(piece for piece in self.pieces if piece.entry == entry)

    def line(self, path: str) -> str:
        """The first line that a parsed fact stands on; "" where that is not known."""
        lines = self.parsed.evidence.get(path, ())
        return self.document.lines[lines[0]].text if lines and lines[0] < len(self.document.lines) else ""


def _pieces(document: Document, parsed: Parsed) -> Iterator[Piece]:
    used: set[int] = set()
    for entry, path, text in _told(parsed):
        used |= set(parsed.evidence.get(path, ()))
        yield Piece(text, "your experience", entry, works=True)
    for path, lines in parsed.evidence.items():
        if path.split(".")[0] in _WORKING and path.split(".")[-1] in _NAMES:
            used |= set(lines)
    section = {at: part.kind for part in parsed.sections for at in range(part.line, part.end)}
    for at, line in enumerate(document.lines):
        if at not in used and not line.furniture:
            kind = section.get(at, "")
            yield Piece(line.text, _WHERE.get(kind, "another line"), works=kind in _WORKING)


def _told(parsed: Parsed) -> Iterator[tuple[str, str, str]]:
    """Each text of work done: the entry's path, the text's own, and the text; employers' names tell nothing."""
    resume = parsed.resume
    for kind, rows in (("work", resume.work), ("volunteer", resume.volunteer)):
        for at, job in enumerate(rows):
            entry = f"{kind}.{at}"
            yield from _texts(entry, ("position", job.position), ("summary", job.summary), highlights=job.highlights)
    for at, project in enumerate(resume.projects):
        entry = f"projects.{at}"
        texts = (("name", project.name), ("description", project.description))
        yield from _texts(entry, *texts, ("keywords", ", ".join(project.keywords)), highlights=project.highlights)


def _texts(entry: str, *named: tuple[str, str], highlights: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for name, text in named:
        if text:
            yield entry, f"{entry}.{name}", text
    for at, text in enumerate(highlights):
        yield entry, f"{entry}.highlights.{at}", text
