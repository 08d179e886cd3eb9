"""The degree that a sentence asks for."""

import re

from core.resume.match.post import Need, Requirement
from core.resume.match.reading.softening import is_welcome, welcome_spans

_BACHELOR = (
    r"bachelor(?:'|’)?s?(?: degree| of \w+)?|B\.?\s?Sc\.?|B\.?S\.?(?=\s*(?:/|or|,|\)|in\b|degree))|B\.?A\.?(?=\s*(?:/|"
    r"or|,|\)|in\b|degree))|B\.?Tech|B\.?Eng\.?|undergraduate degree|four-year degree|4-year degree"
)
_MASTER = (
    r"master(?:'|’)?s?(?: degree| of (?:science|arts|engineering))|master(?:'|’)s|M\.?\s?Sc\.?|M\.?S\.?(?=\s*(?:/|or|,|"
    r"\)|in\b|degree))|M\.?Eng\.?|MBA|graduate degree|advanced degree"
)
_DOCTOR = r"Ph\.?\s?D\.?|doctorate|doctoral degree"
_ANY = (
    r"(?:university|college|academic|technical|relevant|completed|stem|engineering|cs|computer science|higher|related|"
    r"quantitative|numerate|formal|first)\s(?:degree|education|diploma|studies)|degree(?=\s+(?:in|or|is|required|"
    r"preferred)\b|\s*[,.)]|\s*$)|diploma|completed (?:studies|apprenticeship|training)|vocational training|"
    r"apprenticeship"
)
DEGREES = ("any", "bachelor", "master", "phd")
"""The levels of degrees, the lowest first."""
_LEVELS = (("bachelor", _BACHELOR), ("master", _MASTER), ("phd", _DOCTOR), ("any", _ANY))
_LEVEL = tuple((level, re.compile(rf"(?<![\w.])(?:{words})(?!\w)", re.IGNORECASE)) for level, words in _LEVELS)
_NOT = re.compile(r"\b(?:high(?:er)?|some|certain|large|good|great|\d+)[- ]degrees?\b|\bdegrees? of\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:or|and/or|/)\s*(?:an? |any |the |other )*(?:(?:equivalent|comparable|similar|equal|corresponding|relevant|"
    r"practical|professional|hands-on|real-world|work|working|industry|matching|proven|demonstrated|"
    r"\w+ years? of)\b[\w\s,/-]{0,40}?\b(?:experience|training|background|knowledge|qualifications?|skills|expertise|"
    r"education|portfolio|bootcamp)|equivalent\b|experience\b|self-taught|bootcamp|a portfolio)|"
    r"\bnot (?:strictly )?(?:required|needed|necessary)|\bno degree|\bor (?:an? |the )?(?:coding |"
    r"completed )*(?:bootcamp|vocational training|apprenticeship)|\bexperience counts\b|\bor the equivalent\b",
    re.IGNORECASE,
)
_FIELD_END = re.compile(
    r"[.;)]|\bor (?:an? )?(?:equivalent|comparable|relevant|practical|similar exp)|,?\s*\b(?:and|plus|"
    r"with)\s+(?:\d+\+?\s*|[\w-]+\s)*(?:years?|experience|knowledge)|$",
    re.IGNORECASE,
)


def degree_asked(sentence: str, need: Need) -> Requirement | None:
    """The lowest degree that the sentence would take; `or_experience` where it takes experience in its place."""
    found = [(level, match) for level, words in _LEVEL for match in words.finditer(sentence)]
    if not found or _NOT.search(sentence):
        return None
    level, first = found[0]
    soft = need == "nice" or is_welcome(welcome_spans(sentence), first.start())
    return Requirement(
        label={"bachelor": "Bachelor’s degree", "master": "Master’s degree", "phd": "PhD"}.get(level, "Degree"),
        kind="degree",
        need="nice" if soft else "must",
        quote=sentence[:300],
        level=level,
        or_experience=bool(_INSTEAD.search(sentence)),
    )


def level_named(text: str) -> str:
    """The highest degree that a text names: any, bachelor, master or phd; "" for none."""
    found = [level for level, words in _LEVEL if words.search(text)]
    exact = [level for level in found if level != "any"]
    return (exact or found or [""])[-1]


def field_of_study(sentence: str) -> list[tuple[int, int]]:
    """Where the subject of a degree stands: "a degree in statistics or machine learning" asks for no skill."""
    spans = []
    for _, words in _LEVEL:
        for match in words.finditer(sentence):
            rest = re.match(r"[\w\s,/’'.()-]{0,25}?\b(?:in|of)\b", sentence[match.end() :])
            ends = _FIELD_END.search(sentence, match.end() + (rest.end() if rest else 0))
            if rest and ends:
                spans.append((match.end(), ends.start()))
    return spans
