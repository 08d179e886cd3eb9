"""Dates and periods in running text, in every form that people write on a résumé."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.resume.parsing.months import fold, month_of
from core.resume.parsing.words import words

TOKEN = re.compile(
    r"""(?P<ymd>(?<!\d)(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?)(?!\d))
    |(?P<cjk>(?:19|20)\d\d\s?[年년]\s?(?:\d{1,2}\s?[月월])?)
    |(?P<dmy>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d))
    |(?P<my>(?:0?[1-9]|1[0-2])(?:\s?[./]\s?|-)(?:19|20)\d\d(?!\d))
    |(?P<short>(?:0?[1-9]|1[0-2])/\d\d(?![\d/]))
    |(?P<year>(?:19[5-9]|20[0-4])\d(?!\d))
    |(?P<tick>['’‘`´]\s?\d\d(?!\d))
    |(?P<quarter>[Qq][1-4]\b)
    |(?P<number>\d+(?:st|nd|rd|th)?)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?\.?)
    |(?P<dash>[-‐‑‒–—―−~→﹘－]+)
    |(?P<other>\S)""",
    re.VERBOSE,
)
MAYBE = re.compile(r"\d\d")
DURATION = re.compile(
    r"\s*[(·•,|-]?\s*(?:\d+\s*\+?\s*(?:years?|yrs?|months?|mos?|weeks?|wks?|jahre?|monate?|ans?|mois|años?|"
    r"meses|mes)\b\.?"
    r"(?:\s*(?:and|,|&)?\s*)?){1,2}\)?|\s*\(less than a year\)",
    re.IGNORECASE,
)
PRESENT = words(
    "present current currently now today date ongoing onwards onward heute jetzt gegenwart laufend "
    "aktuell aujourd'hui jour cours actualidad actual actualmente fecha hoy presente attuale oggi "
    "corso atual atualmente heden nu nutid pågående obecnie teraz dnes soucasnost prezent jelen "
    "jelenleg günümüz halen настоящее сейчас наст зараз sekarang"
)
PRESENT_FOLDED = frozenset(fold(word.replace("’", "'")) for word in PRESENT)
ARTICLES = words("la le the a à ce en l o os il in time по")
JOINERS = words("to until till til thru through and bis à a au al hasta até ate do tot по до und")
LEADS = words(
    "from since expected exp anticipated projected graduating graduation graduated grad est estimated "
    "due approx circa von seit ab desde depuis de dal da od с vanaf sinds dates date completed issued "
    "obtained awarded attended"
)
FILLERS = frozenset(["of", "de", "del", "di", "of-", "year"])
SINCE = words("since seit desde depuis dal sinds vanaf od ab с")
FUTURE = words("expected anticipated projected graduating exp due estimated est")


@dataclass(frozen=True, slots=True)
class Moment:
    year: int = 0
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class Period:
    """A period in a text: `YYYY-MM`, `YYYY` or `present`, and the span of characters that says so.

    `single` is true where one moment alone is named; `start` and `end` then agree.
    """

    start: str
    end: str
    at: int
    to: int
    single: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int
    to: int

    @property
    def word(self) -> str:
        return fold(self.text.replace("’", "'")) if self.kind == "word" else ""


END = Token("end", "", -1, -1)


def century(two_digits: int) -> int:
    return (1900 if two_digits > 49 else 2000) + two_digits


def numeric(token: Token) -> Moment | None:
    """The moment that one numeric token says by itself."""
    numbers = [int(part) for part in re.findall(r"\d+", token.text)]
    match token.kind:
        case "ymd" | "cjk":
            return Moment(numbers[0], numbers[1] if len(numbers) > 1 else 0)
        case "dmy":
            month = numbers[1] if numbers[1] <= 12 else numbers[0]
            return Moment(numbers[2], month) if 1 <= month <= 12 else None
        case "my":
            return Moment(numbers[1], numbers[0])
        case "short":
            return Moment(century(numbers[1]), numbers[0])
        case "year":
            return Moment(numbers[0])
    return None


class Reader:
    """Walks over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [Token(m.lastgroup or "", m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else END

    def moment(self, i: int) -> tuple[Moment, int] | None:
        token = self.at(i)
        if token.kind in {"ymd", "cjk", "dmy", "my", "short"}:
            found = numeric(token)
            return (found, i + 1) if found else None
        if token.kind == "year":
            return self.after_year(i, int(token.text))
        if token.kind in {"word", "quarter"} and month_of(token.text):
            return self.after_month(i + 1, month_of(token.text))
        if token.kind == "number" and month_of(self.at(i + 1).text) and self.at(i + 1).kind == "word":
            return self.after_month(i + 2, month_of(self.at(i + 1).text))
        return None

    def after_year(self, i: int, year: int) -> tuple[Moment, int]:
        following = self.at(i + 1)
        month = month_of(following.text) if following.kind in {"word", "quarter"} else 0
        if month and not self.year_at(i + 2):
            return Moment(year, month), i + 2
        return Moment(year), i + 1

    def after_month(self, i: int, month: int) -> tuple[Moment, int]:
        """A moment whose month is known; without a year the year is 0."""
        start = i
        if self.at(i).kind == "number" and len(self.at(i).text.rstrip("sthndr")) <= 2:
            i += 1
        day = i
        while self.at(i).text in {",", ".", "/"} or self.at(i).word in FILLERS:
            i += 1
        year = self.year_at(i)
        if not year and self.at(i).kind == "dash" and self.at(i).text == "-" and self.glued(i):
            year, i = self.year_at(i + 1), i + 1
        return (
            (Moment(year, month), i + 1) if year else (Moment(0, month), day if self.at(day).kind == "dash" else start)
        )

    def glued(self, i: int) -> bool:
        return self.at(i - 1).to == self.at(i).at and self.at(i).to == self.at(i + 1).at

    def year_at(self, i: int) -> int:
        token = self.at(i)
        if token.kind == "year":
            return int(token.text)
        if token.kind == "tick":
            return century(int(token.text[-2:]))
        two = token.kind == "number" and len(token.text) == 2 and token.text.isdigit()
        if two and month_of(self.at(i - 1).text) and self.at(i - 1).kind == "word" and int(token.text) > 31 - 16:
            return century(int(token.text))
        return 0

    def present(self, i: int) -> int:
        """The index after a word for "until now", or 0."""
        while self.at(i).word in ARTICLES:
            i += 1
        return i + 1 if self.at(i).word in PRESENT_FOLDED else 0

    def joiner(self, i: int) -> int:
        """The index after what joins two moments, or 0."""
        j = i
        while self.at(j).text in {"(", ")", "["} and self.at(j + 1).kind == "dash":
            j += 1
        if self.at(j).kind == "dash":
            return j + 2 if self.at(j + 1).word in JOINERS else j + 1
        return j + 1 if self.at(j).word in JOINERS else 0

    def lost_dash(self, i: int) -> int:
        """The index itself where the end of a period follows its start directly: the dash was a glyph without a meaning."""
        following = self.moment(i) if month_of(self.at(i).text) or self.at(i).kind in {"my", "ymd"} else None
        shown = self.present(i) == i + 1 and self.at(i).word in {"present", "current", "now", "today"}
        return i if shown or (following and following[0].year and following[0].month and self.dated(i)) else 0

    def dated(self, i: int) -> bool:
        """Whether what stands right before is a moment with a month."""
        return self.at(i - 1).kind in {"my", "ymd"} or bool(month_of(self.at(i - 2).text))

    def leads(self, i: int) -> tuple[int, set[str]]:
        """Skips words such as "expected" or "since"."""
        words: set[str] = set()
        while self.at(i).word in LEADS or (words and self.at(i).text in {":", "."}):
            words.add(self.at(i).word)
            i += 1
        return i, words


def period_at(reader: Reader, i: int) -> tuple[Period, int] | None:
    start, words = reader.leads(i)
    first = reader.moment(start)
    if not first:
        return None
    moment, after = first
    at = reader.at(i).at
    joined = reader.joiner(after) or reader.lost_dash(after)
    if joined and (finished := finish(reader, moment, joined)):
        begin, end, last = finished
        return Period(begin, end, at, reader.at(last - 1).to), last
    if not moment.year or reader.at(start).kind == "short":
        return None
    return alone(reader, moment, at, after, words)


def alone(reader: Reader, moment: Moment, at: int, after: int, words: set[str]) -> tuple[Period, int]:
    """One moment without a second: since, open-ended, an academic year, or just that moment."""
    to, said = reader.at(after - 1).to, str(moment)
    if reader.at(after).text == "/" and reader.at(after + 1).kind in {"number", "year"} and not moment.month:
        digits = reader.at(after + 1).text
        if len(digits) in {2, 4} and digits.isdigit():
            end = moment.year // 100 * 100 + int(digits[-2:])
            return Period(said, str(end), at, reader.at(after + 1).to), after + 2
    if reader.at(after).kind == "dash" and not reader.text[reader.at(after).to :].strip(" )]"):
        return Period(said, "present", at, reader.at(after).to), after + 1
    if words & SINCE or reader.at(after).word in {"onwards", "onward"}:
        return Period(said, "present", at, to), after
    trailing = reader.at(after + 1).word if reader.at(after).text in "(," else reader.at(after).word
    return Period(said, said, at, to, single=True, expected=bool(words & FUTURE) or trailing in FUTURE), after


def finish(reader: Reader, first: Moment, i: int) -> tuple[str, str, int] | None:
    """The end of a range that began with `first`, and the first moment with the year it may share."""
    if (after := reader.present(i)) and first.year:
        return str(first), "present", after
    i, _ = reader.leads(i)
    token = reader.at(i)
    second = reader.moment(i)
    if second and second[0].year:
        begin = first if first.year else Moment(second[0].year - (first.month > second[0].month > 0), first.month)
        return (str(begin), str(second[0]), second[1]) if begin.year <= second[0].year else None
    if second and first.year and second[0].month and first.month:
        return str(first), str(Moment(first.year, second[0].month)), second[1]
    if token.kind in {"number", "tick"} and first.year and not first.month and len(token.text.strip("'’‘`´ ")) == 2:
        end = first.year // 100 * 100 + int(token.text[-2:])
        return (str(first), str(end), i + 1) if 0 <= end - first.year <= 20 else None
    return None


AMOUNT_BEFORE = re.compile(r"[$€£#~+<>=@_]\s?$")
AMOUNT_AFTER = re.compile(r"^(?:[%+xk]|[.,]\d|\s?(?:\+|users|people|lines|requests|students)\b)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Period, ...]:
    """All periods in a text, in order; amounts such as `$2000` or `2000+` are no dates."""
    if not MAYBE.search(text):
        return ()
    reader = Reader(text)
    found: list[Period] = []
    i = 0
    while i < len(reader.tokens):
        hit = period_at(reader, i)
        if hit and plausible(text, hit[0]):
            found.append(hit[0])
            i = hit[1]
        else:
            i += 1
    return tuple(found)


def plausible(text: str, period: Period) -> bool:
    return not AMOUNT_BEFORE.search(text[: period.at]) and not AMOUNT_AFTER.search(text[period.to :])


def without(text: str, periods: Sequence[Period]) -> str:
    """The text with its periods, their durations and the brackets around them cut out, a tab in their place."""
    if not periods and "(" not in text and "[" not in text:
        return text
    for period in reversed(periods):
        tail = text[period.to :]
        duration = DURATION.match(tail)
        closing = ")" if duration and duration.group().count(")") > duration.group().count("(") else ""
        text = text[: period.at] + "\t" + closing + (tail[duration.end() :] if duration else tail)
    return re.sub(
        r"[(\[]\s*(?:expected|present|current)?\s*\t\s*(?:expected|anticipated)?\s*[)\]]",
        "\t",
        text,
        flags=re.IGNORECASE,
    )
