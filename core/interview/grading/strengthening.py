"""A stronger version of an answer by rules: the person's own sentences, and what is missing, marked as such."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.interview.bank.question import Question
from core.interview.mark import Mark
from core.interview.scoring.sentences import Piece, pieces
from core.interview.stories.lines import LINES
from core.interview.stories.parts import found
from core.interview.stories.telling import speaks_to_grader, telling

MOST_WORDS = 120
ADDED = "▸"  # stands before what is not the person's own
DEEDS = 3  # sentences of a story that tell what was done
HONEST = 0.4  # the least gate of an answer whose words are worth keeping
LONG = 45  # words of a sentence
_STOP = re.compile(r"[.!?](?=[\s\"'”’)]|$)|\n")
_FILLERS = re.compile(
    r"\b(?:u+m+|u+h+|erm?)\b,?\s*|,\s*(?:you know|like|i mean|kind of|sort of|right)(?=,)|,?\s*\b(?:you know|i mean),",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:so|and|ok|okay|well|yeah|anyway|like|basically|actually)\b[\s,]+)+(?=\w+ \w+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the version. `weight` decides what stays where there is too much; `own`: the person said it."""

    text: str
    weight: int
    own: bool


def strengthened(question: Question, answer: str, mark: Mark) -> str:
    """A stronger version of at most 120 words; lines that begin with ▸ hold what the person did not say. Plain text."""
    chosen = _retold(question, answer, mark) if mark.checklist else _filled(question, answer, mark)
    return _laid_out(_within(tuple(chosen)))


def _filled(question: Question, answer: str, mark: Mark) -> Iterable[Sentence]:
    """Key point by key point: the sentence that earned it, or the idea."""
    verdicts = {verdict.point: verdict for verdict in mark.verdicts}
    used: set[str] = set()
    for point in question.points:
        verdict = verdicts.get(point.id)
        if verdict and verdict.share > 0 and mark.gate >= HONEST:
            sentence = sentence_of(verdict.quote, answer)
            if sentence and sentence not in used:
                used.add(sentence)
                yield Sentence(tidied(sentence), point.weight + 4, own=True)
        if not verdict or verdict.standing != "covered":
            yield Sentence(point.idea, point.weight + point.decisive, own=False)


def sentence_of(words: str, answer: str) -> str:
    """The sentence of an answer in which these words stand; where that is very long, the words alone."""
    at = answer.find(words)
    if not words or at < 0 or any(map(speaks_to_grader, pieces(words))):
        return ""
    start = max((end.end() for end in _STOP.finditer(answer, 0, at)), default=0)
    stop = _STOP.search(answer, at + len(words) - 1)
    whole = answer[start : stop.start() + 1 if stop else len(answer)].strip()
    return whole if len(whole.split()) <= LONG else words


def _retold(question: Question, answer: str, mark: Mark) -> Iterable[Sentence]:
    """The parts of a story in their order, and a question where one is missing."""
    told = telling(answer)
    stands = found(question, told)
    used: set[str] = set()
    for item in mark.checklist:
        line = LINES[item.name]
        chosen = _deeds(told.sentences, told.mine) if item.name == "Action" else [stands.get(item.name)]
        for piece in chosen if item.there and item.name != "A number" else ():
            sentence = sentence_of(piece.text, answer) if piece else ""
            if sentence and sentence not in used:
                used.add(sentence)
                yield Sentence(tidied(sentence), line.worth + 4, own=True)
        if not item.there and line.asks:
            yield Sentence(f"[{line.asks}]", line.worth + 8, own=False)


def _deeds(sentences: Sequence[Piece], deeds: Sequence[int]) -> list[Piece | None]:
    """The sentences that tell most deeds, as they were told."""
    most = sorted(range(len(deeds)), key=lambda at: -deeds[at])[:DEEDS]
    return [sentences[at] for at in sorted(most) if deeds[at]]


def tidied(sentence: str) -> str:
    """A spoken sentence without its fillers, with a capital and a full stop."""
    plain = _OPENING.sub("", " ".join(_FILLERS.sub("", sentence).split()).strip(" ,;:-–—"))
    plain = re.sub(r"\bi(?=['’](?:m|ve|d|ll)\b)", "I", plain)
    return f"{plain[:1].upper()}{plain[1:]}{'' if plain.endswith(('.', '!', '?')) else '.'}" if plain else ""


def _within(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """Those that fit, the weightiest first, in their order."""
    left, kept = MOST_WORDS, set()
    for at in sorted(range(len(sentences)), key=lambda at: -sentences[at].weight):
        length = len(sentences[at].text.split()) + (not sentences[at].own)
        if 0 < length <= left:
            left -= length
            kept.add(at)
    return [sentence for at, sentence in enumerate(sentences) if at in kept and sentence.text]


def _laid_out(sentences: Sequence[Sentence]) -> str:
    lines: list[str] = []
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        if not sentence.own:
            lines.append(f"{ADDED} {sentence.text}")
        elif before and before.own:
            lines[-1] += f" {sentence.text}"
        else:
            lines.append(sentence.text)
    return "\n".join(lines)
