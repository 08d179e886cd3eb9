"""How the weights of `core/interview/scoring/coverage.py` were found: a climb from the weights that stand there.

Not part of `make bench`: run `python -m bench.fitting` (some minutes) after the bank or the graded answers changed a lot,
look at what `bench.scorer` then says, and only then write the printed weights down. Never looks at the held-back half.
"""

from dataclasses import asdict, replace

import numpy as np

from bench.scorer import answers
from core.interview.bank.loading import questions
from core.interview.mark import score_of
from core.interview.scoring.coverage import WITH_MODEL, Weights, cover
from core.interview.scoring.embedding import Embedder
from core.interview.scoring.gate import gate, signs_of
from core.interview.scoring.target import Target, Wanted, target
from core.interview.scoring.windows import Windows, read, windows

ROUNDS = 300
EVERY = 4  # of the model answers every fourth takes part, each with a tenth of the weight of a graded answer
STEP = {
    "bias": 0.6,
    "recall": 0.5,
    "apart": 0.7,
    "spread": 0.3,
    "low": 0.03,
    "high": 0.05,
    "margin": 0.02,
    "mixed": 0.1,
}

Case = tuple[str, str, float, float, Target, Windows]  # question, answer, people's score, weight, target, windows


def cases() -> list[Case]:
    bank, embedder = questions(), Embedder()
    given = [(str(one["question"]), str(one["text"]), float(one["score"]), 1.0) for one in answers("dev")]
    given += [(one.id, one.answer, 10.0, 0.1) for one in list(bank.values())[::EVERY] if one.area != "behavioural"]
    found, targets = [], dict[str, Target]()
    for name, text, score, weight in given:
        asked = bank[name]
        if name not in targets:
            points = [Wanted(one.id, (one.idea, *one.accept), one.wrong, one.weight) for one in asked.points]
            targets[name] = target(asked.question, points, embedder.embed, asked.answer, asked.mistakes)
        found.append((name, text, score, weight, targets[name], windows(read(text), targets[name], embedder.embed)))
    return found


def loss(weights: Weights, every: list[Case]) -> float:
    """The mean squared difference from people's scores."""
    total = whole = 0.0
    for name, text, score, weight, aim, found in every:
        covering = cover(found, aim, weights)
        gated = gate(signs_of(read(text), covering, aim)).factor
        total += weight * (score_of(questions()[name].points, covering.verdicts, gated) - score) ** 2
        whole += weight
    return total / whole


def main() -> None:
    every, chance = cases(), np.random.default_rng(0)
    best = WITH_MODEL
    least = loss(best, every)
    print(f"the weights that stand there: {least:.3f}")
    for number in range(ROUNDS):
        chosen = [name for name in STEP if chance.random() < 0.3]
        near = {name: asdict(best)[name] + float(chance.normal()) * STEP[name] for name in chosen}
        tried = replace(best, **{name: value if name == "bias" else max(0.0, value) for name, value in near.items()})
        if tried.low >= tried.high:
            continue
        now = loss(tried, every)
        if now < least:
            best, least = tried, now
            print(f"{number}: {least:.3f} {best}")


if __name__ == "__main__":
    main()
