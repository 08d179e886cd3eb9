"""The parts of an answer, found sentence by sentence by the words that people tell them with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.interview.bank.question import Question
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


_STORY = (
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
_LOOKALIKES = {"A number": "no number", "A reason": "no reason"}


def is_story(question: Question) -> bool:
    """Whether a question wants something told; the classics about motivation want a claim with its reasons."""
    return question.topic != "motivation"


def found(question: Question, told: Telling) -> Mapping[str, Piece | None]:
    """The lines of the checklist that stand in single sentences, in order, each with its sentence."""
    return _story(told) if is_story(question) else _plainly(question, told)


def _story(told: Telling) -> Mapping[str, Piece | None]:
    situation, _, result, reflection = (_told(part, told) for part in _STORY)
    task = _apart("Task", _stretch(_STORY[1], told), situation)
    return {
        "Situation": situation,
        "Task": task,
        "Action": _actions(told),
        "Result": result,
        "A number": first("A number", told.sentences),
        "Reflection": reflection,
    }


def _plainly(question: Question, told: Telling) -> Mapping[str, Piece | None]:
    kind = next(kind for kind in _KINDS if re.search(kind.asked, question.question, re.IGNORECASE))
    done = (sentence for sentence, mine in zip(told.sentences, told.mine, strict=True) if mine)
    claim = first("A clear claim", told.sentences[:3])
    return {
        "A clear claim": claim,
        kind.why: _apart(kind.why, told.sentences, claim),
        "An example": first("An example", told.sentences) or next(done, None),
        kind.tie: first(kind.tie, told.sentences),
        "A number": first("A number", told.sentences),
    }


def first(name: str, sentences: Sequence[Piece]) -> Piece | None:
    """The first sentence with a phrase of this line."""
    pattern = phrases(LINES[name].phrases)
    return next((one for one in sentences if pattern.search(_without(name, one.text))), None)


def _without(name: str, text: str) -> str:
    """A sentence without what only looks like a phrase of this line: a year is no figure, "I want to be" no reason."""
    return phrases(_LOOKALIKES[name]).sub("…", text) if name in _LOOKALIKES else text


def _apart(name: str, sentences: Sequence[Piece], other: Piece | None) -> Piece | None:
    """The first sentence with a phrase of this line, another one than a line before it has where there is one."""
    return first(name, [one for one in sentences if one is not other]) or first(name, sentences)


def _told(part: Part, told: Telling) -> Piece | None:
    """The sentence in which a part stands; the last one for what belongs to the end."""
    stretch = _stretch(part, told)
    if not part.start:
        return first(part.name, stretch)
    apart = [one for one in reversed(stretch) if part.name == "Reflection" or not _looks_back(one)]
    return first(part.name, apart) or first(part.name, stretch[::-1])


def _stretch(part: Part, told: Telling) -> Sequence[Piece]:
    last = len(told.sentences)
    return told.sentences[int(part.start * last) : max(1, -int(-part.end * last // 1))]


def _looks_back(sentence: Piece) -> bool:
    return phrases(LINES["Reflection"].phrases).search(sentence.text) is not None


def _actions(told: Telling) -> Piece | None:
    """The sentence that tells most of what the person did; None with fewer than two deeds in the whole answer."""
    if sum(told.mine) < 2:
        return None
    return told.sentences[max(range(len(told.mine)), key=lambda at: told.mine[at])]
