"""The marked page: the page itself as a picture, with numbered boxes on the lines that findings quote."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from core.resume.document import Box, Document
from core.resume.reading.pages import render_page
from core.resume.verdict import Finding, Review, Severity

WIDTH = 1200  # pixels: readable on a phone, under a megabyte as PNG
GAP = 10  # pixels between a number and the edge of the page
INK: dict[Severity, tuple[int, int, int]] = {
    "critical": (200, 30, 45),
    "important": (214, 120, 0),
    "minor": (30, 100, 190),
}
COLOURS: dict[Severity, str] = {"critical": "red", "important": "orange", "minor": "blue"}


Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


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


@dataclass(frozen=True, slots=True)
class _Tag:
    """The numbers of all findings that quote one line, beside that line in the margin. Measures in pixels."""

    label: str
    severity: Severity
    box: tuple[float, float, float, float]
    size: tuple[int, int]
    right: bool

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def draw(data: bytes, page: int, page_width: float, drawn: list[Mark]) -> bytes:
    """A PNG of the page with margins for the numbers. `page_width` in points scales the boxes."""
    picture = render_page(data, page, WIDTH).convert("RGB")
    font = ImageFont.load_default(22)
    tags = _tags(drawn, picture.width / page_width, picture.width, font)
    left, right = (
        max((tag.size[0] + 2 * GAP for tag in tags if tag.right is side), default=GAP) for side in (False, True)
    )
    sheet = Image.new("RGB", (left + picture.width + right, picture.height), "white")
    sheet.paste(picture, (left, 0))
    pen = ImageDraw.Draw(sheet, "RGBA")
    for side in (False, True):
        lowest = 0.0
        for tag in sorted((tag for tag in tags if tag.right is side), key=lambda tag: tag.middle):
            top = max(lowest, tag.middle - tag.size[1] / 2)
            lowest = top + tag.size[1] + 2
            x = left + picture.width + GAP if side else left - GAP - tag.size[0]
            _draw_tag(pen, font, tag, (x, top), left)
    out = BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _tags(drawn: list[Mark], scale: float, width: int, font: Font) -> list[_Tag]:
    """One tag per line, in the gravest finding's colour; those of a right-hand column stand on the right."""
    rank: list[Severity] = ["critical", "important", "minor"]
    grouped: dict[Box, list[Mark]] = {}
    for mark in drawn:
        grouped.setdefault(mark.box, []).append(mark)
    tags = []
    for box, group in grouped.items():
        label = "·".join(str(number) for number in sorted({mark.number for mark in group}))
        left, top, right, bottom = font.getbbox(label)
        edges = (box.x0 * scale - 5, box.y0 * scale - 4, box.x1 * scale + 5, box.y1 * scale + 4)
        severity = min((mark.severity for mark in group), key=rank.index)
        size = (int(right - left) + 12, int(bottom - top) + 10)
        tags.append(_Tag(label, severity, edges, size, right=edges[0] > 0.45 * width))
    return tags


def _draw_tag(pen: ImageDraw.ImageDraw, font: Font, tag: _Tag, at: tuple[float, float], shift: int) -> None:
    """The box on the line, the numbers in the margin, and a thin line between them."""
    ink, (width, height), (x, top) = INK[tag.severity], tag.size, at
    x0, y0, x1, y1 = tag.box[0] + shift, tag.box[1], tag.box[2] + shift, tag.box[3]
    near = (x, top + height / 2) if tag.right else (x + width, top + height / 2)
    pen.line((near, (x1 if tag.right else x0, tag.middle)), fill=(*ink, 150), width=2)
    pen.rectangle((x0, y0, x1, y1), outline=(*ink, 255), width=3, fill=(*ink, 24))
    pen.rounded_rectangle((x, top, x + width, top + height), radius=6, fill=(*ink, 235))
    pen.text((x + width / 2, top + height / 2), tag.label, font=font, fill=(255, 255, 255, 255), anchor="mm")
