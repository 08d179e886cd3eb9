"""How the offline scorer agrees with graded answers (half of them never used for tuning), how fast and how large it is."""

import json
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.interview.bank.loading import questions
from core.interview.scoring.scorer import Scorer

ANSWERS = Path(__file__).parents[1] / "tests/interview/answers"
JUNK = ("wrong", "hollow", "adversarial")


def answers(half: str) -> list[dict[str, str | float]]:
    """The graded answers of one half, `dev` (seen while tuning) or `held` (not)."""
    return [one for file in sorted(ANSWERS.glob(f"{half}*.json")) for one in json.loads(file.read_text("utf-8"))]


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    return float(np.corrcoef(ranks(first), ranks(second))[0, 1])


def ranks(values: Sequence[float]) -> np.ndarray:
    """Ranks from 0; equals share their mean rank."""
    given = np.asarray(values)
    return np.array([(given < value).sum() + ((given == value).sum() - 1) / 2 for value in given])


def show(half: str, scorer: Scorer) -> None:
    graded = answers(half)
    started = time.process_time()
    scores = [scorer.mark_now(questions()[str(one["question"])], str(one["text"])).score for one in graded]
    spent = 1000 * (time.process_time() - started) / len(graded)
    human = [float(one["score"]) for one in graded]
    junk = [score >= 5 for one, score in zip(graded, scores, strict=True) if one["kind"] in JUNK]
    print(
        f"{half:5} {len(graded)} answers: Spearman {spearman(scores, human):.3f}, r {np.corrcoef(scores, human)[0, 1]:.3f}, "
        f"junk marked 5 or more {100 * statistics.mean(junk):.1f} % of {len(junk)}, {spent:.0f} ms an answer"
    )
    kinds = defaultdict(list)
    for one, score, wanted in zip(graded, scores, human, strict=True):
        kinds[str(one["kind"])].append((score, wanted))
    for kind, pairs in kinds.items():
        ours, theirs = (statistics.mean(side) for side in zip(*pairs, strict=True))
        print(f"      {kind:12} {ours:5.2f}, people {theirs:5.2f}, of {len(pairs)}")


def model_answers(scorer: Scorer) -> None:
    asked = [one for one in questions().values() if one.area != "behavioural"]
    started = time.process_time()
    marks = {one.id: scorer.mark_now(one, one.answer) for one in asked}
    spent = 1000 * (time.process_time() - started) / len(asked)
    low = [name for name, mark in marks.items() if mark.score < 9]
    missed = [name for name, mark in marks.items() if any(one.standing != "covered" for one in mark.verdicts)]
    print(f"model answers: {len(asked)}, below 9: {low or 'none'}, with a point not covered: {missed or 'none'}")
    print(f"a question's first answer, its key points read for the first time: {spent:.0f} ms")


def resident() -> float:
    """Megabytes of this process, 0 where there is no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def main() -> None:
    asked = questions()
    before = resident()
    scorer = Scorer()
    model_answers(scorer)
    for half in ("dev", "held"):
        show(half, scorer)
    print(f"memory for the model and {len(asked)} questions kept ready: {resident() - before:.0f} MB")
    print("by words alone:")
    for half in ("dev", "held"):
        show(half, Scorer(words_only=True))


if __name__ == "__main__":
    main()
