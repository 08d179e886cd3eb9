"""How a score is made up, in tenths of a point, so that the parts that are shown add up to it exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from core.interview.bank import Point, Question
from core.interview.mark import FULL, HINT, Item, Mark, Verdict
from core.interview.stories.lines import LINES

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
class Balance:
    """What the parts brought each, and what was taken off for doubt and hints; `rest` makes up for what is below 0.

    All in tenths. `rest` is also what is left over where the question has changed since.
    """

    earned: tuple[int, ...]
    doubt: int
    hints: int
    rest: int
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUp:
    """The key points of an answer with what each brought, and the balance of them."""

    parts: tuple[Part, ...]
    balance: Balance


def make_up(question: Question, mark: Mark) -> MakeUp:
    """The score of a mark, key point by key point."""
    verdicts = {verdict.point: verdict for verdict in mark.verdicts}
    missed = {point.id: Verdict(point=point.id, standing="missed", share=0.0) for point in question.points}
    found = [verdicts.get(point.id, missed[point.id]) for point in question.points]
    weights = [point.weight for point in question.points]
    shares = [verdict.share for verdict in found]
    settled = balance(weights, shares, mark)
    worth = _above(settled.earned, _worths(weights))
    rows = zip(question.points, found, settled.earned, worth, strict=True)
    parts = tuple(Part(point=point, verdict=verdict, earned=got, worth=most) for point, verdict, got, most in rows)
    return MakeUp(parts=parts, balance=settled)


def listed(mark: Mark) -> tuple[list[tuple[Item, int]], Balance]:
    """The lines of a checklist, each with what it is worth in tenths, and the balance of them."""
    weights = [worth_of(item) for item in mark.checklist]
    settled = balance(weights, [float(item.there) for item in mark.checklist], mark)
    missing = _worths(weights)
    rows = zip(mark.checklist, settled.earned, missing, strict=True)
    return [(item, earned if item.there else worth) for item, earned, worth in rows], settled


def worth_of(item: Item) -> int:
    """What a line of a checklist is worth beside the others; one that is no longer looked for counts once."""
    return LINES[item.name].worth if item.name in LINES else 1


def _worths(weights: Sequence[int]) -> list[int]:
    return shared(_WHOLE, [_WHOLE * weight / sum(weights) for weight in weights])


def _above(earned: Sequence[int], worths: Sequence[int]) -> list[int]:
    """What parts are worth, moved by tenths so that none is worth less than it brought; the sum stays."""
    worth = list(worths)
    for at, got in enumerate(earned):
        while worth[at] < got:
            widest = max(range(len(worth)), key=lambda other: worth[other] - max(0, earned[other]))
            if worth[widest] <= earned[widest]:
                return worth
            worth[at], worth[widest] = worth[at] + 1, worth[widest] - 1
    return worth


def balance(weights: Sequence[int], shares: Sequence[float], mark: Mark) -> Balance:
    """The score of a mark as what each part brought, less what was taken off."""
    whole = sum(weights)
    raw = [_WHOLE * weight * share / whole for weight, share in zip(weights, shares, strict=True)]
    score, hints = round(mark.score * TENTHS), round(HINT * TENTHS) * mark.hints
    after_doubt = score + hints if score else min(hints, round(mark.gate * max(0.0, sum(raw))))
    gained = round(sum(raw)) if mark.gate < 1 or after_doubt <= 0 else after_doubt
    earned = shared(max(gained, after_doubt) if score else gained, raw)
    doubt = min(0, after_doubt - sum(earned)) if sum(earned) > 0 else 0
    rest = score - sum(earned) - doubt + hints
    return Balance(earned=tuple(earned), doubt=doubt, hints=-hints, rest=rest, score=score)


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
