"""The words by which rewordings are judged: stems, words of the same sense, free words, and phrases that sound machine-made."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from core.resume.review.verbs import NOMINAL, verb_form

_DATA: dict[str, Any] = json.loads(files(__package__).joinpath("words.json").read_text(encoding="utf-8"))
_IRREGULAR = {
    "analysis": "analyze",
    "analyses": "analyze",
    "children": "child",
    "people": "person",
    "licence": "license",
}
# Nouns of a sense apart from their verb: "in production" is not "produced".
_APART = frozenset({"production", "delivery", "organization", "organisation", "management", "administration"})
_BRITISH = ((r"is(?=e$|ed$|ing$|ation)", "iz"), (r"(?<=\w\w)our(?=$|s$|ed$|ing$)", "or"), (r"ys(?=e$|ed$|ing$)", "yz"))
_VOWEL = re.compile(r"[aeiouy]")


@cache
def stem(word: str) -> str:
    """What the forms of a word share ("migrated", "migration" → "migrat"); agents ("developer") stay apart from deeds."""
    low = re.sub(r"['’]s?$", "", word.lower())
    low = _IRREGULAR.get(low, low)
    found = verb_form(low)
    if found:
        low = found[0].base
    elif low in NOMINAL and low not in _APART:
        low = NOMINAL[low]
    return _cut(_american(low))


def _american(word: str) -> str:
    for pattern, right in _BRITISH:
        word = re.sub(pattern, right, word)
    return word


def _cut(word: str) -> str:
    """The word without the endings of plurals, pasts and gerunds, and without a silent e."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and _VOWEL.search(base):
            word = base[:-1] if base[-1] == base[-2] and base[-1] not in "ls" else base
            break
    return word.removesuffix("e") if len(word) > 3 else word


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


def _same() -> Mapping[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in map(_stems, _DATA["same"]):
        for one in group:
            table[one] = table.get(one, frozenset({one})) | group
    return table


FREE = frozenset(_DATA["free"].split())
STOP = frozenset(_DATA["stop"].split())
EXACT = frozenset(_DATA["exact"].split())
PROJECT_VERBS = _stems(_DATA["projects"])
LESS, MORE = _stems(_DATA["less"]), _stems(_DATA["more"])
COMPARATIVES = frozenset(_DATA["comparatives"].split())
SUPPORTING, LEADING = _stems(_DATA["supporting"]), _stems(_DATA["leading"])
LIGHT = _stems(_DATA["light"])
RECEIVING = _stems(_DATA["receiving"])
LIMITS = _stems(_DATA["limits"])
_ROLES = frozenset(_DATA["roles"].split())
_SAME = _same()
_CARRIED = {stem(noun): _stems(verbs) for noun, verbs in _DATA["carried"].items()}
_KINDS = {kind: _stems(words) for kind, words in _DATA["kinds"].items()}
_MACHINE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, _DATA['machine']), key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)


def same_sense(stems: Iterable[str]) -> frozenset[str]:
    """These stems and those of words that say no more than they do."""
    return frozenset(other for one in stems for other in _SAME.get(one, (one,)))


def carried_by(stems: Iterable[str]) -> frozenset[str]:
    """Verbs that these nouns carry with them, so that they add nothing: features are added."""
    return frozenset(verb for one in stems for verb in _CARRIED.get(one, ()))


def kind_of(word: str) -> str:
    """What sort of claim a word makes that nobody said: "date", "scope" …; "word" where it is of no known sort."""
    return next((kind for kind, stems in _KINDS.items() if stem(word) in stems), "word")


def is_role(word: str) -> bool:
    """Whether a word names a role that people hold ("engineer", "lead")."""
    return word.lower().removesuffix("s") in _ROLES


def machine_phrases(text: str) -> tuple[str, ...]:
    """The phrases in it by which readers tell a machine's wording."""
    return tuple(match.group() for match in _MACHINE.finditer(text))
