"""An answer cut into windows of one or two sentences, as numbers that a target can be held against."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.interview.scoring.address import to_grader
from core.interview.scoring.sentences import Piece, pieces
from core.interview.scoring.signs import repeated
from core.interview.scoring.target import Embed, Target
from core.interview.scoring.words import weight

MOST_WORDS = 8_000  # of an answer that are read
MOST_READ = 36  # pieces that are embedded: in an endless answer those that share most words with what is wanted


@dataclass(frozen=True, slots=True)
class Windows:
    """Rows are windows: first each piece, then each two neighbours (`first` and `last` are numbers of pieces).

    `stems` has the target's columns, and so has `denied`, the stems that are only denied; `other` is the weight of what
    the window says beside them.
    """

    pieces: tuple[Piece, ...]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    stems: NDArray[np.float32]
    denied: NDArray[np.float32]
    weights: NDArray[np.float32]
    other: NDArray[np.float32]
    vectors: NDArray[np.float32] | None


def windows(answer: tuple[Piece, ...], target: Target, embed: Embed | None) -> Windows:
    """The windows of an answer that was cut into pieces; none if it has no words."""
    stems, denied, weights, other = _columns(answer, target)
    kept = _kept(stems, target)
    answer = tuple(answer[number] for number in kept)
    stems, denied, weights, other = stems[kept], denied[kept], weights[kept], other[kept]
    count = len(answer)
    pairs = [number for number in range(count - 1) if kept[number] + 1 == kept[number + 1]]
    first = np.array([*range(count), *pairs], dtype=np.int64)
    last = np.array([*range(count), *(number + 1 for number in pairs)], dtype=np.int64)
    both = np.maximum(stems[first], stems[last])
    plain = np.maximum((stems - denied)[first], (stems - denied)[last])
    own = np.maximum(weights[first], weights[last])
    extra = np.where(first == last, other[first], other[first] + other[last])
    vectors = None
    if embed and count:
        read_once = {text: embed(text) for text in dict.fromkeys(piece.text for piece in answer)}
        single = np.stack([read_once[piece.text] for piece in answer])
        joined = single[first] + single[last] * (first != last)[:, None]
        vectors = joined / np.linalg.norm(joined, axis=1, keepdims=True)
    return Windows(answer, first, last, both, both - plain, own, extra, vectors)


def read(answer: str) -> tuple[Piece, ...]:
    """The pieces of the part of an answer that is read."""
    found, room = [], MOST_WORDS
    for piece in pieces(answer[: MOST_WORDS * 12]):
        room -= len(piece.words)
        if room < 0:
            break
        found.append(piece)
    return tuple(found)


def heard(answer: Sequence[Piece], target: Target) -> tuple[Piece, ...]:
    """The pieces that can earn something: not those for the grader, nor what the person was given."""
    return tuple(piece for piece in answer if not to_grader(piece) and not repeated(piece, target.given))


def _columns(
    answer: tuple[Piece, ...], target: Target
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    stems = np.zeros((len(answer), target.recall.shape[1]), dtype=np.float32)
    denied, weights = np.zeros_like(stems), np.zeros_like(stems)
    other = np.zeros(len(answer), dtype=np.float32)
    found: dict[str, int | None] = {}
    for row, piece in enumerate(answer):
        for word in piece.words:
            if word.light:
                continue
            if word.stem not in found:
                found[word.stem] = target.column(word.stem)
            column = found[word.stem]
            if column is not None:
                stems[row, column] = 1
                denied[row, column] = word.stem in piece.denied
                weights[row, column] = weight(word.text)
            elif word.stem not in target.known:
                other[row] += weight(word.text)
    return stems, denied, weights, other


def _kept(stems: NDArray[np.float32], target: Target) -> NDArray[np.int64]:
    if len(stems) <= MOST_READ:
        return np.arange(len(stems), dtype=np.int64)
    best = (stems @ target.recall.T).max(axis=1)
    return np.sort(np.argsort(-best, kind="stable")[:MOST_READ])
