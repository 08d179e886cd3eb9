"""Bullets in every dress: a glyph in the line, a glyph of its own, a letter of a symbol font, a drawn dot."""

import re
from collections import Counter

from core.resume.reading.pdf.geometry import Bounds, Piece, Word

GLYPHS = frozenset(
    "•▪▫‣◦·∙⁃●○■□◆◇▸▹►▻▶▷➢➤➔➜→⇒✓✔✗✦✧★☆❖❑❒❍⦿⦾◾◽◼◻⚫⬤ᐅ»›※*\u2219\u25aa\u25cf\u22c4\u22c6\u2043\u204c\u204d"
)
SYMBOL_CODES = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf075\uf0e8\uf06f\uf06c\uf0ae\uf0be\uf0d7")
_UNNAMED = frozenset("\x88\x0f\x95\x8f\x7f")  # bullets of fonts that name no glyphs: TeX's TS1 and OMS, Windows-1252
DASHES = frozenset("-–—−‐‒⁻")
_SYMBOL_LETTERS = frozenset("oØü§vqnl¨•·Ÿ")
_DATE_AFTER_DASH = re.compile(
    r"(?i)(present|current|now|today|ongoing|(19|20)\d\d\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_MOST_PIECES = 1500  # beyond, glyphs are not matched to lines by place
_ALIGNED = 4.0  # points: signs in one such strip stand below each other
_REACH = 4.5  # sizes between a bullet and its text


def is_mark(word: Word) -> bool:
    """Whether a word by itself is a bullet glyph."""
    if word.text in GLYPHS or word.text in SYMBOL_CODES or word.text in _UNNAMED:
        return True
    return word.style.symbolic and word.text in _SYMBOL_LETTERS


def mark_bullets(pieces: list[Piece], dots: list[Bounds]) -> list[Piece]:
    """Take the bullet glyphs out of the pieces, and mark the pieces that they stood before."""
    loose: list[Piece] = []
    kept: list[Piece] = []
    _name_icons(pieces)
    for piece in pieces:
        first = piece.words[0]
        if len(piece.words) == 1 and (is_mark(first) or first.text in DASHES):
            loose.append(piece)
            continue
        _take_glyph(piece)
        kept.append(piece)
    if len(pieces) > _MOST_PIECES:
        return kept
    for mark in loose:
        target = _right_of(mark.x0, mark.x1, mark.y0, mark.y1, mark.size, kept)
        if target is not None and _starts_line(target, kept) and not _continues_date(mark.raw, target.raw):
            target.bullet = True
        elif mark.raw in DASHES:
            kept.append(mark)
    for x0, y0, x1, y1 in dots[:_MOST_PIECES]:
        target = _right_of(x0, x1, y0, y1, 0.0, kept)
        if target is not None and _starts_line(target, kept):
            target.bullet = True
    return kept


def _name_icons(pieces: list[Piece]) -> None:
    """Write a bullet for the sign of a symbol font that stands before several lines at one place."""
    signs = [piece for piece in pieces if _starts_with_sign(piece.words)]
    places = Counter((piece.words[0].text, round(piece.x0 / _ALIGNED)) for piece in signs) if len(signs) > 1 else {}
    for piece in signs:
        if places.get((piece.words[0].text, round(piece.x0 / _ALIGNED)), 0) > 1:
            piece.words[0].text = "•"


def _starts_with_sign(words: list[Word]) -> bool:
    first = words[0]
    if not first.style.symbolic or len(first.text) != 1 or first.text.isalnum() or first.text in DASHES:
        return False
    return len(words) == 1 or not words[1].style.symbolic


def _take_glyph(piece: Piece) -> None:
    first, second = piece.words[0], piece.words[1] if len(piece.words) > 1 else None
    if second is None:
        if len(first.text) > 2 and (first.text[0] in GLYPHS - {"*", "→"} or first.text[0] in SYMBOL_CODES):
            first.text = first.text[1:]
            piece.bullet = True
        return
    dash = first.text in DASHES and not _continues_date(first.text, second.text)
    if is_mark(first) or dash:
        piece.words = piece.words[1:]
        piece.bullet = True
        piece.measure()
    elif first.text[0] in GLYPHS - {"*", "→"} and len(first.text) > 1:
        first.text = first.text[1:]
        piece.bullet = True


def _continues_date(mark: str, text: str) -> bool:
    return mark in DASHES and bool(_DATE_AFTER_DASH.match(text))


def _right_of(x0: float, x1: float, y0: float, y1: float, size: float, pieces: list[Piece]) -> Piece | None:
    """The nearest piece to the right whose line holds the mark's middle."""
    middle = (y0 + y1) / 2
    best: Piece | None = None
    for piece in pieces:
        reach = _REACH * max(size, piece.size)
        inside = piece.y0 <= middle <= piece.y1 and x0 < piece.x0 and piece.x0 - x1 <= reach
        if inside and (best is None or piece.x0 < best.x0):
            best = piece
    return best


def _starts_line(target: Piece, pieces: list[Piece]) -> bool:
    """False where other text ends just before the target: then the mark is a separator."""
    for piece in pieces:
        close = 0 <= target.x0 - piece.x1 < 2.5 * target.size
        if piece is not target and close and abs(piece.base - target.base) <= 0.3 * target.size:
            return False
    return True
