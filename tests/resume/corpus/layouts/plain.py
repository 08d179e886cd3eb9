"""Text files: plain, and Markdown."""

import textwrap

from tests.resume.corpus.truth import Sheet


def text_capitals(sheet: Sheet) -> bytes:
    """Headings in capitals, dates in brackets behind, bullets with hyphens, lines broken at 78 characters."""
    p = sheet.person
    out = [p.name.upper(), p.label, f"{p.email} / {p.phone} / {p.location}", " / ".join(p.links)]
    for kind in sheet.sections():
        out += ["", sheet.heading(kind).upper(), ""]
        if kind == "summary":
            out += textwrap.wrap(p.summary, 78)
        for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
            out += [f"{job.position}, {job.company} ({sheet.when(job.start, job.end)})"]
            out += [
                line
                for text in job.bullets
                for line in textwrap.wrap(text, 78, initial_indent="  - ", subsequent_indent="    ")
            ] + [""]
        for school in p.education if kind == "education" else ():
            out += [f"{school.title}, {school.institution} ({sheet.when(school.start, school.end)})"]
        out += text_lists(sheet, kind)
    return "\n".join(out).encode()


def text_lists(sheet: Sheet, kind: str) -> list[str]:
    p = sheet.person
    if kind == "projects":
        return [
            line
            for x in p.projects
            for line in textwrap.wrap(
                f"{x.name} ({', '.join(x.keywords)}): {x.bullets[0]}", 78, initial_indent="* ", subsequent_indent="  "
            )
        ]
    if kind == "skills":
        return [f"{name}: {', '.join(words)}" if name else ", ".join(words) for name, words in p.skills.items()]
    if kind == "certificates":
        return [f"- {c.name}, {c.issuer} ({sheet.wording.date(c.date)})" for c in p.certificates]
    if kind == "languages":
        return [f"- {name}: {level}" for name, level in p.languages]
    if kind == "awards":
        return [f"- {award}" for award in p.awards]
    return []


def markdown(sheet: Sheet) -> bytes:
    """Headings with hashes, an entry's title as a smaller heading, dates in italics below."""
    p = sheet.person
    profiles = " · ".join(f"[{link.split('.')[0].title()}](https://{link})" for link in p.links)
    out = [f"# {p.name}", "", f"**{p.label}**", "", f"{p.location} · <{p.email}> · {p.phone} · {profiles}", ""]
    for kind in sheet.sections():
        out += [f"## {sheet.heading(kind)}", ""]
        if kind == "summary":
            out += [p.summary, ""]
        for job in p.work if kind == "work" else p.volunteer if kind == "volunteer" else ():
            out += [
                f"### {job.position} — {job.company}",
                "",
                f"*{sheet.when(job.start, job.end)}, {job.location}*",
                "",
                *[f"- {text}" for text in job.bullets],
                "",
            ]
        for school in p.education if kind == "education" else ():
            out += [f"### {school.institution}", "", f"{school.title}, {sheet.when(school.start, school.end)}", ""]
        for project in p.projects if kind == "projects" else ():
            out += [
                f"### {project.name}",
                "",
                f"*{', '.join(project.keywords)}*",
                "",
                *[f"- {text}" for text in project.bullets],
                "",
            ]
        if kind == "skills":
            out += [
                f"- **{name}:** {', '.join(words)}" if name else f"- {', '.join(words)}"
                for name, words in p.skills.items()
            ] + [""]
        elif kind != "projects":
            out += [*text_lists(sheet, kind), ""]
    return "\n".join(out).encode()
