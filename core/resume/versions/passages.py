"""Where words stand on lines that a page's width broke: found across line ends and the hyphens put there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SEPARATORS = ",;|•·●▪∙/\t\n:()[]"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: from the character `start` up to, not including, `end`."""

    start: int
    end: int


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Each place where the words stand in a text, one behind the other; white space and broken lines do not matter."""
    pieces = words.split()
    if not pieces:
        return
    pattern = r"\s+".join(r"(?:-?\n)?".join(map(re.escape, piece)) for piece in pieces)
    before = r"(?<!\w)" if pieces[0][0].isalnum() else ""
    after = r"(?!\w)" if pieces[-1][-1].isalnum() else ""
    for match in re.finditer(before + pattern + after, text):
        yield Span(*match.span())


def stands(words: str, text: str) -> bool:
    return next(occurrences(words, text), None) is not None


def the_only(words: str, text: str) -> Span:
    """The one place of the words; of several the only one that is an item of a list. Raises `LookupError`."""
    found = list(occurrences(words, text))
    if len(found) > 1:
        found = [span for span in found if _item(span, text)]
    if len(found) != 1:
        raise LookupError(words)
    return found[0]


def _item(span: Span, text: str) -> bool:
    """Whether a stretch is all that stands between two separators of a list."""
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    return (not before or before[-1] in _SEPARATORS) and (not after or after[0] in _SEPARATORS)


def within(value: str, words: str, text: str) -> tuple[Span, Span]:
    """The first place of some words in a field's value, and the same place in the text that the value was read from.

    Raises `LookupError` where either has them not, or the text has them more than once and nothing tells which is meant.
    """
    inside = next(occurrences(words, value), None)
    if inside is None:
        raise LookupError(words)
    try:
        whole = the_only(value, text)
    except LookupError:
        return inside, the_only(words, text)
    first = next(occurrences(words, text[whole.start : whole.end]), None)
    if first is None:
        raise LookupError(words)
    return inside, Span(whole.start + first.start, whole.start + first.end)


def line_of(texts: Sequence[str], place: int) -> tuple[int, int]:
    """Which of the texts, joined by line ends, a character belongs to, and which of its characters it is."""
    for number, text in enumerate(texts):
        if place <= len(text):
            return number, place
        place -= len(text) + 1
    raise LookupError(place)
