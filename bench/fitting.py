"""How the weights of the scorer were found: a climb from those that stand in `coverage.py` and `gate.py`.

Not part of `make bench`: `python -m bench.fitting` takes some minutes, prints how well weights fitted on two thirds of the
questions do on the last third, then the weights fitted on all of them. Never looks at the held-back answers.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache

import numpy as np

from bench.scorer import answers, spearman
from core.interview.bank.loading import questions
from core.interview.bank.question import Point, Question
from core.interview.mark import score_of
from core.interview.scoring.coverage import BY_WORDS, WITH_MODEL, Weights, cover
from core.interview.scoring.embedding import Embedder
from core.interview.scoring.gate import WEIGHTS, gate, signs_of
from core.interview.scoring.sentences import Piece
from core.interview.scoring.signs import Signs
from core.interview.scoring.target import Embed, Target, Wanted, target
from core.interview.scoring.windows import Windows, heard, read, windows

ROUNDS, FOLDS = 120, 3
EVERY = 9  # of the bank's questions every ninth takes part with a model answer and one in its phrasings
MADE_UP = 0.25  # what such an answer weighs, beside 1 of a graded one
STEP = {"bias": 0.5, "recall": 0.4, "apart": 0.6, "about": 0.3, "spread": 0.3, "low": 0.03, "high": 0.05, "mixed": 0.1}
GATED = {"negated": 1.5, "swapped": 1.5, "mistaken": 1.5, "strange": 1.5}  # the finer signs; the plain ones stay


@dataclass(frozen=True, slots=True)
class Case:
    question: str
    said: tuple[Piece, ...]
    score: float
    weight: float
    points: tuple[Point, ...]
    aim: Target
    found: Windows


@dataclass(frozen=True, slots=True)
class Fit:
    cover: Weights
    gate: Signs


def cases(embed: Embed | None) -> list[Case]:
    """Graded answers, model answers, and terse ones in phrasings that are then taken out of the question."""
    bank = questions()
    made = [
        _made(bank[str(one["question"])], str(one["text"]), float(one["score"]), 1, embed) for one in answers("dev")
    ]
    for asked in [one for one in bank.values() if one.area != "behavioural"][::EVERY]:
        made.append(_made(asked, asked.answer, 10.0, MADE_UP, embed))
        terse = " ".join(f"{point.accept[0][:1].upper()}{point.accept[0][1:]}." for point in asked.points)
        without = tuple(point.model_copy(update={"accept": point.accept[1:]}) for point in asked.points)
        made.append(_made(asked.model_copy(update={"points": without}), terse, 8.5, MADE_UP, embed))
    return made


def _made(asked: Question, text: str, score: float, weight: float, embed: Embed | None) -> Case:
    points = tuple(Wanted(one.id, (one.idea, *one.accept), one.wrong, one.weight) for one in asked.points)
    aim = _aim(asked.question, points, asked.answer, embed)
    said = read(text)
    return Case(asked.id, said, score, weight, asked.points, aim, windows(heard(said, aim), aim, embed))


@cache
def _aim(question: str, points: tuple[Wanted, ...], answer: str, embed: Embed | None) -> Target:
    return target(question, points, embed, answer)


def score(case: Case, fit: Fit) -> float:
    covering = cover(case.found, case.aim, fit.cover)
    gated = gate(signs_of(case.said, covering, case.aim), fit.gate).factor
    return score_of(case.points, covering.verdicts, gated)


def loss(every: Sequence[Case], fit: Fit) -> float:
    """The mean squared difference from people's scores."""
    return sum(one.weight * (score(one, fit) - one.score) ** 2 for one in every) / sum(one.weight for one in every)


def climb(every: Sequence[Case], start: Fit) -> Fit:
    chance = np.random.default_rng(0)
    best, least = start, loss(every, start)
    for _ in range(ROUNDS):
        tried = _near(best, chance)
        if tried.cover.low < tried.cover.high and (now := loss(every, tried)) < least:
            best, least = tried, now
    return best


def _near(fit: Fit, chance: np.random.Generator) -> Fit:
    cover_now, gate_now = asdict(fit.cover), asdict(fit.gate)
    moved = {
        name: cover_now[name] + float(chance.normal()) * step
        for name, step in STEP.items()
        if cover_now[name] and chance.random() < 0.35
    }
    moved = {name: round(value if name == "bias" else max(0.01, value), 2) for name, value in moved.items()}
    shut = {
        name: round(max(0.0, gate_now[name] + float(chance.normal()) * step), 1)
        for name, step in GATED.items()
        if chance.random() < 0.35
    }
    return Fit(replace(fit.cover, **moved), replace(fit.gate, **shut))


def across(every: Sequence[Case], start: Fit) -> None:
    """Prints how the graded answers to questions that a fit did not see agree with people."""
    names = sorted({one.question for one in every})
    ours, theirs = [], []
    for fold in range(FOLDS):
        away = set(names[fold::FOLDS])
        fit = climb([one for one in every if one.question not in away], start)
        for one in every:
            if one.question in away and one.weight == 1:
                ours.append(score(one, fit))
                theirs.append(one.score)
    error = float(np.sqrt(np.mean((np.array(ours) - np.array(theirs)) ** 2)))
    print(f"on questions not fitted on: Spearman {spearman(ours, theirs):.3f}, root mean square error {error:.2f}")


def main(words_only: bool) -> None:
    start = Fit(BY_WORDS if words_only else WITH_MODEL, WEIGHTS)
    every = cases(None if words_only else Embedder().embed)
    print(f"the weights that stand there: {loss(every, start):.3f}", flush=True)
    across(every, start)
    fit = climb(every, start)
    print(f"fitted on all: {loss(every, fit):.3f}\n{fit.cover}\n{fit.gate}")


if __name__ == "__main__":
    main(words_only="words" in sys.argv)
