"""The languages of people that a sentence asks for, and how well."""

import re
from collections.abc import Iterator

from core.resume.match.post import Need, Requirement
from core.resume.match.reading.softening import is_welcome, welcome_spans

NAMES = (
    "English|German|French|Spanish|Italian|Portuguese|Dutch|Polish|Czech|Slovak|Hungarian|Romanian|Bulgarian|Greek|Turkish|Russian|"
    "Ukrainian|Swedish|Norwegian|Danish|Finnish|Estonian|Latvian|Lithuanian|Croatian|Serbian|Slovenian|Arabic|Hebrew|Hindi|Urdu|"
    "Bengali|Tamil|Telugu|Persian|Farsi|Mandarin|Cantonese|Chinese|Japanese|Korean|Vietnamese|Thai|Indonesian|Malay|Tagalog|"
    "Catalan|Welsh|Irish|Swahili"
)
_NAME = re.compile(rf"\b(?:{NAMES})\b")
_LEVEL = re.compile(
    r"\b(?P<cefr>[ABC][12])\b\+?|\b(?P<native>native|mother[- ]tongue|bilingual)\b|\b(?P<fluent>fluen\w+|business|"
    r"professional|proficien\w+|excellent|very good|strong|advanced|perfect|full|negotiation|outstanding)\b|"
    r"\b(?P<good>good|working|conversational|solid|intermediate|basic|some|communicative)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:languages?|speak\w*|spoken|written|writing|verbal|skills?|knowledge|command|level|communicat\w*|plus|"
    r"required|must|bonus|fluency|advantage|preferred|nice)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r",?\s*(?:and|or|&|/)\s*")
_NOT_AFTER = re.compile(
    r"[\s-]*(?:is(?: not|n(?:'|’)t) (?:required|needed|necessary)|"
    r"market|customers?|clients?|law|companies|company|team|office|startup|tax|GAAP|users?|government|"
    r"speaking (?:team|company|office|environment)|version|content|food|cities|city)\b",
    re.IGNORECASE,
)


def languages_asked(sentence: str, need: Need) -> Iterator[Requirement]:
    """One requirement for each language named as one to speak."""
    spans = welcome_spans(sentence)
    names = [match for match in _NAME.finditer(sentence) if not _NOT_AFTER.match(sentence, match.end())]
    if not names or not (_ABOUT.search(sentence) or _LEVEL.search(sentence) or len(sentence.split()) <= 4):
        return
    for at, name in enumerate(names):
        level = _level(sentence, names, at)
        soft = need == "nice" or is_welcome(spans, name.start())
        yield Requirement(
            label=f"{name.group()} ({level})" if level else name.group(),
            kind="language",
            need="nice" if soft else "must",
            quote=sentence[:300],
            level=level,
        )


def _level(sentence: str, names: list[re.Match[str]], at: int) -> str:
    """The level by a name; of two joined ("fluent English and German") the later one shares the other's."""
    name = names[at]
    begin = max(names[at - 1].end() if at else 0, name.start() - 60)
    end = min(names[at + 1].start() if at + 1 < len(names) else len(sentence), name.end() + 40)
    before = list(_LEVEL.finditer(sentence, begin, name.start()))[-1:]
    behind = list(_LEVEL.finditer(sentence, name.end(), end))
    marked = sentence[name.end() : end].lstrip()[:1] in ("(", ":", ",", "-", "–")
    found = (behind or before) if marked else (before or behind)
    if not found:
        joined = at > 0 and _JOINED.fullmatch(sentence, names[at - 1].end(), name.start())
        return _level(sentence, names, at - 1) if joined else ""
    best = next((match for match in found if match["cefr"]), found[0])
    if best["cefr"]:
        return best["cefr"].upper()
    return "native" if best["native"] else "fluent" if best["fluent"] else "B1"
