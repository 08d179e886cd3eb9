"""Ligatures whose font says no Unicode value, as in "Educa?on": each glyph is judged by all its words and its width."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from core.resume.reading.ligatures import LIGATURES, evidence

_SAME = 0.012  # of the size: how far the widths of one glyph may stray
_FITS = 0.12  # of the width: how far a ligature may be from its letters set apart
_HYPHEN = 0.42  # of the size: narrower at the end of a line is a hyphen
_MOST = 2000  # of a page


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of an unnamed glyph. `width` counts sizes; `letter` gives the width of a letter of its font, or 0."""

    font: int
    width: float
    letter: Callable[[str], float]


@dataclass(slots=True)
class _Glyph:
    width: float
    votes: Counter[str] = field(default_factory=Counter)
    widths: dict[str, float] = field(default_factory=dict)

    def letters(self, *, inside: bool) -> str:
        """The ligature with most votes; without any, the first that is as wide, but only inside a word."""
        fitting = [letters for letters in LIGATURES if self._fits(letters)]
        best = max(fitting, key=lambda letters: self.votes[letters], default="")
        return best if best and (self.votes[best] or inside) else ""

    def _fits(self, letters: str) -> bool:
        wide = self.widths.get(letters, 0.0)
        return not wide or abs(wide - self.width) <= _FITS * self.width


class Ligatures:
    """Remembers the unnamed glyphs of a document; one glyph is the same ligature wherever it stands."""

    def __init__(self) -> None:
        self._glyphs: dict[int, list[_Glyph]] = {}

    def name(
        self, text: str, unnamed: list[int], shape_of: Callable[[int], Shape | None]
    ) -> tuple[str, Sequence[int], int]:
        """The text with letters for its unnamed glyphs, where each character stood, and how many were named."""
        letters = list(text)
        found: dict[int, _Glyph] = {}
        for place in unnamed[:_MOST]:
            shape = shape_of(place)
            if shape and _in_word(text, place, shape):
                found[place] = self._glyph(shape)
        for place, glyph in found.items():
            self._vote(text, place, glyph, found)
        named = 0
        for place, glyph in found.items():
            both = _letter_at(text, place - 1) and _letter_at(text, place + 1)
            ligature = glyph.letters(inside=both)
            if ligature:
                letters[place] = ligature
                named += 1
        places = [place for place, part in enumerate(letters) for _ in part]
        return "".join(letters), places, named

    def _glyph(self, shape: Shape) -> _Glyph:
        known = self._glyphs.setdefault(shape.font, [])
        for glyph in known:
            if abs(glyph.width - shape.width) <= _SAME:
                return glyph
        alone = {letter: shape.letter(letter) for letter in "tifl"}
        glyph = _Glyph(shape.width)
        for letters in LIGATURES:
            widths = [alone[letter] for letter in letters]
            glyph.widths[letters] = sum(widths) if all(widths) else 0.0
        known.append(glyph)
        return glyph

    def _vote(self, text: str, place: int, glyph: _Glyph, found: dict[int, _Glyph]) -> None:
        for letters in LIGATURES:
            before, after = _around(text, place, {other: letters for other in found if found[other] is glyph})
            glyph.votes[letters] += evidence(before + letters + after, len(before), letters)


def _around(text: str, place: int, known: dict[int, str]) -> tuple[str, str]:
    """The letters of the word before and after a place, other occurrences of the same glyph written out."""
    sides = []
    for step in (-1, 1):
        at, side = place + step, ""
        while 0 <= at < len(text) and len(side) < 40 and (text[at].isalpha() or at in known):
            part = known.get(at, text[at])
            side = part + side if step < 0 else side + part
            at += step
        sides.append(side)
    return sides[0], sides[1]


def _in_word(text: str, place: int, shape: Shape) -> bool:
    """Whether a glyph touches a letter, and is no hyphen at the end of its line."""
    at_end = not text[place + 1 : place + 2].strip() and shape.width < _HYPHEN
    near = _letter_at(text, place - 1) or _letter_at(text, place + 1)
    return near and not at_end


def _letter_at(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalpha()
