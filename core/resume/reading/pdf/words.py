"""Words of a page, read from pdfium's text page with as few calls as will do."""

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from core.resume.reading.pdf.accents import give_back
from core.resume.reading.pdf.fonts import Fonts
from core.resume.reading.pdf.geometry import Bounds, Style, Word, viewer
from core.resume.reading.pdf.unnamed import Ligatures, Shape
from core.resume.reading.refusals import refuse

_MOST_CHARACTERS = 150_000  # a full page of small print holds about 10,000
_WORD = re.compile("[^ \t\r\n\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x02\ufffe]+[\x02\ufffe]?")
_LINE = re.compile("[^\r\n]+")
_UNNAMED = re.compile("[\x00\ufffe]")  # pdfium writes U+FFFE for a hyphen at the end of a line too
_TINY = 1.2
_FIRST_ICON = 0x2000  # fonts of icons that name them by letters, as TeX's do, mean no letters
_ICON = "\ue000"


class Reader:
    """Reads the words of one open text page. `page` and `text_page` are pdfium's handles."""

    def __init__(self, page: Any, text_page: Any, bounds: Bounds, fonts: Fonts, ligatures: Ligatures) -> None:
        self.text_page = text_page
        self.fonts = fonts
        self.ligatures = ligatures
        self.view = viewer(bounds, pdfium.FPDFPage_GetRotation(page) * 90)
        self.width = pdfium.FPDF_GetPageWidthF(page)
        self.height = pdfium.FPDF_GetPageHeightF(page)
        self.styles: dict[int, Style] = {}
        self.rect = pdfium.FS_RECTF()
        self.sides = (ctypes.c_float * 4).from_buffer(self.rect)  # left, top, right, bottom of the same memory
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.places: Sequence[int] = ()  # on pdfium's text page, of each character
        self.repaired = 0

    def text(self) -> str:
        """All characters of the page, each at its place, with accents on their letters and ligatures named."""
        written = self._written()
        self.places = range(len(written))
        text, self.places, moved = give_back(written, self._sides)
        self.repaired += moved
        unnamed = [match.start() for match in _UNNAMED.finditer(text) if self._is_unnamed(match.start())]
        if not unnamed:
            return text
        text, places, named = self.ligatures.name(text, unnamed, self._shape)
        self.places = [self.places[place] for place in places]
        self.repaired += named
        return text

    def _is_unnamed(self, index: int) -> bool:
        return bool(pdfium.FPDFText_GetUnicode(self.text_page, self.places[index]) == 0)

    def _shape(self, index: int) -> Shape | None:
        """The font and the width of the glyph at a place of the text."""
        sides, size = self._sides(index), self._style(index).size
        thing = pdfium.FPDFText_GetTextObject(self.text_page, self.places[index])
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        if not sides or not font or size <= 0:
            return None
        width = ctypes.c_float()

        def letter(name: str) -> float:
            known = pdfium.FPDFFont_GetGlyphWidth(font, ord(name), 1.0, width)
            return width.value if known else 0.0

        return Shape(ctypes.addressof(font.contents), (sides[2] - sides[0]) / size, letter)

    def _written(self) -> str:
        """All characters of the page, one per pdfium index."""
        count = pdfium.FPDFText_CountChars(self.text_page)
        if count > _MOST_CHARACTERS:
            raise refuse("flood")
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self.text_page, 0, count, buffer) - 1
        text = ctypes.string_at(buffer, 2 * max(got, 0)).decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self.text_page, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def words(self) -> list[Word]:
        """Every word of the page, hidden ones too, in the file's own sequence."""
        found: list[Word] = []
        text = self.text()
        for line in _LINE.finditer(text):
            first, last = line.start(), line.start() + len(line.group().rstrip())
            if first == last:
                continue
            # One text object from end to end, as most lines are, spares asking for each word.
            style = self._style(first)
            whole = style if self._style(last - 1) is style else None
            for match in _WORD.finditer(text, first, last):
                start, end = match.start(), match.end() - 1
                for run in [(start, end, whole)] if whole else self._runs(start, end):
                    word = self._word(text, *run, len(found))
                    if word:
                        found.append(word)
        return found

    def _runs(self, first: int, last: int) -> list[tuple[int, int, Style]]:
        """A word as one run, or cut where visible and hidden characters meet in it."""
        style = self._style(first)
        if first == last or style is self._style(last):
            return [(first, last, style)]
        runs = [(first, first, style)]
        for index in range(first + 1, last + 1):
            style = self._style(index)
            start, _, before = runs[-1]
            if bool(style.hidden or style.pale) == bool(before.hidden or before.pale):
                runs[-1] = (start, index, before)
            else:
                runs.append((index, index, style))
        return runs

    def _word(self, page_text: str, first: int, last: int, style: Style, order: int) -> Word | None:
        box = self._box(first, last)
        if box is None:
            return None
        x0, y0, x1, y1 = box
        text = page_text[first : last + 1]
        if style.icons and ord(text[0]) < _FIRST_ICON:
            text = _ICON
        elif text[-1] in "\x02\ufffe":
            text = text[:-1] + "-"
        if not style.hidden and (x1 < 0 or y1 < 0 or x0 > self.width or y0 > self.height):
            style = replace(style, hidden="off the page")
        descent = style.descent if style.descent is not None else self._descent(first, y1, style)
        return Word(text, x0, y0, x1, y1, y1 - descent, style, order, last - first + 1)

    def _descent(self, index: int, bottom: float, style: Style) -> float:
        """From the baseline to the bottom of the box, which is the same within a text object."""
        pdfium.FPDFText_GetCharOrigin(self.text_page, self.places[index], self.x, self.y)
        style.descent = bottom - self.view(self.x.value, self.y.value)[1]
        return style.descent

    def _box(self, first: int, last: int) -> Bounds | None:
        """The box around a word, from its first and last characters."""
        start = self._sides(first)
        end = self._sides(last) if last > first else start
        if not start or not end:
            start = end = start or end
        if not start or not end:
            return None
        left, top, right, bottom = start
        other_left, other_top, other_right, other_bottom = end
        ax, ay = self.view(min(left, other_left), max(top, other_top))
        bx, by = self.view(max(right, other_right), min(bottom, other_bottom))
        return (min(bx, ax), min(by, ay), max(ax, bx), max(ay, by))

    def _sides(self, index: int) -> list[float] | None:
        """Left, top, right and bottom of one character in the page's own space."""
        if not pdfium.FPDFText_GetLooseCharBox(self.text_page, self.places[index], self.rect):
            return None
        sides = self.sides[:]
        return sides if math.isfinite(sum(sides)) else None

    def _style(self, index: int) -> Style:
        index = self.places[index]
        thing = pdfium.FPDFText_GetTextObject(self.text_page, index)
        key = ctypes.addressof(thing.contents) if thing else 0
        style = self.styles.get(key)
        if style is None:
            style = self.styles[key] = self._measure(thing, index) if key else Style()
        return style

    def _measure(self, thing: Any, index: int) -> Style:
        font = self.fonts.of(pdfium.FPDFTextObj_GetFont(thing))
        pdfium.FPDFText_GetMatrix(self.text_page, index, self.matrix)
        scale = math.hypot(self.matrix.c, self.matrix.d)
        size = pdfium.FPDFText_GetFontSize(self.text_page, index) * (scale or 1.0)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        pdfium.FPDFText_GetFillColor(self.text_page, index, *self.colour)
        red, green, blue, alpha = (part.value for part in self.colour)
        hidden = ""
        if mode in {3, 7}:
            hidden = "drawn with no ink"
        elif size <= _TINY:
            hidden = "one point or smaller"
        elif alpha <= 8 and mode in {0, 2, 4, 6}:
            hidden = "fully transparent"
        pale = min(red, green, blue) >= 240 and mode in {0, 4}
        unsure = bool(pdfium.FPDFText_HasUnicodeMapError(self.text_page, index))
        bold = font.bold or mode == 2
        return Style(round(size, 2), bold, font.italic, font.symbolic, font.icons, hidden, pale, unsure=unsure)
