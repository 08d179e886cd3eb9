"""Joins letter-spaced words ("E X P E R I E N C E") by the distances between their letters."""

import itertools
from statistics import median

from core.resume.reading.pdf.geometry import Word


def text_of(words: list[Word]) -> tuple[str, int]:
    """The words as text, and how many gaps inside letter-spaced words were closed."""
    if not _spaced(words):
        return " ".join(word.text for word in words), 0
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(words)]
    usual = median(gaps)
    text, closed = words[0].text, 0
    for gap, word in zip(gaps, words[1:], strict=True):
        apart = gap > usual + 0.18 * word.size and gap > 1.35 * usual
        text += f" {word.text}" if apart else word.text
        closed += not apart
    return text, closed


def _spaced(words: list[Word]) -> bool:
    if len(words) < 4:
        return False
    single = [word.text for word in words if len(word.text) == 1]
    return len(single) >= 0.75 * len(words) and sum(text.isalpha() for text in single) >= 3
