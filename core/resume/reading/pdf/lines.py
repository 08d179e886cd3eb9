"""Pieces of a page into the lines of the document, in reading order."""

import re
from collections import Counter

from core.resume.document import Line
from core.resume.reading.cleanup import clean
from core.resume.reading.pdf.bullets import mark_bullets
from core.resume.reading.pdf.columns import flows_of
from core.resume.reading.pdf.geometry import Bounds, Piece, Word
from core.resume.reading.pdf.pieces import WIDE, join, pieces_of, rows_of
from core.resume.reading.pdf.raised import lower_endings
from core.resume.reading.pdf.spacing import text_of

_ICON = re.compile("[\ue000-\uf8ff]")
_ICONS = re.compile("[\ue000-\uf8ff ]+\\Z")
_LETTER = re.compile(r"\w")


class Lines:
    """Collects the lines of one document; rows are numbered through all pages."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.repaired = 0
        self.unmapped = 0
        self._row = 0

    def add_page(self, number: int, words: list[Word], dots: list[Bounds]) -> int:
        """Add the visible words of a page; the number of columns found on it."""
        pieces = self._without_icons(mark_bullets(pieces_of(lower_endings(words)), dots))
        columns = 1
        for flow in flows_of(pieces):
            columns = max(columns, flow.column)
            for row in rows_of(join(flow.pieces, WIDE)):
                self._row += 1
                for piece in row:
                    self._add(piece, number, flow.column)
        return columns

    def _without_icons(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces that hold more than icons, which would count as lines where columns are told apart."""
        kept: list[Piece] = []
        for piece in pieces:
            if _ICON.match(piece.words[0].text) and _ICONS.match(piece.raw):
                self.unmapped += clean(piece.raw).unmapped
            else:
                kept.append(piece)
        return kept

    def _add(self, piece: Piece, page: int, column: int) -> None:
        text, closed = text_of(piece.words)
        cleaned = clean(text)
        self.repaired += cleaned.repaired + closed
        self.unmapped += cleaned.unmapped
        if not _LETTER.search(cleaned.text):
            return
        size, bold, italic = _look(piece.words)
        self.lines.append(
            Line(
                text=cleaned.text,
                page=page,
                box=piece.box,
                size=size,
                bold=bold,
                italic=italic,
                column=column,
                row=self._row,
                bullet=piece.bullet,
                lead=0 if closed else _lead(piece.words, cleaned.text),
            )
        )


def _lead(words: list[Word], text: str) -> int:
    """How many characters at the start are bold or italic otherwise than what follows them."""
    first = words[0].style
    for count, word in enumerate(words):
        style = word.style
        differs = style is not first and (style.bold, style.italic) != (first.bold, first.italic)
        if differs and _LETTER.search(word.text):
            before = clean(" ".join(other.text for other in words[:count])).text
            return len(before) if text.startswith(before) else 0
    return 0


def _look(words: list[Word]) -> tuple[float, bool, bool]:
    """The size of most characters, and whether most are bold and italic."""
    style = words[0].style
    if all(word.style is style for word in words):
        return style.size, style.bold, style.italic
    letters = sum(word.length for word in words)
    bold = sum(word.length for word in words if word.style.bold)
    italic = sum(word.length for word in words if word.style.italic)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += word.length
    size = max(sizes, key=lambda size: (sizes[size], size))
    return size, 2 * bold > letters, 2 * italic > letters
