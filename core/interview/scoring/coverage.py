"""How far an answer covers each key point, and which words of it earned that."""

from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from core.interview.mark import Standing, Verdict
from core.interview.scoring.target import Target
from core.interview.scoring.windows import Windows

COVERED, PARTLY = 0.65, 0.35  # the least share of a point that counts as covered, or partly
QUOTE = 160  # letters of the words that earned a point
AGAINST = -0.25  # what a misconception about a point earns of it
TURNED = 0.6  # the share of a phrasing from which on a "not" too many or too few turns it round
MOSTLY = 0.5  # the share of the words said of a phrasing whose "not" differs, for it to be turned round
IN_WORDS = 0.2  # the share of a phrasing from which on a piece has its words
ALIKE = 0.5  # by how much a phrasing that agrees in what is denied may fit less
CLEARLY = 0.08  # by how much words must be nearer to a misconception for their point to count as contradicted
USUAL, DOUBTFUL = -0.2, 2  # how much nearer to what is wrong an honest answer is; as if so many more pieces were so
ON_THE_MATTER = 0.3  # the cosine from which on a piece speaks of the matter; below it is filler
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

    def share(self, logit: float) -> float:
        """The share of a point that a logit stands for."""
        curve = 1 / (1 + exp(-logit))
        return min(1.0, max(0.0, (curve - self.low) / (self.high - self.low)))


# Found by bench/fitting.py on tests/interview/answers/dev-*.json and the bank's own model answers.
WITH_MODEL = Weights(
    bias=-2.7, recall=4.17, apart=4.61, near=0, about=0, spread=0.83, low=0.21, high=0.54, margin=0.03, mixed=0.34
)
BY_WORDS = Weights(
    bias=-2.53, recall=3.18, apart=0, near=0, about=0.97, spread=2.07, low=0.11, high=0.65, margin=0.07, mixed=0.28
)


@dataclass(frozen=True, slots=True)
class Covering:
    """What an answer has of each point, and what the gate looks at.

    `turned`: the share of the points it comes near to that it denies. `denying`: the share of pieces that deny
    what is right. `mistaken`: how much nearer it is to misconceptions than
    to what is right, −1 to 1. `strange`: the share of what it says on the matter in words that nothing right has.
    `best`: the best share of any point. `nearest` and `recalled`: how near in meaning it comes to any phrasing, and how
    much of one it says, 0 to 1.
    """

    verdicts: tuple[Verdict, ...]
    turned: float = 0.0
    denying: float = 0.0
    mistaken: float = -1.0
    strange: float = 0.0
    best: float = 0.0
    nearest: float = 0.0
    recalled: float = 0.0


@dataclass(frozen=True, slots=True)
class _Compared:
    """Rows are windows, columns are phrasings; `astray` has one value a window."""

    near: Matrix
    recall: Matrix
    logits: Matrix
    straight: Matrix
    astray: Matrix
    nearest_wrong: NDArray[np.int64]


def cover(found: Windows, target: Target, weights: Weights | None = None) -> Covering:
    """What an answer has of each point of the target, in its order."""
    if not found.pieces:
        return Covering(tuple(Verdict(point=one.id, standing="missed", share=0.0) for one in target.points))
    weights = weights or (WITH_MODEL if found.vectors is not None else BY_WORDS)
    compared = _compare(found, target, weights)
    verdicts, tops = [], np.zeros((len(found.pieces), len(target.points)))
    for number in range(len(target.points)):
        columns = (target.owner == number) & target.right
        share = weights.share(_best_two(compared.straight[:, columns]))
        verdicts.append(_verdict(number, share, found, target, compared))
        tops[:, number] = compared.logits[: len(found.pieces), columns].max(axis=1)
    opposed = _opposed(found, target, compared)
    reached = np.array([weights.share(float(logit)) >= PARTLY for logit in tops.max(axis=0)])
    heavy = np.array([point.weight for point in target.points]) * reached
    turned = opposed[tops.argmax(axis=0), np.arange(len(target.points))]
    denying = opposed[np.arange(len(tops)), tops.argmax(axis=1)]
    return Covering(
        verdicts=tuple(verdicts),
        turned=float((heavy * turned).sum() / heavy.sum()) if reached.any() else 0.0,
        denying=float(denying.mean()),
        mistaken=_mistaken(found, target),
        strange=_strange(found, target),
        best=max(weights.share(float(compared.logits[:, target.right].max())), 0.0),
        recalled=float(compared.recall[:, target.right].max()),
        nearest=float(np.maximum(compared.near, compared.recall)[:, target.right].max()),
    )


def _best_two(logits: Matrix) -> float:
    """The mean of the two best phrasings: one alone may be near by chance."""
    return float(np.sort(logits.max(axis=0))[-2:].mean())


def _mistaken(found: Windows, target: Target) -> float:
    """The mean over an answer's pieces of how much nearer they are to something wrong than to anything right."""
    count = len(found.pieces)
    if found.vectors is None or target.vectors is None:
        nearness = found.stems[:count] @ target.recall.T
        return float(_astray(nearness, target)[0].mean())
    said, phrasings = target.apart(found.vectors[:count]), target.apart(target.vectors)
    right, wrong = phrasings[target.right], phrasings[~target.right]
    if target.backing is not None:
        right = np.concatenate([right, target.apart(target.backing)])
    if not len(wrong):
        return -1.0
    nearer = (said @ wrong.T).max(axis=1) - (said @ right.T).max(axis=1)
    return float((nearer.sum() + USUAL * DOUBTFUL) / (count + DOUBTFUL))


def _strange(found: Windows, target: Target) -> float:
    """The share of content words that stand nowhere in what is right, in the pieces that are on the matter at all.

    Without a model answer too few right words are known to say."""
    count = len(found.pieces)
    on = np.ones(count, dtype=bool)
    if found.vectors is not None and target.vectors is not None:
        on = (found.vectors[:count] @ target.vectors.T).max(axis=1) >= ON_THE_MATTER
    said = [
        word.stem
        for piece, is_on in zip(found.pieces, on, strict=True)
        if is_on
        for word in piece.words
        if not word.light
    ]
    return sum(stem not in target.told for stem in said) / len(said) if said and target.told else 0.0


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
    against = found.denied @ (target.recall - target.refused).T + (found.stems - found.denied) @ target.refused.T
    turned = (recall >= TURNED) & (against >= MOSTLY * recall)
    straight = np.where(turned | (astray > weights.margin)[:, None], OUT, logits)
    return _Compared(near, recall, logits, straight, astray, nearest)


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


def _opposed(found: Windows, target: Target, compared: _Compared) -> NDArray[np.bool_]:
    """Whether each piece denies what the phrasing nearest to it asserts; a row a piece, and a column a point.

    Of a piece that has words of the phrasing these count, else all its words: most of them must be denied.
    """
    count = len(found.pieces)
    recall, denied = compared.recall[:count], found.denied[:count] @ target.recall.T
    whole = np.array([len(piece.denied & piece.stems) / max(1, len(piece.stems)) for piece in found.pieces])
    denies = np.where(recall >= IN_WORDS, denied >= MOSTLY * recall, (whole >= MOSTLY)[:, None])
    opposed = np.zeros((count, len(target.points)), dtype=np.bool_)
    for number in range(len(target.points)):
        columns = (target.owner == number) & target.right
        logits, against = compared.logits[:count, columns], denies[:, columns] & ~target.negated[columns]
        standing = np.where(against, OUT, logits).max(axis=1)
        opposed[:, number] = standing < logits.max(axis=1) - ALIKE
    return opposed


def _verdict(number: int, share: float, found: Windows, target: Target, compared: _Compared) -> Verdict:
    point, columns = target.points[number].id, (target.owner == number) & target.right
    wrong = np.where(compared.nearest_wrong == number, compared.astray, OUT)
    if share < PARTLY and float(wrong.max()) > CLEARLY:
        worst = int(wrong.argmax())
        quote = found.pieces[max(found.first[worst], found.last[worst], key=lambda piece: compared.astray[piece])].text
        return Verdict(point=point, standing="contradicted", share=AGAINST, quote=_cut(quote))
    standing: Standing = "covered" if share >= COVERED else "partly" if share >= PARTLY else "missed"
    if standing == "missed":
        return Verdict(point=point, standing=standing, share=round(share, 2))
    window = int(compared.straight[:, columns].max(axis=1).argmax())
    halves = sorted({int(found.first[window]), int(found.last[window])})
    best = max(halves, key=lambda piece: float(compared.logits[piece, columns].max()))
    return Verdict(point=point, standing=standing, share=round(share, 2), quote=_cut(found.pieces[best].text))


def _cut(text: str) -> str:
    return text if len(text) <= QUOTE else text[:QUOTE].rsplit(maxsplit=1)[0]
