"""Joins letter-spaced words ("E X P E R I E N C E", "EDUCAT ION") by the distances between their letters."""

import itertools
from statistics import median

from core.resume.reading.pdf.geometry import Word

_LETTER_GAP = 0.22  # of the size: the widest gap inside a word of spaced print
_WORD_GAP = 0.33  # of the size: the narrowest gap between its words
_SLIM, _BROAD = 0.45, 1.05  # of the size: two capitals set apart are wider, I and J or others
_HEADING_WORDS = (
    "about accomplishments achievements activities address additional awards background biography career certificates "
    "certification certifications coding competencies contact coursework courses education employment experience "
    "experiences expertise history honors information interests internships languages leadership location memberships "
    "objective organizations patents personal phone portfolio profession professional profile projects publications "
    "qualifications references relevant research responsibilities skills summary teaching technical technologies "
    "training volunteer volunteering website"
)
_HEADINGS = frozenset(_HEADING_WORDS.split())


def text_of(words: list[Word]) -> tuple[str, int]:
    """The words as text, and how many gaps inside letter-spaced words were closed."""
    if len(words) > 1 and min(len(word.text) for word in words) <= 4:
        if _spaced(words):
            return _by_usual_gap(words)
        if _in_fragments(words):
            parts = [_gap(*pair) > _LETTER_GAP * _size(*pair) for pair in itertools.pairwise(words)]
            return _joined([_once(word) for word in words], parts)
        if len(words) <= 4:
            parts = [not _makes_heading(*pair) for pair in itertools.pairwise(words)]
            return _joined([word.text for word in words], parts)
    return " ".join(word.text for word in words), 0


def _by_usual_gap(words: list[Word]) -> tuple[str, int]:
    """Words whose letters stand alone, parted where a gap is clearly wider than most."""
    gaps = [_gap(*pair) for pair in itertools.pairwise(words)]
    usual = median(gaps)
    parts = [gap > usual + 0.18 * word.size and gap > 1.35 * usual for gap, word in zip(gaps, words[1:], strict=True)]
    return _joined([_once(word) for word in words], parts)


def _joined(texts: list[str], parts: list[bool]) -> tuple[str, int]:
    """The texts with a space at each gap that parts two, and how many do not."""
    text = texts[0]
    for apart, after in zip(parts, texts[1:], strict=True):
        text += f" {after}" if apart else after
    return text, len(parts) - sum(parts)


def _spaced(words: list[Word]) -> bool:
    if len(words) < 4:
        return False
    single = [text for text in map(_once, words) if len(text) == 1]
    return len(single) >= 0.75 * len(words) and sum(text.isalpha() for text in single) >= 3


def _in_fragments(words: list[Word]) -> bool:
    """Whether half of the words are of one or two letters, and gaps are either narrow or wide, with none between."""
    if len(words) < 4 or 2 * sum(len(word.text) <= 2 for word in words) < len(words):
        return False
    gaps = [_gap(*pair) / _size(*pair) for pair in itertools.pairwise(words)]
    narrow, wide = sum(gap <= _LETTER_GAP for gap in gaps), sum(gap >= _WORD_GAP for gap in gaps)
    return narrow >= 2 and wide >= 1 and narrow + wide == len(gaps)


def _makes_heading(before: Word, after: Word) -> bool:
    """Whether two words are the halves of one that heads sections."""
    return (
        _gap(before, after) <= _LETTER_GAP * _size(before, after)
        and (before.text + after.text).lower() in _HEADINGS
        and not (before.text.lower() in _HEADINGS or after.text.lower() in _HEADINGS)
    )


def _once(word: Word) -> str:
    """The text, where a capital struck twice to look bold ("EE" in the width of one) counts once."""
    text = word.text
    if len(text) != 2 or text[0] != text[1] or not text.isupper():
        return text
    return text[0] if word.x1 - word.x0 < (_SLIM if text[0] in "IJ" else _BROAD) * word.size else text


def _gap(before: Word, after: Word) -> float:
    return after.x0 - before.x1


def _size(before: Word, after: Word) -> float:
    return max(before.size, after.size) or 1.0
