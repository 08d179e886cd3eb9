"""A pen on a PDF canvas: text at places, as LaTeX and other typesetters leave it, with glyph-wise accents on request."""

import io
import unicodedata

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

SPACING_ACCENT = {
    "\u0308": "\xa8",
    "\u0301": "\xb4",
    "\u0300": "`",
    "\u0302": "\u02c6",
    "\u0303": "\u02dc",
    "\u0327": "\xb8",
}


def escaped(text: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in text.encode("cp1252"))


class Pen:
    """Writes from top to bottom; `y` is the next baseline, in points from the foot of the page."""

    def __init__(
        self,
        width: float = 612,
        height: float = 792,
        left: float = 54,
        right: float = 558,
        top: float = 50,
        family: str = "Times",
        accents: bool = False,
    ) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(width, height), invariant=1)
        self.width, self.height, self.left, self.right, self.top = width, height, left, right, top
        self.family, self.accents = family, accents
        self.y = height - top
        self.footer = ""

    def font(self, bold: bool = False, italic: bool = False) -> str:
        if self.family == "Times":
            return {
                (False, False): "Times-Roman",
                (True, False): "Times-Bold",
                (False, True): "Times-Italic",
                (True, True): "Times-BoldItalic",
            }[bold, italic]
        return {
            (False, False): "Helvetica",
            (True, False): "Helvetica-Bold",
            (False, True): "Helvetica-Oblique",
            (True, True): "Helvetica-BoldOblique",
        }[bold, italic]

    def measure(self, text: str, size: float, bold: bool = False, italic: bool = False) -> float:
        return float(stringWidth(text, self.font(bold, italic), size))

    def text(
        self, x: float, text: str, size: float = 10, bold: bool = False, italic: bool = False, spacing: float = 0.0
    ) -> None:
        """Text with its left end at x on the current baseline."""
        font = self.font(bold, italic)
        self.canvas.setFont(font, size)
        if self.accents and any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", text)):
            self.accented(x, text, font, size)
        else:
            self.canvas.drawString(x, self.y, text, charSpace=spacing)

    def accented(self, x: float, text: str, font: str, size: float) -> None:
        """Each accent as a glyph of its own before its letter, as old TeX fonts do it."""
        shown = []
        for char in text:
            parts = unicodedata.normalize("NFD", char)
            accent = SPACING_ACCENT.get(parts[1:2], "")
            base = parts[0] if accent else char
            if accent:
                wide = float(stringWidth(accent, font, 1000))
                shift = (float(stringWidth(base, font, 1000)) - wide) / 2
                shown.append(f"{-shift:.0f} ({escaped(accent)}) {shift + wide:.0f}")
            shown.append(f"({escaped(base)})")
        writing = self.canvas.beginText(x, self.y)
        writing.setFont(font, size)
        writing._code.append(f"[{' '.join(shown)}] TJ")
        self.canvas.drawText(writing)

    def flush(
        self, text: str, size: float = 10, bold: bool = False, italic: bool = False, right: float | None = None
    ) -> None:
        """Text that ends at the right margin."""
        edge = self.right if right is None else right
        self.text(edge - self.measure(text, size, bold, italic), text, size, bold, italic)

    def centre(self, text: str, size: float, bold: bool = False, spacing: float = 0.0) -> None:
        width = self.measure(text, size, bold) + spacing * len(text)
        self.text((self.left + self.right - width) / 2, text, size, bold, spacing=spacing)

    def rule(self, below: float = 3, left: float | None = None, right: float | None = None) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(
            self.left if left is None else left, self.y - below, self.right if right is None else right, self.y - below
        )

    def down(self, points: float) -> None:
        self.y -= points
        if self.y < 54:
            self.page()

    def page(self) -> None:
        self.finish_page()
        self.y = self.height - self.top

    def finish_page(self) -> None:
        if self.footer:
            self.canvas.setFont(self.font(), 8)
            self.canvas.drawCentredString(self.width / 2, 28, self.footer.format(page=self.canvas.getPageNumber()))
        self.canvas.showPage()

    def wrap(
        self,
        x: float,
        text: str,
        size: float = 10,
        leading: float = 12,
        right: float | None = None,
        bullet: str = "",
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """A paragraph, with a bullet glyph to its left if given; the pen ends below it."""
        edge = self.right if right is None else right
        for number, line in enumerate(simpleSplit(text, self.font(bold, italic), size, edge - x)):
            if bullet and number == 0:
                self.text(x - 10, bullet, size)
            self.text(x, line, size, bold, italic)
            self.down(leading)

    def link(self, url: str, x0: float, x1: float, size: float = 10) -> None:
        self.canvas.linkURL(url, (x0, self.y - 2, x1, self.y + size))

    def data(self) -> bytes:
        self.finish_page()
        self.canvas.save()
        return self.buffer.getvalue()
