"""How a score is made up, in tenths of a point, so that the parts that are shown add up to it exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from core.interview.bank import Point, Question
from core.interview.mark import FULL, HINT, Mark, Verdict

TENTHS = 10
_WHOLE = int(FULL * TENTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one key point brought, and what it is worth, in tenths."""

    point: Point
    verdict: Verdict
    earned: int
    worth: int

    @property
    def full(self) -> bool:
        return self.verdict.standing == "covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUp:
    """The parts of a score, all in tenths: what the points brought, less `doubt` and `hints`, and what is left over.

    `rest` is above 0 where a score would have fallen below 0, or where the question has changed since.
    """

    parts: tuple[Part, ...]
    doubt: int
    hints: int
    rest: int
    score: int


def make_up(question: Question, mark: Mark) -> MakeUp:
    """The score of a mark, part by part."""
    verdicts = {verdict.point: verdict for verdict in mark.verdicts}
    missed = {point.id: Verdict(point=point.id, standing="missed", share=0.0) for point in question.points}
    found = [verdicts.get(point.id, missed[point.id]) for point in question.points]
    whole = sum(point.weight for point in question.points)
    raw = [_WHOLE * point.weight * verdict.share / whole for point, verdict in zip(question.points, found, strict=True)]
    worth = shared(_WHOLE, [_WHOLE * point.weight / whole for point in question.points])
    score, hints = round(mark.score * TENTHS), round(HINT * TENTHS) * mark.hints
    after_doubt = score + hints if score else min(hints, round(mark.gate * max(0.0, sum(raw))))
    gained = round(sum(raw)) if mark.gate < 1 or after_doubt <= 0 else after_doubt
    earned = shared(max(gained, after_doubt) if score else gained, raw)
    doubt = min(0, after_doubt - sum(earned)) if sum(earned) > 0 else 0
    parts = [
        Part(point=point, verdict=verdict, earned=got, worth=most)
        for point, verdict, got, most in zip(question.points, found, earned, worth, strict=True)
    ]
    rest = score - sum(earned) - doubt + hints
    return MakeUp(parts=tuple(parts), doubt=doubt, hints=-hints, rest=rest, score=score)


def shared(total: int, amounts: Sequence[float]) -> list[int]:
    """The amounts as whole numbers that add up to the total, by largest remainders; amounts far from it keep their own."""
    whole = [floor(amount) for amount in amounts]
    left = total - sum(whole)
    if not 0 <= left <= len(amounts):
        return [round(amount) for amount in amounts]
    upwards = sorted(range(len(amounts)), key=lambda at: whole[at] - amounts[at])[:left]
    return [amount + (at in upwards) for at, amount in enumerate(whole)]


def tenths(amount: int) -> str:
    """An amount as it is read: "2.1", "−0.5"."""
    return f"{'−' if amount < 0 else ''}{abs(amount) // TENTHS}.{abs(amount) % TENTHS}"
