"""Headings in a margin of their own: a column of nothing else, each level with the section beside it."""

from collections import defaultdict
from dataclasses import replace

from core.resume.document import Document, Line
from core.resume.parsing.dates import find as find_dates
from core.resume.parsing.heading_names import hinted, kind_of
from core.resume.parsing.headings import Heading
from core.resume.parsing.layout import same_row

Levels = dict[int, list[tuple[float, Heading]]]


def margins(document: Document, body: list[int], headings: list[Heading]) -> set[tuple[int, int]]:
    """The pages and columns that hold only headings, from the first of them downwards."""
    taken = {index for heading in headings for index in heading.lines}
    lines: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in body:
        line = document.lines[index]
        if line.box and line.column:
            lines[line.page, line.column].append(index)
    found = set()
    for place, indexes in lines.items():
        own = [index for index in indexes if index in taken]
        below = indexes[indexes.index(own[0]) :] if own else []
        if len(own) > 1 and below == own and any(p == place[0] and c != place[1] for p, c in lines):
            found.add(place)
    return found


def in_margin(document: Document, body: list[int], headings: list[Heading]) -> tuple[list[Heading], Levels]:
    """The headings with those of a margin made whole, and how high on each such page they stand."""
    places = margins(document, body, headings) if document.pages and len(headings) > 1 else set()
    if not places:
        return level(document, body, headings) or headings, {}
    pages = {page for page, _ in places}
    kept: list[Heading] = []
    for heading in headings:
        line = document.lines[heading.line]
        if line.page in pages and line.column and (line.page, line.column) not in places:
            continue
        if kept and (line.page, line.column) in places and goes_on(document, kept[-1], heading):
            kept[-1] = joined(kept[-1], heading)
        else:
            kept.append(heading)
    levels: Levels = defaultdict(list)
    for heading in kept:
        line = document.lines[heading.line]
        if line.box and line.page in pages:
            levels[line.page].append((line.box.y0, heading))
    return kept, {page: sorted(found, key=lambda one: one[0]) for page, found in levels.items()}


def goes_on(document: Document, first: Heading, second: Heading) -> bool:
    a, b = document.lines[first.end - 1], document.lines[second.line]
    near = a.box and b.box and b.box.y0 - a.box.y1 < 0.5 * (a.box.y1 - a.box.y0) and abs(a.box.x0 - b.box.x0) < 30
    return first.end == second.line and bool(near) and (a.size, a.bold, a.column) == (b.size, b.bold, b.column)


def joined(first: Heading, second: Heading) -> Heading:
    text = f"{first.text} {second.text}"
    return replace(first, text=text, end=second.end, kind=kind_of(text) or hinted(text))


def level(document: Document, body: list[int], headings: list[Heading]) -> list[Heading]:
    """The headings of a margin whose lines share baselines with the text beside them; empty where there is none."""
    beside = {h.line: partner for h in headings if (partner := partner_of(document, h.line)) and kind_of(h.text)}
    named = [h for h in headings if kind_of(h.text)]
    if len(beside) < 2 or len(beside) < 0.6 * len(named):
        return []
    model = document.lines[next(iter(beside))]
    edge, left = edge_of(model), min(beside.values())
    if any(abs(edge_of(document.lines[at]) - edge) > 3 for at in beside) or edge > left:
        return []
    found: list[Heading] = []
    for index in body:
        line = document.lines[index]
        if not line.box or abs(line.box.x0 - edge) > 3 or (line.size, line.bold) != (model.size, model.bold):
            continue
        if line.box.x1 > left or line.bullet or find_dates(line.text) or not any(c.isalpha() for c in line.text):
            if index > min(beside):
                return []
            continue
        last = document.lines[found[-1].lines[-1]] if found else None
        if (
            last
            and last.box
            and last.page == line.page
            and line.box.y0 - last.box.y1 < 0.6 * (line.box.y1 - line.box.y0)
        ):
            text = f"{found[-1].text} {line.text.strip()}"
            found[-1] = replace(found[-1], text=text, kind=kind_of(text) or hinted(text), more=(*found[-1].more, index))
        else:
            text = line.text.strip(" :|")
            found.append(Heading(index, kind_of(text) or hinted(text), text, index + 1))
    return found


def edge_of(line: Line) -> float:
    return line.box.x0 if line.box else 0.0


def partner_of(document: Document, index: int) -> float:
    """Where the text to the right of a line on its row begins, in points; 0 where the line stands alone."""
    line = document.lines[index]
    after = document.lines[index + 1] if index + 1 < len(document.lines) else None
    return (
        after.box.x0
        if after and after.box and line.box and same_row(line, after) and after.box.x0 > line.box.x1
        else 0.0
    )
