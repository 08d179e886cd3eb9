"""Résumés for conversations: a real PDF from a few lines, so that a test can change one of them."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WEAK = "Responsible for managing the payment service"
MENDED = "Rebuilt the payment service, cutting failed charges from 3% to 0.4% for 12,000 customers a month"

LINES = (
    "# Ada Okafor",
    "ada.okafor@example.org | +44 20 7946 0958 | London, UK | github.com/adaokafor",
    "## Experience",
    "**Backend Engineer, Acme Payments",
    "Jan 2021 - Present",
    f"- {WEAK}",
    "- Built a REST API in python that serves 2,000 requests per second",
    "- Helped with the migration to Postgres",
    "- Review pull requests of four colleagues and pair with two junior engineers on testing each week",
    "**Software Engineer, Northwind",
    "Jun 2018 - Dec 2020",
    "- Wrote the import of 40 supplier catalogues, saving two days of typing a week",
    "- Moved the nightly reports from cron scripts to Airflow, so that analysts see yesterday's figures at eight",
    "- Various tasks in the team",
    "## Education",
    "**BSc Computer Science, University of London",
    "2015 - 2018",
    "## Skills",
    "Python, Javascript, Docker, PostgreSQL, Git",
)
STYLES = (  # mark, font, size and the space before, in points
    ("## ", "Helvetica-Bold", 13, 10),
    ("# ", "Helvetica-Bold", 20, 0),
    ("**", "Helvetica-Bold", 11, 4),
    ("- ", "Helvetica", 10.5, 0),
    ("", "Helvetica", 10.5, 0),
)


def pdf(*lines: str) -> bytes:
    """A one-page PDF; `# ` is the name, `## ` a heading, `**` a bold line, `- ` a bullet. The bytes are always the same."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = A4[1] - 60
    for line in lines or LINES:
        mark, font, size, before = next(style for style in STYLES if line.startswith(style[0]))
        y -= before
        canvas.setFont(font, size)
        canvas.drawString(68 if mark == "- " else 56, y, ("• " if mark == "- " else "") + line.removeprefix(mark))
        y -= 18
    canvas.save()
    return out.getvalue()


def mended() -> bytes:
    """The same résumé with its weakest line rewritten."""
    return pdf(*(line.replace(WEAK, MENDED) for line in LINES))
