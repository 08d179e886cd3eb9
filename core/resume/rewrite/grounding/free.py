"""Free text about a person, such as a summary: judged by all that they said, not by one line."""

import re
from collections.abc import Iterator

from core.resume.rewrite.grounding.closing import new_words
from core.resume.rewrite.grounding.names import (
    WORD,
    address_problems,
    case_problems,
    neighbour_problems,
    skill_problems,
)
from core.resume.rewrite.grounding.own import Own, Problem, plain
from core.resume.rewrite.grounding.quantities import number_problems
from core.resume.rewrite.grounding.vocabulary import STOP, is_role, machine_phrases, same_sense, stem

MOST_WORDS = 120
_NEUTRAL = frozenset(map(stem, ("experience", "work", "at", "then")))
_STRANGE = re.compile(r"[^\w\s,.;:()'’&/+#%–—$€£-]|_|\n")


def problems_in(text: str, own: Own) -> tuple[Problem, ...]:
    """What a text about the person says beyond the whole of their résumé and answers; empty where it may be shown.

    It cannot tell whether a deed moved from one job to another: for single lines use `problems`.
    """
    return tuple(_problems(plain(text), own))


def _problems(text: str, own: Own) -> Iterator[Problem]:
    sources = (*own.text.splitlines(), *(fact.said for fact in own.facts))
    said = "\n".join(sources)
    if not text.strip() or len(text.split()) > MOST_WORDS:
        yield Problem("length", "", f"It is empty or longer than {MOST_WORDS} words.")
        return
    for mark in _STRANGE.findall(text):
        yield Problem("broken", mark, "It is not plain text.")
    for phrase in machine_phrases(text):
        yield Problem("machine-sounding", phrase, f"“{phrase}” sounds like a machine, not like you.")
    yield from address_problems(text, said)
    for sentence in re.split(r"(?<=[;:])\s+", text):
        yield from case_problems(sentence, said)
    yield from neighbour_problems(text, said)
    yield from skill_problems(text, said)
    yield from number_problems(text, sources, again=True)
    yield from _title_problems(text, own)
    yield from new_words(text, said, same_sense(map(stem, WORD.findall(said))) | _NEUTRAL)


def _title_problems(text: str, own: Own) -> Iterator[Problem]:
    """Titles that the person neither held nor wrote, word for word."""
    written = " ".join((*own.titles, own.text)).lower()
    words = [*re.finditer(r"[^\W\d_][\w-]*|[,.;:()]", text)]
    for at, word in enumerate(words):
        if is_role(word.group()):
            first = at
            while first and words[first - 1].group()[0].isalpha() and words[first - 1].group().lower() not in STOP:
                first -= 1
            title = text[words[first].start() : word.end()]
            if title.lower() not in written:
                yield Problem("title", title, f"“{title}” is no title that you wrote.")
