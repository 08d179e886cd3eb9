"""Flowing documents by other tools: reportlab's platypus over two pages with headers, and fpdf2."""

import io
from datetime import UTC, datetime
from html import escape

from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.resume.corpus.truth import Sheet

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=2)
HEADING = ParagraphStyle(
    "heading",
    parent=BODY,
    fontName="Helvetica-Bold",
    fontSize=12,
    leading=16,
    spaceBefore=10,
    spaceAfter=4,
    textColor="#1f4e79",
)
NAME = ParagraphStyle("name", parent=BODY, fontName="Helvetica-Bold", fontSize=22, leading=28)


def row(left: str, right: str) -> Table:
    table = Table([[Paragraph(left, BODY), Paragraph(right, RIGHT)]], colWidths=[330, 150])
    table.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    return table


def items(texts: tuple[str, ...]) -> ListFlowable:
    return ListFlowable(
        [ListItem(Paragraph(escape(text), BODY), leftIndent=14) for text in texts],
        bulletType="bullet",
        start="•",
        leftIndent=14,
    )


def entries(sheet: Sheet, kind: str) -> list[object]:
    p = sheet.person
    out: list[object] = []
    for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
        out += [
            row(f"<b>{escape(job.company)}</b> | {escape(job.position)}", escape(sheet.when(job.start, job.end))),
            items(job.bullets),
            Spacer(1, 5),
        ]
    for school in p.education if kind == "education" else ():
        out += [
            row(f"<b>{escape(school.institution)}</b>", escape(sheet.when(school.start, school.end))),
            Paragraph(escape(school.title), BODY),
        ]
    for project in p.projects if kind == "projects" else ():
        out += [
            Paragraph(f"<b>{escape(project.name)}</b> – {escape(', '.join(project.keywords))}", BODY),
            items(project.bullets),
        ]
    return out


def lists(sheet: Sheet, kind: str) -> list[object]:
    p = sheet.person
    if kind == "summary":
        return [Paragraph(escape(p.summary), BODY)]
    if kind == "skills":
        return [
            Paragraph(f"<b>{escape(name)}</b>: {escape(', '.join(words))}" if name else escape(" • ".join(words)), BODY)
            for name, words in p.skills.items()
        ]
    if kind == "certificates":
        return [
            Paragraph(f"{escape(c.name)} ({escape(c.issuer)}), {sheet.wording.date(c.date)}", BODY)
            for c in p.certificates
        ]
    if kind == "languages":
        return [Paragraph("; ".join(f"{escape(name)} – {escape(level)}" for name, level in p.languages), BODY)]
    return [items(p.awards)] if kind == "awards" else []


def two_pages(sheet: Sheet) -> bytes:
    """Employer and position on one row with a bar, dates in a table's right cell; name and page at the head of each page."""
    p, buffer = sheet.person, io.BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=56, rightMargin=56, topMargin=60, bottomMargin=330, invariant=1
    )
    story: list[object] = [
        Paragraph(escape(p.name), NAME),
        Paragraph(escape(f"{p.label} | {p.location}"), BODY),
        Paragraph(escape(" | ".join([p.phone, p.email, *p.links])), BODY),
    ]
    for kind in sheet.sections():
        story += [Paragraph(escape(sheet.heading(kind)), HEADING), *entries(sheet, kind), *lists(sheet, kind)]

    def furniture(canvas: object, template: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(56, A4[1] - 34, f"{p.name} – Curriculum Vitae")  # type: ignore[attr-defined]
        canvas.drawRightString(A4[0] - 56, 30, f"Page {template.page}")  # type: ignore[attr-defined]

    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()


class Sheets(FPDF):
    """fpdf2 with a few shorthands."""

    def say(self, text: str, size: float = 10, style: str = "", height: float = 5) -> None:
        self.set_font("Helvetica", style, size)
        self.multi_cell(0, height, text.replace("–", "-"), new_x="LMARGIN", new_y="NEXT", align="L")

    def sides(self, left: str, right: str, style: str = "") -> None:
        self.set_font("Helvetica", style, 10)
        self.cell(120, 5, left.replace("–", "-"))
        self.set_font("Helvetica", "I", 9)
        self.cell(0, 5, right.replace("–", "-"), align="R", new_x="LMARGIN", new_y="NEXT")


def simple(sheet: Sheet) -> bytes:
    """One column by fpdf2: position and employer on one line with a comma, hyphens as bullets."""
    p, pdf = sheet.person, Sheets(format="A4")
    pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))
    pdf.add_page()
    pdf.say(p.name, 20, "B", 10)
    pdf.say(f"{p.location}  |  {p.phone}  |  {p.email}", 9)
    pdf.say("  |  ".join(p.links), 9)
    for kind in sheet.sections():
        pdf.ln(3)
        pdf.say(sheet.heading(kind).upper(), 11, "B", 7)
        for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
            pdf.sides(f"{job.position}, {job.company}", sheet.when(job.start, job.end), "B")
            for text in job.bullets:
                pdf.say(f"- {text}")
        for school in p.education if kind == "education" else ():
            pdf.sides(f"{school.title}, {school.institution}", sheet.when(school.start, school.end), "B")
        for project in p.projects if kind == "projects" else ():
            pdf.say(f"{project.name} | {', '.join(project.keywords)}", 10, "B")
            for text in project.bullets:
                pdf.say(f"- {text}")
        simple_lists(pdf, sheet, kind)
    return bytes(pdf.output())


def simple_lists(pdf: Sheets, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    if kind == "summary":
        pdf.say(p.summary)
    for name, words in p.skills.items() if kind == "skills" else ():
        pdf.say(f"{name}: {', '.join(words)}" if name else ", ".join(words))
    for one in p.certificates if kind == "certificates" else ():
        pdf.say(f"{one.name} - {one.issuer} ({sheet.wording.date(one.date)})")
    if kind == "languages":
        pdf.say(", ".join(f"{name} ({level})" for name, level in p.languages))
    for award in p.awards if kind == "awards" else ():
        pdf.say(f"- {award}")
