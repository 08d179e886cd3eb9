"""The parts of an answer, found sentence by sentence by the words that people tell them with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.interview.scoring.sentences import Piece
from core.interview.stories.lines import LINES
from core.interview.stories.phrases import phrases
from core.interview.stories.telling import Telling


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a story, and the stretch of the sentences in which it is looked for (0 to 1)."""

    name: str
    start: float = 0.0
    end: float = 1.0


STORY = (
    Part("Situation", end=0.5),
    Part("Task", end=0.75),
    Part("Result", start=0.3),
    Part("Reflection", start=0.3),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question that wants no story: how it is recognised, and its two lines beside claim and example."""

    asked: str
    why: str
    tie: str


_KINDS = (
    Kind(r"\bweakness\b", "Where it shows", "What you do about it"),
    Kind(r"\bstrength\b", "Where it shows", "A difference made"),
    Kind(r"\bgap\b", "A reason", "The way back"),
    Kind("", "A reason", "The link to the role"),
)


def kind_of(question: str) -> Kind:
    """The kind of a question about oneself, by its words."""
    return next(kind for kind in _KINDS if re.search(kind.asked, question, re.IGNORECASE))


def parts(told: Telling) -> Mapping[str, Piece]:
    """The parts of a story that were told, each with its sentence."""
    pairs = {part.name: _found(part, told) for part in STORY} | {"Action": _actions(told)}
    return {name: sentence for name, sentence in pairs.items() if sentence is not None}


def _found(part: Part, told: Telling) -> Piece | None:
    """The sentence in which a part stands; the last one for what belongs to the end."""
    matching = [one for one in _stretch(part, told.sentences) if phrases(LINES[part.name].phrases).search(one.text)]
    return (matching[-1] if part.start else matching[0]) if matching else None


def _stretch(part: Part, sentences: Sequence[Piece]) -> Sequence[Piece]:
    last = len(sentences)
    return sentences[int(part.start * last) : max(1, -int(-part.end * last // 1))]


def _actions(told: Telling) -> Piece | None:
    """The sentence that tells most of what the person did; None with fewer than two deeds in the whole answer."""
    if sum(told.mine) < 2:
        return None
    return told.sentences[max(range(len(told.mine)), key=lambda at: told.mine[at])]
