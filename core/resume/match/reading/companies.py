"""Who offers the job."""

import re

from core.resume.match.reading.lines import PostLine
from core.resume.match.reading.tongues import NAMES
from core.topics import skills_in

_PROPER = re.compile(r"[\w&.,'’()+ -]{2,60}")
_COMPANY_LABEL = re.compile(r"(?:company|employer|organi[sz]ation|client)\s*:\s*(?P<name>[^|·,]{2,60})", re.IGNORECASE)
_NAME = r"(?P<name>[A-Z0-9][\w&.'’+-]*(?:\s(?:[A-Z0-9&][\w&.'’+-]*|of|and|the|de|für))*(?<!\.))"
_COMPANIES = (
    re.compile(rf"\bat\s+{_NAME}"),
    re.compile(rf"\b[Jj]oin\s+{_NAME}(?=\s+(?:as|to|now|today|team)\b|['’.,!]|$)"),
    re.compile(rf"\bWe(?: are|(?:'|’)re)\s+{_NAME},"),
    re.compile(
        r"^(?P<name>(?:[A-Z0-9][\w&.'’+-]*\s){1,4}(?:GmbH|AG|SE|Inc\.?|Ltd\.?|LLC|plc|Corp\.?|B\.?V\.?|"
        r"S\.?A\.?|AB|Oy))$"
    ),
    re.compile(rf"^About\s+(?!(?:us|you|the|this|our|your|me|Us|You|The|This|Our|Your)\b){_NAME}\W*$"),
    re.compile(rf"^{_NAME}\s+(?:is|are)\s+(?:an?|the|hiring|looking|seeking|searching|building|one|on)\b"),
    re.compile(
        rf"^{_NAME}\s+(?:builds?|makes?|pays?|keeps?|protects?|connects?|handles?|settles?|powers?|manages?|"
        rf"sends?|develops?|operates?|helps?|runs?|provides?|offers?|delivers?|sells?)\b"
    ),
)
_NO_COMPANY = re.compile(
    r"^(?:We|You|The|This|Our|Your|It|They|There|Least|Work|Experience|Job|Role|Position|Location|Remote|Here|In|As|A|"
    r"An|What|Who|If)\b"
)
_NO_NAME = re.compile(r"(?i)\b(?:remote|hybrid|full|part|on-?site|salary|contract|permanent|job|location|team)\b|\d{3}")
_LEVEL = re.compile(  # of a language, a grade, a currency: nobody's name
    rf"(?:[ABC][12]|(?:Grade|Band|Level) ?\w{{1,2}}|(?:EUR|USD|GBP|CHF|PLN)|{NAMES})\b|\W*\d[\d.,]*\s*(?:k|%|hrs?|hours|"
    r"years?|days?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[\w)])[.!?]\s+(?=(?:We|You|The|Our|This|It|In|As|A|Must|They|Your|\d)\b)")
_PIECE = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•(]\s*|,\s")
_LOOKED_AT = 12  # lines


def company_of(lines: list[PostLine], title: str, place: str) -> str:
    """The employer's name, where the post says it in a way that leaves no doubt; else ""."""
    for line in lines:
        labelled = _COMPANY_LABEL.match(line.text)
        if labelled and _PROPER.fullmatch(labelled["name"].strip()):
            return labelled["name"].strip()
    return (
        _behind_title(lines, title)
        or _before_place(lines, title, place)
        or next((name for pattern in _COMPANIES for line in lines if (name := _named(pattern, line.text))), "")
    )


def _behind_title(lines: list[PostLine], title: str) -> str:
    """ "Engineer at Acme", or "Engineer – Acme" where the post names Acme once more."""
    if not title:
        return ""
    behind = re.compile(rf"{re.escape(title)}[^|·–—]*?\s+(?P<by>at|@|bei|[|·–—-])\s+{_NAME}")
    for line in lines[:_LOOKED_AT]:
        named = behind.search(line.text)
        if (
            named
            and not _NO_NAME.search(named["name"])
            and not _LEVEL.match(named["name"])
            and (named["by"] in ("at", "@", "bei") or _again(lines, line, named["name"]))
        ):
            return _whole(named["name"])
    return ""


def _again(lines: list[PostLine], line: PostLine, name: str) -> bool:
    return any(name.split(maxsplit=1)[0] in other.text for other in lines if other is not line)


def _before_place(lines: list[PostLine], title: str, place: str) -> str:
    """The first piece of a line such as "Acme GmbH | Berlin | hybrid", under the title."""
    for line in lines[:4]:
        first = _PIECE.split(line.text)[0].strip()
        if place and place.split(",", maxsplit=1)[0] in line.text and first not in (line.text, title):
            known = place.startswith(first) or first.startswith(place) or skills_in(first) or _NO_NAME.search(first)
            known = known or _LEVEL.match(first)
            if not known and re.fullmatch(_NAME, first) and len(first.split()) <= 5 and title not in line.text:
                return first
    return ""


def _whole(name: str) -> str:
    """A name without the sentence that follows it."""
    return _SENTENCE_END.split(name)[0].strip(" .")


def _named(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    if found is None or _NO_COMPANY.match(found["name"]) or _LEVEL.match(found["name"]):
        return ""
    return _whole(found["name"])
