"""Office files as people make them: entry titles by style, typed bullets, tables of skills, a tabular life."""

from docx import Document
from docx.shared import Pt

from tests.resume.corpus.layouts.word import line, saved
from tests.resume.corpus.truth import Sheet


def styled_titles(sheet: Sheet) -> bytes:
    """ "Position | Employer | Place" as a heading of the second rank, the dates in a paragraph of their own above it."""
    document, p = Document(), sheet.person
    document.add_heading(p.name, 0)
    document.add_paragraph(f"{p.location} | {p.phone} | {p.email} | " + " | ".join(p.links))
    for kind in sheet.sections():
        document.add_heading(sheet.heading(kind), 1)
        for job in p.work if kind == "work" else ():
            document.add_paragraph(sheet.when(job.start, job.end))
            document.add_heading(f"{job.position} | {job.company} | {job.location}", 2)
            for text in job.bullets:
                document.add_paragraph(text, style="List Bullet")
        for school in p.education if kind == "education" else ():
            document.add_paragraph(sheet.when(school.start, school.end))
            document.add_heading(f"{school.title} | {school.institution} | {school.location}", 2)
        short(document, sheet, kind)
    return saved(document)


def short(document: object, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    texts: list[str] = []
    if kind == "summary":
        texts = [p.summary]
    if kind == "skills":
        texts = [f"{name}: {', '.join(words)}" if name else ", ".join(words) for name, words in p.skills.items()]
    if kind == "languages":
        texts = [", ".join(f"{name} – {level}" for name, level in p.languages)]
    if kind == "certificates":
        texts = [f"{c.name}, {c.issuer} ({sheet.wording.date(c.date)})" for c in p.certificates]
    if kind == "projects":
        texts = [f"{x.name} – {x.bullets[0]}" for x in p.projects]
    if kind == "awards":
        texts = list(p.awards)
    for text in texts:
        document.add_paragraph(text)  # type: ignore[attr-defined]


def typed_bullets(sheet: Sheet) -> bytes:
    """Typed squares as bullets, dates in brackets behind the position, skills in a table of columns."""
    document, p = Document(), sheet.person
    line(document, p.name.upper(), bold=True, size=20)
    line(document, p.label, italic=True)
    for text in (
        f"Email: {p.email}",
        f"Phone: {p.phone}",
        f"Address: {p.location}",
        *(f"Web: {link}" for link in p.links),
    ):
        line(document, text)
    for kind in sheet.sections():
        line(document, f"{sheet.heading(kind)}:", bold=True, size=13)
        for job in p.work if kind == "work" else ():
            line(document, f"{job.position} ({sheet.when(job.start, job.end)})", bold=True)
            line(document, f"{job.company} ({job.location})")
            for text in job.bullets:
                line(document, f"▪ {text}")
        for school in p.education if kind == "education" else ():
            line(document, f"{school.title} ({sheet.when(school.start, school.end)})", bold=True)
            line(document, school.institution)
        if kind == "skills":
            words = [word for group in p.skills.values() for word in group]
            table = document.add_table(rows=0, cols=3)
            for i in range(0, len(words), 3):
                for cell, word in zip(table.add_row().cells, words[i : i + 3], strict=False):
                    cell.text = word
            continue
        short(document, sheet, kind)
    return saved(document)


def tabular_life(sheet: Sheet) -> bytes:
    """A German "Lebenslauf": personal data as labels, one table of two columns for each section."""
    document, p = Document(), sheet.person
    line(document, "Lebenslauf", bold=True, size=22)
    line(document, "Persönliche Daten", bold=True, size=13)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Name", p.name),
        ("Anschrift", p.location),
        ("Telefon", p.phone),
        ("E-Mail", p.email),
        ("Profile", ", ".join(p.links)),
    ):
        left, right = table.add_row().cells
        left.text, right.text = label, value
    for kind in sheet.sections():
        line(document, sheet.heading(kind), bold=True, size=13)
        table = document.add_table(rows=0, cols=2)
        for when, texts in cells(sheet, kind):
            left, right = table.add_row().cells
            left.text = when
            for number, (text, style, bold) in enumerate(texts):
                paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph(style=style)
                paragraph.add_run(text).bold = bold
                paragraph.paragraph_format.space_after = Pt(0)
    return saved(document)


def cells(sheet: Sheet, kind: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """The rows of a section's table: the left cell, and the paragraphs of the right one with style and weight."""
    p, normal = sheet.person, "Normal"
    if kind == "work":
        return [
            (
                sheet.when(j.start, j.end),
                [
                    (f"{j.position} bei {j.company}, {j.location}", normal, True),
                    *((t, "List Bullet", False) for t in j.bullets),
                ],
            )
            for j in p.work
        ]
    if kind == "education":
        return [
            (sheet.when(s.start, s.end), [(s.title, normal, True), (f"{s.institution}, {s.location}", normal, False)])
            for s in p.education
        ]
    if kind == "skills":
        return [(name, [(", ".join(words), normal, False)]) for name, words in p.skills.items()]
    if kind == "languages":
        return [(name, [(level, normal, False)]) for name, level in p.languages]
    if kind == "certificates":
        return [(sheet.wording.date(c.date), [(f"{c.name} ({c.issuer})", normal, False)]) for c in p.certificates]
    return []
