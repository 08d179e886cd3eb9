"""Layouts that use the margin: dates to the left of what happened, headings to the left of their sections, columns."""

from tests.resume.corpus.pen import Pen
from tests.resume.corpus.people import Job, School
from tests.resume.corpus.truth import Sheet


def lists(pen: Pen, sheet: Sheet, kind: str, x: float) -> None:
    """The short sections, from x to the right margin."""
    p = sheet.person
    if kind == "summary":
        pen.wrap(x, p.summary, 10, 12.5)
    for name, words in p.skills.items() if kind == "skills" else ():
        pen.wrap(x, f"{name}: {', '.join(words)}" if name else ", ".join(words), 10, 12.5)
    for one in p.certificates if kind == "certificates" else ():
        pen.wrap(x, f"{one.name}, {one.issuer}, {sheet.wording.date(one.date)}", 10, 12.5)
    if kind == "languages":
        pen.wrap(x, " · ".join(f"{name} ({level})" for name, level in p.languages), 10, 12.5)
    for award in p.awards if kind == "awards" else ():
        pen.wrap(x, award, 10, 12.5)
    for project in p.projects if kind == "projects" else ():
        pen.text(x, project.name, 10, bold=True)
        pen.text(x + pen.measure(project.name + "  ", 10, True), f"({', '.join(project.keywords)})", 10)
        pen.down(12.5)
        for text in project.bullets:
            pen.wrap(x + 14, text, 10, 12.5, bullet="–")


def dates_at_left(sheet: Sheet) -> bytes:
    """Dates in a left margin, position in bold and employer in italics behind them; contact details at the top right."""
    pen, p = Pen(left=56, right=556, accents=True), sheet.person
    content = 146.0
    pen.text(pen.left, p.name, 28)
    for text in (p.location, p.phone, p.email, *p.links):
        pen.flush(text, 9, italic=True)
        pen.y -= 11
    pen.down(14)
    for kind in sheet.sections():
        pen.canvas.rect(pen.left, pen.y, 80, 3, fill=1)
        pen.text(content, sheet.heading(kind), 14)
        pen.down(18)
        for when, title, name, place, bullets in dated(sheet, kind):
            pen.flush(when, 10, right=content - 10)
            pen.text(content, title, 10, bold=True)
            pen.text(content + pen.measure(title, 10, True), ", ", 10)
            pen.text(content + pen.measure(title, 10, True) + 5, name, 10, italic=True)
            pen.text(content + pen.measure(title, 10, True) + 5 + pen.measure(name, 10, italic=True), f", {place}.", 10)
            pen.down(12.5)
            for text in bullets:
                pen.wrap(content + 14, text, 10, 12.5, bullet="•")
            pen.down(3)
        lists(pen, sheet, kind, content)
        pen.down(6)
    return pen.data()


def dated(sheet: Sheet, kind: str) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    p = sheet.person
    if kind == "work":
        return [(sheet.when(j.start, j.end), j.position, j.company, j.location, j.bullets) for j in p.work]
    if kind == "education":
        return [(sheet.when(s.start, s.end), s.title, s.institution, s.location, ()) for s in p.education]
    return []


def headings_at_left(sheet: Sheet) -> bytes:
    """Section headings in a left margin, level with the first line of their section."""
    pen, p = Pen(left=50, right=562, family="Helvetica"), sheet.person
    content = 168.0
    pen.text(content, p.name, 22, bold=True)
    pen.down(16)
    pen.text(content, f"{p.location} / {p.phone} / {p.email}", 9)
    pen.down(12)
    pen.text(content, " / ".join(p.links), 9)
    pen.down(26)
    for kind in sheet.sections():
        pen.text(pen.left, sheet.heading(kind), 10, bold=True)
        for job in p.work if kind == "work" else ():
            employer_first(pen, content, job, sheet)
        for school in p.education if kind == "education" else ():
            employer_first(pen, content, school, sheet)
        lists(pen, sheet, kind, content)
        pen.down(12)
    return pen.data()


def employer_first(pen: Pen, x: float, entry: Job | School, sheet: Sheet) -> None:
    name, title = (entry.company, entry.position) if isinstance(entry, Job) else (entry.institution, entry.title)
    pen.text(x, f"{name}, {entry.location}", 10, bold=True)
    pen.down(12.5)
    pen.text(x, title, 10, italic=True)
    pen.flush(sheet.when(entry.start, entry.end), 10)
    pen.down(13.5)
    for text in entry.bullets if isinstance(entry, Job) else ():
        pen.wrap(x + 12, text, 10, 12.5, bullet="•")
    pen.down(4)


def narrow_left(sheet: Sheet) -> bytes:
    """A narrow left column with schools and skills, a wide right one with "EMPLOYER | POSITION" in capitals."""
    pen, p = Pen(left=40, right=572, family="Helvetica"), sheet.person
    pen.centre(p.name, 34)
    pen.down(16)
    pen.centre(" | ".join([*p.links, p.email, p.phone, p.location]), 9)
    pen.down(26)
    top, split = pen.y, 214.0
    pen.right = 200.0
    for kind in [
        kind for kind in sheet.sections() if kind in {"education", "skills", "languages", "awards", "certificates"}
    ]:
        narrow_section(pen, sheet, kind)
    pen.y, pen.right = top, 572.0
    for kind in [kind for kind in sheet.sections() if kind in {"work", "projects", "summary"}]:
        pen.text(split, sheet.heading(kind).upper(), 14)
        pen.down(19)
        for job in p.work if kind == "work" else ():
            pen.wrap(split, f"{job.company} | {job.position}".upper(), 10.5, 12, bold=True)
            pen.text(split, f"{sheet.when(job.start, job.end)} | {job.location}", 8.5)
            pen.down(13)
            for text in job.bullets:
                pen.wrap(split + 12, text, 9.5, 12, bullet="•")
            pen.down(6)
        if kind != "work":
            lists(pen, sheet, kind, split)
        pen.down(8)
    return pen.data()


def narrow_section(pen: Pen, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    pen.text(pen.left, sheet.heading(kind).upper(), 14)
    pen.down(19)
    for school in p.education if kind == "education" else ():
        pen.wrap(pen.left, school.institution.upper(), 9.5, 12, bold=True)
        pen.wrap(pen.left, school.title, 9, 11.5)
        pen.wrap(pen.left, f"{sheet.when(school.start, school.end)} | {school.location}", 8.5, 12)
        pen.down(4)
    for name, words in p.skills.items() if kind == "skills" else ():
        pen.wrap(pen.left, name, 9.5, 12, bold=True)
        pen.wrap(pen.left, " • ".join(words), 9, 12)
    if kind in {"languages", "awards", "certificates"}:
        for text in (
            [f"{name} ({level})" for name, level in p.languages]
            if kind == "languages"
            else p.awards
            if kind == "awards"
            else [c.name for c in p.certificates]
        ):
            pen.wrap(pen.left, text, 9, 12)
    pen.down(10)


def scholarly(sheet: Sheet) -> bytes:
    """A scholar's: degrees and schools on one line, employers behind an em dash, sentences with full stops."""
    pen, p = Pen(left=72, right=540, accents=True), sheet.person
    pen.text(pen.left, p.name, 17, bold=True)
    pen.down(15)
    pen.text(pen.left, f"{p.location}   {p.phone}   {p.email}", 10)
    pen.down(12)
    pen.text(pen.left, "   ".join(p.links), 10)
    pen.down(24)
    for kind in sheet.sections():
        pen.text(pen.left, sheet.heading(kind), 11, bold=True)
        pen.down(15)
        for job in p.work if kind == "work" else ():
            pen.text(pen.left + 12, f"{job.position} — {job.company}", 10)
            pen.flush(sheet.when(job.start, job.end), 10)
            pen.down(12)
            for text in job.bullets:
                pen.wrap(pen.left + 36, text + ".", 10, 12, bullet="–")
        for school in p.education if kind == "education" else ():
            pen.text(pen.left + 12, f"{school.title}, {school.institution}", 10)
            pen.flush(sheet.when(school.start, school.end), 10)
            pen.down(12)
        lists(pen, sheet, kind, pen.left + 12)
        pen.down(8)
    return pen.data()
