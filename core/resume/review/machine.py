"""Checks of what a machine reads: whether a parser finds the facts at all."""

import re

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.phrasing import number_of

_STANDARD = re.compile(
    r"(?:(?:work|professional|employment|relevant|teaching|research|industry|internship|leadership|"
    r"volunteer(?:ing)?|technical|selected|"
    r"personal|academic|key|core|additional|related|other|my|open[- ]source|side|course|university|"
    r"extracurricular|military|clinical)\s+)*"
    r"(?:experiences?|employment(?: history)?|work(?: history)?|career(?: history)?|internships?|education|"
    r"training|qualifications?|academics?|"
    r"academic background|educational background|background|skills?|skill ?set|technologies|tools|"
    r"competenc(?:ies|es)|expertise|proficiencies|"
    r"strengths|projects?|project work|portfolio|contributions|summary|profile|objective|about(?: me)?|statement|"
    r"overview|highlights|"
    r"certificat(?:es|ions?)|licen[cs]es?|courses?|coursework|awards?|honou?rs?|achievements?|accomplishments?|"
    r"scholarships?|fellowships?|grants?|"
    r"languages?|publications?|papers|patents?|research|presentations|talks|conferences?|teaching|"
    r"volunteer(?:ing)?|community(?: service)?|"
    r"service|leadership|activities|extracurriculars?|interests?|hobbies|references?|referees|contact(?: "
    r"(?:info(?:rmation)?|details))?|"
    r"affiliations?|memberships?|positions? of responsibility|involvement|links|personal (?:details|information)|"
    r"appointments|employment)"
    r"(?:\s+(?:history|experience|background|information|details|summary|statement|profile|projects|training|"
    r"work|involvement|development|"
    r"activities|service|section|proficiency))*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:&|\+|/|,|\||\band\b|\bof\b)\s*", re.IGNORECASE)
_ICON = re.compile("[\ue000-\uf8ff\U0001f300-\U0001faff☎✆✉📧📱🏠⭐★☆●○◐◑]")
_RATING = re.compile(r"[★☆●○◐◑■□▰▱⬤◯]{3,}")


@check("e-mail", "machine reading", 4, "E-mail found", "An e-mail address stands in the text of the page.")
def email(facts: Facts) -> Measured | None:
    if facts.resume.basics.email:
        return passed(f"The address {facts.resume.basics.email} was found.")
    flaw = Flaw(
        title="No e-mail address can be read",
        why="Application systems file a résumé under its e-mail address. Without one you may be in the system "
        "and still not be reachable.",
        mend="Write the address as plain text at the top of the first page: not as a picture, an icon or a link "
        "that says “E-mail”.",
        severity="critical",
        key="e-mail",
    )
    return Measured(0.0, "No e-mail address was found in the text.", (flaw,))


@check("name", "machine reading", 2, "Name found", "A line at the top is recognised as the name.")
def name(facts: Facts) -> Measured | None:
    if facts.resume.basics.name:
        return passed("The name was found at the top.")
    flaw = Flaw(
        title="The name is not recognised",
        why="A parser takes the first large line for the name. Where that fails, your application is filed under "
        "“unknown” or under your street.",
        mend="Put your name alone on the first line, as text, larger than the rest, with no title or address "
        "beside it.",
        key="name",
    )
    return Measured(0.0, "No line at the top reads as a name.", (flaw,))


@check(
    "main sections",
    "machine reading",
    4,
    "Main sections found",
    "Headings for experience or projects, for education and for skills are recognised; each missing one costs a third.",
)
def main_sections(facts: Facts) -> Measured | None:
    resume = facts.resume
    wanted = {
        "Experience or Projects": facts.section("work", "projects", "volunteer") or bool(facts.entries),
        "Education": facts.section("education") or bool(resume.education),
        "Skills": facts.section("skills") or bool(resume.skills),
    }
    missing = [words for words, there in wanted.items() if not there]
    if not missing:
        return passed("Experience, education and skills each have a heading that a parser knows.")
    flaws = tuple(_missing_section(words) for words in missing)
    return Measured(1 - len(missing) / 3, f"No heading was recognised for: {', '.join(missing)}.", flaws)


def _missing_section(words: str) -> Flaw:
    return Flaw(
        title=f"No section for {words[0].lower() + words[1:].replace('Projects', 'projects')} was found",
        why="Parsers cut a résumé at its headings. What stands under none is filed under the section above it, "
        "or lost.",
        mend=f"Give it a heading of its own on a line of its own: “{words.split(' or ', maxsplit=1)[0]}”.",
        severity="critical" if words.startswith("Experience") else "important",
        key=words,
    )


@check(
    "section names",
    "machine reading",
    2,
    "Standard section names",
    "Every heading is one that parsers know, or a plain variation of it.",
)
def section_names(facts: Facts) -> Measured | None:
    headings = [section for section in facts.parsed.sections if section.heading.strip()]
    if not headings:
        return None
    odd = [section for section in headings if section.kind == "other" and not _standard(section.heading)]
    if not odd:
        return passed("All headings have names that parsers know.")
    flaws = tuple(_odd_heading(facts, section.heading, section.line) for section in odd[:4])
    return Measured(
        max(0.0, 1 - len(odd) / max(3, len(headings))),
        f"{len(odd)} of {len(headings)} headings have unusual names.",
        flaws,
    )


def _standard(heading: str) -> bool:
    parts = [part for part in _JOINED.split(heading.strip(" :.-–—|•·")) if part]
    return any(_STANDARD.fullmatch(part) for part in parts)


def _odd_heading(facts: Facts, heading: str, line: int) -> Flaw:
    lines = (
        (line,)
        if 0 <= line < len(facts.document.lines) and heading in facts.document.lines[line].text
        else facts.locate(heading)
    )
    return Flaw(
        title=f"“{heading}” is a heading that parsers do not know",
        why="A parser matches headings against a short list. Under a name of your own invention the lines below "
        "it may be filed nowhere.",
        mend="Use the plain word for what stands below: Experience, Projects, Education, Skills, Certifications, "
        "Awards, Publications.",
        quote=heading if lines else "",
        lines=lines,
        severity="minor",
        key=heading,
    )


@check(
    "hidden text",
    "machine reading",
    3,
    "Nothing hidden",
    "No text that a person cannot see: white on white, tiny, or outside the page.",
)
def hidden(facts: Facts) -> Measured | None:
    words = sum(len(piece.split()) for piece in facts.document.hidden)
    if words < 3:
        return passed("No hidden text.")
    flaw = Flaw(
        title="The file holds text that no reader can see",
        why="Screening systems show hidden words in plain view, and recruiters read them as a trick. "
        "Applications end on this.",
        mend="Delete the hidden words. If you did not put them there, the template did: start from a plain one "
        "and export again.",
        severity="critical",
        key="hidden",
    )
    return Measured(0.0, f"{words} words are in the file but not to be seen on the page.", (flaw,))


@check(
    "unmapped glyphs",
    "machine reading",
    1.5,
    "Letters that machines can read",
    "At most two letters in a thousand come from a font that does not say which letters they are; none earns "
    "nothing from five in a hundred.",
)
def glyphs(facts: Facts) -> Measured | None:
    total = max(1, len(facts.text))
    rate = facts.document.unmapped / total
    if rate <= 0.002:
        return passed("The fonts say which letters they draw.")
    flaw = Flaw(
        title=f"{facts.document.unmapped} letters cannot be read by a machine",
        why="The font draws them but does not say which letters they are: a person sees your words, a parser "
        "sees gaps, and a search misses them.",
        mend="Export the PDF again with standard fonts (Arial, Calibri, Georgia), or from Word or Google Docs "
        "instead of a design tool.",
        key="glyphs",
    )
    return Measured(
        max(0.0, 1 - rate / 0.05), f"{facts.document.unmapped} letters have no meaning for a machine.", (flaw,)
    )


@check(
    "icons",
    "machine reading",
    1,
    "Words instead of icons",
    "No skill ratings in stars or dots, and at most eight icons or emoji.",
)
def icons(facts: Facts) -> Measured | None:
    rated = [at for at, line in enumerate(facts.document.lines) if _RATING.search(line.text)]
    count = len(_ICON.findall(facts.text))
    if not rated and count <= 8:
        return passed("No ratings in dots, and hardly an icon.")
    if rated:
        return Measured(
            0.0,
            f"{number_of(len(rated), len(facts.document.lines), 'line', 'rates', 'rate')} skills with symbols.",
            (_rating(facts, rated[0]),),
        )
    flaw = Flaw(
        title=f"{count} icons stand among the words",
        why="A parser reads an icon as a stray letter and may join it to the word beside it, as in “xada@example.org”.",
        mend="Drop the icons, or write the word: “Phone”, “E-mail”, “GitHub”.",
        severity="minor",
        key="icons",
    )
    return Measured(0.5, f"{count} icons or emoji.", (flaw,))


def _rating(facts: Facts, at: int) -> Flaw:
    return Flaw(
        title="Skills are rated in stars or dots",
        why="Nobody knows what four dots of five in Python mean, and a parser sees five symbols. Three dots say "
        "“weak” about a skill you chose to show.",
        mend="Drop the ratings. Put the skills that you use most first, and prove each in a line of experience.",
        quote=facts.document.lines[at].text,
        lines=(at,),
    )


@check(
    "dates readable",
    "machine reading",
    1.5,
    "Dates that a parser understands",
    "Dates of jobs and education that were found read as a month and year or a year.",
)
def dates_readable(facts: Facts) -> Measured | None:
    dated = [entry for entry in facts.entries if entry.written[0] or entry.written[1]]
    odd = [entry for entry in dated if (entry.written[0] and not entry.start) or (entry.written[1] and not entry.end)]
    if not dated:
        return None
    if not odd:
        return passed("All dates that were found read as months and years.")
    flaws = tuple(
        Flaw(
            title=f"The dates of {entry.label} cannot be read",
            why="Systems compute your years of experience from dates. One that they cannot read counts as no "
            "time at all.",
            mend="Write them as “Jan 2023 – Mar 2024”, or “Jan 2023 – Present”.",
            quote=(facts.document.lines[entry.lines[0]].text if entry.lines else ""),
            lines=entry.lines[:1],
            key=entry.path,
        )
        for entry in odd
    )
    return Measured(
        1 - len(odd) / len(dated), f"The dates of {len(odd)} of {len(dated)} entries cannot be read.", flaws
    )


CHECKS: tuple[Check, ...] = (email, name, main_sections, section_names, hidden, glyphs, icons, dates_readable)
