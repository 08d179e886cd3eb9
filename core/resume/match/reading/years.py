"""Years of experience that a sentence asks for, and of what."""

import re
from collections.abc import Iterator

from core.resume.match.post import Need, Requirement
from core.resume.match.reading.alternatives import groups_in
from core.resume.match.reading.softening import is_welcome, welcome_spans
from core.resume.match.reading.wording import GENERAL, label_of, quoted
from core.topics import Mention, skills_in

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,2}}(?:[.,]5)?|{'|'.join(_WORDS)}|a)"
_YEARS = re.compile(
    rf"(?<![\w.,$€£])(?P<least>{_NUMBER})\s*(?:\(\d+\))?\s*(?:\+|plus|or more)?\s*(?:(?:-|–|—|to|or|"
    rf"bis)\s*(?P<most>{_NUMBER})\s*\+?\s*)?"
    r"(?:or more\s+)?(?:full\s+)?(?:years?|yrs?\.?)(?:'|’)?(?!\s*(?:old|ago|in a row|of age|contract|warranty|"
    r"anniversary|running)\b)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:over the (?:last|past|next)|(?:last|past|next|for|since|after|within|every|in|of our)|founded|age|aged|per|"
    r"each)\s*$",
    re.IGNORECASE,
)
_DONE_FOR = re.compile(  # "have run clusters for two years", but not "we have built boats for two years"
    r"^(?!.*\b(?:we|our)\b).*\b(?:have|has|you(?:'|’)ve)\s+(?!been (?:here|around))\w+(?:ed|en|un|uilt|ritten|ade)\b.*"
    r"\bfor (?:at least |a minimum of |over )?$",
    re.IGNORECASE,
)
_ABOUT_WORK = re.compile(
    r"experience|experienced|working|worked|work|hands-on|building|developing|as an?\b|in an?\b|professional|industry|"
    r"with\b|of\b|in\b|on an?\b|management|using|coding|programming|writing|designing|practice|background|leading|managing|"
    r"running|shipping",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"[\s+]*(?:of\s+|’\s*|'\s*)?(?:(?:solid|strong|proven|recent|relevant|professional|commercial|practical|hands-on|"
    r"industry|work|working|production|real-world|full-time|direct|prior|deep|combined|"
    r"progressive)[\s,/&-]*(?:and\s+)?)*(?:experience|practice|background|work)?\s*(?:\(\w+\)\s*)?(?:(?:of|in|with|w/|"
    r"using|as|on|writing|building in|building with|developing in|developing with|working with|working in|coding in|"
    r"programming in|programming|developing|running|operating|managing|administering|modern|production|native)\s+)*",
    re.IGNORECASE,
)
_FIELD_END = re.compile(r"[.;(]|,? (?:with|using|including|plus)\b|, and\b|$", re.IGNORECASE)


def years_asked(sentence: str, need: Need) -> Iterator[Requirement]:
    """A requirement for each number of years of experience; `skills` where the years are of a skill."""
    mentions = skills_in(sentence)
    for match in _YEARS.finditer(sentence):
        years = number(match["least"])
        done = bool(_DONE_FOR.search(sentence[: match.start()]))
        if not 0 < years <= 25 or (_NOT.search(sentence[: match.start()]) and not done):
            continue
        group = _subject(sentence, match.end(), mentions)
        if not group and not done and not _is_work(sentence, match):
            continue
        soft = need == "nice" or is_welcome(welcome_spans(sentence), match.start())
        written = f"{years:g}+ years" if years != 1 else "1 year"
        yield Requirement(
            label=f"{written} of {label_of(group)}" if group else f"{written} of experience",
            kind="years",
            need="nice" if soft else "must",
            quote=quoted(sentence),
            skills=tuple(dict.fromkeys(mention.skill.id for mention in group)),
            years=years,
        )


def fields_worked(sentence: str) -> list[tuple[int, int]]:
    """Where the field stands that years are of: "three years in test automation" asks for the years, not for the name."""
    found = [match.end() for match in _YEARS.finditer(sentence) if _is_work(sentence, match)]
    return [(at, end.start()) for at in found if (end := _FIELD_END.search(sentence, at))]


def number(word: str) -> float:
    """A number in figures or words; "a" is one."""
    low = word.lower()
    if low in _WORDS:
        return _WORDS.index(low) + 1.0
    return 1.0 if low == "a" else float(low.replace(",", "."))


def _is_work(sentence: str, match: re.Match[str]) -> bool:
    behind, before = sentence[match.end() : match.end() + 60], sentence[max(0, match.start() - 60) : match.start()]
    return bool(_ABOUT_WORK.search(behind)) or "experience" in before.lower()


def _subject(sentence: str, at: int, mentions: list[Mention]) -> tuple[Mention, ...]:
    """The skills that the years are of, where one stands right behind them."""
    lead = _SUBJECT.match(sentence, at)
    start = lead.end() if lead else at
    for group in groups_in(sentence, mentions):
        if 0 <= group[0].start - start <= 2 and group[0].skill.id not in GENERAL:
            return group
    return ()
