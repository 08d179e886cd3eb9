"""Raised endings of numbers ("3rd", "8th,"), drawn small and high, back on their numbers."""

from core.resume.reading.pdf.geometry import Word

_ENDINGS = frozenset(["st", "nd", "rd", "th"])
_SMALLER = 0.85  # times the number's size at most
_CLOSE = 0.2  # of the number's size: the widest gap between the two


def lower_endings(words: list[Word]) -> list[Word]:
    """The words in their sequence, where a raised ending is a part of the number before it."""
    if not any(word.text[:2] in _ENDINGS for word in words):
        return words
    kept: list[Word] = []
    for word in words:
        before = kept[-1] if kept else None
        if before is not None and word.text[:2] in _ENDINGS and _is_raised(before, word):
            before.text += word.text
            before.x1 = max(before.x1, word.x1)
            before.length += word.length
        else:
            kept.append(word)
    return kept


def _is_raised(number: Word, ending: Word) -> bool:
    alone = not any(letter.isalnum() for letter in ending.text[2:])
    small = 0 < ending.size <= _SMALLER * number.size
    high = 0.1 * number.size <= number.base - ending.base <= 0.7 * number.size
    near = -_CLOSE * number.size <= ending.x0 - number.x1 <= _CLOSE * number.size
    return alone and small and high and near and number.text[-1:].isdigit()
