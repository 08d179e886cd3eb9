"""What a large network for professionals exports: a sidebar with contact, top skills and languages; the rest to the right."""

from reportlab.lib.utils import simpleSplit

from tests.resume.corpus.pen import Pen
from tests.resume.corpus.truth import Sheet

SIDE, MAIN = 28.0, 226.0


def months_between(start: str, end: str) -> str:
    year, month = (2024, 6) if end == "present" else (int(end[:4]), int(end[5:]))
    total = (year - int(start[:4])) * 12 + month - int(start[5:]) + 1
    years, rest = divmod(total, 12)
    parts = [f"{years} year{'s' * (years > 1)}"] * (years > 0) + [f"{rest} month{'s' * (rest > 1)}"] * (rest > 0)
    return " ".join(parts)


def side(pen: Pen, sheet: Sheet) -> None:
    p = sheet.person

    def heading(text: str) -> None:
        pen.down(12)
        pen.text(SIDE, text, 13)
        pen.down(17)

    def words(text: str) -> None:
        pen.wrap(SIDE, text, 10.5, 14, right=196)

    heading("Contact")
    words(p.phone + " (Mobile)")
    words(p.email)
    for link in p.links:
        kind = "LinkedIn" if "linkedin" in link else "Other" if "github" in link else "Personal"
        address = f"www.{link}" if "linkedin" in link else link
        for piece in broken(address, kind):
            pen.text(SIDE, piece, 10.5)
            pen.link(f"https://www.{link}" if "linkedin" in link else f"https://{link}", SIDE, 190)
            pen.down(14)
    heading("Top Skills")
    for skill in [word for group in p.skills.values() for word in group][:3]:
        words(skill)
    if p.languages:
        heading("Languages")
        for name, level in p.languages:
            words(f"{name} ({level})")
    if p.certificates:
        heading("Certifications")
        for one in p.certificates:
            words(one.name)


def broken(address: str, kind: str) -> list[str]:
    """An address too wide for the sidebar is cut at a hyphen."""
    whole = f"{address} ({kind})"
    if len(whole) < 32 or "-" not in address:
        return [whole] if len(whole) < 34 else [address, f"({kind})"]
    cut = address.rindex("-", 0, 34) + 1
    return [address[:cut], f"{address[cut:]} ({kind})"]


def main(pen: Pen, sheet: Sheet) -> None:
    p = sheet.person
    pen.y = pen.height - 52
    pen.text(MAIN, p.name, 26)
    pen.down(22)
    if p.label:
        pen.wrap(MAIN, p.label, 12, 15)
    pen.wrap(MAIN, p.location, 12, 22)
    for kind in ("summary", "work", "education"):
        if kind not in sheet.sections():
            continue
        pen.down(10)
        pen.text(MAIN, sheet.heading(kind), 15.75)
        pen.down(20)
        if kind == "summary":
            pen.wrap(MAIN, p.summary, 12, 16)
        if kind == "work":
            experience(pen, sheet)
        for school in p.education if kind == "education" else ():
            pen.text(MAIN, school.institution, 12)
            pen.down(15)
            pen.wrap(MAIN, f"{school.degree}, {school.area} · ({sheet.when(school.start, school.end)})", 10.5, 20)


def experience(pen: Pen, sheet: Sheet) -> None:
    before = ""
    jobs = sheet.person.work
    for i, job in enumerate(jobs):
        if job.company != before:
            pen.text(MAIN, job.company, 12)
            pen.down(15)
            if i + 1 < len(jobs) and jobs[i + 1].company == job.company:
                pen.text(MAIN, months_between(jobs[i + 1].start, job.end), 10.5)
                pen.down(15)
        before = job.company
        pen.text(MAIN, job.position, 11.5)
        pen.down(14)
        pen.text(MAIN, f"{sheet.when(job.start, job.end)} ({months_between(job.start, job.end)})", 10.5)
        pen.down(14)
        pen.text(MAIN, job.location, 10.5)
        pen.down(18)
        for text in job.bullets:
            for line in simpleSplit(f"- {text}.", pen.font(), 10.5, 350):
                pen.text(MAIN, line, 10.5)
                pen.down(14)
        pen.down(8)


def export(sheet: Sheet) -> bytes:
    pen = Pen(left=MAIN, right=585, top=60, family="Helvetica")
    pen.footer = "Page {page} of 2"
    side(pen, sheet)
    main(pen, sheet)
    return pen.data()
