"""Word processor files: tab stops, tables, headings by style, text boxes and contact details in the page header."""

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.resume.corpus.truth import Sheet

SCHEMAS = "http://schemas.openxmlformats.org"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TEXT_BOX = (
    f'<w:r xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:a="{SCHEMAS}/drawingml/2006/main"'
    f' xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing" xmlns:wps="{SHAPE}">'
    '<w:drawing><wp:inline><wp:extent cx="2400000" cy="900000"/><wp:docPr id="7" name="Text Box 7"/>'
    f'<a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
    "<wps:txbx><w:txbxContent>INSIDE</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def line(
    document: Any, left: str, right: str = "", *, bold: bool = False, italic: bool = False, size: float = 10.5
) -> Any:
    """A paragraph with an optional right-hand part at a tab stop."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(450), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(left)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    if right:
        paragraph.add_run(f"\t{right}").font.size = Pt(size)
    return paragraph


def bullets(document: Any, texts: tuple[str, ...]) -> None:
    for text in texts:
        document.add_paragraph(text, style="List Bullet")


def skills(document: Any, sheet: Sheet) -> None:
    for name, words in sheet.person.skills.items():
        paragraph = document.add_paragraph()
        if name:
            paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(", ".join(words))


def short_sections(document: Any, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    if kind == "certificates":
        bullets(document, tuple(f"{c.name} – {c.issuer}, {sheet.wording.date(c.date)}" for c in p.certificates))
    if kind == "languages":
        document.add_paragraph(" | ".join(f"{name} ({level})" for name, level in p.languages))
    if kind == "awards":
        bullets(document, p.awards)
    if kind == "skills":
        skills(document, sheet)
    if kind == "summary":
        document.add_paragraph(p.summary)


def career_centre(sheet: Sheet) -> bytes:
    """A university's template: employer and place in bold, position and dates in italics, tab stops to the right."""
    document, p = Document(), sheet.person
    line(document, p.name, bold=True, size=16).alignment = 1
    line(document, " • ".join([p.location, p.email, p.phone, *p.links])).alignment = 1
    for kind in sheet.sections():
        line(document, sheet.heading(kind).upper(), bold=True, size=11)
        for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
            line(document, job.company, job.location, bold=True)
            line(document, job.position, sheet.when(job.start, job.end), italic=True)
            bullets(document, job.bullets)
        for school in p.education if kind == "education" else ():
            line(document, school.institution, school.location, bold=True)
            line(
                document,
                f"{school.degree}, {school.area}" if school.area else school.degree,
                sheet.when(school.start, school.end),
                italic=True,
            )
            if school.score:
                line(document, f"GPA: {school.score}")
        for project in p.projects if kind == "projects" else ():
            line(
                document,
                f"{project.name} ({', '.join(project.keywords)})",
                sheet.when(project.start, project.end) if project.start else "",
                bold=True,
            )
            bullets(document, project.bullets)
        short_sections(document, sheet, kind)
    return saved(document)


def table_of_dates(sheet: Sheet) -> bytes:
    """Dates in the left cell of a table, what happened in the right one."""
    document, p = Document(), sheet.person
    document.add_heading(p.name, 0)
    document.add_paragraph(f"{p.location}\n{p.phone}\n{p.email}\n" + "\n".join(p.links))
    for kind in sheet.sections():
        document.add_heading(sheet.heading(kind), 1)
        if kind in {"work", "education"}:
            table = document.add_table(rows=0, cols=2)
            for when, title, below, texts in rows_of(sheet, kind):
                left, right = table.add_row().cells
                left.text = when
                right.text = ""
                right.paragraphs[0].add_run(title).bold = True
                right.add_paragraph(below)
                for text in texts:
                    right.add_paragraph(text, style="List Bullet")
        for project in p.projects if kind == "projects" else ():
            bullets(document, (f"{project.name}: {project.bullets[0]}",))
        short_sections(document, sheet, kind)
    return saved(document)


def rows_of(sheet: Sheet, kind: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    p = sheet.person
    if kind == "work":
        return [(sheet.when(j.start, j.end), j.position, f"{j.company}, {j.location}", j.bullets) for j in p.work]
    return [(sheet.when(s.start, s.end), s.title, f"{s.institution}, {s.location}", ()) for s in p.education]


def boxes_and_header(sheet: Sheet) -> bytes:
    """The contact details in the page header, the skills in a text box."""
    document, p = Document(), sheet.person
    header = document.sections[0].header
    header.paragraphs[0].text = p.name
    header.paragraphs[0].runs[0].font.size = Pt(20)
    header.add_paragraph(f"{p.email} | {p.phone} | {p.location}")
    header.add_paragraph(" | ".join(p.links))
    for kind in sheet.sections():
        if kind == "skills":
            inside = "".join(
                f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
                for text in (sheet.heading(kind).upper(), *(f"{n}: {', '.join(w)}" for n, w in p.skills.items()))
            )
            document.add_paragraph()._p.append(parse_xml(TEXT_BOX.replace("INSIDE", inside)))
            continue
        line(document, sheet.heading(kind).upper(), bold=True, size=12)
        for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
            line(document, f"{job.position} at {job.company}", bold=True)
            line(document, f"{sheet.when(job.start, job.end)} | {job.location}", italic=True)
            bullets(document, job.bullets)
        for school in p.education if kind == "education" else ():
            line(document, f"{school.title}, {school.institution}", sheet.when(school.start, school.end))
        for project in p.projects if kind == "projects" else ():
            line(document, project.name, bold=True)
            document.add_paragraph(project.bullets[0])
        short_sections(document, sheet, kind)
    return saved(document)
