"""Signs that a text is hardly an answer, each 0 to 1 and the more the worse; the gate weighs them."""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from core.interview.scoring.sentences import Piece
from core.interview.scoring.words import Word

_LISTED = frozenset(
    """
    a an the and or etc also plus
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)  # light words that a mere list of terms has too
_CHUNK = re.compile(r"[,;.!?\n|/•–—]")
_DETERMINERS = frozenset(
    """
    a an the my your our their his her its
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
_NEVER_AFTER = frozenset(
    """
    of in on at to and or is are was the a an be by for with if so that has have do does can will
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
SLIPS = 1  # of the pen, that no honest answer exceeds
REPEATED = 85  # of 100: from then on two sentences are one, give or take a slip of the pen
LETTER_BY_LETTER = 95  # the same for a few words
ALIKE, OWN = 0.75, 3  # of the stems of a piece, and its fewest stems: from then on it is a sentence over again
LONG = 220  # words up to which nobody rambles
FEWEST = 6  # words below which a list cannot be told from a short answer


@dataclass(frozen=True, slots=True)
class Signs:
    """`terms`: terms without sentences. `salad`: function words in impossible order. `echo`: only the question's words.
    `negated`: what was wanted, denied. `swapped`: said of one thing what holds of the other. `mistaken`: near to
    misconceptions. `strange`: words that nothing right has. `thin`: long for how little it says. `grader`: words for the
    grader. `unknown`: says that it does not know. `foreign`: nothing of what was wanted."""

    terms: float = 0.0
    salad: float = 0.0
    echo: float = 0.0
    negated: float = 0.0
    swapped: float = 0.0
    mistaken: float = 0.0
    strange: float = 0.0
    thin: float = 0.0
    grader: float = 0.0
    unknown: float = 0.0
    foreign: float = 0.0

    def row(self) -> tuple[float, ...]:
        return astuple(self)


def ramp(value: float, low: float, high: float) -> float:
    """0 up to `low`, 1 from `high` on, straight between."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def terms(answer: Sequence[Piece]) -> float:
    """How far an answer is a list of terms: few words bind sentences, and most stand in chunks without any."""
    every = [word for piece in answer for word in piece.words]
    if len(every) < FEWEST:
        return 0.0
    bound = sum(_binds(word) for word in every) / len(every)
    return ramp(listed(answer), 0.3, 0.8) * (1 - ramp(bound, 0.08, 0.24))


def listed(text: Sequence[Piece]) -> float:
    """The share of words in chunks without any word that binds a sentence."""
    chunks = [chunk for piece in text for chunk in _chunks(piece)]
    loose = sum(len(chunk) for chunk in chunks if not any(_binds(word) for word in chunk))
    return loose / max(1, sum(len(chunk) for chunk in chunks))


def _binds(word: Word) -> bool:
    return word.light and word.text.lower() not in _LISTED


def _chunks(piece: Piece) -> list[list[Word]]:
    chunks: list[list[Word]] = [[]]
    for before, word in zip((None, *piece.words), piece.words, strict=False):
        if before and _CHUNK.search(piece.text, before.end, word.start):
            chunks.append([])
        chunks[-1].append(word)
    return chunks


def salad(answer: Sequence[Piece]) -> float:
    """How often a determiner stands before a word that cannot follow it."""
    pairs = [(piece, one, other) for piece in answer for one, other in pairwise(piece.words)]
    wrong = sum(
        one.text in _DETERMINERS
        and other.text in _NEVER_AFTER
        and piece.text[one.end : other.start].isspace()
        and piece.text[other.end : other.end + 1] != "-"  # "an in-order walk"
        for piece, one, other in pairs
    )
    return ramp((wrong - SLIPS) / max(FEWEST, len(pairs)), 0.0, 0.02)


def echo(answer: Sequence[Piece], known: frozenset[str]) -> float:
    """The share of an answer's different words that the question had already said."""
    said = {word.stem for piece in answer for word in piece.words if not word.light}
    return ramp(len(said & known) / max(1, len(said)), 0.45, 0.9) if said else 0.0


def repeated(piece: Piece, given: Sequence[str]) -> bool:
    """Whether a piece says a sentence again that the person was given: of the question, a hint, a follow-up."""
    least = REPEATED if len(piece.words) >= FEWEST else LETTER_BY_LETTER
    return any(ratio(piece.text.lower(), one) >= least for one in given)


def inverted(answer: Sequence[Piece], right: Sequence[Piece]) -> float:
    """How far an answer is right sentences with a "not" each that these lack; two such sentences are no sign yet."""
    plain = [one.stems for one in right if not one.negated]
    plain += [one.stems | other.stems for one, other in pairwise(right) if not (one.negated or other.negated)]
    found = sum(
        piece.negated
        and len(piece.stems) >= OWN
        and any(len(piece.stems & stems) >= ALIKE * len(piece.stems) for stems in plain)
        for piece in answer
    )
    return min(ramp(found / max(1, len(answer)), 0.25, 0.4), ramp(found, 2, 4))


def again(answer: Sequence[Piece], given: Sequence[str]) -> float:
    """Whether an answer is mostly what the person was given, once more, letter by letter."""
    whole = sum(len(piece.words) for piece in answer)
    return ramp(sum(len(piece.words) for piece in answer if repeated(piece, given)) / max(1, whole), 0.6, 0.9)


def thin(answer: Sequence[Piece], known: frozenset[str]) -> float:
    """How little that is new a long answer says: different words of its own, set against what its length lets expect."""
    length = sum(len(piece.words) for piece in answer)
    own = {word.stem for piece in answer for word in piece.words if not word.light} - known
    return ramp(length, LONG, 2 * LONG) * (1 - ramp(len(own) / length**0.75, 0.8, 1.6)) if length else 0.0
