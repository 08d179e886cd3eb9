"""Words of an answer as the scorer compares them: stems with their weight, orders of growth as one word each, negations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from types import MappingProxyType

from core.interview.scoring.stemming import stem

NEGATION = "not"
_ORDERS = (
    (r"constant[- ](?:time|space|work|cost|memory|complexity)|\bo of (?:1|one)\b", "o(1)"),
    (r"linearithmic|\bn\s?\*?\s?log\s?\(?n\b\)?|\bo of n log n\b", "o(nlogn)"),
    (r"linear(?:ly)?[- ](?:time|space|work|cost|memory|complexity|in|scan|pass|search)\b|\bo of n\b", "o(n)"),
    (r"logarithmic(?:ally)?(?:[- ](?:time|cost|complexity))?|\blog\s?\(?n\b\)?|\bo of log n\b", "o(logn)"),
    (
        r"quadratic(?:ally)?(?:[- ](?:time|cost|complexity))?|\bn[- ]squared\b|\bn\s?(?:\^\s?2\b|²)|\bo of n squared\b",
        "o(n^2)",
    ),
    (r"cubic[- ](?:time|cost|complexity)|\bn[- ]cubed\b|\bn\s?(?:\^\s?3\b|³)", "o(n^3)"),
    (r"exponential[- ](?:time|cost|complexity)|\b2\s?\^\s?n\b", "o(2^n)"),
)
_TOKEN = re.compile(
    r"\b(?P<order>[oOΘθΩω]\s?\((?P<inside>[^()\n]{1,24}(?:\([^()\n]{0,12}\)[^()\n]{0,12})?)\))|"
    + "|".join(f"(?P<g{number}>{pattern})" for number, (pattern, _) in enumerate(_ORDERS))
    + r"|(?P<word>[^\W_]+(?:[’'][^\W_]+)?(?:\+\+|\#)?)",
    re.IGNORECASE,
)
_NEGATED = frozenset(
    """
    no not never none nothing neither nor cannot nobody without hardly
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
_RUN_TOGETHER = frozenset(
    """
    dont doesnt didnt cant isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt aint
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
LIGHT = frozenset(
    """
    a an the this that these those it its they them their there he she his her him i me my we us our you your one
    is are was were be been being am do does did doing done have has had having will would shall should can could
    may might must and or but if then else so because as than of in on at by for with from to into onto over under
    out up off about between through during before after while when where which who whom whose what why how very
    just only also too such both each any some all more most other another same own again here now still even ever
    yet whether let lets go goes going get gets got getting thing things something like really actually basically
    simply quite kind sort lot lots means mean say says said think know way ways well okay ok yes use uses used
    using make makes made need needs needed want wants etc eg ie e g would'd im ive id s t ll re ve d
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
_SAME = MappingProxyType(
    {
        "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "twice": "2", "db": "database", "dbs": "database", "ptr": "pointer",
        "idx": "index", "mem": "memory", "perf": "performance", "repo": "repository", "config": "configuration",
        "infra": "infrastructure", "k8s": "kubernetes", "js": "javascript", "hashmap": "hashtable", "auth": "authenticate",
        "params": "parameter", "param": "parameter", "arr": "array", "func": "function", "msg": "message", "val": "value",
        "vals": "value", "elem": "element", "elems": "element", "num": "number", "prod": "production", "env": "environment",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word where it stands in the text. `light` words say nothing of the matter by themselves."""

    text: str
    stem: str
    start: int
    end: int
    light: bool
    negation: bool


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(_word(match) for match in _TOKEN.finditer(text))


def _word(match: re.Match[str]) -> Word:
    start, end, kind = match.start(), match.end(), match.lastgroup or "word"
    if match["word"] is None:
        inside = match["inside"]
        root = f"o({_order(inside)})" if inside else _ORDERS[int(kind[1:])][1]
        return Word(match[0], root, start, end, light=False, negation=False)
    said = match["word"].lower().replace("’", "'")
    negation = said in _NEGATED or said in _RUN_TOGETHER or said.endswith("n't")
    light = negation or said in LIGHT or said.partition("'")[0] in LIGHT
    root = NEGATION if negation else stem(_SAME.get(said, said.partition("'")[0]))
    return Word(match[0], root, start, end, light, negation)


def _order(inside: str) -> str:
    plain = inside.lower().replace("²", "^2").replace("³", "^3").replace("squared", "^2").replace("lg", "log")
    return re.sub(r"[\s*×·()]+", "", plain)


@cache
def _ranks() -> MappingProxyType[str, int]:
    lines = files(__package__).joinpath("minilm", "vocab.txt").read_text(encoding="utf-8").splitlines()
    return MappingProxyType({line: number for number, line in enumerate(lines)})


@lru_cache(maxsize=1 << 14)
def weight(text: str) -> float:
    """How much a word says, 0.3 to 1: the rarer the more, by its rank in the vocabulary, which is sorted by frequency."""
    rank = _ranks().get(text.lower(), 30_000) - 1_990
    return min(1.0, max(0.3, 0.3 + 0.7 * log(max(1, rank) / 60) / log(12_000 / 60)))


def content(found: Iterable[Word], without: frozenset[str] = frozenset()) -> dict[str, float]:
    """The stems that say something, with their weights; `without` are stems to leave out (the question's own)."""
    return {one.stem: weight(one.text) for one in found if not one.light and one.stem not in without}
