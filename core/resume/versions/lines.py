"""A document whose lines are joined, left out, added or moved, while everything that points at lines follows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.resume.document import Box, Document, Line
from core.resume.jsonresume import Parsed, Section


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the new document, and the old lines that it stands for."""

    line: Line
    old: tuple[int, ...]


def kept(document: Document) -> list[Placed]:
    """All lines as they are."""
    return [Placed(line, (at,)) for at, line in enumerate(document.lines)]


def rearranged(document: Document, parsed: Parsed, placed: Sequence[Placed]) -> tuple[Document, Parsed]:
    """The document made of these lines, evidence and sections pointing at them.

    Raises `LookupError` where a heading would lose its line, or a fact all of its lines.
    """
    where = {old: new for new, one in enumerate(placed) for old in one.old}
    evidence = {}
    for path, lines in parsed.evidence.items():
        evidence[path] = tuple(dict.fromkeys(where[at] for at in lines if at in where))
        if lines and not evidence[path]:
            raise LookupError(path)
    sections = tuple(_section(section, where) for section in parsed.sections)
    changed = replace(document, lines=tuple(one.line for one in placed))
    return changed, parsed.model_copy(update={"evidence": evidence, "sections": sections})


def _section(section: Section, where: dict[int, int]) -> Section:
    """Raises `LookupError` (a `KeyError`) where the heading is gone."""
    start = where[section.line]
    end = 1 + max(where[at] for at in range(section.line, section.end) if at in where)
    return section.model_copy(update={"line": start, "end": max(end, start + 1)})


def union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(b.y1 for b in boxes),
    )


def joined(document: Document, lines: Sequence[int], text: str, lead: int = 0) -> list[Placed]:
    """The document's lines with some of them made one, where the first stands: their boxes united, their text this one."""
    first = document.lines[lines[0]]
    near = [document.lines[at] for at in lines]
    boxes = [line.box for line in near if line.box and (line.page, line.column) == (first.page, first.column)]
    line = replace(first, text=text, box=union(boxes) if boxes else first.box, lead=lead)
    return [
        Placed(line, tuple(lines)) if at == lines[0] else one
        for at, one in enumerate(kept(document))
        if at == lines[0] or at not in lines
    ]


def moved(document: Document, blocks: Sequence[Sequence[int]], order: Sequence[int]) -> list[Placed]:
    """The document's lines with blocks of them in a new order; where one block stood, another stands now."""
    slots = sorted(at for block in blocks for at in block)
    sequence = [at for number in order for at in blocks[number]]
    rows = _rows(document, blocks, order)
    boxes = _boxes(document, blocks, order) or [document.lines[slot].box for slot in slots]
    placed = kept(document)
    for slot, old, row, box in zip(slots, sequence, rows, boxes, strict=True):
        there = document.lines[slot]
        line = replace(document.lines[old], page=there.page, column=there.column, row=row, box=box)
        placed[slot] = Placed(line, (old,))
    return placed


def _rows(document: Document, blocks: Sequence[Sequence[int]], order: Sequence[int]) -> list[int]:
    """The rows of the moved lines: blocks keep their inner distances, and the distances between blocks stay in place."""
    rows = [[document.lines[at].row for at in block] for block in blocks]
    gaps = [after[0] - before[-1] for before, after in pairwise(rows)]
    found: list[int] = []
    top = rows[0][0]
    for gap, number in zip([*gaps, 0], order, strict=True):
        found += [top + row - rows[number][0] for row in rows[number]]
        top = found[-1] + gap
    return found


def _boxes(document: Document, blocks: Sequence[Sequence[int]], order: Sequence[int]) -> list[Box | None]:
    """The boxes of the moved lines, stacked as the rows are; none unless all stand in one column of one page."""
    lines = [document.lines[at] for block in blocks for at in block]
    boxes = [[box for at in block if (box := document.lines[at].box)] for block in blocks]
    if sum(map(len, boxes)) < len(lines) or len({(line.page, line.column) for line in lines}) > 1:
        return []
    outer = [union(inside) for inside in boxes]
    gaps = [after.y0 - before.y1 for before, after in pairwise(outer)]
    found: list[Box | None] = []
    top = outer[0].y0
    for gap, number in zip([*gaps, 0.0], order, strict=True):
        by = top - outer[number].y0
        found += [replace(box, y0=box.y0 + by, y1=box.y1 + by) for box in boxes[number]]
        top = outer[number].y1 + by + gap
    return found
