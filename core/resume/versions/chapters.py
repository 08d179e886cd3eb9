"""The rows of a chapter put together as they were read: a line of experience whole, an entry's head, a group of skills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core.resume.document import Document
from core.resume.jsonresume import Parsed, Part
from core.resume.parsing.layout import Row, rows_of, whole_rows_of
from core.resume.parsing.paragraphs import flat, join, paragraphs
from core.resume.versions.outline import Chapter
from core.resume.versions.passages import stands

ENTRIES = frozenset(["work", "volunteer", "education", "projects"])
_ITEMS = frozenset(["certificates", "languages", "awards"])
_PROSE = frozenset(["summary", "description", "highlights", "keywords", "courses"])
_HEADS = frozenset(
    ["name", "position", "institution", "area", "study_type", "location", "start_date", "end_date", "url"]
)

Kind = Literal["head", "bullet", "plain"]


@dataclass(frozen=True, slots=True)
class Told:
    """Words that belong together: cells of a row, or one text; `entry` is the number of their entry (-1: not known)."""

    cells: tuple[str, ...]
    lines: tuple[int, ...]
    kind: Kind = "plain"
    entry: int = -1
    lead: int = 0  # characters of the first cell that are set otherwise than the rest


class Putter:
    """Puts the chapters of one résumé together."""

    def __init__(self, document: Document, parsed: Parsed) -> None:
        self._document, self._parsed = document, parsed
        self._at: dict[int, list[str]] = {}
        for path, lines in parsed.evidence.items():
            for line in lines:
                self._at.setdefault(line, []).append(path)

    def told(self, chapter: Chapter) -> Iterator[Told]:
        """What a chapter says, in order."""
        lines = list(chapter.lines)
        if chapter.kind in ENTRIES:
            yield from self._entries(chapter.kind, whole_rows_of(self._document, lines))
        elif chapter.kind in _ITEMS:
            yield from self._items(chapter.kind, rows_of(self._document, lines))
        elif chapter.kind == "skills":
            yield from self._skills(rows_of(self._document, lines))
        elif chapter.kind in {"", "contact"}:
            yield from self._contact(rows_of(self._document, lines))
        else:
            for one in paragraphs(rows_of(self._document, lines)):
                yield Told((one.text,), one.lines, "bullet" if one.bullet else "plain")

    def _paths(self, row: Row, kind: str) -> list[list[str]]:
        """The fields of this kind that a row gave, as steps of their paths."""
        found = [path.split(".") for line in row.lines for path in self._at.get(line, ())]
        return [steps for steps in found if steps[0] == kind]

    def _entries(self, kind: str, rows: list[Row]) -> Iterator[Told]:
        entry = -1
        last: Told | None = None
        prose: set[tuple[str, ...]] = set()
        for row in rows:
            paths = self._paths(row, kind)
            said = {tuple(steps) for steps in paths if steps[2] in _PROSE}
            if last and said & prose and not row.bullet:
                last = replace(last, cells=(join(last.cells[0], flat(row)),), lines=(*last.lines, *row.lines))
                continue
            if last:
                yield last
            entry = min((int(steps[1]) for steps in paths), default=entry)
            head = any(steps[2] in _HEADS for steps in paths)
            listed = row.bullet or any(steps[2] == "highlights" for steps in paths)
            cells = tuple(cell.text for cell in row.cells) if head or not said else (flat(row),)
            lead = row.cells[0].lead
            last = Told(cells, row.lines, "bullet" if listed else "head" if head else "plain", entry, lead)
            prose = said if len(cells) == 1 else set()
        if last:
            yield last

    def _items(self, kind: str, rows: list[Row]) -> Iterator[Told]:
        """The rows of one certificate, language or award on one line."""
        last: Told | None = None
        numbers: set[int] = set()
        for row in rows:
            own = {int(steps[1]) for steps in self._paths(row, kind)}
            cells = tuple(cell.text for cell in row.cells)
            if last and len(own | numbers) == 1 and own & numbers:
                known = getattr(self._parsed.resume, kind)[min(own)]
                if _broken(last.cells[-1], cells[0], known):
                    cells = (join(last.cells[-1], cells[0]), *cells[1:])
                    last = replace(last, cells=last.cells[:-1])
                last = replace(last, cells=(*last.cells, *cells), lines=(*last.lines, *row.lines))
                continue
            if last:
                yield last
            last, numbers = Told(cells, row.lines, "bullet"), own
        if last:
            yield last

    def _skills(self, rows: list[Row]) -> Iterator[Told]:
        """A group of skills on one line, its name before a colon."""
        last: Told | None = None
        groups: set[int] = set()
        for row in rows:
            paths = self._paths(row, "skills")
            own = {int(steps[1]) for steps in paths}
            text = self._group(row, paths)
            if last and own == groups and len(own) == 1:
                known = self._parsed.resume.skills[min(own)]
                whole = join if _broken(last.cells[0], text, known) else _listed
                last = replace(last, cells=(whole(last.cells[0], text),), lines=(*last.lines, *row.lines))
                continue
            if last:
                yield last
            last, groups = Told((text,), row.lines, "bullet" if row.bullet else "plain"), own
        if last:
            yield last

    def _group(self, row: Row, paths: list[list[str]]) -> str:
        """A row of skills: a name of its own, or in a cell of its own, gets a colon; other cells a comma between them."""
        names = {self._parsed.resume.skills[int(steps[1])].name for steps in paths}
        first, *more = [cell.text for cell in row.cells]
        if first.strip(" :") in names and (more or all(steps[2] == "name" for steps in paths)):
            first = f"{first.strip(' :')}:"
        for cell in more:
            first = _listed(first, cell)
        return first

    def _contact(self, rows: list[Row]) -> Iterator[Told]:
        """Contact details row by row; a summary among them in paragraphs."""
        summary = [row for row in rows if self._summary(row)]
        for row in rows:
            if row not in summary:
                yield Told(tuple(cell.text for cell in row.cells), row.lines, "bullet" if row.bullet else "head")
        for one in paragraphs(summary):
            yield Told((one.text,), one.lines)

    def _summary(self, row: Row) -> bool:
        return any("basics.summary" in self._at.get(line, ()) for line in row.lines)


def _broken(before: str, after: str, known: Part) -> bool:
    """Whether a known field goes on from one row to the next: the last word of one and the first of the other stand in it."""
    seam = join((before.split() or [""])[-1], (after.split() or [""])[0].rstrip(",;"))
    values = [value for value in known.model_dump().values() if isinstance(value, str)]
    items = getattr(known, "keywords", ())
    return any(stands(seam, value) for value in (*values, *items))


def _listed(first: str, second: str) -> str:
    """Two lines of a list as one; between two items there is a comma."""
    if first.endswith("-"):
        return first + second
    if re.search(r"[,;|•·:/&]$|\band$", first) or second[:1] in ",;|•·":
        return f"{first} {second}"
    return f"{first}, {second}"
