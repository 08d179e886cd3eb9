"""How far an answer covers each key point, and which words of it earned that."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.interview.mark import Standing, Verdict
from core.interview.scoring.target import Target
from core.interview.scoring.windows import Windows

COVERED, PARTLY = 0.65, 0.35  # the least share of a point that counts as covered, or partly
QUOTE = 160  # letters of the words that earned a point
AGAINST = -0.25  # what a misconception about a point earns of it
TURNED = 0.6  # the share of a phrasing from which on a "not" too many or too few turns it round
CLEARLY = 0.08  # by how much words must be nearer to a misconception for their point to count as contradicted
OUT = -99.0  # a logit that counts for nothing
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic curve; between `low` and `high` it becomes a share of 0 to 1.

    It adds up the share of a phrasing that the window says (`recall`) and that the whole answer says (`spread`), the
    nearness in meaning, with (`near`) and without (`apart`) what all phrasings of the question have in common, and the
    share of the window that is about the point (`about`). A window that is by `margin` nearer to a misconception than
    to anything right earns nothing; nearness counts there with `mixed` times the recall.
    """

    bias: float
    recall: float
    apart: float
    near: float
    about: float
    spread: float
    low: float
    high: float
    margin: float
    mixed: float

    def share(self, logit: Matrix | float) -> Matrix:
        """The share of a point that a logit stands for."""
        curve = 1 / (1 + np.exp(-np.asarray(logit, dtype=np.float32)))
        share: Matrix = np.clip((curve - self.low) / (self.high - self.low), 0, 1)
        return share


# Fitted by bench/scoring/fit.py on the answers in tests/interview/answers/dev-*.json and the bank's model answers.
WITH_MODEL = Weights(
    bias=-3.99, recall=4.01, apart=5.69, near=0.51, about=1.19, spread=1.4, low=0.16, high=0.68, margin=0.0, mixed=0.38
)
BY_WORDS = Weights(
    bias=-2.92, recall=2.54, apart=0, near=0, about=3.95, spread=1.38, low=0.18, high=0.65, margin=0.08, mixed=0.65
)


@dataclass(frozen=True, slots=True)
class Covering:
    """What an answer has of each point, with what the gate looks at: which points a negation turned round (`turned`),
    how much nearer its windows are to misconceptions (`mistaken`), and the best share of any point (`best`)."""

    verdicts: tuple[Verdict, ...]
    turned: float = 0.0
    mistaken: float = 0.0
    best: float = 0.0


@dataclass(frozen=True, slots=True)
class _Compared:
    """Rows are windows, columns are phrasings; `astray` has one value a window."""

    logits: Matrix
    straight: Matrix
    turned: NDArray[np.bool_]
    astray: Matrix
    nearest_wrong: NDArray[np.int64]


def cover(found: Windows, target: Target) -> Covering:
    """What an answer has of each point of the target, in its order."""
    if not found.pieces:
        return Covering(tuple(Verdict(point=one.id, standing="missed", share=0.0) for one in target.points))
    weights = WITH_MODEL if found.vectors is not None else BY_WORDS
    compared = _compare(found, target, weights)
    verdicts, turned, best = [], 0.0, 0.0
    for number, point in enumerate(target.points):
        columns = (target.owner == number) & target.right
        window = int(compared.straight[:, columns].max(axis=1).argmax())
        share = float(weights.share(float(compared.straight[window, columns].max())))
        verdicts.append(_verdict(point.id, share, found, compared, window, number, columns))
        turned += point.weight * _is_turned(found, target, weights, compared, columns)
        best = max(best, float(weights.share(float(compared.logits[:, columns].max()))))
    whole = sum(point.weight for point in target.points)
    mistaken = float(np.maximum(compared.astray[: len(found.pieces)], 0).mean())
    return Covering(tuple(verdicts), turned / whole, mistaken, best)


def _compare(found: Windows, target: Target, weights: Weights) -> _Compared:
    recall = found.stems @ target.recall.T
    near = apart = np.zeros_like(recall)
    if found.vectors is not None and target.vectors is not None:
        near = found.vectors @ target.vectors.T
        apart = target.apart(found.vectors) @ target.apart(target.vectors).T
    spread = found.stems.max(axis=0) @ target.recall.T
    logits = (
        weights.bias
        + weights.recall * recall
        + weights.apart * apart
        + weights.near * near
        + weights.about * _about(found, target)[:, target.owner]
        + weights.spread * spread
    )
    astray, nearest = _astray(near + weights.mixed * recall, target)
    turned = (_negated(found)[:, None] != target.negated[None, :]) & (recall >= TURNED)
    straight = np.where(turned | (astray > weights.margin)[:, None], OUT, logits)
    return _Compared(logits, straight, turned, astray, nearest)


def _about(found: Windows, target: Target) -> Matrix:
    """Rows are windows, columns are points: the share of what the window says that stands in the point's phrasings."""
    stands = np.stack(
        [
            (target.recall[(target.owner == number) & target.right] > 0).any(axis=0)
            for number in range(len(target.points))
        ]
    )
    whole = np.maximum(found.weights.sum(axis=1) + found.other, 1e-6)
    about: Matrix = (found.weights @ stands.T.astype(np.float32)) / whole[:, None]
    return about


def _astray(nearness: Matrix, target: Target) -> tuple[Matrix, NDArray[np.int64]]:
    """For each window how much nearer it is to a misconception than to anything right, and whose misconception."""
    if target.right.all():
        return np.full(len(nearness), -1, dtype=np.float32), np.zeros(len(nearness), dtype=np.int64)
    wrong = nearness[:, ~target.right]
    astray: Matrix = wrong.max(axis=1) - nearness[:, target.right].max(axis=1)
    return astray, target.owner[~target.right][wrong.argmax(axis=1)]


def _negated(found: Windows) -> NDArray[np.bool_]:
    single = np.array([piece.negated for piece in found.pieces])
    return single[found.first] | single[found.last]


def _is_turned(
    found: Windows, target: Target, weights: Weights, compared: _Compared, columns: NDArray[np.bool_]
) -> bool:
    """Whether the words nearest to a point deny what all its phrasings assert, or assert what they deny."""
    logits = compared.logits[:, columns]
    window, column = np.unravel_index(int(logits.argmax()), logits.shape)
    reached = float(weights.share(float(logits[window, column]))) >= PARTLY
    return reached and bool(_negated(found)[window] != target.negated[columns][column])


def _verdict(
    point: str,
    share: float,
    found: Windows,
    compared: _Compared,
    window: int,
    number: int,
    columns: NDArray[np.bool_],
) -> Verdict:
    wrong = np.where(compared.nearest_wrong == number, compared.astray, OUT)
    if share < PARTLY and float(wrong.max()) > CLEARLY:
        quote = found.pieces[int(found.first[int(wrong.argmax())])].text
        return Verdict(point=point, standing="contradicted", share=AGAINST, quote=_cut(quote))
    standing: Standing = "covered" if share >= COVERED else "partly" if share >= PARTLY else "missed"
    if standing == "missed":
        return Verdict(point=point, standing=standing, share=round(share, 2))
    halves = {int(found.first[window]), int(found.last[window])}
    best = max(sorted(halves), key=lambda piece: float(compared.logits[piece, columns].max()))
    return Verdict(point=point, standing=standing, share=round(share, 2), quote=_cut(found.pieces[best].text))


def _cut(text: str) -> str:
    return text if len(text) <= QUOTE else text[:QUOTE].rsplit(maxsplit=1)[0]
