"""The marked page: the page itself as a picture, with numbered boxes on the lines that findings quote."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from core.resume.document import Box, Document
from core.resume.reading.pages import render_page
from core.resume.verdict import Finding, Review, Severity

WIDTH = 1200  # pixels: readable on a phone, under a megabyte as PNG
MARGIN = 56  # pixels on the left for the numbers
INK: dict[Severity, tuple[int, int, int]] = {
    "critical": (200, 30, 45),
    "important": (214, 120, 0),
    "minor": (30, 100, 190),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to draw, in points, and the number of the finding that quotes it (as in the list of all findings)."""

    number: int
    severity: Severity
    box: Box


def marks(document: Document, review: Review, page: int) -> list[Mark]:
    """What is to be marked on one page (from 1): every quoted line with a place on it."""
    return [
        Mark(number, finding.severity, box)
        for number, finding in enumerate(review.findings, 1)
        for box in _boxes(document, finding, page)
    ]


def pages_with_marks(document: Document, review: Review) -> list[int]:
    """The pages (from 1) on which something is quoted, in order."""
    return [page.number for page in document.pages if marks(document, review, page.number)]


def _boxes(document: Document, finding: Finding, page: int) -> list[Box]:
    lines = [document.lines[place.line] for place in finding.places if place.line < len(document.lines)]
    return [line.box for line in lines if line.page == page and line.box is not None]


def draw(data: bytes, page: int, page_width: float, drawn: list[Mark]) -> bytes:
    """A PNG of the page, `WIDTH` + `MARGIN` pixels wide. `page_width` in points scales the boxes."""
    picture = render_page(data, page, WIDTH).convert("RGB")
    scale = picture.width / page_width
    sheet = Image.new("RGB", (picture.width + MARGIN, picture.height), "white")
    sheet.paste(picture, (MARGIN, 0))
    pen = ImageDraw.Draw(sheet, "RGBA")
    font = ImageFont.load_default(26)
    taken: list[tuple[float, float]] = []
    for box, labels, severity in _rows(drawn):
        x0, y0 = MARGIN + box.x0 * scale - 5, box.y0 * scale - 4
        x1, y1 = MARGIN + box.x1 * scale + 5, box.y1 * scale + 4
        ink = INK[severity]
        pen.rectangle((x0, y0, x1, y1), outline=(*ink, 255), width=3, fill=(*ink, 24))
        _number(pen, font, labels, (x0, (y0 + y1) / 2), ink, taken)
    out = BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _rows(drawn: list[Mark]) -> list[tuple[Box, str, Severity]]:
    """One box per line, with the numbers of all findings that quote it and the gravest one's colour."""
    rank: list[Severity] = ["critical", "important", "minor"]
    grouped: dict[Box, list[Mark]] = {}
    for mark in drawn:
        grouped.setdefault(mark.box, []).append(mark)
    rows = [
        (
            box,
            "·".join(str(number) for number in sorted({m.number for m in group})),
            min((m.severity for m in group), key=rank.index),
        )
        for box, group in grouped.items()
    ]
    return sorted(rows, key=lambda row: (row[0].y0, row[0].x0))


def _number(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    label: str,
    at: tuple[float, float],
    ink: tuple[int, int, int],
    taken: list[tuple[float, float]],
) -> None:
    """A filled tag left of its box; moved down where an earlier tag stands already."""
    left, top, right, bottom = pen.textbbox((0, 0), label, font=font)
    width, height = right - left + 12, bottom - top + 10
    x = max(2.0, at[0] - width - 2)
    y = at[1] - height / 2
    while any(abs(y - other_y) < height and abs(x - other_x) < width for other_x, other_y in taken):
        y += height + 1
    taken.append((x, y))
    pen.rounded_rectangle((x, y, x + width, y + height), radius=6, fill=(*ink, 235))
    pen.text((x + 6 - left, y + 5 - top), label, font=font, fill=(255, 255, 255, 255))
