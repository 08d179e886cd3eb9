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
    r"speaking (?:team|company|office|environment)|version|content|food|cities|city|literature|teachers?|lessons?|"
    r"department|GCSEs?|curriculum|subject)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:do(?:es)?n(?:'|’)?t|(?:do|does|need) not|no need to)\s+(?:need|have|expect|require|know|speak|use)\b[^,;]*$|"
    r"\bno\s+$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(  # taught or learnt at school, not spoken at work
    r"\bsubject (?:knowledge|specialis\w+|leader\w*)\b|\b(?:GCSEs?|[AO][- ]levels?|key stage|teach(?:ing|es)?|tutor\w*)\b|"
    r"\b(?:maths?|mathematics|science)\s*(?:,|and|&|/|or)\s*English\b|\bEnglish\s*(?:,|and|&|/|or)\s*(?:maths?|"
    r"mathematics|science)\b",
    re.IGNORECASE,
)
_OR = re.compile(r",?\s*(?:or|/)\s*(?:(?:fluent|native|good|spoken)\s+)?", re.IGNORECASE)
_CLOSE = re.compile(r"[^,;.)]*")
_OF_NEXT = re.compile(r"\s*(?:in|of|level)?\s*", re.IGNORECASE)


def languages_asked(sentence: str, need: Need) -> Iterator[Requirement]:
    """One requirement for each language named as one to speak, or for those of which any one will do."""
    names = [match for match in _NAME.finditer(sentence) if _to_speak(sentence, match)]
    if not names or _SUBJECT.search(sentence):
        return
    if not (_ABOUT.search(sentence) or _LEVEL.search(sentence) or len(sentence.split()) <= 4):
        return
    spans = welcome_spans(sentence)
    for group in _groups(sentence, names):
        levels = [level for at in group if (level := _level(sentence, names, at))]
        label = " or ".join(names[at].group() for at in group)
        soft = need == "nice" or is_welcome(spans, names[group[0]].start())
        yield Requirement(
            label=f"{label} ({levels[0]})" if levels else label,
            kind="language",
            need="nice" if soft else "must",
            quote=sentence[:300],
            level=levels[0] if levels else "",
        )


def _to_speak(sentence: str, name: re.Match[str]) -> bool:
    return not _NOT_AFTER.match(sentence, name.end()) and not _DENIED.search(sentence[: name.start()])


def _groups(sentence: str, names: list[re.Match[str]]) -> list[list[int]]:
    """The names by their places, those together that "or" joins ("Polish or Urdu")."""
    groups: list[list[int]] = []
    for at, name in enumerate(names):
        if at and _OR.fullmatch(sentence, names[at - 1].end(), name.start()):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _level(sentence: str, names: list[re.Match[str]], at: int) -> str:
    """The level by a name; of two joined ("fluent English and German") the later one shares the other's."""
    name = names[at]
    begin = max(names[at - 1].end() if at else 0, name.start() - 60)
    end = min(names[at + 1].start() if at + 1 < len(names) else len(sentence), name.end() + 40)
    before = list(_LEVEL.finditer(sentence, begin, name.start()))[-1:]
    before = [match for match in before if not at or _CLOSE.fullmatch(sentence, match.end(), name.start())]
    behind = list(_LEVEL.finditer(sentence, name.end(), end))
    if at + 1 < len(names) and behind and _OF_NEXT.fullmatch(sentence, behind[-1].end(), end):
        behind = (
            behind[:-1]
            if re.search(r"[,;]|\b(?:and|or|is|plus)\b", sentence[name.end() : behind[-1].start()])
            else behind
        )
    marked = sentence[name.end() : end].lstrip()[:1] in ("(", ":", ",", "-", "–")
    found = (behind or before) if marked else (before or behind)
    if not found:
        joined = at > 0 and _JOINED.fullmatch(sentence, names[at - 1].end(), name.start())
        return _level(sentence, names, at - 1) if joined else ""
    best = next((match for match in found if match["cefr"]), found[0])
    if best["cefr"]:
        return best["cefr"].upper()
    return "native" if best["native"] else "fluent" if best["fluent"] else "B1"
