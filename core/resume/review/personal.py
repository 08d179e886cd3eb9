"""Checks of what does not belong on the page, and of how the person presents their name and character.

Only the kind of a fact is looked at ("Date of birth"), never its value: whoever it says one is, it costs the same.
"""

import re

from core.resume.review.facts import Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.phrasing import counted

_LABEL = re.compile(
    r"\b(?P<birth>date of birth|birth ?date|d\.?o\.?b\b\.?|place of birth|born(?= (?:on|in|:)? ?\w*\.? ?\d))|"
    r"\b(?P<status>(?:marital|civil|family) status)\b|"
    r"\b(?P<faith>religion|caste|nationality|ethnicity)(?=\s*[:–—-])|"
    r"\b(?P<sex>sex|gender)(?=\s*[:–—-])|\b(?P<age>age)(?=\s*[:–—-]\s*\d)|"
    r"\b(?P<parents>(?:father|mother|husband|spouse)(?:['’]s)? name)\b|\b(?P<passport>passport (?:no|number))\b|"
    r"(?P<photo>\[?\bphoto(?:graph)?(?:\s(?:attached|enclosed|above|here)\b|\]))",
    re.IGNORECASE,
)
_STANDING = re.compile(r"\W*(?:un)?(?:married|single|divorced|widowed|engaged)\W*", re.IGNORECASE)
_CHARACTER = re.compile(
    r"(?:(?:good|excellent|great|strong) )?(?:(?:great |good )?team[ -]?(?:player|work(?:er|ing)?)|team[ -]?oriented|"
    r"hard[ -]?work(?:er|ing)?|(?:fast|quick)[ -]?learner|quick to learn|self[ -](?:starter|motivated|driven)|"
    r"(?:highly )?motivated|punctual(?:ity)?|reliab(?:le|ility)|honest(?:y)?|friendly|positive attitude|"
    r"(?:strong )?work ethics?|"
    r"people skills|interpersonal skills|soft skills|communication(?: skills)?|good communicator|multi[ -]?tasking|"
    r"flexib(?:le|ility)|adaptab(?:le|ility)|creativ(?:e|ity)|critical thinking|problem[ -]solv(?:er|ing)(?: skills)?|"
    r"time[ -]management|detail[ -]oriented|attention to detail|works? well under pressure|passionate|dedicated|"
    r"enthusiastic|ambitious|go[ -]getter|proactive|organi[sz]ed)",
    re.IGNORECASE,
)


@check(
    "personal details",
    "completeness",
    1,
    "No personal details",
    "No line tells date or place of birth, age, sex, marital status, religion, nationality, parents or a passport number, "
    "or announces a photograph. What such a line says is not looked at.",
)
def personal_details(facts: Facts) -> Measured | None:
    told = {line for entry in facts.entries for bullet in entry.bullets for line in bullet.lines}
    found = [
        (at, words) for at, line in enumerate(facts.document.lines) if at not in told and (words := _detail(line.text))
    ]
    if not found:
        return passed("Nothing about birth, family, faith or origin.")
    flaw = Flaw(
        title="Personal details that do not belong on a résumé",
        why="Employers may not decide by them, and many would rather not see them: some put such pages aside so that nobody "
        "can say they did. They also take the best place on the page.",
        mend="Leave out date of birth, marital status, religion, nationality and photograph, unless the post's country "
        "expects them. A right to work can be stated as such.",
        quote=next((words for _, words in found if words.strip()), ""),
        lines=tuple(at for at, _ in found),
        key="personal",
    )
    return Measured(0.0, f"{counted(len(found), 'line')} with personal details.", (flaw,))


def _detail(text: str) -> str:
    """The words that name a personal detail; of one that has no name ("Married") none are quoted."""
    match = _LABEL.search(text)
    return match.group().strip() if match else " " if _STANDING.fullmatch(text) else ""


@check("name written", "completeness", 0.5, "A name with capitals", "The name is not written wholly in small letters.")
def name_written(facts: Facts) -> Measured | None:
    name = facts.resume.basics.name
    if not name:
        return None
    if not name.islower():
        return passed("The name is written as names are.")
    at = facts.evidence("basics.name")[:1]
    flaw = Flaw(
        title="Your name stands in small letters",
        why="It is the first thing that is read; in small letters it looks typed in haste.",
        mend="Write it with capitals, larger than the rest.",
        quote=facts.document.lines[at[0]].text if at else "",
        lines=at,
        severity="minor",
        key="name written",
    )
    return Measured(0.0, "The name stands in small letters.", (flaw,))


@check(
    "soft skills",
    "writing",
    1,
    "Skills that can be tested",
    "The list of skills holds no words of character (“team player”, “hard worker”, “fast learner”); each costs a third.",
)
def soft_skills(facts: Facts) -> Measured | None:
    words = [word.strip() for group in facts.resume.skills for word in group.keywords]
    if not words:
        return None
    soft = [word for word in words if _CHARACTER.fullmatch(word)]
    if not soft:
        return passed("The skills listed are ones that can be tested.")
    at = facts.locate(soft[0])
    flaw = Flaw(
        title=" and ".join(f"“{word}”" for word in soft[:2])
        + (" is no skill" if len(soft) == 1 else " are no skills")
        + " that a list can show",
        why="Everyone claims them and nobody searches for them; among real skills they make the list look padded.",
        mend="Strike them from the list. If one of them matters, let a line of experience show it: who relied on you, and "
        "for what.",
        quote=soft[0] if at else "",
        lines=at,
        severity="minor",
        key="soft skills",
    )
    return Measured(
        max(0.0, 1 - len(soft) / 3), f"{counted(len(soft), 'word')} of character: {', '.join(soft)}.", (flaw,)
    )


CHECKS: tuple[Check, ...] = (personal_details, name_written, soft_skills)
