"""An answer's mark: what earned how much of which key point. Code makes the score of it, whoever read the answer."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.interview.bank.question import Point

Standing = Literal["covered", "partly", "missed", "contradicted"]
# why an answer is hardly one: nothing in it, "I don't know", the question again, terms without sentences, the answer to
# something else, the opposite of the right one, far too long for what it says, words for the grader
Doubt = Literal["", "empty", "unknown", "echo", "terms", "elsewhere", "negated", "ramble", "grader"]
FULL = 10.0
HINT = 0.5  # points of ten that each hint costs


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Verdict(_Frozen):
    """How an answer stands to one key point. `share` (−0.5 to 1) of its weight is earned by the words in `quote`.

    `quote` stands in the answer as the person wrote it, "" where nothing earned anything.
    """

    point: str
    standing: Standing
    share: Annotated[float, Field(ge=-0.5, le=1)]
    quote: str = ""


class Item(_Frozen):
    """One line of the checklist for a told story: `shown` says in a few words what was found, or is missing."""

    name: str
    there: bool
    shown: str = ""
    advice: str = ""


class Mark(_Frozen):
    """A score of 0 to 10 with its make-up. `gate` (0–1) multiplies what the points earned; `doubt` says why it is low.

    `scorer` names who read the answer and in which version ("1.0 minilm"). For a told story `checklist` is the score.
    """

    score: Annotated[float, Field(ge=0, le=FULL)]
    verdicts: tuple[Verdict, ...]
    gate: Annotated[float, Field(ge=0, le=1)] = 1.0
    doubt: Doubt = ""
    hints: Annotated[int, Field(ge=0, le=3)] = 0
    checklist: tuple[Item, ...] = ()
    scorer: str


def score_of(points: Sequence[Point], verdicts: Sequence[Verdict], gate: float = 1.0, hints: int = 0) -> float:
    """The score: the weighted shares of the points, of ten, times the gate, less the hints; one decimal, never below 0."""
    shares = {verdict.point: verdict.share for verdict in verdicts}
    earned = sum(point.weight * shares.get(point.id, 0.0) for point in points)
    whole = sum(point.weight for point in points)
    return round(max(0.0, FULL * gate * max(0.0, earned) / whole - HINT * hints), 1)


def ticked(points: Sequence[Point], ticks: frozenset[str], hints: int = 0) -> float:
    """The score that the person gives by ticking the points that the answer held."""
    verdicts = [Verdict(point=point.id, standing="covered", share=1.0) for point in points if point.id in ticks]
    return score_of(points, verdicts, hints=hints)
