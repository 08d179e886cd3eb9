"""Pages printed from HTML: flex and grid columns, sidebars, letter-spaced headings."""

import warnings
from functools import cache
from html import escape
from typing import Any

from tests.resume.corpus.truth import Sheet

PAGE = (
    "@page {{ size: A4; margin: {margin} }} * {{ box-sizing: border-box }} body {{ font: 10pt/1.35 "
    "'DejaVu Sans', sans-serif; margin: 0 }} ul {{ margin: 2pt 0 6pt; padding-left: 14pt }} p "
    "{{ margin: 0 0 4pt }} h1, h2, h3 {{ margin: 0 }} a {{ color: inherit }}"
)


@cache
def printer() -> Any:
    """WeasyPrint's class, or None where the system lacks the libraries that it needs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            from weasyprint import HTML
        except OSError:
            return None
    return HTML


def printed(body: str, css: str, margin: str = "16mm") -> bytes:
    style = PAGE.format(margin=margin) + css
    data = printer()(
        string=f"<html lang='en'><head><title>CV</title><style>{style}</style></head><body>{body}</body></html>"
    ).write_pdf()
    assert isinstance(data, bytes)
    return data


def bullets(texts: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>" if texts else ""


def links(sheet: Sheet, between: str = " · ") -> str:
    return between.join(f"<a href='https://{link}'>{escape(link)}</a>" for link in sheet.person.links)


def skills(sheet: Sheet, item: str = "<p><b>{name}</b><br>{words}</p>") -> str:
    groups = sheet.person.skills.items()
    return "".join(
        item.format(name=escape(name), words=escape(", ".join(words))) if name else f"<p>{escape(', '.join(words))}</p>"
        for name, words in groups
    )


def section(sheet: Sheet, kind: str, inside: str) -> str:
    return f"<section><h2>{escape(sheet.heading(kind))}</h2>{inside}</section>" if kind in sheet.sections() else ""


def em_dash_entries(sheet: Sheet, kind: str) -> str:
    """ "Company, Place — Title" above the dates in capitals, as a well-known online editor's template has it."""
    p = sheet.person
    out = ""
    for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
        out += f"<p class=e><b>{escape(job.company)},</b> {escape(job.location)} — <i>{escape(job.position)}</i></p>"
        out += f"<p class=d>{escape(sheet.when(job.start, job.end))}</p>{bullets(job.bullets)}"
    for school in p.education if kind == "education" else ():
        out += (
            f"<p class=e><b>{escape(school.institution)},</b> {escape(school.location)} — <i>"
            f"{escape(school.title)}</i></p>"
        )
        out += f"<p class=d>{escape(sheet.when(school.start, school.end))}</p>"
    for project in p.projects if kind == "projects" else ():
        out += (
            f"<p class=e><b>{escape(project.name)}</b> — <i>{escape(', '.join(project.keywords))}</i></p>"
            f"{bullets(project.bullets)}"
        )
    return out


def online_editor(sheet: Sheet) -> bytes:
    """A wide left column with experience, a narrow right one with skills, certificates and languages."""
    p = sheet.person
    main = "".join(
        section(sheet, kind, f"<p>{escape(p.summary)}</p>" if kind == "summary" else em_dash_entries(sheet, kind))
        for kind in ("summary", "work", "education", "projects", "volunteer")
    )
    side = section(sheet, "skills", "".join(f"<p>{escape(word)}</p>" for words in p.skills.values() for word in words))
    side += section(sheet, "certificates", "".join(f"<p><b>{escape(c.name)}</b></p>" for c in p.certificates))
    side += section(
        sheet, "languages", "".join(f"<p>{escape(name)} ({escape(level)})</p>" for name, level in p.languages)
    )
    head = (
        f"<header><div><h1>{escape(p.name)}</h1><p>{escape(p.label)}</p></div><div class=c><p>"
        f"{escape(p.location)}</p><p><b>{escape(p.phone)}</b></p><p>{escape(p.email)}</p><p>"
        f"{links(sheet, '<br>')}</p></div></header>"
    )
    css = (
        "body{font-family:'DejaVu Serif';font-size:9pt} header{display:flex;justify-content:space-between;"
        "margin-bottom:10pt} h1{font-size:30pt;line-height:1} .c{width:52mm;text-align:left} "
        "main{display:flex;gap:10mm} .l{width:122mm} .r{width:48mm} h2{font-size:9pt;"
        "color:#2079c7;text-transform:uppercase;margin:10pt 0 4pt} .d{font-size:7.5pt;color:#666;"
        "text-transform:uppercase} .e{font-size:10pt;margin:6pt 0 0}"
    )
    return printed(f"{head}<main><div class=l>{main}</div><div class=r>{side}</div></main>", css, "14mm")


def dark_sidebar(sheet: Sheet) -> bytes:
    """A dark sidebar on the left with contact, skills and languages; letter-spaced headings."""
    p = sheet.person
    side = (
        f"<section><h2>Contact</h2><p>{escape(p.phone)}</p><p>{escape(p.email)}</p><p>"
        f"{escape(p.location)}</p><p>{links(sheet, '<br>')}</p></section>"
    )
    side += section(sheet, "skills", skills(sheet))
    side += section(
        sheet, "languages", "".join(f"<p>{escape(name)}: {escape(level)}</p>" for name, level in p.languages)
    )
    side += section(
        sheet,
        "certificates",
        "".join(
            f"<p>{escape(c.name)}<br><i>{escape(c.issuer)}, {escape(sheet.wording.date(c.date))}</i></p>"
            for c in p.certificates
        ),
    )
    main = f"<h1>{escape(p.name)}</h1><p class=l>{escape(p.label)}</p>" + section(
        sheet, "summary", f"<p>{escape(p.summary)}</p>"
    )
    jobs = "".join(
        f"<h3>{escape(j.position)}</h3><p class=m><span>{escape(j.company)}, {escape(j.location)}</span>"
        f"<span>{escape(sheet.when(j.start, j.end))}</span></p>{bullets(j.bullets)}"
        for j in p.work
    )
    main += section(sheet, "work", jobs)
    main += section(
        sheet,
        "projects",
        "".join(
            f"<h3>{escape(x.name)}</h3><p><i>{escape(', '.join(x.keywords))}</i></p>{bullets(x.bullets)}"
            for x in p.projects
        ),
    )
    main += section(
        sheet,
        "education",
        "".join(
            f"<h3>{escape(s.title)}</h3><p class=m><span>{escape(s.institution)}</span><span>"
            f"{escape(sheet.when(s.start, s.end))}</span></p>"
            for s in p.education
        ),
    )
    css = (
        ".g{display:flex;min-height:297mm} .s{width:64mm;background:#22313f;color:#fff;padding:14mm 8mm;"
        "font-size:8.5pt} .w{flex:1;padding:14mm 12mm} h1{font-size:24pt} h2{font-size:10pt;"
        "letter-spacing:.28em;text-transform:uppercase;margin:12pt 0 5pt} h3{font-size:10pt;"
        "margin-top:6pt} .m{display:flex;justify-content:space-between;color:#555;font-size:9pt} "
        ".l{font-size:12pt;color:#666}"
    )
    return printed(f"<div class=g><div class=s>{side}</div><div class=w>{main}</div></div>", css, "0")


def two_columns_with_icons(sheet: Sheet) -> bytes:
    """Position, employer in colour, then dates and place in one row; the second column holds the short sections."""
    p = sheet.person
    head = (
        f"<h1>{escape(p.name)}</h1><p class=l>{escape(p.label)}</p><p class=c>✉ {escape(p.email)} &nbsp;"
        f"&nbsp;&nbsp; ☎ {escape(p.phone)} &nbsp;&nbsp;&nbsp; {escape(p.location)} &nbsp;&nbsp;"
        f"&nbsp; {links(sheet, ' &nbsp;&nbsp;&nbsp; ')}</p>"
    )

    def event(title: str, name: str, when: str, place: str, texts: tuple[str, ...]) -> str:
        return (
            f"<h3>{escape(title)}</h3><p class=n>{escape(name)}</p><p class=m><span>{escape(when)}</span>"
            f"<span>{escape(place)}</span></p>{bullets(texts)}"
        )

    left = section(
        sheet,
        "work",
        "<hr>".join(event(j.position, j.company, sheet.when(j.start, j.end), j.location, j.bullets) for j in p.work),
    )
    left += section(sheet, "projects", "".join(f"<h3>{escape(x.name)}</h3>{bullets(x.bullets)}" for x in p.projects))
    right = section(sheet, "summary", f"<p>{escape(p.summary)}</p>")
    right += section(
        sheet,
        "skills",
        "".join(
            f"<p>{'&nbsp;&nbsp; '.join(f'<span class=tag>{escape(word)}</span>' for word in words)}</p>"
            for words in p.skills.values()
        ),
    )
    right += section(
        sheet,
        "languages",
        "".join(
            f"<p class=m><span>{escape(name)}</span><span>{escape(level)}</span></p>" for name, level in p.languages
        ),
    )
    right += section(
        sheet,
        "education",
        "".join(event(s.title, s.institution, sheet.when(s.start, s.end), "", ()) for s in p.education),
    )
    right += section(
        sheet, "certificates", "".join(f"<p><b>{escape(c.name)}</b><br>{escape(c.issuer)}</p>" for c in p.certificates)
    )
    css = (
        "main{display:grid;grid-template-columns:105mm 62mm;gap:11mm} h1{font-size:22pt;"
        "text-transform:uppercase} h2{font-size:13pt;text-transform:uppercase;color:#8f1d21;"
        "border-bottom:1.5pt solid #8f1d21;margin:10pt 0 5pt} h3{font-size:10.5pt;margin-top:4pt} "
        ".n{color:#8f1d21;font-weight:bold} .m{display:flex;gap:14mm;font-size:8.5pt;color:#555} "
        ".c{font-size:8pt} .tag{border:.5pt solid #999;border-radius:3pt;padding:1pt 4pt} "
        "body{font-size:9pt}"
    )
    return printed(f"{head}<main><div>{left}</div><div>{right}</div></main>", css, "14mm")
