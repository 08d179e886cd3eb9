"""Checks of what a reader looks for and may not find: contact, links, education, skills and their proof."""

import re

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.phrasing import counted, number_of
from core.topics import SKILLS

_OLD_LINE = re.compile(
    r"references?\s+(?:are\s+|is\s+|will be\s+)?(?:available|furnished|provided|upon|"
    r"on)\b.*request",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:PGCE|Ph\.?D|D\.?Phil|Ed\.?D|M\.?D|J\.?D|MBA|LL\.?[BM]|[BM]\.?(?:Sc|A|Eng|Ed|Res|Phil|Tech|Com|Mus|BA|FA)|BSN|MSN|"
    r"BBA|HN[CD]|BTEC|NVQ|GCSEs?|A[ -]levels?|Abitur|GED|[Bb]achelor\w*|[Mm]aster\w*|[Dd]octor\w*|[Dd]iploma|[Cc]ertificate|"
    r"[Aa]ssociate|[Dd]egree|[Hh]igh [Ss]chool|[Aa]pprenticeship|[Bb]oot ?camp|[Cc]ourse)\b"
)
_MOST_UNPROVEN = 4


@check(
    "education",
    "completeness",
    1.5,
    "Education told",
    "A school or a degree is named; both would earn full points, one of them half.",
)
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
    if first.institution and (first.study_type or first.area or _degree_on_the_page(facts)):
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


def _degree_on_the_page(facts: Facts) -> bool:
    """Whether a line of the education names a degree that the parser could not part from the school."""
    paths = ("institution", "study_type", "area", "start_date", "end_date")
    lines = {at for path in paths for at in facts.evidence(f"education.0.{path}")}
    near = {at + step for at in lines for step in (-1, 0, 1) if 0 <= at + step < len(facts.document.lines)}
    texts = (*facts.resume.education[:1][0].model_dump().values(), *(facts.document.lines[at].text for at in near))
    return any(_DEGREE.search(text) for text in texts if isinstance(text, str))


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
    because = (
        f"{proven} of {len(listed)} listed technologies appear in a job or a project; half would earn full points."
    )
    share = min(1.0, proven / len(listed) * 2)
    if share == 1.0:
        return passed(because)
    unproven.sort(key=lambda written: written in facts.asked_for)
    apart = [written for written in unproven if written not in facts.asked_for] or unproven
    named = ", ".join(apart[:_MOST_UNPROVEN])
    at = facts.locate(unproven[0])
    flaw = Flaw(
        title=f"Listed but never used on the page: {named}",
        why="Anyone can list a name. Interviewers pick one that no line supports and ask about it; searches rank "
        "it lower too.",
        mend=f"Name the ones that you can defend in the line where you used them, and strike the others. Start "
        f"with {unproven[0]}.",
        quote=unproven[0] if at else "",
        lines=at,
        severity="minor",
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
        mend="Add a section “Skills” with the six to fifteen that you would like to be asked about, grouped in "
        "two or three lines.",
        severity="minor",
        key="skills list",
    )
    return Measured(count / 4, f"{counted(count, 'skill')} listed; four would earn full points.", (flaw,))


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
    return Measured(
        1 - len(bad) / len(facts.jobs),
        f"{number_of(len(bad), len(facts.jobs), 'job', 'lacks', 'lack')} a title or an employer.",
        flaws,
    )


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
    return Measured(
        0.0 if not words else 0.5, "No summary." if not words else f"The summary has {words} words.", (flaw,)
    )


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


CHECKS: tuple[Check, ...] = (education, skills_proven, skills_listed, titles, summary, old_lines)
