"""The open checklist for a told story: what was found, in which words, and what to add where something is missing."""

import re
from collections.abc import Sequence

from core.interview.bank.question import Question
from core.interview.mark import Item, Verdict
from core.interview.scoring.sentences import Piece
from core.interview.stories.fitting import fitting
from core.interview.stories.lines import LINES
from core.interview.stories.parts import found, is_story
from core.interview.stories.phrases import phrases
from core.interview.stories.telling import Telling, telling
from core.resume.review.phrasing import counted

SHORTEST, LONGEST, PLAIN = 60, 350, 40  # words, spoken; PLAIN: the fewest of an answer that is no story
SPOKEN = 130  # words a minute
QUOTED = 12  # words of a quote


def checklist(question: Question, answer: str, verdicts: Sequence[Verdict] = ()) -> tuple[Item, ...]:
    """What an answer to a behavioural question holds, line by line; `verdicts` are those on its key points, where known."""
    told = telling(answer)
    items = [_item(name, sentence) for name, sentence in found(question, told).items()]
    if is_story(question):
        items.insert(4, _own(told))
    return (*items, _length(question, told), _question(question, told, verdicts))


def worth(item: Item) -> int:
    """What a line of the checklist is worth beside the others."""
    return LINES[item.name].worth


def _own(told: Telling) -> Item:
    mine, ours = sum(told.mine), told.ours
    return _line("I and we", f"{counted(mine, 'deed')} of “I”, {ours} of “we”", there=mine >= 2 and mine >= ours)


def _length(question: Question, told: Telling) -> Item:
    shortest = SHORTEST if is_story(question) else PLAIN
    minutes = told.words / SPOKEN
    time = f"about {counted(round(minutes), 'minute')} spoken" if minutes >= 0.75 else "under a minute spoken"
    note = "too short: " if told.words < shortest else "too long: " if told.words > LONGEST else ""
    return _line("Length", f"{note}{counted(told.words, 'word')}, {time}", there=not note)


def _question(question: Question, told: Telling, verdicts: Sequence[Verdict]) -> Item:
    there = bool(told.sentences) and fitting(question, told.text, verdicts) == 1.0
    return _line("This question", "" if there else "this seems to answer another question", there=there)


def _item(name: str, sentence: Piece | None) -> Item:
    shown = f"“{_quoted(sentence.text, LINES[name].phrases)}”" if sentence else ""
    return _line(name, shown, there=sentence is not None)


def _line(name: str, shown: str, *, there: bool) -> Item:
    return Item(name=name, there=there, shown=shown, advice="" if there else LINES[name].advice)


def _quoted(sentence: str, name: str) -> str:
    """A few words of a sentence around what was found."""
    match = phrases(name).search(sentence) if name else None
    words = list(re.finditer(r"\S+", sentence))
    if len(words) <= QUOTED:
        return sentence
    at = next((number for number, word in enumerate(words) if match and word.end() > match.start()), 0)
    first = max(0, min(at - 2, len(words) - QUOTED))
    shown = words[first : first + QUOTED]
    before, after = "… " if first else "", "" if shown[-1] is words[-1] else " …"
    return f"{before}{sentence[shown[0].start() : shown[-1].end()]}{after}"
