"""Gives accents that are drawn as signs of their own back to the letters over or under which they stand."""

import re
from collections.abc import Callable, Iterator, Sequence

from core.resume.reading.cleanup import SIGNS, with_sign

Sides = list[float]  # left, top, right, bottom in the page's own space, in points

_SIGN = re.compile(f"[{re.escape(SIGNS)}]")
_MOST_SIGNS = 1000  # of a page; a full one in Vietnamese has fewer
_WINDOW = 200  # characters before and after a sign among which its letter is sought
_GAP = frozenset(["", " ", "\r", "\n"])  # what pdfium puts around a sign that it cannot place
_TOUCHING = 0.12  # of the height: the gap that parts no words


def give_back(text: str, sides_of: Callable[[int], Sides | None]) -> tuple[str, Sequence[int], int]:
    """The text with its accents on their letters, where each character stood before, and how many were moved.

    Programs draw accents before or after the letter, or at the end of a line; only their places tell whose they are.
    """
    signs = [match.start() for match in _SIGN.finditer(text)][:_MOST_SIGNS]
    if not signs:
        return text, range(len(text)), 0
    letters = list(text)
    for sign in signs:
        for at in _letters_around(text, sign):
            made = with_sign(letters[at], text[sign])
            if made and _stands_on(sides_of(sign), sides_of(at)):
                letters[at], letters[sign] = made, ""
                break
    moved = [sign for sign in signs if not letters[sign]]
    for sign in moved:
        _close_gap(letters, sign, sides_of)
    places = [at for at, letter in enumerate(letters) if letter]
    return "".join(letters), places, len(moved)


def _letters_around(text: str, sign: int) -> Iterator[int]:
    """Places of letters, the nearest to the sign first."""
    for distance in range(1, _WINDOW):
        for at in (sign + distance, sign - distance):
            if 0 <= at < len(text) and text[at].isalpha() and text[at] not in SIGNS:
                yield at


def _stands_on(sign: Sides | None, letter: Sides | None) -> bool:
    """Whether the middle of a sign lies within the box of a letter."""
    if not sign or not letter:
        return False
    x, y = (sign[0] + sign[2]) / 2, (sign[1] + sign[3]) / 2
    return letter[0] < x < letter[2] and letter[3] < y < letter[1]


def _close_gap(letters: list[str], sign: int, sides_of: Callable[[int], Sides | None]) -> None:
    """Take out the spaces and line ends around a moved sign where the letters on both sides of it touch."""
    before, after = sign - 1, sign + 1
    while before >= 0 and letters[before] in _GAP:
        before -= 1
    while after < len(letters) and letters[after] in _GAP:
        after += 1
    if before < 0 or after == len(letters):
        return
    left, right = sides_of(before), sides_of(after)
    if left and right and abs(left[1] - right[1]) < 1 and abs(right[0] - left[2]) <= _TOUCHING * (left[1] - left[3]):
        letters[before + 1 : after] = [""] * (after - before - 1)
