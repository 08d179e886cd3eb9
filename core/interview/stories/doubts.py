"""When a story is hardly one: nothing told, the question again, a list of terms, another question's story, far too long."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.interview.bank.question import Question
from core.interview.mark import Doubt, Verdict
from core.interview.scoring.words import Word, words
from core.interview.stories.fitting import fitting
from core.interview.stories.parts import is_story
from core.interview.stories.phrases import phrases
from core.interview.stories.telling import Telling

ENOUGH, TOO_MANY = 50, 600  # words below and above which the gate closes
SHORT = 30  # words of an answer that "I don't know" can be the whole of
HARDLY, LITTLE = 0.1, 0.3
RAMBLE = 0.75  # the gate of an answer below which its length is the reason
ECHO = 0.75  # share of an answer's words that are the question's own
_SELF = re.compile(r"\b(?:I|i|me|my|mine|we|our|us|We|My|Our|Me)\b")


@dataclass(frozen=True, slots=True)
class Gate:
    """What multiplies the checklist's score, and why."""

    share: float
    doubt: Doubt = ""


def gate(question: Question, told: Telling, verdicts: Sequence[Verdict] = ()) -> Gate:
    """How far an answer is one at all."""
    said = sum(len(sentence.words) for sentence in told.sentences)
    if hardly := _hardly(question, told, said):
        return Gate(0.0 if hardly == "empty" else HARDLY, hardly)
    long = min(1.0, TOO_MANY / told.words)
    whole = min(long, (said / ENOUGH) ** 2)  # little cannot be a story, however well each line of it fits
    if not _tells(question, told):
        return Gate(round(LITTLE * whole, 3), "terms")
    fits = fitting(question, told.text, verdicts)
    doubt: Doubt = "elsewhere" if fits < 1 else "ramble" if long < RAMBLE else ""
    return Gate(round(whole * (LITTLE + (1 - LITTLE) * fits), 3), doubt)


def _hardly(question: Question, told: Telling, said: int) -> Doubt:
    if told.to_grader and said < SHORT:
        return "grader"
    if said < SHORT and phrases("unknown").search(told.text):
        return "unknown"
    if said < 3:
        return "empty"
    return "echo" if _echoed(question, told) >= ECHO * said else ""


def _echoed(question: Question, told: Telling) -> int:
    """How many words stand in sentences that only repeat the question, or an idea that is wanted."""
    given = [frozenset(map(_stem, words(text))) for text in (question.question, *(one.idea for one in question.points))]
    repeated = (one for one in told.sentences if any(_within(one.stems, stems) for stems in given))
    return sum(len(sentence.words) for sentence in repeated)


def _stem(word: Word) -> str:
    return word.stem


def _within(said: frozenset[str], given: frozenset[str]) -> bool:
    return len(said & given) >= ECHO * len(said)


def _tells(question: Question, told: Telling) -> bool:
    """Whether somebody did something in it; where no story is asked for, whether somebody speaks of themselves."""
    if is_story(question):
        return sum(told.mine) + told.ours >= 2
    return sum(bool(_SELF.search(sentence.text)) for sentence in told.sentences) >= max(1, len(told.sentences) // 4)
