"""Word lists of the writing rules, read from the package's own data and compiled once."""

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby
from typing import Any

_DATA: dict[str, Any] = json.loads(files(__package__).joinpath("wording.json").read_text(encoding="utf-8"))


def _phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; parted by their first letters, so that most are not tried at all."""
    by_letter = groupby(sorted(words, key=lambda word: (word[0], -len(word))), key=lambda word: word[0])
    forms = "|".join(f"{first}(?:{'|'.join(re.escape(word[1:]) for word in group)})" for first, group in by_letter)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


WEAK_OPENINGS: tuple[str, ...] = tuple(
    rf"{phrase}(?![\w-])" for phrase in sorted(_DATA["weak_openings"], key=len, reverse=True)
)
FIRST_NOUNS = frozenset(_DATA["first_nouns"])
FILLERS = _phrases(_DATA["fillers"])
DROPPED = re.compile(_phrases(_DATA["dropped"]).pattern + r"\s*", re.IGNORECASE)
REPLACED: dict[str, str] = _DATA["replaced"]
REPLACEABLE = _phrases(REPLACED)
BUZZWORDS = _phrases(_DATA["buzzwords"])
VAGUE = _phrases(_DATA["vague"])
INFORMAL = _phrases(_DATA["informal"])
TYPOS: dict[str, str] = {wrong: right for wrong, right in _DATA["typos"].items() if wrong != right and " " not in wrong}
PRONOUNS = re.compile(
    r"(?<![\w/.&-])(?:I(?=\s+[a-z])|I['’](?:ve|m|d)|me|[Mm]y(?!\s+own)|mine|[Ww]e|[Ww]e['’](?:ve|re)|[Oo]ur|ours|"
    r"us(?=\s))(?![\w/'.-])"
)
