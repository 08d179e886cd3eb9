"""Words into pieces: runs on one baseline, split at wide gaps."""

from core.resume.reading.pdf.geometry import Piece, Word

NARROW = 0.9  # of the size: the gap that may be a gutter between columns
WIDE = 1.6  # of the size: the gap that makes a right-hand date or a margin heading stand alone
_JUMP = 1.5  # times: beyond, two sizes are two things ("ADA MÜLLER" and a small telephone number)
_CLOSE = 0.5  # of the smaller size: the gap that parts them; a raised note or a large first letter stands closer
_LEVEL = 0.35  # of the larger size: how far a superscript strays from its line
_SAME = 0.2  # of the smaller size: how far baselines of one row may differ


def pieces_of(words: list[Word]) -> list[Piece]:
    """Pieces in the order of their first word; words that the file draws out of order are brought together."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return join([Piece(run) for run in runs], NARROW)


def _follows(before: Word, after: Word) -> bool:
    size = max(before.size, after.size)
    gap = after.x0 - before.x1
    level = abs(after.base - before.base) <= _LEVEL * size
    return level and -0.3 * size <= gap <= _reach(before.size, after.size, NARROW)


def _reach(one: float, other: float, gap: float) -> float:
    """The widest gap in points, given in sizes, between what belongs together."""
    large, small = (one, other) if one > other else (other, one)
    return _CLOSE * small if large > _JUMP * small else gap * large


def join(pieces: list[Piece], gap: float) -> list[Piece]:
    """Join pieces of one row whose distance is at most `gap` sizes; the rest stays as it is."""
    done: list[Piece] = []
    for row in rows_of(pieces):
        current = row[0]
        for piece in row[1:]:
            near = piece.x0 - current.x1 <= _reach(current.size, piece.size, gap)
            if near and not (current.bullet or piece.bullet):
                current = Piece(current.words + piece.words)
            else:
                done.append(current)
                current = piece
        done.append(current)
    return done


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Rows from top to bottom, each from left to right; pieces that overlap sideways are never in one row."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.x0)):
        reach = _SAME * max(piece.size, 1.0)
        near = [row for row in rows[-4:] if piece.base - row[0].base <= reach]
        for row in reversed(near):
            if _joins(piece, row):
                row.append(piece)
                break
        else:
            rows.append([piece])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.x0)
    return rows


def _joins(piece: Piece, row: list[Piece]) -> bool:
    for other in row:
        size = min(piece.size, other.size) or 1.0
        if piece.base - other.base > _SAME * size:
            return False
        if max(piece.x0, other.x0) - min(piece.x1, other.x1) < -0.3 * size:
            return False
    return True
