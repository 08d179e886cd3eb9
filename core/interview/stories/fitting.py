"""Whether a story answers the question that was asked, compared with all the other questions that it might answer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import log, sqrt
from statistics import fmean, pstdev

from core.interview.bank.loading import questions
from core.interview.bank.question import Question
from core.interview.mark import Verdict
from core.interview.scoring.words import words

FITS, ELSEWHERE = -0.3, -0.45  # between them a story becomes another question's; honest ones: -0.26 and more
LEAST = 0.03  # of 1: below it story and question share nothing
CLEAR, BARE = 0.8, 0.2  # mean shares of the key points: a story that clearly answers, and one that hardly can
Weights = Mapping[str, float]


def fitting(question: Question, told: str, verdicts: Sequence[Verdict]) -> float:
    """Whether a story is this question's (1) or another's (0), by its words and by what it covers of the key points."""
    covered = fmean(max(0.0, verdict.share) for verdict in verdicts) if verdicts else BARE
    if covered >= CLEAR:
        return 1.0
    return min(_ramp(fit(question, told), ELSEWHERE, FITS), _ramp(covered, BARE / 2, BARE))


def _ramp(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


def fit(question: Question, story: str) -> float:
    """How well a story fits its question, in standard deviations above its mean fit to the bank's behavioural ones.

    Words that few questions hold count most, so that what any story says counts little.
    """
    told = _weighted(_counted((story,)))
    here = _cosine(told, _profile(question))
    if here < LEAST:
        return 2 * ELSEWHERE
    others = [_cosine(told, _profile(other)) for other in _behavioural()]
    return (here - fmean(others)) / (pstdev(others) or 1.0)


@cache
def _behavioural() -> tuple[Question, ...]:
    return tuple(one for one in questions().values() if one.area == "behavioural")


@lru_cache(maxsize=256)
def _profile(question: Question) -> Weights:
    return _weighted(_said(question))


@lru_cache(maxsize=256)
def _said(question: Question) -> Mapping[str, int]:
    points = [text for point in question.points for text in (point.idea, *point.accept)]
    return _counted((question.question, question.question, *points))


def _counted(texts: Iterable[str]) -> Mapping[str, int]:
    return Counter(word.stem for text in texts for word in words(text) if not word.light)


@cache
def rarity() -> Weights:
    """How few of the behavioural questions hold a stem in question and key points: 0 for one that all hold, up to 3."""
    asked = _behavioural()
    known = Counter(stem for question in asked for stem in _said(question))
    return {stem: log((len(asked) + 1) / (count + 1)) for stem, count in known.items()}


def _weighted(counts: Mapping[str, int]) -> Weights:
    rare = rarity()
    return {stem: (1 + log(count)) * rare[stem] for stem, count in counts.items() if stem in rare}


def _cosine(one: Weights, other: Weights) -> float:
    lengths = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items()) / lengths if lengths else 0.0
