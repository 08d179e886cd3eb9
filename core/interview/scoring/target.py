"""What an answer is held against: the phrasings of each key point as numbers, made once for a question."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from core.interview.scoring.contrast import Contrast, contrasts
from core.interview.scoring.embedding import Vector
from core.interview.scoring.negation import denied
from core.interview.scoring.sentences import Piece, pieces
from core.interview.scoring.words import content, words

LEAST = 4  # phrasings that have something in common
Embed = Callable[[str], Vector]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One key point: any of the phrasings `right` alone earns it, any of `wrong` shows a misconception."""

    id: str
    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Target:
    """Rows are phrasings, columns are stems. `owner` is the number of the point that a phrasing belongs to.

    A row of `recall` adds up to 1, so that it times the stems of a text is the share of the phrasing that was said.
    `refused` is the part of `recall` that a phrasing says only to deny it, `negated` whether it denies anything. The
    question's own words (`known`) count for nothing. `told` are all stems of what is right, the model answer's too;
    `model` are the model answer's sentences, `backing` their vectors. `given` are all sentences that the person was shown: the
    question, its stages, hints and follow-ups.
    """

    question: str
    points: tuple[Wanted, ...]
    known: frozenset[str]
    columns: dict[str, int]
    recall: NDArray[np.float32]
    refused: NDArray[np.float32]
    negated: NDArray[np.bool_]
    owner: NDArray[np.int64]
    right: NDArray[np.bool_]
    vectors: NDArray[np.float32] | None
    middle: NDArray[np.float32] | None
    told: frozenset[str]
    backing: NDArray[np.float32] | None
    contrasts: tuple[Contrast, ...]
    given: tuple[str, ...]
    model: tuple[Piece, ...]

    def apart(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Unit vectors without what all right phrasings have in common: there the points of one question differ."""
        if self.middle is None:
            return vectors
        left = vectors - (vectors @ self.middle)[:, None] * self.middle
        unit: NDArray[np.float32] = left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-6)
        return unit

    def column(self, stem: str) -> int | None:
        """The column of a stem, mistyped by a letter or two perhaps."""
        if stem in self.columns or len(stem) < 5:
            return self.columns.get(stem)
        slips = 1 if len(stem) < 9 else 2
        for wanted, number in self.columns.items():
            if (
                wanted[0] == stem[0]
                and abs(len(wanted) - len(stem)) <= slips
                and len(wanted) >= 5
                and Levenshtein.distance(wanted, stem, score_cutoff=slips) <= slips
            ):
                return number
        return None


def target(
    question: str,
    points: Sequence[Wanted],
    embed: Embed | None,
    answer: str = "",
    given: Sequence[str] = (),
) -> Target:
    """The points of a question, ready to be compared with answers; without `embed` by words alone.

    `answer` is a model answer, `given` are other texts that the person was shown, if there are any.
    """
    known = frozenset(word.stem for word in words(question) if not word.light)
    rows = [(n, True, text) for n, one in enumerate(points) for text in one.right]
    rows += [(n, False, text) for n, one in enumerate(points) for text in one.wrong]
    said = [words(text) for _, _, text in rows]
    weights = [content(found, known) or content(found) for found in said]
    columns = {stem: number for number, stem in enumerate(dict.fromkeys(stem for one in weights for stem in one))}
    recall = np.zeros((len(rows), max(1, len(columns))), dtype=np.float32)
    common = _common([(owner, one) for (owner, fine, _), one in zip(rows, weights, strict=True) if fine])
    for row, one in enumerate(weights):
        telling = {stem: weight / common.get(stem, 1) for stem, weight in one.items()}
        for stem, weight in telling.items():
            recall[row, columns[stem]] = weight / sum(telling.values())
    refused = [denied(text, found) for (_, _, text), found in zip(rows, said, strict=True)]
    right = np.array([right for _, right, _ in rows], dtype=np.bool_)
    vectors = np.stack([embed(text) for _, _, text in rows]) if embed else None
    return Target(
        question=question,
        points=tuple(points),
        known=known,
        columns=columns,
        recall=recall,
        refused=_refused(recall, columns, refused),
        negated=np.array([bool(stems) for stems in refused], dtype=np.bool_),
        owner=np.array([number for number, _, _ in rows], dtype=np.int64),
        right=right,
        vectors=vectors,
        middle=_middle(vectors[right]) if vectors is not None else None,
        told=frozenset()
        if not answer
        else known
        | frozenset(word.stem for word in words(answer) if not word.light)
        | frozenset(stem for (_, fine, _), one in zip(rows, weights, strict=True) if fine for stem in one),
        model=pieces(answer),
        backing=_stacked([piece.text for piece in pieces(answer)], embed),
        contrasts=contrasts(question, [text for _, fine, text in rows if fine], answer) if answer else (),
        given=tuple(piece.text.lower() for text in (question, *given) for piece in pieces(text)),
    )


def _common(rows: Sequence[tuple[int, Mapping[str, float]]]) -> Mapping[str, int]:
    """In how many points' right phrasings each stem stands: what stands in several tells them apart less."""
    return Counter(
        stem for owner in {owner for owner, _ in rows} for stem in {s for n, one in rows if n == owner for s in one}
    )


def _refused(
    recall: NDArray[np.float32], columns: dict[str, int], stems: Sequence[frozenset[str]]
) -> NDArray[np.float32]:
    refused = np.zeros_like(recall)
    for row, denied_stems in enumerate(stems):
        inside = [columns[stem] for stem in denied_stems if stem in columns]
        refused[row, inside] = recall[row, inside]
    return refused


def _stacked(texts: Sequence[str], embed: Embed | None) -> NDArray[np.float32] | None:
    return np.stack([embed(text) for text in texts]) if embed and texts else None


def _middle(vectors: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The common direction of several vectors; of a single one nothing would be left without it."""
    if len(vectors) < LEAST:
        return None
    mean = vectors.mean(axis=0)
    unit: NDArray[np.float32] = mean / np.linalg.norm(mean)
    return unit
