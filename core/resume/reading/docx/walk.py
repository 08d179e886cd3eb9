"""Walks the blocks of a Word part and writes down their lines."""

import re
from dataclasses import replace
from typing import Any

from core.resume.document import Line, Link
from core.resume.reading.cleanup import clean
from core.resume.reading.docx.runs import Run, content_of
from core.resume.reading.docx.styles import Styles, W
from core.resume.reading.marks import join_spaced, lead_of, split_gaps, take_bullet
from core.resume.reading.refusals import MOST_CHARACTERS, refuse

_DEEPEST = 40  # tables inside tables inside text boxes
_BLOCKS = {W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Walk:
    """Collects lines, links and counts over all parts of a Word file."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.hidden: list[str] = []
        self.page, self.row, self.column = 1, 0, 0
        self.images = self.tables = self.text_boxes = self.repaired = self.unmapped = 0
        self.columns = 1
        self._shaded = False
        self._characters = 0
        self._relations: dict[str, tuple[str, str]] = {}

    def part(self, root: Any, relations: dict[str, tuple[str, str]]) -> None:
        """Read all blocks of a part; `relations` are those of that part."""
        self._relations = relations
        self._blocks(root, 0)

    def _blocks(self, parent: Any, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for block in parent:
            if block.tag == W + "p":
                self._paragraph(block, depth)
            elif block.tag == W + "tbl":
                self._table(block, depth)
            elif block.tag in _BLOCKS:
                self._blocks(block, depth + 1)
            elif block.tag == _CHOICE + "AlternateContent":
                for choice in block.iterchildren(_CHOICE + "Choice"):
                    self._blocks(choice, depth + 1)

    def _table(self, table: Any, depth: int) -> None:
        self.tables += 1
        for row in table.iter(W + "tr"):
            if next(row.iterancestors(W + "tbl")) is not table:
                continue
            cells = list(row.iterchildren(W + "tc")) + [
                c for s in row.iterchildren(W + "sdt") for c in s.iter(W + "tc")
            ]
            self._cells(cells, depth)

    def _cells(self, cells: list[Any], depth: int) -> None:
        """Cells share rows, as a date and what it dates; where several are long, each is a column."""
        outer, start = self.column, self.row
        parts: list[list[Line]] = []
        before, self.lines = self.lines, []
        for cell in cells:
            self.row = start
            fill = cell.find(f"{W}tcPr/{W}shd")
            outer_shade = self._shaded
            self._shaded = outer_shade or (
                fill is not None and fill.get(W + "fill", "auto").lower() not in {"auto", "ffffff"}
            )
            self._blocks(cell, depth + 1)
            self._shaded = outer_shade
            parts.append(self.lines)
            self.lines = []
        self.lines = before
        self._place(parts, start, outer)

    def _place(self, parts: list[list[Line]], start: int, outer: int) -> None:
        filled = [part for part in parts if part]
        rows = {line.row for part in filled for line in part}
        if sum(len({line.row for line in part}) > 2 for part in filled) <= 1:
            flat = [line for part in filled for line in part]
            self.lines.extend(sorted(flat, key=lambda line: line.row))
            self.row = max(rows, default=start)
            return
        long = sum(len(part) > 3 for part in filled)
        self.columns = max(self.columns, len(filled) if long > 1 else 1)
        self.row = start
        for number, part in enumerate(filled, start=1):
            first = min(line.row for line in part)
            shift = self.row + 1 - first
            column = number if len(filled) > 1 and outer == 0 else outer
            self.lines.extend(_moved(line, shift, column) for line in part)
            self.row = max(line.row for line in part) + shift

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        style, look = self.styles.paragraph(paragraph.find(W + "pPr"))
        content = content_of(paragraph, self.styles, look, self._relations)
        self.images += content.images
        self.page += content.breaks_before
        self._characters += sum(len(run.text) for run in content.runs)
        if self._characters > MOST_CHARACTERS:
            raise refuse("flood")
        listed = self.styles.listed(look) and "heading" not in style
        for number, runs in enumerate(_split_lines(content.runs)):
            self.row += 1
            self._line(runs, style, listed and number == 0)
        self.page += content.breaks_after
        for box in content.boxes:
            self.text_boxes += 1
            shaded, self._shaded = self._shaded, True
            self._blocks(box, depth + 1)
            self._shaded = shaded

    def _line(self, runs: list[Run], style: str, listed: bool) -> None:
        seen = [run for run in runs if not self._unseen(run)]
        unseen = clean("".join(run.text for run in runs if self._unseen(run))).text
        if unseen:
            self.hidden.append(unseen)
        self._links(seen)
        text, glyph = take_bullet("".join(run.text for run in seen))
        parts = split_gaps(text)
        at = 0
        for number, part in enumerate(parts):
            cleaned = clean(join_spaced(part))
            self.repaired += cleaned.repaired
            self.unmapped += cleaned.unmapped
            if not re.search(r"\w", cleaned.text):
                continue
            whole = "".join(run.text for run in seen)
            at = max(whole.find(part, at), at)
            main = _main_run(seen, at, at + len(part))
            lead = lead_of([(run.text, run.look.bold, run.look.italic) for run in seen], at, part)
            at += len(part)
            bullet = (listed or glyph) and number == 0
            self.lines.append(
                Line(
                    cleaned.text,
                    self.page,
                    None,
                    main.look.size,
                    main.look.bold,
                    main.look.italic,
                    self.column,
                    self.row,
                    bullet,
                    style,
                    lead=lead if cleaned.text.startswith(part[:lead].strip()) else 0,
                )
            )

    def _unseen(self, run: Run) -> bool:
        look = run.look
        return look.vanish or look.size <= 1 or (look.white and not look.shaded and not self._shaded)

    def _links(self, runs: list[Run]) -> None:
        for run in runs:
            if run.url and self.links and self.links[-1].url == run.url and self.links[-1].page == self.page:
                last = self.links[-1]
                self.links[-1] = Link(last.url, last.text + run.text, last.page)
            elif run.url:
                self.links.append(Link(run.url[:2000], run.text, self.page))


def _moved(line: Line, shift: int, column: int) -> Line:
    return replace(line, column=column, row=line.row + shift)


def _split_lines(runs: list[Run]) -> list[list[Run]]:
    """Runs cut at manual line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(Run(first, run.look, run.url))
        lines.extend([Run(text, run.look, run.url)] for text in more)
    return lines


def _main_run(runs: list[Run], start: int, end: int) -> Run:
    """The run that covers most of the characters from `start` to `end`, by look."""
    cover: dict[tuple[bool, bool, float], int] = {}
    owner: dict[tuple[bool, bool, float], Run] = {}
    at = 0
    for run in runs:
        key = (run.look.bold, run.look.italic, run.look.size)
        cover[key] = cover.get(key, 0) + max(0, min(end, at + len(run.text)) - max(start, at))
        owner.setdefault(key, run)
        at += len(run.text)
    return owner[max(cover, key=lambda key: cover[key])]
