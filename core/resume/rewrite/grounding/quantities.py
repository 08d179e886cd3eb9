"""Numbers in a line, each with what it counts, so that a figure cannot be moved to something else."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.vocabulary import STOP, same_sense, stem

_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_ONES = {word: value for value, word in enumerate(_SMALL.split("|"))}
_TENTHS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * value for value, word in enumerate(_TENTHS, 2)}
_SPELLED = re.compile(
    rf"(?<![\w-])(?:(?P<ten>{'|'.join(_TENS)})(?:[- ](?P<one>{'|'.join(list(_ONES)[1:10])}))?|"
    rf"(?P<small>{_SMALL}))(?!\w)",
    re.IGNORECASE,
)
_SIZES = {
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "lakh": 10**5,
    "lakhs": 10**5,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
}
_NUMBER = re.compile(
    r"(?<![\w.])(?P<money>[$€£₹¥]\s?)?(?P<digits>\d{1,3}(?:[,'\u202f\u00a0 ]\d{3})+(?!\d)|\d+)(?P<part>\.\d+)?"
    r"(?:(?P<size>[kKMB]|mn|bn)(?!\w)|\s(?P<word>hundred|thousand|million|billion|lakhs?|crores?|mn|bn)\b)?(?P<plus>\+)?"
    r"(?P<percent>\s?(?:%|per\s?cent\b|pct\b))?(?![\w])"
)
_WORD = re.compile(r"[^\W\d_][\w'’]*|[.,;:()]")
_HEDGE = (
    r"(?P<hedge>about|around|some|roughly|approximately|approx\.?|circa|"
    r"(?P<low>nearly|almost|up to|under|less than|fewer than|below|at most)|(?P<high>over|more than|above|at least|upwards of))"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<role>from|to|by|for|with)\s)?(?:\b{_HEDGE}\s|[~≈]\s?)?(?:the\s|its\s)?$", re.IGNORECASE
)
_HEDGED = re.compile(rf"\b{_HEDGE}\s(?=[$€£₹¥]?\d)", re.IGNORECASE)
_OF = re.compile(r"\b([^\W\d_]+)\sof\s$", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:\d[\w%+]*|\bhalf|\bsome|\bmost|\bmany)\s(?:out\s)?of\s(?:the\s|all\s|our\s|its\s)*$", re.IGNORECASE
)
_PERIOD = re.compile(r"(?:\b(?:a|an|per|each|every)\s|/\s?)([a-z]+)", re.IGNORECASE)
_TIMES = frozenset(
    map(stem, ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "sprint", "release"))
)
_RHYTHM = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, its value, and what surrounds it. `counted` is empty where it stands alone."""

    written: str
    value: Decimal
    unit: str  # "%", a sign of money, or ""
    counted: frozenset[str]
    period: str  # the stem of "day" in "2,000 a day"
    role: str  # from, to, by, for, with, toward
    hedge: str  # about, low, high
    of: str = ""  # "team" in "a team of 5"
    among: bool = False  # the 12 of "3 of the 12 services"
    bare: bool = False  # an answer that is nothing but the number


def in_digits(text: str) -> str:
    """The text with spelled numbers up to ninety-nine in digits."""
    return _SPELLED.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    if match["small"]:
        return str(_ONES[match["small"].lower()])
    return str(_TENS[match["ten"].lower()] + _ONES[(match["one"] or "zero").lower()])


def without_numbers(text: str) -> str:
    """The text with a blank for each number and for the word that says how exact it is."""
    return _NUMBER.sub(" ", _HEDGED.sub("", in_digits(text)))


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of the text, in order."""
    digits = in_digits(text)
    found = list(_NUMBER.finditer(digits))
    ends = [*(match.start() for match in found[1:]), len(digits)]
    return tuple(_quantity(digits, match, end) for match, end in zip(found, ends, strict=False))


def numbers_of(text: str) -> tuple[Decimal, ...]:
    """The values of the numbers in a text, in order."""
    return tuple(quantity.value for quantity in quantities(text))


def _quantity(text: str, match: re.Match[str], end: int) -> Quantity:
    before, after = text[: match.start()], text[match.end() : end]
    frame = _BEFORE.search(before)
    role = (frame["role"] or "").lower() if frame else ""
    of = _OF.search(before)
    follow = () if of and re.match(r"\s\w+ing\b", after) else tuple(_following(after))
    return Quantity(
        written=match.group().strip(),
        value=_value(match),
        unit="%" if match["percent"] else (match["money"] or "").strip(),
        counted=frozenset(follow or (() if of else _elsewhere(before[: frame.start()] if frame else before, role))),
        period=_period(after, follow),
        role=_toward(role, before),
        hedge=_hedge(match, frame),
        of=stem(of[1]) if of and not follow else "",
        among=bool(_AMONG.search(before)),
        bare=not re.search(r"[^\W\d_]{2,}", before + after),
    )


def _value(match: re.Match[str]) -> Decimal:
    size = (match["size"] or match["word"] or "").lower()
    whole = re.sub(r"\D", "", match["digits"])
    return (Decimal(whole + (match["part"] or "")) * _SIZES.get(size, 1)).normalize()


def _toward(role: str, before: str) -> str:
    """ "to" only behind "from 40"; elsewhere it may stand before any receiver ("to 20 users")."""
    return "toward" if role == "to" and not re.search(r"\bfrom\b.*\d", before, re.IGNORECASE) else role


def _hedge(match: re.Match[str], frame: re.Match[str] | None) -> str:
    if match["plus"] or (frame and frame["high"]):
        return "high"
    if not frame or not frame["hedge"]:
        return ""
    return "low" if frame["low"] else "about"


def _following(after: str) -> Iterator[str]:
    """Stems of the words up to the next small word or mark: what the number counts."""
    gap = re.match(r"[\s-]*", after)
    for match in _WORD.finditer(after[gap.end() if gap else 0 :]):
        if not match.group()[0].isalpha() or match.group().lower() in STOP:
            return
        yield stem(_RHYTHM.get(match.group().lower(), match.group()))


def _elsewhere(before: str, role: str) -> Iterator[str]:
    """Stems of what a number that stands apart counts: of a change the thing before it, else the line's first thing."""
    words = [match.group() for match in _WORD.finditer(before)]
    near = reversed(words) if role == "by" else [] if role in ("from", "to") else words[1:]
    for word in near:
        if word.lower() in STOP or not word[0].isalpha():
            return
        yield stem(word)


def _period(after: str, follow: tuple[str, ...]) -> str:
    near = " ".join(after.split()[:7])
    found = [stem(match[1]) for match in _PERIOD.finditer(near)]
    said = next((one for one in found if one in _TIMES), "")
    per = re.search(r"\bper\s([a-z]+)", near)
    rhythm = next((_RHYTHM[word.lower()] for word in near.split()[:3] if word.lower() in _RHYTHM), "")
    return stem(per[1]) if per else said or (stem(rhythm) if rhythm and stem(rhythm) in follow else "")


def number_problems(candidate: str, sources: tuple[str, ...], *, again: bool = False) -> Iterator[Problem]:
    """Numbers of the candidate that none of the sources says of the same thing, or that stand there more often than said."""
    said = [quantity for text in sources for quantity in quantities(text)]
    used = Counter(quantity.value for quantity in quantities(candidate))
    given = Counter(quantity.value for quantity in said)
    for quantity in quantities(candidate):
        if not any(_agrees(quantity, other, sources) for other in said):
            yield Problem("number", quantity.written, f"You did not say “{quantity.written}” of this.")
        elif not again and used[quantity.value] > given[quantity.value]:
            yield Problem("number", quantity.written, f"“{quantity.written}” stands there more often than you said it.")


def _agrees(new: Quantity, said: Quantity, sources: tuple[str, ...]) -> bool:
    if new.value != said.value:
        return False
    if said.bare:
        return new.hedge in ("", said.hedge)
    return (
        (new.unit, new.among) == (said.unit, said.among)
        and _same_role(new, said)
        and new.period in ("", said.period)
        and (new.hedge == said.hedge or (new.hedge == "" and said.hedge != "low"))
        and _counts_the_same(new, said, sources)
    )


def _same_role(new: Quantity, said: Quantity) -> bool:
    """Whether a change by, from or to so much stays one."""
    if new.role == said.role:
        return True
    if said.role in ("from", "to") or (said.role == "toward" and said.unit == "%"):
        return False
    return new.role == "" or (said.role == "" and new.role in ("toward", "for", "with"))


def _counts_the_same(new: Quantity, said: Quantity, sources: tuple[str, ...]) -> bool:
    if new.of:
        return said.of == new.of or any(
            any(stem(word) == new.of for word in re.findall(r"[^\W\d_]+", text)) and said in quantities(text)
            for text in sources[1:]
        )
    return not new.counted or not said.counted or bool(same_sense(new.counted) & said.counted)
