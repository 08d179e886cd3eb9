"""Columns found from where pieces stand, and the reading order that follows from them.

A gutter is an upright strip that no piece crosses over several rows. Whether the two sides are columns, or the halves
of shared rows (a date at the right margin, a heading in the left one), is judged by the order in which the file draws
them, by shared baselines, by which edge is straight, and by what stands in the narrow side.
"""

import itertools
import re
from dataclasses import dataclass, field
from statistics import median

from core.resume.reading.pdf.geometry import Piece
from core.resume.reading.pdf.pieces import rows_of
from core.resume.reading.pdf.spacing import text_of

_LEAST_LINES = 4  # lines on each side of a gutter
_MOST_PIECES = 1500  # a dense page in two columns has about 250
_NARROW = 0.45  # of the text's width: a sidebar is narrower
_STRAIGHT = 2.5  # points by which a straight edge may stray
_DATE = re.compile(
    r"(?i)\b(19|20)\d\d\b|\b\d{1,2}/\d{2,4}\b|\b(present|current|now|today|ongoing)\b|^[\s–—-]+$|"
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$"
)


@dataclass(slots=True)
class Flow:
    """Pieces that are read together from top to bottom; `column` is 0 over the full width, else 1 from the left."""

    pieces: list[Piece]
    column: int = 0


@dataclass(slots=True)
class _Cut:
    """A gutter at `x` between two rows of the page, and what stands on both sides."""

    x: float
    top: float
    bottom: float
    left: list[Piece] = field(default_factory=list)
    right: list[Piece] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return min(len(self.left), len(self.right))


def flows_of(pieces: list[Piece], first: int = 1, depth: int = 0) -> list[Flow]:
    """The pieces of a page as flows in reading order."""
    cut = _best_cut(pieces) if depth < 4 and 2 * _LEAST_LINES <= len(pieces) <= _MOST_PIECES else None
    outer = 0 if depth == 0 else first
    if cut is None:
        return [Flow(pieces, outer)] if pieces else []
    inside = {id(piece) for piece in cut.left} | {id(piece) for piece in cut.right}
    rest = [piece for piece in pieces if id(piece) not in inside]
    above = [piece for piece in rest if piece.base <= cut.top]
    below = [piece for piece in rest if piece.base > cut.top]
    left = flows_of(cut.left, first, depth + 1)
    after = max((flow.column for flow in left), default=first) + 1
    right = flows_of(cut.right, after, depth + 1)
    return [*flows_of(above, first, depth), *left, *right, *flows_of(below, first, depth)]


def _best_cut(pieces: list[Piece]) -> _Cut | None:
    rows = rows_of(pieces)
    best = _sidebar(pieces, rows)
    if best is not None:
        return best
    for x in _candidates(pieces):
        for cut in _cuts_at(x, rows):
            if (best is None or cut.weight > best.weight) and _are_columns(cut):
                best = cut
    return best


def _sidebar(pieces: list[Piece], rows: list[list[Piece]]) -> _Cut | None:
    """The outermost gutter that no piece of the page crosses, where its left side is a narrow column of short lines."""
    reach, gutters = -1.0, list[float]()
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if 0 <= reach < piece.x0 - piece.size:
            gutters.append(piece.x0 - 0.5)
        reach = max(reach, piece.x1)
    left, right = min(piece.x0 for piece in pieces), reach
    for x in gutters:
        if x - left > _NARROW * (right - left):
            return None
        for cut in _cuts_at(x, rows):
            if _are_columns(cut) and not _dates(cut.left) >= 0.3:
                return cut
    return None


def _candidates(pieces: list[Piece]) -> list[float]:
    """Left edges where several pieces start, the outermost one left out."""
    edges = sorted(piece.x0 for piece in pieces)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= _STRAIGHT:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    leftmost = edges[0] + 40
    return [group[0] - 0.5 for group in groups if len(group) >= 3 and group[0] > leftmost]


def _cuts_at(x: float, rows: list[list[Piece]]) -> list[_Cut]:
    """Runs of rows in which no piece crosses `x`, trimmed to where both sides have text."""
    cuts: list[_Cut] = []
    run: list[list[Piece]] = []
    for row in [*rows, None]:
        if row is not None and not any(piece.x0 < x < piece.x1 for piece in row):
            run.append(row)
            continue
        cut = _trim(x, run, last=row is None)
        if cut is not None:
            cuts.append(cut)
        run = []
    return cuts


def _trim(x: float, run: list[list[Piece]], *, last: bool) -> _Cut | None:
    """Leave out what stands before or after the columns on one side only, up to the nearest gap between sections.

    At the foot, text on the left that wider text follows belongs to neither column; with nothing wider after it
    (`last`), the left column is simply the longer one.
    """
    left = [piece for row in run for piece in row if piece.x0 < x]
    right = [piece for row in run for piece in row if piece.x0 >= x]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return None
    bases = sorted(piece.base for piece in left + right)
    start = max(min(piece.base for piece in left), min(piece.base for piece in right))
    top = bases[0] if _keeps_head(start, right) else _gap_before(start, bases, _leading(left + right))
    top = min(top, _own_top(start, right))
    bottom = bases[-1]
    end = max(piece.base for piece in right)
    if not last and end < bottom:
        bottom = _gap_after(end, bases, _leading(left + right))
    left = [piece for piece in left if top <= piece.base <= bottom]
    right = [piece for piece in right if top <= piece.base <= bottom]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return None
    return _Cut(x, top - 0.1, bottom, left, right)


def _keeps_head(start: float, right: list[Piece]) -> bool:
    """Whether what stands above `start` is the right column's own: at its edge, and no larger than its text."""
    head = [piece for piece in right if piece.base < start - 0.1]
    edge = min(piece.x0 for piece in right)
    usual = median(piece.size for piece in right)
    return bool(head) and all(piece.x0 - edge <= _STRAIGHT and piece.size <= 1.3 * usual for piece in head)


def _own_top(start: float, right: list[Piece]) -> float:
    """The highest baseline above `start` from which on all that stands at the right is at the edges of that side."""
    usual = median(piece.size for piece in right)
    edges = [piece.x0 for piece in right if piece.base >= start]
    top = start
    for piece in sorted(right, key=lambda piece: -piece.base):
        if piece.base < start:
            aligned = sum(abs(piece.x0 - edge) <= _STRAIGHT for edge in edges) >= 3
            if not aligned or piece.size > 1.6 * usual:
                break
            top = piece.base
    return top


def _gap_before(start: float, bases: list[float], leading: float) -> float:
    """The baseline below the last wide step above `start`."""
    earlier = [base for base in bases if base < start - 0.1]
    top = start
    for base in reversed(earlier):
        if top - base > leading:
            break
        top = base
    return top


def _gap_after(end: float, bases: list[float], leading: float) -> float:
    """The baseline above the first wide step below `end`."""
    bottom = end
    for base in bases:
        if base > bottom:
            if base - bottom > leading:
                break
            bottom = base
    return bottom


def _leading(pieces: list[Piece]) -> float:
    """The step from line to line above which a new section begins."""
    return 1.75 * median(piece.size or 10.0 for piece in pieces)


def _are_columns(cut: _Cut) -> bool:
    few, many = sorted((cut.left, cut.right), key=len)
    shared = _shared(few, many)
    if _dates(few) >= 0.5 and shared >= 0.6:
        return False
    if shared >= 0.75 and _straight_right(cut.right) and not _straight_left(cut.right):
        return False
    if shared >= 0.75 and len(few) < 0.7 * len(many) and _lonely(few) >= 0.6:
        return False
    turns = _turns(cut)
    if shared >= 0.7 and turns >= 0.6:
        return False
    labels = sum(piece.raw.endswith(":") for piece in cut.left) > 0.5 * len(cut.left)
    return shared < 0.7 or (turns <= 0.3 and not labels) or len(few) >= 3 * _LEAST_LINES


def _shared(few: list[Piece], many: list[Piece]) -> float:
    """The share of lines on the emptier side that have a neighbour on the same baseline."""
    bases = sorted(piece.base for piece in many)
    hits = sum(any(abs(base - piece.base) <= 0.12 * piece.size + 0.3 for base in bases) for piece in few)
    return hits / len(few)


def _dates(pieces: list[Piece]) -> float:
    texts = [text_of(piece.words)[0] for piece in pieces]
    return sum(bool(_DATE.search(text)) and text.count(" ") < 6 for text in texts) / len(pieces)


def _straight_right(pieces: list[Piece]) -> bool:
    edge = max(piece.x1 for piece in pieces)
    return sum(edge - piece.x1 <= _STRAIGHT for piece in pieces) >= 0.8 * len(pieces)


def _straight_left(pieces: list[Piece]) -> bool:
    edge = min(piece.x0 for piece in pieces)
    return sum(piece.x0 - edge <= _STRAIGHT for piece in pieces) >= 0.6 * len(pieces)


def _lonely(pieces: list[Piece]) -> float:
    """The share of lines with no other line of the same side directly above or below."""
    bases = sorted(piece.base for piece in pieces)
    leading = _leading(pieces)
    alone = 0
    for index, base in enumerate(bases):
        near = [bases[other] for other in (index - 1, index + 1) if 0 <= other < len(bases)]
        alone += all(abs(base - other) > leading for other in near)
    return alone / len(pieces)


def _turns(cut: _Cut) -> float:
    """How often the file goes from side to side: near 0 when it writes column by column, near 1 row by row."""
    right = {id(piece) for piece in cut.right}
    sides = [id(piece) in right for piece in sorted(cut.left + cut.right, key=lambda piece: piece.order)]
    changes = sum(one != other for one, other in itertools.pairwise(sides))
    return changes / (2 * cut.weight)
