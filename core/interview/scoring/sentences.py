"""Where the sentences of an answer begin and end, spoken ones too: what runs on without a stop is cut at its joints."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.interview.scoring.negation import denied
from core.interview.scoring.words import Word, words

LONGEST = 26  # words of one piece
ENDLESS = 300  # words without a stop from which on nobody looks for joints
LEAST = 5  # words on each side of a cut
_SHORT = r"(?<!\b[ie]\.[eg]\.)(?<!\bvs\.)(?<!\bcf\.)"  # i.e., e.g.: the sentence goes on
_END = re.compile(rf"(?i:(?<=[.!?]){_SHORT})[\"'”’)]*\s+|\s*;\s+|\s*\n+\s*|\s+[-–—•*]\s+")
_JOINT = frozenset(
    """
    and but so because which while whereas then or since although however
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)


@dataclass(frozen=True)
class Piece:
    """A sentence, or a part of a long one, as it stands in the answer."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if not word.light)

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems that it says only to deny them."""
        return denied(self.text, self.words)

    @property
    def negated(self) -> bool:
        return any(word.negation for word in self.words)


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text that hold at least one word, in order; each is a substring of it."""
    cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    found = (part for start, end in pairwise(cuts) for part in _shortened(text[start:end]))
    made = (Piece(part.strip(), words(part.strip())) for part in found)
    return tuple(piece for piece in made if piece.words)


def _shortened(sentence: str) -> list[str]:
    inside = words(sentence)
    if len(inside) <= LONGEST:
        return [sentence]
    if len(inside) > ENDLESS:
        starts = [0, *(word.start for word in inside[LONGEST::LONGEST]), len(sentence)]
        return [sentence[start:end] for start, end in pairwise(starts)]
    middle = len(inside) / 2
    joints = [
        number
        for number in range(LEAST, len(inside) - LEAST)
        if inside[number].text.lower() in _JOINT or "," in sentence[inside[number - 1].end : inside[number].start]
    ]
    cut = inside[min(joints, key=lambda number: abs(number - middle)) if joints else round(middle)].start
    return [*_shortened(sentence[:cut]), *_shortened(sentence[cut:])]
