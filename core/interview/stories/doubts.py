"""When a story is hardly one: nothing told, the question again, a list of terms, another question's story, far too long."""

import re
from dataclasses import dataclass

from core.interview.bank.question import Question
from core.interview.mark import Doubt
from core.interview.scoring.words import words
from core.interview.stories.fitting import ELSEWHERE, FITS, fit
from core.interview.stories.parts import is_story
from core.interview.stories.phrases import phrases
from core.interview.stories.telling import Telling

ENOUGH, TOO_MANY = 40, 600  # words below and above which the gate closes, in proportion
SHORT = 30  # words of an answer that "I don't know" can be the whole of
HARDLY, LITTLE = 0.1, 0.3
ECHO = 0.75  # share of an answer's words that are the question's own
_SELF = re.compile(r"\b(?:I|i|me|my|mine|we|our|us|We|My|Our|Me)\b")


@dataclass(frozen=True, slots=True)
class Gate:
    """What multiplies the checklist's score, and why."""

    share: float
    doubt: Doubt = ""


def gate(question: Question, told: Telling) -> Gate:
    """How far an answer is one at all."""
    said = sum(len(sentence.words) for sentence in told.sentences)
    if hardly := _hardly(question, told, said):
        return Gate(0.0 if hardly == "empty" else HARDLY, hardly)
    if not _tells(question, told):
        return Gate(LITTLE * min(1.0, said / ENOUGH), "terms")
    short, long = min(1.0, said / ENOUGH), min(1.0, TOO_MANY / told.words)
    closeness = fit(question, told.text)
    if closeness < FITS:
        near = max(0.0, (closeness - ELSEWHERE) / (FITS - ELSEWHERE))
        return Gate(round(min(short, long) * (LITTLE + (1 - LITTLE) * near), 3), "elsewhere")
    return Gate(round(min(short, long), 3), "ramble" if long < 0.75 else "")


def _hardly(question: Question, told: Telling, said: int) -> Doubt:
    if told.to_grader and said < SHORT:
        return "grader"
    if said < 3:
        return "empty"
    if said < SHORT and phrases("unknown").search(told.text):
        return "unknown"
    own = {word.stem for word in words(told.text) if not word.light}
    asked = {word.stem for word in words(question.question)}
    if len(own & asked) >= ECHO * len(own):
        return "echo"
    return ""


def _tells(question: Question, told: Telling) -> bool:
    """Whether somebody did something in it; where no story is asked for, whether somebody speaks of themselves."""
    if is_story(question):
        return sum(told.mine) + told.ours >= 2
    return sum(bool(_SELF.search(sentence.text)) for sentence in told.sentences) >= max(1, len(told.sentences) // 4)
