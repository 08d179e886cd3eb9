"""Further tools: HTML with labelled places, light headings and a sidebar to the right; text; Markdown; fpdf2 in columns."""

from datetime import UTC, datetime
from html import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from tests.resume.corpus.layouts.flow import BODY, HEADING, NAME, Sheets, items, lists, row
from tests.resume.corpus.layouts.html import bullets, links, printed, section
from tests.resume.corpus.truth import Sheet


def union_form(sheet: Sheet) -> bytes:
    """A public European form: dates in square brackets, position in bold capitals, city and country labelled."""
    p = sheet.person

    def entry(when: str, title: str, name: str, place: str, texts: tuple[str, ...]) -> str:
        city, _, country = place.partition(", ")
        return (
            f"<p class=t><span class=d>[ {escape(when)} ]</span> <b>{escape(title)}</b></p><p><b>"
            f"{escape(name)}</b></p><p class=k>City: {escape(city)} | Country: {escape(country)}</p>"
            f"{bullets(texts)}"
        )

    body = (
        f"<h1>{escape(p.name)}</h1><p class=c><b>Phone number:</b> {escape(p.phone)} | <b>Email "
        f"address:</b> {escape(p.email)} | <b>Address:</b> {escape(p.location)} | <b>Website:</b> "
        f"{links(sheet, ' | ')}</p>"
    )
    for kind in sheet.sections():
        inside = ""
        if kind == "work":
            inside = "".join(
                entry(sheet.when(j.start, j.end), j.position, j.company, j.location, j.bullets) for j in p.work
            )
        elif kind == "education":
            inside = "".join(
                entry(sheet.when(s.start, s.end), s.title, s.institution, s.location, ()) for s in p.education
            )
        elif kind == "summary":
            inside = f"<p>{escape(p.summary)}</p>"
        elif kind == "languages":
            inside = "".join(f"<p><b>{escape(name)}</b> {escape(level)}</p>" for name, level in p.languages)
        elif kind == "skills":
            inside = f"<p>{' | '.join(escape(word) for words in p.skills.values() for word in words)}</p>"
        elif kind == "certificates":
            inside = "".join(f"<p>[ {sheet.wording.date(c.date)} ] <b>{escape(c.name)}</b></p>" for c in p.certificates)
        elif kind == "projects":
            inside = "".join(f"<p><b>{escape(x.name)}</b></p><p>{escape(x.bullets[0])}</p>" for x in p.projects)
        body += section(sheet, kind, inside)
    css = (
        "h1{font-size:20pt} h2{font-size:11pt;color:#1b4f9c;text-transform:uppercase;border-bottom:.6pt "
        "solid #999;margin:12pt 0 6pt} .d{color:#555} .k{color:#555;font-size:9pt} .t "
        "b{text-transform:uppercase} p{margin:0 0 2pt}"
    )
    return printed(body, css, "20mm")


def light_headings(sheet: Sheet) -> bytes:
    """Letter-spaced grey headings, position in bold, employer and dates in one grey row; short sections at the right."""
    p = sheet.person
    main = section(sheet, "summary", f"<p>{escape(p.summary)}</p>")
    main += section(
        sheet,
        "work",
        "".join(
            f"<h3>{escape(j.position)}</h3><p class=m>{escape(j.company)} · "
            f"{escape(sheet.when(j.start, j.end))} · {escape(j.location)}</p>{bullets(j.bullets)}"
            for j in p.work
        ),
    )
    main += section(
        sheet,
        "projects",
        "".join(
            f"<h3>{escape(x.name)}</h3><p>{escape(x.bullets[0])}</p><p class=m>{escape(' · '.join(x.keywords))}</p>"
            for x in p.projects
        ),
    )
    main += section(
        sheet,
        "education",
        "".join(
            f"<h3>{escape(s.institution)}</h3><p class=m>{escape(s.title)} · {escape(sheet.when(s.start, s.end))}</p>"
            for s in p.education
        ),
    )
    side = (
        f"<p>{escape(p.email)}</p><p>{escape(p.phone)}</p><p>{escape(p.location)}</p><p>{links(sheet, '</p><p>')}</p>"
    )
    side += section(
        sheet,
        "skills",
        "".join(
            (f"<h4>{escape(name)}</h4>" if name else "") + "".join(f"<p>{escape(word)}</p>" for word in words)
            for name, words in p.skills.items()
        ),
    )
    side += section(
        sheet, "languages", "".join(f"<p>{escape(name)} <i>{escape(level)}</i></p>" for name, level in p.languages)
    )
    side += section(
        sheet,
        "certificates",
        "".join(
            f"<p><b>{escape(c.name)}</b></p><p class=m>{escape(c.issuer)} · {escape(sheet.wording.date(c.date))}</p>"
            for c in p.certificates
        ),
    )
    css = (
        "body{font-size:11pt;line-height:1.5} main{display:grid;grid-template-columns:118mm 50mm;"
        "gap:10mm} h1{font-size:26pt;font-weight:normal} h2{font-size:12.5pt;font-weight:normal;"
        "color:#777;letter-spacing:.2em;margin:14pt 0 6pt} h3{font-size:11pt;margin-top:8pt} "
        "h4{margin:6pt 0 0;font-size:10pt} .m{color:#777;font-size:9.5pt} p{margin:0 0 2pt}"
    )
    return printed(
        f"<h1>{escape(p.name)}</h1><p class=m>{escape(p.label)}</p><main><div>{main}</div><div>{side}</div></main>",
        css,
        "18mm",
    )


def text_underlined(sheet: Sheet) -> bytes:
    """Headings underlined with hyphens, dates in a left column of spaces."""
    p, out = sheet.person, []
    out += [p.name, f"{p.location}", f"Tel: {p.phone}", f"Mail: {p.email}", *p.links, ""]
    for kind in sheet.sections():
        out += [sheet.heading(kind), "-" * len(sheet.heading(kind))]
        for job in p.work if kind == "work" else ():
            out += [f"{sheet.when(job.start, job.end):24}{job.company}, {job.location}", f"{'':24}{job.position}"]
            out += [f"{'':24}* {text}" for text in job.bullets] + [""]
        for school in p.education if kind == "education" else ():
            out += [
                f"{sheet.when(school.start, school.end):24}{school.institution}, {school.location}",
                f"{'':24}{school.title}",
                "",
            ]
        out += [p.summary] if kind == "summary" else []
        out += [f"{name:24}{', '.join(words)}" for name, words in p.skills.items()] if kind == "skills" else []
        out += (
            [f"{c.name}, {c.issuer}, {sheet.wording.date(c.date)}" for c in p.certificates]
            if kind == "certificates"
            else []
        )
        out += [f"{name:24}{level}" for name, level in p.languages] if kind == "languages" else []
        out += (
            [line for x in p.projects for line in (x.name, f"  {x.bullets[0]}", f"  Tech: {', '.join(x.keywords)}", "")]
            if kind == "projects"
            else []
        )
        out += [f"* {award}" for award in p.awards] if kind == "awards" else []
        out += [""]
    return "\n".join(out).encode("utf-8")


def markdown_bold(sheet: Sheet) -> bytes:
    """Underlined headings, entries as bold words with bars, nested lists for the bullets."""
    p = sheet.person
    out = [
        p.name,
        "=" * len(p.name),
        "",
        f"{p.email} | {p.phone} | {p.location}  ",
        " | ".join(f"<https://{link}>" for link in p.links),
        "",
    ]
    for kind in sheet.sections():
        out += [sheet.heading(kind), "-" * 12, ""]
        for job in p.work if kind == "work" else ():
            out += [
                f"**{job.company}** | {job.position} | {sheet.when(job.start, job.end)}",
                "",
                *[f"* {text}" for text in job.bullets],
                "",
            ]
        for school in p.education if kind == "education" else ():
            out += [f"**{school.institution}** | {school.title} | {sheet.when(school.start, school.end)}", ""]
        out += [p.summary, ""] if kind == "summary" else []
        out += (
            [f"* **{x.name}**: {x.bullets[0]} ({', '.join(x.keywords)})" for x in p.projects] + [""]
            if kind == "projects"
            else []
        )
        out += (
            [f"* {name}: {', '.join(words)}" if name else f"* {', '.join(words)}" for name, words in p.skills.items()]
            + [""]
            if kind == "skills"
            else []
        )
        out += [f"* {c.name} - {c.issuer}" for c in p.certificates] + [""] if kind == "certificates" else []
        out += [f"* {name} ({level})" for name, level in p.languages] + [""] if kind == "languages" else []
        out += [f"* {award}" for award in p.awards] + [""] if kind == "awards" else []
    return "\n".join(out).encode()


def grouped_positions(sheet: Sheet) -> bytes:
    """Several positions under one employer, whose dates span them all."""
    import io

    p, buffer = sheet.person, io.BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=LETTER, leftMargin=60, rightMargin=60, topMargin=50, bottomMargin=50, invariant=1
    )
    story: list[object] = [
        Paragraph(escape(p.name), NAME),
        Paragraph(escape(f"{p.location} • {p.phone} • {p.email}"), BODY),
        Paragraph(escape(" • ".join(p.links)), BODY),
    ]
    for kind in sheet.sections():
        story.append(Paragraph(escape(sheet.heading(kind).upper()), HEADING))
        before = ""
        for job in p.work if kind == "work" else ():
            same = [other for other in p.work if other.company == job.company]
            if job.company != before:
                story.append(
                    row(
                        f"<b>{escape(job.company)}</b>, {escape(job.location)}",
                        escape(sheet.when(same[-1].start, same[0].end)) if len(same) > 1 else "",
                    )
                )
            before = job.company
            story += [
                row(f"<i>{escape(job.position)}</i>", f"<i>{escape(sheet.when(job.start, job.end))}</i>"),
                items(job.bullets),
                Spacer(1, 4),
            ]
        for school in p.education if kind == "education" else ():
            story += [
                row(f"<b>{escape(school.institution)}</b>, {escape(school.location)}", ""),
                row(f"<i>{escape(school.title)}</i>", f"<i>{escape(sheet.when(school.start, school.end))}</i>"),
            ]
        for project in p.projects if kind == "projects" else ():
            story += [
                row(f"<b>{escape(project.name)}</b> ({escape(', '.join(project.keywords))})", ""),
                items(project.bullets),
            ]
        story += lists(sheet, kind)
    document.build(story)
    return buffer.getvalue()


def right_sidebar(sheet: Sheet) -> bytes:
    """fpdf2 in two columns: experience to the left, the rest in a tinted column to the right."""
    p, pdf = sheet.person, Sheets(format="A4")
    pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_fill_color(235, 240, 245)
    pdf.rect(140, 0, 70, 297, "F")
    pdf.set_right_margin(75)
    pdf.say(p.name.upper(), 22, "B", 10)
    pdf.say(p.label, 11, "", 6)
    for kind in [kind for kind in sheet.sections() if kind in {"summary", "work", "projects"}]:
        pdf.ln(4)
        pdf.say(sheet.heading(kind).upper(), 12, "B", 7)
        for job in p.work if kind == "work" else ():
            pdf.say(job.position, 10.5, "B")
            pdf.say(f"{job.company} | {sheet.when(job.start, job.end)} | {job.location}", 9, "I")
            for text in job.bullets:
                pdf.say(f"\x95 {text}", 9.5, "", 4.6)
            pdf.ln(2)
        for project in p.projects if kind == "projects" else ():
            pdf.say(f"{project.name} ({', '.join(project.keywords)})", 10, "B")
            pdf.say(project.bullets[0], 9.5, "", 4.6)
        if kind == "summary":
            pdf.say(p.summary, 9.5, "", 4.6)
    pdf.set_left_margin(145)
    pdf.set_right_margin(8)
    pdf.set_xy(145, 12)
    pdf.say("CONTACT", 11, "B", 7)
    for text in (p.phone, p.email, p.location, *p.links):
        pdf.say(text, 9)
    for kind in [kind for kind in sheet.sections() if kind in {"skills", "education", "languages", "certificates"}]:
        pdf.ln(4)
        pdf.say(sheet.heading(kind).upper(), 11, "B", 7)
        sidebar(pdf, sheet, kind)
    return bytes(pdf.output())


def sidebar(pdf: Sheets, sheet: Sheet, kind: str) -> None:
    p = sheet.person
    for school in p.education if kind == "education" else ():
        pdf.say(school.title, 9, "B")
        pdf.say(school.institution, 9)
        pdf.say(sheet.when(school.start, school.end), 8.5, "I")
        pdf.ln(1.5)
    for words in p.skills.values() if kind == "skills" else ():
        for word in words:
            pdf.say(f"\x95 {word}", 9)
    for name, level in p.languages if kind == "languages" else ():
        pdf.say(f"{name}: {level}", 9)
    for one in p.certificates if kind == "certificates" else ():
        pdf.say(f"{one.name}, {sheet.wording.date(one.date)}", 9)
