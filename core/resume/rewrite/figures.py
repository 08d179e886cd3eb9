"""Reads the figure of an answer: "we had around 2k users" is "around", "2,000", "users". Nothing is added to it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|"
    "eighty|ninety"
)
_SPELLED = (
    rf"(?:(?:a|{_ONES}|several|a few|a couple of|half a)\s)?(?:hundred|thousand|million|dozen)s?(?:\sof(?=\s))?|"
    rf"(?:{_ONES})"
)
_DIGITS = r"(?:\d{1,3}(?:[,' \u202f]\d{3})+|\d+)(?:\.\d+|,\d(?!\d))?"
_SCALE = r"(?:\s?(?:k|K|mn|bn|million|billion|thousand|hundred|lakhs?|crores?|dozen)\b|[mMB](?![\w/]))?"
_FIGURE = rf"[$€£₹¥]?\s?{_DIGITS}{_SCALE}\+?|\b(?:{_SPELLED})\b"
_RANGE = rf"(?:between\s)?(?P<low>{_FIGURE})\s?(?:-|–|to|and|(?P<or>or))\s?(?P<high>{_FIGURE})"
_FRACTION = r"(?:a|one|two|three)[ -](?:half|third|quarter|fifth|tenth)s?|half"
_QUALIFIER = (
    r"about|around|roughly|approximately|approx\.?|circa|ca\.?|c\.|~|≈|(?:well |just |slightly )?(?:over|under)|"
    r"(?:no |not )?(?:more|less|fewer) than|at least|nearly|almost|close to|up to|at most|on average|>|<|≥|some"
)
_SIGNS = {
    "~": "about",
    "≈": "about",
    "approx": "about",
    "ca": "about",
    "c": "about",
    ">": "over",
    "<": "under",
    "≥": "at least",
}
_UNSURE = re.compile(
    r"\b(?:(?:i )?(?:think|guess|believe|suppose|reckon|would say|'d say)|i['’]d say|maybe|perhaps|probably|something like|"
    r"or so|more or less|give or take|ish)\b,?|(?<=\d)ish\b|^(?:quite )?(?:a lot|lots|many)\b,?(?=\s.*\d)",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"we|i|it|they|there|he|she|you|had|has|have|was|were|is|are|got|did|made|served|saw|of|the|them|these|in|"
    r"on|total|all|altogether|overall|by|to|for|our|my|its|that|this|so|well|yes|hm|would|be|been|roughly|each|"
    r"time|every|something|ones",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"from|about|between|or|and|to|percent|per|cent|than|more|usd|eur|gbp", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:\b(?:a|an|per|each|every)\s|/\s?)(?P<unit>second|sec|minute|min|hour|day|week|month|quarter|year|sprint|shift|s|h)\b"
    r"|\b(?P<adverb>hourly|daily|weekly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_SHORT_UNITS = {"s": "second", "sec": "second", "min": "minute", "h": "hour"}
_ONE_FIGURE = re.compile(
    rf"(?P<qualifier>(?<!\w)(?:{_QUALIFIER}))?\s*(?:{_RANGE}|(?P<figure>{_FIGURE}|{_FRACTION}))", re.IGNORECASE
)
_ANY = re.compile(rf"\d|\b(?:{_SPELLED}|{_FRACTION}|doubled|tripled|halved|twice)\b", re.IGNORECASE)
_SCALED = re.compile(rf"^([$€£₹¥]?)\s?({_DIGITS})(?:\s?([A-Za-z]+))?(\+?)$")
_TIMES = {"k": 1_000}
_POWERS = {"hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9}
_NAMED = {"m": "million", "mn": "million", "b": "billion", "bn": "billion"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as said: its qualifier ("about"), itself ("2,000"), the words for what was counted, and how often."""

    qualifier: str
    amount: str
    noun: str = ""
    period: str = ""

    @property
    def said(self) -> str:
        return f"{self.qualifier} {self.amount}".strip()


def holds_figure(answer: str) -> bool:
    """Whether an answer holds any number at all, in digits or words."""
    return bool(_ANY.search(answer))


def figure_in(answer: str, known: Collection[str] = ()) -> Figure | None:
    """The one figure of an answer; None where it holds another or words that may change its meaning.

    `known` are words of the question and the line, which add nothing.
    """
    text = answer.strip().rstrip(".!")
    unsure = bool(_UNSURE.search(text))
    text = " ".join(_UNSURE.sub(" ", text).split())
    match = _ONE_FIGURE.search(text)
    if not match or _falls(match):
        return None
    before, after = text[: match.start()], text[match.end() :].strip()
    if holds_figure(before) or _told(before) - set(known) or re.match(r"[.,]\d", after):
        return None
    period = _PERIOD.search(after)
    rest = _PERIOD.sub(" ", after, count=1) if period else after
    if holds_figure(rest):
        return None
    noun = " ".join(word for word in rest.strip(" ,").split() if not _IDLE.fullmatch(word))
    qualifier = _qualifier(match["qualifier"] or "") or ("about" if unsure else "")
    return Figure(qualifier, _amount(match), noun, _often(period))


def _falls(match: re.Match[str]) -> bool:
    """Whether a range goes down: "20 to 5" is a change, not a figure."""
    return bool(match["low"]) and falls(*_ends(match)) is True


def falls(first: str, then: str) -> bool | None:
    """Whether the second of two figures is the smaller; None where one cannot tell."""
    one, two = _value(first), _value(then)
    return None if one is None or two is None else two < one


def _value(figure: str) -> float | None:
    match = re.match(
        r"([\d,]+(?:\.\d+)?)(?: (hundred|thousand|lakh|million|crore|billion)s?)?\+?$", amount(figure).lstrip("$€£₹¥")
    )
    power = {"hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9}
    return float(match[1].replace(",", "")) * 10 ** power.get(match[2], 0) if match else None


def beyond(figure: str, most: float) -> bool:
    """Whether a figure is larger than this, in digits."""
    value = _value(figure)
    return value is not None and value > most


def largest(answer: str) -> float:
    """The largest figure in digits of an answer; 0 where it holds none."""
    figures = re.findall(rf"(?<![\d.,]){_FIGURE}", answer, re.IGNORECASE)
    return max((_value(figure.strip()) or 0 for figure in figures), default=0)


def bare(answer: str) -> bool:
    """Whether an answer holds nothing but figures: no word that says what they count."""
    text = _PERIOD.sub(" ", _ONE_FIGURE.sub(" ", _UNSURE.sub(" ", answer)))
    return all(_IDLE.fullmatch(word) or _NO_NOUN.fullmatch(word) for word in re.findall(r"\b[^\W\d_]\w+", text))


def _told(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\s,]+", text.lower()) if not _IDLE.fullmatch(word)}


def _qualifier(said: str) -> str:
    low = said.lower()
    return _SIGNS.get(low.rstrip("."), low)


def _amount(match: re.Match[str]) -> str:
    if match["low"]:
        return f" {match['or'] or 'to'} ".join(map(amount, _ends(match)))
    return amount(match["figure"])


def _ends(match: re.Match[str]) -> tuple[str, str]:
    """Both ends of a range: of "2-3k" both are thousands."""
    low, high = match["low"], match["high"]
    scale = re.search(r"\s?[A-Za-z]+$", high)
    return low + (scale.group() if scale and low[-1].isdigit() and high[:1].isdigit() else ""), high


def amount(figure: str) -> str:
    """A figure as one prints it: "2k" and "2000" as "2,000", "3m" as "3 million"; words stay."""
    match = _SCALED.match(figure.strip())
    if not match:
        said = figure.strip().lower()
        return f"{said} of" if re.search(r"(?:hundred|thousand|million|dozen)s$", said) else said
    sign, digits, scale, more = match.groups()
    digits = re.sub(r",(?=\d$)", ".", re.sub(r"[,' \u202f](?=\d{3})", "", digits))
    low = (scale or "").lower()
    if low in _TIMES:
        digits = f"{float(digits) * _TIMES[low]:.2f}".rstrip("0").rstrip(".")
        scale = ""
    whole, dot, part = digits.partition(".")
    grouped = f"{int(whole):,}" if len(whole) > 3 and not whole.startswith("0") else whole
    scale = _NAMED.get(low, scale or "")
    return f"{sign}{grouped}{dot}{part}{' ' if scale else ''}{scale}{more}"


def _often(match: re.Match[str] | None) -> str:
    if not match:
        return ""
    unit = (match["unit"] or _ADVERBS[match["adverb"].lower()]).lower()
    unit = _SHORT_UNITS.get(unit, unit)
    return f"an {unit}" if unit == "hour" else f"a {unit}"


_UNIT = r"(?:ms|milliseconds?|µs|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|%|percent|per cent)"
_TWO = re.compile(
    rf"(?:from\s+)?(?P<q1>{_QUALIFIER})?\s*(?P<a>{_DIGITS}(?:\s?k\b)?)\s?(?P<u1>{_UNIT})?(?:\s(?:before|at first))?\s*"
    rf"(?:,?\s*(?:down |up )?to\b|,?\s?-+>|→|=>|-|–|,?\s(?:and )?then|,?\s(?:and )?now)\s*"
    rf"(?P<q2>{_QUALIFIER})?\s*(?P<b>{_DIGITS}(?:\s?k\b)?)\s?(?P<u2>{_UNIT})?(?:\s(?:after(?:wards)?|now))?",
    re.IGNORECASE,
)
_SAME = {
    "percent": "%",
    "per cent": "%",
    "secs": "s",
    "sec": "s",
    "mins": "minutes",
    "h": "hours",
    "hrs": "hours",
    "hr": "hours",
    "min": "minutes",
    "milliseconds": "ms",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after, each with the unit that the person gave ("" where none)."""

    before: str
    after: str
    unit_before: str = ""
    unit_after: str = ""


def change_in(answer: str) -> Change | None:
    """ "420 to 90", "from 420ms to 90ms", "420 -> 90"; None where the answer says more or less than that."""
    match = _TWO.fullmatch(answer.strip().rstrip(".!"))
    if not match:
        return None
    first, second = (_SAME.get((match[u] or "").lower(), (match[u] or "").lower()) for u in ("u1", "u2"))
    said = [f"{_qualifier(match[q] or '')} {amount(match[n])}".strip() for q, n in (("q1", "a"), ("q2", "b"))]
    return Change(said[0], said[1], first or second, second or first)
