"""Checks of what a reader looks for and may not find: contact, links, education, skills and their proof."""

import re

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.topics import SKILLS

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"example\.com|your[-_]?(?:name|user|link|site)|username|yourusername|localhost|127\.0\.0\.1|xxx|lorem", re.IGNORECASE)
_CHILDISH = re.compile(
    r"^(?:.*(?:cool|sexy|hot|cute|baby|babe|gamer|ninja|killer|lover|princess|dude|swag|boss|devil|angel|420|69|rockstar|king|queen|xx+|crazy|"
    r"sweet|hunter|dragon|noob|pro\d|legend|beast|savage|angel).*)$",
    re.IGNORECASE,
)
_OLD_LINE = re.compile(r"references?\s+(?:are\s+|is\s+|will be\s+)?(?:available|furnished|provided|upon|on)\b.*request", re.IGNORECASE)
_MOST_UNPROVEN = 4


@check("phone", "completeness", 1, "Telephone", "A telephone number was found.")
def phone(facts: Facts) -> Measured | None:
    if facts.resume.basics.phone:
        return passed("A telephone number was found.")
    flaw = Flaw(
        title="No telephone number",
        why="Recruiters who like what they read often call the same hour. Many forms refuse an application without a number.",
        mend="Put it beside your e-mail, with the country code: +44 7700 900123.",
        severity="minor",
        key="phone",
    )
    return Measured(0.0, "No telephone number was found.", (flaw,))


@check("place", "completeness", 0.5, "Where you are", "A city, region or country is named at the top.")
def place(facts: Facts) -> Measured | None:
    where = facts.resume.basics.location
    if where.city or where.region or where.address or where.country_code:
        return passed("The place is named.")
    flaw = Flaw(
        title="Where are you?",
        why="Recruiters search by place and by time zone. City and country are enough; a street is nobody's business.",
        mend="Add “City, Country” to the contact line, or “Remote, UTC+2” if that is what you seek.",
        severity="minor",
        key="place",
    )
    return Measured(0.0, "No place was found at the top.", (flaw,))


@check("e-mail form", "completeness", 0.5, "A plain e-mail address", "The address is well formed and looks like a name.")
def email_form(facts: Facts) -> Measured | None:
    address = facts.resume.basics.email
    if not address:
        return None
    user = address.partition("@")[0]
    if not _CHILDISH.match(user) or _named_so(facts, user):
        return passed("The e-mail address looks professional.")
    flaw = Flaw(
        title="The e-mail address sounds private",
        why="It is the first thing after your name, and it is read before anything that you have done.",
        mend="Get a free address of the form first.last@…, and use it for applications only.",
        quote=address if facts.locate(address) else "",
        lines=facts.locate(address),
        severity="minor",
        key="e-mail form",
    )
    return Measured(0.0, "The e-mail address sounds private.", (flaw,))


def _named_so(facts: Facts, user: str) -> bool:
    """Whether the striking part is the person's own name (King, Angel), which is no one's fault."""
    names = [part.lower() for part in re.findall(r"\w{3,}", facts.resume.basics.name)]
    rest = user.lower()
    for part in names:
        rest = rest.replace(part, "")
    return rest != user.lower() and not _CHILDISH.match(rest)


@check("profiles", "completeness", 1.5, "A profile to look at", "A LinkedIn, GitHub or other profile, or a site of one's own, is given.")
def profiles(facts: Facts) -> Measured | None:
    basics = facts.resume.basics
    if basics.profiles or basics.url:
        known = ", ".join(sorted({profile.network for profile in basics.profiles if profile.network})) or "a site of your own"
        return passed(f"Found: {known}.")
    tech = bool(facts.track)
    flaw = Flaw(
        title="No profile to look at" if not tech else "No GitHub or LinkedIn to look at",
        why="Who is interested looks you up anyway; without a link they may find someone else of your name."
        if not tech
        else "For a technical post the link to your code is clicked before the page is read to its end.",
        mend="Add linkedin.com/in/… (and github.com/… if your code is there) to the contact line, as written-out text.",
        key="profiles",
    )
    return Measured(0.0, "No profile and no site was found.", (flaw,))


@check("links", "completeness", 1, "Links in order", "Every link has the form of an address and none is a placeholder; each broken one costs its share.")
def links(facts: Facts) -> Measured | None:
    urls = [link.url for link in facts.document.links] + [profile.url for profile in facts.resume.basics.profiles if profile.url]
    urls += [entry.url for entry in facts.entries if entry.url]
    urls = [url for url in dict.fromkeys(urls) if not url.lower().startswith(("mailto:", "tel:", "#"))]
    if not urls:
        return None
    bad = [url for url in urls if not _ADDRESS.fullmatch(url.strip()) or _PLACEHOLDER.search(url)]
    if not bad:
        return passed(f"{len(urls)} link{'s' if len(urls) > 1 else ''}, all well formed.")
    flaws = tuple(
        Flaw(
            title=f"The link “{url[:60]}” leads nowhere",
            why="A dead link looks as if nobody had tried it, and the work behind it stays unseen.",
            mend="Replace it by the full address, and press it once in the finished file.",
            quote=url if facts.locate(url) else "",
            lines=facts.locate(url),
            key=url,
        )
        for url in bad[:4]
    )
    return Measured(1 - len(bad) / len(urls), f"{len(bad)} of {len(urls)} links are not well formed.", flaws)


@check(
    "project links",
    "completeness",
    1.5,
    "Projects with links",
    "At least half of the projects have a link, in a résumé of a technical track.",
)
def project_links(facts: Facts) -> Measured | None:
    if not facts.projects or not facts.track:
        return None
    linked = [entry for entry in facts.projects if entry.url or _linked(facts, entry.lines)]
    total = len(facts.projects)
    share = min(1.0, len(linked) / total * 2)
    because = f"{len(linked)} of {total} projects have a link; half earn full points."
    if share == 1.0:
        return passed(because)
    bare = [entry for entry in facts.projects if entry not in linked][: (total + 1) // 2 - len(linked)]
    flaws = tuple(
        Flaw(
            title=f"{entry.title or 'This project'} has no link",
            why="A project that can be seen is worth several that can only be believed. Readers go straight to the code or the demo.",
            mend="Add the repository or a running demo. If the code may not be shown, say so in two words, or link a screenshot.",
            quote=facts.document.lines[entry.lines[0]].text if entry.lines else "",
            lines=entry.lines[:1],
            example=f"{facts.document.lines[entry.lines[0]].text} · [link: __]" if entry.lines else "",
            key=entry.path,
        )
        for entry in bare
    )
    return Measured(share, because, flaws)


def _linked(facts: Facts, lines: tuple[int, ...]) -> bool:
    """Whether a hyperlink covers part of the entry's own heading."""
    texts = [facts.document.lines[at] for at in lines]
    return any(
        (link.text and any(link.text in line.text for line in texts))
        or (link.box and any(line.box and line.page == link.page and line.box.y0 - 3 <= link.box.y0 <= line.box.y1 for line in texts))
        for link in facts.document.links
    )


@check("education", "completeness", 1.5, "Education told", "A school or a degree is named; both earn full points, one of them half.")
def education(facts: Facts) -> Measured | None:
    rows = facts.resume.education
    if not rows:
        flaw = Flaw(
            title="Education is missing",
            why="Many forms ask for it and sort by it. A course, a boot camp or an apprenticeship counts too.",
            mend="Add a section “Education” with what you studied, where, and the year you finished or will finish.",
            key="education",
        )
        return Measured(0.0, "No education was found.", (flaw,))
    first = rows[0]
    if first.institution and (first.study_type or first.area):
        return passed("School and degree are named.")
    lines = facts.evidence("education.0.institution") or facts.evidence("education.0.study_type")
    flaw = Flaw(
        title="Which school?" if not first.institution else "Which degree or course?",
        why="Forms have a field for each; a blank one is filled by guess or left empty.",
        mend="Write degree, subject and school on one or two lines.",
        quote=facts.document.lines[lines[0]].text if lines else "",
        lines=lines[:1],
        severity="minor",
        key="education.0",
    )
    return Measured(0.5, "School or degree is missing.", (flaw,))


@check(
    "skills proven",
    "completeness",
    2,
    "Skills that the experience shows",
    "Half of the listed technologies also appear in a job or a project.",
)
def skills_proven(facts: Facts) -> Measured | None:
    listed = {name: written for name, written in facts.listed.items() if SKILLS[name].cased}
    if len(listed) < 4:
        return None
    unproven = [written for name, written in listed.items() if name not in facts.shown]
    proven = len(listed) - len(unproven)
    because = f"{proven} of {len(listed)} listed technologies appear in a job or a project; half earn full points."
    share = min(1.0, proven / len(listed) * 2)
    if share == 1.0:
        return passed(because)
    named = ", ".join(unproven[:_MOST_UNPROVEN])
    at = facts.locate(unproven[0])
    flaw = Flaw(
        title=f"Listed but never used on the page: {named}",
        why="Anyone can list a name. Interviewers pick one that no line supports and ask about it; searches rank it lower too.",
        mend=f"Name the ones that you can defend in the line where you used them, and strike the others. Start with {unproven[0]}.",
        quote=unproven[0] if at else "",
        lines=at,
        key="skills",
    )
    return Measured(share, because, (flaw,))


@check("skills listed", "completeness", 1, "A list of skills", "At least four skills are listed.")
def skills_listed(facts: Facts) -> Measured | None:
    count = sum(len(group.keywords) for group in facts.resume.skills)
    if count >= 4:
        return passed(f"{count} skills are listed.")
    flaw = Flaw(
        title="No list of skills" if not count else "A very short list of skills",
        why="Recruiters search by names of skills. What stands only inside a sentence is found later or not at all.",
        mend="Add a section “Skills” with the six to fifteen that you would like to be asked about, grouped in two or three lines.",
        severity="minor",
        key="skills list",
    )
    return Measured(count / 4, f"{count} skills are listed; four earn full points.", (flaw,))


@check("titles and employers", "completeness", 1, "Title and employer", "Every job names a title and an employer.")
def titles(facts: Facts) -> Measured | None:
    if not facts.jobs:
        return None
    bad = [job for job in facts.jobs if not (job.title and job.place)]
    if not bad:
        return passed("Every job names title and employer.")
    flaws = tuple(
        Flaw(
            title="What was your title here?" if not job.title else "Who was the employer here?",
            why="Systems file each job under title and employer; the reader's eye looks for the same two.",
            mend="Write both on the first line of the job, the title first.",
            quote=facts.document.lines[job.lines[0]].text if job.lines else "",
            lines=job.lines[:1],
            severity="minor",
            key=job.path,
        )
        for job in bad
    )
    return Measured(1 - len(bad) / len(facts.jobs), f"{len(bad)} of {len(facts.jobs)} jobs lack a title or an employer.", flaws)


@check(
    "summary",
    "completeness",
    0.5,
    "A summary that is short",
    "A summary has at most 80 words. It may be absent where there are fewer than three jobs.",
)
def summary(facts: Facts) -> Measured | None:
    words = len(facts.resume.basics.summary.split())
    if not words and len(facts.jobs) < 3:
        return None
    if 0 < words <= 80:
        return passed(f"A summary of {words} words.")
    lines = facts.evidence("basics.summary")[:1]
    flaw = Flaw(
        title="No summary over a long history" if not words else f"A summary of {words} words",
        why="With three jobs or more the reader wonders which way you are going; two lines tell."
        if not words
        else "It is meant to be taken in at one glance; beyond three lines it is skipped as a whole.",
        mend="Say in two lines what you do, for how long, in which field, and what you look for.",
        quote=facts.document.lines[lines[0]].text if lines else "",
        lines=lines,
        severity="minor",
        key="summary",
    )
    return Measured(0.0 if not words else 0.5, "No summary." if not words else f"The summary has {words} words.", (flaw,))


@check("old lines", "completeness", 0.5, "No lines out of time", "No “References available upon request”.")
def old_lines(facts: Facts) -> Measured | None:
    at = next((at for at, line in enumerate(facts.document.lines) if _OLD_LINE.search(line.text)), None)
    if at is None:
        return passed("No line that only takes up room.")
    flaw = Flaw(
        title="“References available on request” goes without saying",
        why="Every employer knows it. The line takes the room of one that says something about you.",
        mend="Strike it; have names ready for the day they ask.",
        quote=facts.document.lines[at].text,
        lines=(at,),
        severity="minor",
    )
    return Measured(0.0, "A line about references on request.", (flaw,))


CHECKS: tuple[Check, ...] = (
    phone,
    place,
    email_form,
    profiles,
    links,
    project_links,
    education,
    skills_proven,
    skills_listed,
    titles,
    summary,
    old_lines,
)
