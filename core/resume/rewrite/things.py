"""Names the thing that a line is about, for a question: "Built a REST API with Flask" is about "the REST API"."""

import re

from core.resume.review.lead import lead
from core.resume.review.verbs import verb_form

_WORD = re.compile(r"[\w.+#/'’-]*\w[+#]*")
_EDGE = re.compile(
    r"an?|the|my|our|its|their|this|that|these|those|his|her|with|using|in|for|to|"
    r"and|by|on|that|which|from|of|at|as|through|via|so|when|where|into|after|before|while|"
    r"during|under|across|between|over|within|without|or|but|then|also|who|if|than|because|about|against|around|"
    r"onto|up|out|off|is|are|was|were|be|been",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r" (?:apis?|services?|servers?|apps?|pages?|endpoints?|systems?|tools?|sites?|scripts?|tests?)\b", re.IGNORECASE
)
_MOST = 3  # words before the noun


def thing_at(text: str, start: int, end: int) -> str:
    """The noun phrase whose last word stands at these offsets, with "the"; "" where it cannot be told."""
    more = _FURTHER.match(text, end)
    end = more.end() if more else end
    if re.match(r"[-/]\w|\s+(?!\[)(?:(?![,.;–—-])\S)", text[end:]) and not _ends(text[end:]):
        return ""
    words = [match.group() for match in _WORD.finditer(text[lead(text).end : start])]
    gap = re.search(r"[^\w\s.+#/'’-][^\w]*$|[\])]\s*$", text[:start])
    if gap and gap.end() == start:
        words = []
    taken: list[str] = []
    while words and not _EDGE.fullmatch(words[-1]) and not _doing(words) and len(taken) <= _MOST:
        taken.insert(0, words.pop())
    if len(taken) > 1 and words and words[-1].lower() in ("and", "or") and verb_form(taken[0]):
        taken.pop(0)
    if len(taken) > _MOST or any(word[0].isdigit() for word in taken):
        return ""
    return " ".join(["the", *taken, text[start:end]])


def _ends(rest: str) -> bool:
    word = _WORD.match(rest.lstrip())
    return (
        word is None or bool(_EDGE.fullmatch(word.group())) or rest.lstrip()[:1] in "[(" or word.group().endswith("ing")
    )


def _doing(words: list[str]) -> bool:
    """Whether the last word is a verb of the line, not part of a name ("a tracking service")."""
    word = words[-1]
    found = verb_form(word) if len(words) < 2 or words[-2].lower() not in ("a", "an", "the") else None
    return word.islower() and found is not None and found[1] in ("ing", "past", "participle")


def definite(phrase: str) -> str:
    """The phrase with "the" for its article."""
    return re.sub(r"^(?:an?|my|our|the)\s+", "the ", phrase, flags=re.IGNORECASE)


def plural(thing: str) -> bool:
    """Whether the thing is more than one."""
    return thing.endswith("s") and not thing.endswith(("ss", "us", "is", "ics"))


_PLACES = tuple(
    (re.compile(rf"\b(?:{things})$", re.IGNORECASE), preposition)
    for preposition, things in (
        ("on", "unit|ward|floor|farm|building site|help ?desk|team|project|committee|board|campaign"),
        ("in", "office|lab|laboratory|kitchen|department|warehouse|clinic|school|nursery|garden|workshop"),
        ("at", "events?|fairs?|reception|front desk"),
    )
)
_HEAD_END = re.compile(r"[,;(]|\s(?:–|of|for|in|with|using|on|to|that|which|from|at|by|during)\s")


def place_of(thing: str) -> str:
    """The preposition of a thing that is a place or a group to work in ("on" the stroke unit); "" of others."""
    head = _HEAD_END.split(thing.rstrip("."), maxsplit=1)[0].strip()
    return next((preposition for places, preposition in _PLACES if places.search(head)), "")
