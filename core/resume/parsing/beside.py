"""Dates that stand in a column of their own beside the bullets, and belong to the head above them."""

from dataclasses import replace

from core.resume.parsing.dates import find, without
from core.resume.parsing.layout import Row
from core.resume.parsing.pieces import DURATION, trimmed


def brought_back(rows: list[Row]) -> list[Row]:
    """The rows, dates beside a bullet moved to the undated head above it; durations there fall away."""
    found: list[Row] = []
    head = -1
    for row in rows:
        last = row.cells[-1].text
        only_date = bool(find(last)) and not trimmed(without(last, find(last)))
        beside = len(row.cells) > 1 and ((only_date and row.bullet) or DURATION.match(last) is not None)
        undated = head >= 0 and not any(find(cell.text) for cell in found[head].cells)
        kept = row
        if beside and (undated or not only_date):
            kept = replace(row, cells=row.cells[:-1])
            if only_date:
                found[head] = replace(found[head], cells=(*found[head].cells, row.cells[-1]))
        elif not row.bullet:
            head = len(found)
        found.append(kept)
    return found
