"""Templates that people set in LaTeX: title and date on the first row, employer and place on the second, and others."""

from tests.resume.corpus.pen import Pen
from tests.resume.corpus.truth import Sheet


def head(pen: Pen, sheet: Sheet, size: float = 24) -> None:
    p = sheet.person
    pen.centre(p.name, size, bold=True)
    pen.down(18)
    pen.centre(" | ".join([p.phone, p.email, *p.links, p.location]), 9)
    pen.down(20)


def heading(pen: Pen, text: str) -> None:
    pen.down(4)
    pen.text(pen.left, text, 12.5)
    pen.rule()
    pen.down(17)


def pair(pen: Pen, left: str, right: str, *, bold: bool = False, italic: bool = False, size: float = 10.5) -> None:
    pen.text(pen.left + 10, left, size, bold, italic)
    pen.flush(right, size, italic=italic)
    pen.down(12.5)


def single_column(sheet: Sheet) -> bytes:
    """Position and dates above, employer and place in italics below, bullets with a dot."""
    pen = Pen(accents=True)
    head(pen, sheet)
    for kind in sheet.sections():
        heading(pen, sheet.heading(kind))
        jobs_and_schools(pen, sheet, kind)
        projects_and_skills(pen, sheet, kind)
        small_sections(pen, sheet, kind)
    return pen.data()


def jobs_and_schools(pen: Pen, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    if kind == "summary":
        pen.wrap(pen.left, p.summary)
    if kind == "work":
        for job in p.work:
            pair(pen, job.position, sheet.when(job.start, job.end), bold=True)
            pair(pen, job.company, job.location, italic=True, size=10)
            for text in job.bullets:
                pen.wrap(pen.left + 26, text, bullet="•")
            pen.down(4)
    if kind == "education":
        for school in p.education:
            pair(pen, school.institution, school.location, bold=True)
            pair(pen, school.title, sheet.when(school.start, school.end), italic=True, size=10)


def projects_and_skills(pen: Pen, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    if kind == "projects":
        for project in p.projects:
            pen.text(pen.left + 10, project.name, 10.5, bold=True)
            pen.text(
                pen.left + 14 + pen.measure(project.name, 10.5, True),
                f"| {', '.join(project.keywords)}",
                10,
                italic=True,
            )
            if project.start:
                pen.flush(sheet.when(project.start, project.end), 10)
            pen.down(12.5)
            for text in project.bullets:
                pen.wrap(pen.left + 26, text, bullet="•")
    if kind == "skills":
        for name, words in p.skills.items():
            label = f"{name}: " if name else ""
            pen.text(pen.left + 10, label, 10, bold=True)
            pen.wrap(pen.left + 10 + pen.measure(label, 10, True), ", ".join(words))


def small_sections(pen: Pen, sheet: Sheet, kind: str) -> None:
    """Certificates, languages and awards, one line each."""
    p = sheet.person
    if kind == "certificates":
        for one in p.certificates:
            pen.text(pen.left + 10, f"{one.name}, {one.issuer}", 10)
            pen.flush(sheet.wording.date(one.date), 10)
            pen.down(12.5)
    if kind == "languages":
        pen.wrap(pen.left + 10, ", ".join(f"{name} ({level})" for name, level in p.languages))
    if kind == "awards":
        for award in p.awards:
            pen.wrap(pen.left + 26, award, bullet="•")
    if kind == "volunteer":
        for job in p.volunteer:
            pair(pen, job.position, sheet.when(job.start, job.end), bold=True)
            pair(pen, job.company, job.location, italic=True, size=10)
            for text in job.bullets:
                pen.wrap(pen.left + 26, text, bullet="•")


def colourful(sheet: Sheet) -> bytes:
    """Employer and place in the first row, position in small capitals and dates in the second; name in two weights."""
    pen, p = Pen(left=48, right=564, family="Helvetica"), sheet.person
    first, _, rest = p.name.partition(" ")
    width = pen.measure(first + " ", 30) + pen.measure(rest, 30, True)
    at = (pen.width - width) / 2
    pen.text(at, first, 30)
    pen.text(at + pen.measure(first + " ", 30), rest, 30, bold=True)
    pen.down(18)
    pen.centre(p.label.upper(), 8)
    pen.down(12)
    pen.centre(p.location, 8)
    pen.down(12)
    pen.centre("  |  ".join([p.phone, p.email, *p.links]), 8)
    pen.down(24)
    for kind in sheet.sections():
        pen.text(pen.left, sheet.heading(kind), 15, bold=True)
        pen.rule(2, left=pen.left + pen.measure(sheet.heading(kind), 15, True) + 6)
        pen.down(17)
        colourful_section(pen, sheet, kind)
        pen.down(6)
    return pen.data()


def colourful_section(pen: Pen, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    if kind == "summary":
        pen.wrap(pen.left, p.summary, 9, 12)
    entries = [
        (j.company, j.location, j.position, sheet.when(j.start, j.end), j.bullets)
        for j in (p.work if kind == "work" else p.volunteer if kind == "volunteer" else ())
    ]
    if kind == "education":
        entries = [(s.institution, s.location, s.title, sheet.when(s.start, s.end), ()) for s in p.education]
    for name, place, title, when, bullets in entries:
        pen.text(pen.left, name, 10.5, bold=True)
        pen.flush(place, 9, italic=True)
        pen.down(13)
        pen.text(pen.left, title, 8.5)
        pen.flush(when, 8, italic=True)
        pen.down(13)
        for text in bullets:
            pen.wrap(pen.left + 18, text, 9, 12, bullet="•")
        pen.down(3)
    if kind == "skills":
        for name, words in p.skills.items():
            pen.flush(name, 9.5, bold=True, right=pen.left + 100)
            pen.wrap(pen.left + 112, ", ".join(words), 9, 12)
    for project in p.projects if kind == "projects" else ():
        pen.text(pen.left, project.name, 10.5, bold=True)
        pen.flush(", ".join(project.keywords), 9, italic=True)
        pen.down(13)
        for text in project.bullets:
            pen.wrap(pen.left + 18, text, 9, 12, bullet="•")
    small_sections(pen, sheet, kind if kind != "volunteer" else "")
