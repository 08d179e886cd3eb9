"""Rows of cells: what stands on one baseline, with the distances that tell entries apart."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from core.resume.document import Document, Line

WIDE = re.compile(r"\t+| {3,}|\s*\u2003+\s*")
GLYPHS = re.compile(r"^\s*(?:[•◦▪▫‣⁃∙·●○■□◆◇►▸▶➢➤➔→✓✔❖★\uf0b7\uf0a7\uf0d8]|(?:[-–—*o]|\+)(?=\s))\s*")
PRIVATE = re.compile(r"[\ue000-\uf8ff\u200b-\u200f\u2060\ufeff\ufe0f]|[\U000f0000-\U0010ffff]")


HANGING = re.compile(r"(?:,|&|\s[–-]|\b(?:and|of|in|for|the|with|at|de|du|der|und|et|y|di|à))$", re.IGNORECASE)
STARTS_ANEW = re.compile(r"\d{4}|^[^\s:]{2,20}:|@|\b(?:universi\w+|college|school|institut\w*)\b|[,|•·]", re.IGNORECASE)
NARROW = 360.0  # points: in a wider column only long text is broken
BLANK_LINE = 12.0  # points that an empty line of a text stands for


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of text on a row, and the line that it came from."""

    text: str
    line: int
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    lead: int = 0  # characters at the start that are set otherwise than the rest

    @property
    def labelled(self) -> str:
        """The text with a colon behind a start that stands out: "**Tools** Git, Docker" → "Tools: Git, Docker"."""
        first, rest = self.text[: self.lead].strip(), self.text[self.lead :].strip()
        told = (
            first and rest[:1].isalnum() and not rest[0].islower() and first[-1:].isalnum() and len(first.split()) <= 6
        )
        return f"{first}: {rest}" if told else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """What shares a baseline within a column. `gap` is the white space above, in points (-1: not known)."""

    cells: tuple[Cell, ...]
    page: int = 1
    column: int = 0
    bullet: bool = False
    style: str = ""
    x0: float = 0.0
    x1: float = 0.0
    gap: float = -1.0
    edge: float = 0.0  # how far to the right its column runs
    more: tuple[int, ...] = ()  # further lines that the row goes on in
    apart: bool = False  # on another page or in another column than the row before

    @property
    def text(self) -> str:
        return "\t".join(cell.text for cell in self.cells)

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys((*(cell.line for cell in self.cells), *self.more)))

    @property
    def bold(self) -> bool:
        return self.cells[0].bold

    @property
    def italic(self) -> bool:
        return self.cells[0].italic

    @property
    def size(self) -> float:
        return self.cells[0].size


def cleaned(text: str) -> str:
    """Icon glyphs of private planes out, white space kept only where it separates."""
    return PRIVATE.sub(" ", text).strip(" \u00a0\r\n")


def cells_of(index: int, line: Line) -> list[Cell]:
    parts = [" ".join(part.split()) for part in WIDE.split(cleaned(line.text))]
    lead = line.lead if parts == [line.text] and line.lead < len(line.text) else 0
    return [Cell(part, index, line.bold, line.italic, line.size, lead) for part in parts if part]


def same_row(a: Line, b: Line) -> bool:
    """Whether two neighbours in reading order stand on one baseline."""
    if (a.page, a.column, a.row) != (b.page, b.column, b.row) or not a.row or b.bullet:
        return False
    if a.box and b.box:
        overlap = min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0)
        return overlap > 0.4 * min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0)
    return True


def rows_of(document: Document, indexes: list[int]) -> list[Row]:
    """The rows of some lines, in reading order; empty lines fall away."""
    rows: list[Row] = []
    group: list[int] = []
    edges = edges_of(document)
    for index in indexes:
        if group and not same_row(document.lines[group[-1]], document.lines[index]):
            rows += row_of(document, group, rows, edges)
            group = []
        group.append(index)
    rows += row_of(document, group, rows, edges) if group else []
    return rows


def in_order(document: Document) -> list[int]:
    """The lines of the body in reading order; one of no column that stands above a column's first line goes there."""
    order: list[int] = []
    tops: dict[tuple[int, int], int] = {}
    for index, line in enumerate(document.lines):
        if line.furniture:
            continue
        if line.column:
            tops.setdefault((line.page, line.column), index)
        top = next((at for (page, _), at in tops.items() if page == line.page and above(line, document.lines[at])), -1)
        if top >= 0 and not line.column:
            order.insert(order.index(top), index)
        else:
            order.append(index)
    return order


def above(line: Line, top: Line) -> bool:
    """Whether a line stands right above the first line of a column, at its edge."""
    a, b = line.box, top.box
    return bool(a and b and abs(a.x0 - b.x0) < 20 and -2 < b.y0 - a.y1 < 3 * (a.y1 - a.y0))


def edges_of(document: Document) -> dict[tuple[int, int], float]:
    """How far to the right each column of each page runs, in points."""
    edges: dict[tuple[int, int], float] = {}
    for line in document.lines:
        if line.box:
            edges[line.page, line.column] = max(edges.get((line.page, line.column), 0.0), line.box.x1)
    return edges


def whole_rows_of(document: Document, indexes: list[int]) -> list[Row]:
    """The rows of some lines, those that a narrow column broke put together again."""
    found: list[Row] = []
    for row in rows_of(document, indexes):
        if found and is_broken(found[-1], row, row.edge):
            found[-1] = glued(found[-1], row)
        else:
            found.append(row)
    return found


def is_broken(above: Row, row: Row, right: float) -> bool:
    """Whether a short row goes on in the next: an open bracket, a word that needs another, or no room for the next word."""
    a, b = above.cells[-1], row.cells[0]
    if (
        above.bullet
        or row.bullet
        or row.apart
        or len(above.cells) > 1
        or len(row.cells) > 1
        or above.style != row.style
    ):
        return False
    if abs(a.size - b.size) > 0.3 or len(a.text) > 110 or abs(above.x0 - row.x0) > 3 or row.gap > max(a.size, 8.0):
        return False
    if (a.text.count("(") > a.text.count(")") and ")" in b.text) or HANGING.search(a.text):
        return True
    if ((a.bold, a.italic) != (b.bold, b.italic) and len(b.text) > 0.5 * len(a.text)) or row.gap > 0.7 * max(
        a.size, 8.0
    ):
        return False
    return (b.text[:1].islower() and len(b.text.split()) < 6 and not a.text.endswith((".", ":"))) or (
        right - above.x0 < NARROW and not STARTS_ANEW.search(b.text) and no_room(above, row)
    )


def no_room(above: Row, row: Row) -> bool:
    """Whether the next row's first word would not have fitted at the end of the row above."""
    first = row.cells[0].text.split()[0]
    shorter = len(row.text) < (1.0 if row.edge - above.x0 > 200 else 1.6) * len(above.text)
    return shorter and above.x1 + 0.5 * row.size * (len(first) + 1) > row.edge + 0.25 * row.size


def glued(above: Row, row: Row) -> Row:
    a, b = above.cells[-1], row.cells[0]
    text = a.text + ("" if a.text.endswith(("-", "/")) and not a.text.endswith((" -", " /")) else " ") + b.text
    last = replace(a, text=text)
    return replace(above, cells=(*above.cells[:-1], last), x1=max(above.x1, row.x1), more=(*above.more, *row.lines))


def row_of(document: Document, group: list[int], before: list[Row], edges: dict[tuple[int, int], float]) -> list[Row]:
    first = document.lines[group[0]]
    cells = [cell for index in group for cell in cells_of(index, document.lines[index])]
    if not cells:
        return []
    bullet = first.bullet
    if not bullet and len(cells[0].text) > 2 and (mark := GLYPHS.match(cells[0].text)):
        bullet = True
        cells[0] = replace(cells[0], text=cells[0].text[mark.end() :], lead=max(0, cells[0].lead - mark.end()))
    last = document.lines[before[-1].lines[-1]] if before else None
    apart = bool(last and first.box and (last.page, last.column) != (first.page, first.column))
    gap = -1.0
    if last and not apart and last.box and first.box:
        gap = first.box.y0 - last.box.y1
    elif last and not apart and first.row > last.row > 0:
        gap = BLANK_LINE * (first.row - last.row - 1)
    boxes = [box for index in group if (box := document.lines[index].box)]
    x0, x1 = (min(box.x0 for box in boxes), max(box.x1 for box in boxes)) if boxes else (0.0, 0.0)
    edge = edges.get((first.page, first.column), 0.0)
    return [Row(tuple(cells), first.page, first.column, bullet, first.style, x0, x1, gap, edge, apart=apart)]


def body_size(document: Document) -> float:
    """The size that most characters have, in points; 0 where sizes are not known."""
    weights: Counter[float] = Counter()
    for line in document.lines:
        weights[round(line.size * 2) / 2] += len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=0.0)


def leading(rows: list[Row]) -> float:
    """The usual white space between two rows, in points; 0 where it is not known."""
    gaps = [row.gap for row in rows if row.gap >= 0]
    return median(gaps) if gaps else 0.0
