"""A score against a reference answer, where nobody wrote down key points."""

from functools import lru_cache
from math import exp, log

import numpy as np

from core.interview.scoring.coverage import Covering
from core.interview.scoring.embedding import Vector
from core.interview.scoring.gate import Gate
from core.interview.scoring.sentences import pieces
from core.interview.scoring.target import Embed, Target, Wanted
from core.interview.scoring.windows import Windows
from core.interview.scoring.words import Word, content, words

# A ridge over public short answers with human marks (about circuits, and from an exam on neural networks), each set
# standardised, bent so that nothing reaches the ends; the level is that of teachers' marks of honest short answers,
# which lie high: 4.2 of 5, give or take 1.1.
LEVEL, SLOPE = 1.66, 1.64
WITH_MODEL = {"recall": 0.6, "near": 0.7, "covered": 0.6, "length": 0.41, "negation": -0.07}
BY_WORDS = {"recall": 0.87, "near": 0.0, "covered": 0.0, "length": 0.45, "negation": -0.07}
USUAL = {"recall": 0.32, "near": 0.455, "covered": 0.485, "length": -0.17, "negation": 0.295}  # of those answers
SHORTEST, LONGEST = -3.0, 1.0  # logarithms of the ratio of lengths; more earns no more
DENIED, VERBATIM, LEFT = 0.5, 0.9, 0.25  # what is denied of it, said in its own words, leaves a quarter


def wanted(reference: str) -> tuple[Wanted, ...]:
    """A reference answer as key points: each of its sentences, weighing as much as its words say."""
    return tuple(
        Wanted(str(number), (piece.text,), weight=sum(content(piece.words).values()) or 1.0)
        for number, piece in enumerate(pieces(reference))
    )


def score(aim: Target, found: Windows, covering: Covering, gated: Gate, embed: Embed | None) -> float:
    """0 to 10, two decimals; an answer to a reference without words earns nothing."""
    if not found.pieces or not aim.points:
        return 0.0
    wants = [word for one in aim.points for word in words(one.right[0])]
    has = [word for piece in found.pieces for word in piece.words]
    features = {
        "recall": _recall(wants, has, aim),
        "near": _near(wants, has, aim, embed) if embed else 0.0,
        "covered": _covered(found, aim),
        "length": min(LONGEST, max(SHORTEST, log(_length(has, aim) / _length(wants, aim)))),
        "negation": float(any(word.negation for word in has) != any(word.negation for word in wants)),
    }
    weights = WITH_MODEL if embed else BY_WORDS
    above = sum(weights[name] * (value - USUAL[name]) for name, value in features.items())
    denied = features["negation"] and covering.turned >= DENIED and features["recall"] >= VERBATIM
    level = 10 / (1 + exp(-LEVEL - SLOPE * above))
    return round(level * gated.factor * (LEFT if denied else 1.0), 2)


def _length(found: list[Word], aim: Target) -> int:
    return 1 + sum(not word.light and word.stem not in aim.known for word in found)


def _recall(wants: list[Word], has: list[Word], aim: Target) -> float:
    weights = content(wants, aim.known) or content(wants)
    columns = {aim.column(word.stem) for word in has if not word.light}
    got = sum(weight for stem, weight in weights.items() if aim.columns.get(stem) in columns)
    return got / (sum(weights.values()) or 1.0)


def _near(wants: list[Word], has: list[Word], aim: Target, embed: Embed) -> float:
    """The cosine of both as a whole, without the question's words."""
    return float(embed(_without(has, aim.known)) @ _kept(embed, _without(wants, aim.known)))


def _without(found: list[Word], known: frozenset[str]) -> str:
    own = [word.text for word in found if word.stem not in known]
    return " ".join(own or [word.text for word in found])


@lru_cache(maxsize=256)
def _kept(embed: Embed, text: str) -> Vector:
    return embed(text)


def _covered(found: Windows, aim: Target) -> float:
    """How near the nearest window comes to each sentence of the reference, the weightier ones counting more."""
    if found.vectors is None or aim.vectors is None:
        return 0.0
    weights = np.array([one.weight for one in aim.points])
    return float(((found.vectors @ aim.vectors.T).max(axis=0) * weights).sum() / weights.sum())
