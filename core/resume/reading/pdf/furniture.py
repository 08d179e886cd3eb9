"""Headers and footers that repeat on each page, and page numbers."""

import re
from collections import defaultdict
from dataclasses import replace

from core.resume.document import Line, Page

_MARGIN = 0.09  # of the page's height
_PAGE_NUMBER = re.compile(r"(?i)(page|seite|p\.)?\s*\d{1,2}\s*((of|/|\||von)\s*\d{1,2})?")
_DIGITS = re.compile(r"\d+")


def mark_furniture(lines: list[Line], pages: list[Page]) -> list[Line]:
    """Mark what repeats in the margins. The first header stays content: it may hold the only name and address."""
    heights = {page.number: page.height for page in pages}
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        key = _key(line, heights)
        if key:
            places[key].add(line.page)
    return [_marked(line, heights, places) for line in lines]


def _key(line: Line, heights: dict[int, float]) -> tuple[str, int] | None:
    if line.box is None:
        return None
    height = heights[line.page]
    if line.box.y1 > height * _MARGIN and line.box.y0 < height * (1 - _MARGIN):
        return None
    return _DIGITS.sub("#", line.text.lower()), round(line.box.y0 / 6)


def _marked(line: Line, heights: dict[int, float], places: dict[tuple[str, int], set[int]]) -> Line:
    key = _key(line, heights)
    if key is None or line.box is None:
        return line
    on = places[key]
    low = line.box.y0 >= heights[line.page] * (1 - _MARGIN)
    repeats = len(on) > 1 and len(on) >= 0.5 * len(heights)
    number = bool(_PAGE_NUMBER.fullmatch(line.text)) and (low or len(heights) > 1)
    if number or (repeats and (low or line.page > min(on))):
        return replace(line, furniture=True)
    return line
