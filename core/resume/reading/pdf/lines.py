"""Pieces of a page into the lines of the document, in reading order."""

import re
from collections import Counter

from core.resume.document import Line
from core.resume.reading.cleanup import clean
from core.resume.reading.pdf.bullets import mark_bullets
from core.resume.reading.pdf.columns import flows_of
from core.resume.reading.pdf.geometry import Bounds, Piece, Word
from core.resume.reading.pdf.pieces import WIDE, join, pieces_of, rows_of
from core.resume.reading.pdf.spacing import text_of


class Lines:
    """Collects the lines of one document; rows are numbered through all pages."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.repaired = 0
        self.unmapped = 0
        self._row = 0

    def add_page(self, number: int, words: list[Word], dots: list[Bounds]) -> int:
        """Add the visible words of a page; the number of columns found on it."""
        pieces = mark_bullets(pieces_of(words), dots)
        columns = 1
        for flow in flows_of(pieces):
            columns = max(columns, flow.column)
            for row in rows_of(join(flow.pieces, WIDE)):
                self._row += 1
                for piece in row:
                    self._add(piece, number, flow.column)
        return columns

    def _add(self, piece: Piece, page: int, column: int) -> None:
        text, closed = text_of(piece.words)
        cleaned = clean(text)
        self.repaired += cleaned.repaired + closed
        self.unmapped += cleaned.unmapped
        if not re.search(r"\w", cleaned.text):
            return
        letters = sum(word.length for word in piece.words)
        bold = sum(word.length for word in piece.words if word.style.bold)
        italic = sum(word.length for word in piece.words if word.style.italic)
        self.lines.append(
            Line(
                text=cleaned.text,
                page=page,
                box=piece.box,
                size=_usual_size(piece.words),
                bold=2 * bold > letters,
                italic=2 * italic > letters,
                column=column,
                row=self._row,
                bullet=piece.bullet,
                lead=0 if closed else _lead(piece.words, cleaned.text),
            )
        )


def _lead(words: list[Word], text: str) -> int:
    """How many characters at the start are bold or italic otherwise than what follows them."""
    first = (words[0].style.bold, words[0].style.italic)
    for count, word in enumerate(words):
        if (word.style.bold, word.style.italic) != first and re.search(r"\w", word.text):
            before = clean(" ".join(other.text for other in words[:count])).text
            return len(before) if text.startswith(before) else 0
    return 0


def _usual_size(words: list[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += word.length
    return max(sizes, key=lambda size: (sizes[size], size))
