"""How far the scorer and the people agree, where people said what an answer is worth."""

from collections.abc import Sequence
from dataclasses import dataclass

CLOSE = 1.0  # points of ten


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `count` corrected scores: how much higher people score on average, and the share within one point (0–1)."""

    count: int
    difference: float
    close: float


def agreement(pairs: Sequence[tuple[float, float]]) -> Agreement:
    """The agreement of pairs of the scorer's and the person's score; zeros where there are none."""
    if not pairs:
        return Agreement(0, 0.0, 0.0)
    apart = [own - scored for scored, own in pairs]
    close = sum(abs(one) <= CLOSE + 1e-9 for one in apart)  # scores have one decimal, differences of floats do not
    return Agreement(len(pairs), sum(apart) / len(pairs), close / len(pairs))
