"""Résumés drawn for the tests of reading, in the layouts that people use."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from core.resume.document import Document
from core.resume.reading.pdf.read import read_pdf

LONG = "Built a workflow for the classification of 12 million records, which cut the cost of the office by 40%"
JOBS = [
    "# EXPERIENCE", "*Acme Corp || Jan 2020 – Present", "Senior Engineer || Berlin", f"- {LONG}", "- Led 5 engineers",
    "*Globex || 06/2017 – 12/2019", "Engineer || Paris", f"- {LONG}", "- Wrote the search",
]  # fmt: skip
SCHOOL = ["# EDUCATION", "*TU Berlin || 2012 – 2016", "BSc Computer Science || Berlin"]
CONTACT = [
    "# CONTACT",
    "ada@example.com",
    "+49 30 123456",
    "Berlin",
    "# SKILLS",
    "Python",
    "Go, SQL",
    "Docker",
    "Linux",
]


class Sheet:
    """A page to write on. `y` counts points from the top, as in Box."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self.out = BytesIO()
        self.canvas = Canvas(self.out, pagesize=size)
        self.width, self.height = size

    def put(
        self, x: float, y: float, text: str, size: float = 10, font: str = "Helvetica", spacing: float = 0
    ) -> float:
        """Write words with their baseline at `y`; where they end."""
        line = self.canvas.beginText(x, self.height - y)
        line.setFont(font, size)
        line.setCharSpace(spacing)
        line.textOut(text)
        self.canvas.drawText(line)
        return x + float(stringWidth(text, font, size))

    def block(self, x: float, right: float, y: float, lines: list[str], leading: float = 13) -> float:
        """Write lines from `y` down, wrapped at `right`; the next free y. "# " heads, "- " lists, " || " sets a date right."""
        for line in lines:
            if line.startswith("# "):
                y += 0.6 * leading
                self.put(x, y, line[2:], 12, "Helvetica-Bold")
            elif line.startswith("- "):
                self.put(x + 4, y, "•")
                for part in simpleSplit(line[2:], "Helvetica", 10, right - x - 16):
                    self.put(x + 16, y, part)
                    y += leading
                continue
            else:
                left, _, date = line.partition(" || ")
                font = "Helvetica-Bold" if left.startswith("*") else "Helvetica"
                self.put(x, y, left.removeprefix("*"), font=font)
                if date:
                    self.put(right - stringWidth(date, "Helvetica", 10), y, date)
            y += leading
        return y

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()

    def read(self) -> Document:
        return read_pdf(self.data())


def headed() -> Sheet:
    """A sheet with a name and a title over its full width."""
    sheet = Sheet()
    sheet.put(50, 60, "Ada Müller", 20, "Helvetica-Bold")
    sheet.put(50, 78, "Software engineer")
    return sheet


def texts(document: Document, column: int | None = None) -> list[str]:
    return [line.text for line in document.lines if column is None or line.column == column]


def rows(document: Document) -> list[list[str]]:
    """The texts of the lines, row by row."""
    found: dict[int, list[str]] = {}
    for line in document.lines:
        found.setdefault(line.row, []).append(line.text)
    return list(found.values())
