"""Dates that stand in a column of their own beside the bullets, and belong to the head above them."""

import re
from dataclasses import replace

from core.resume.parsing.dates import find, without
from core.resume.parsing.layout import Row
from core.resume.parsing.pieces import DURATION, trimmed

UNFINISHED = re.compile(
    r"(?:(?:[A-Z][a-z]{2,8}\.?\s+)?(?:19|20)\d\d\s*[–—-]|[A-Z][a-z]{2,8}\.?\s*[–—-]\s*[A-Z][a-z]{2,8}\.?)(?=\s|$)"
)
COMPLETION = re.compile(
    r"(?:present|current|now|ongoing|(?:[A-Z][a-z]{2,8}\.?\s+)?(?:19|20)\d\d)(?=\s|$)", re.IGNORECASE
)


def with_periods(rows: list[Row]) -> list[Row]:
    """The rows, periods whole again that a narrow margin broke: "2018 –" above "present"."""
    found = list(rows)
    for i in range(len(found) - 1):
        row, after = found[i], found[i + 1]
        begun, ended = UNFINISHED.match(row.cells[0].text), COMPLETION.match(after.cells[0].text)
        if not begun or not ended or after.bullet or after.x0 - row.x0 > 60:
            continue
        whole = find(f"{begun.group()} {ended.group()}")
        if len(whole) != 1 or whole[0].single or find(begun.group()) == whole:
            continue
        rest, told = row.cells[0].text[begun.end() :].strip(), after.cells[0].text[ended.end() :].strip()
        date = replace(row.cells[0], text=f"{begun.group()} {ended.group()}", lead=0)
        name = [replace(row.cells[0], text=rest, lead=0)] if rest else []
        found[i] = replace(row, cells=(date, *name, *row.cells[1:]))
        kept = (*([replace(after.cells[0], text=told, lead=0)] if told else []), *after.cells[1:])
        found[i + 1] = replace(after, cells=kept, x0=after.x1 if not kept else after.x0) if kept else after
    return found


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
