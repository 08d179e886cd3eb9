"""Two things that a question sets against each other, and whether an answer says of one what holds of the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.interview.scoring.negation import clauses
from core.interview.scoring.sentences import Piece, pieces
from core.interview.scoring.words import Word, weight, words

_JOINTS = frozenset({"and", "or", "versus", "vs", "with", "from", "than", "into", "over", "to", "rather", "against"})
_BETWEEN = frozenset({"a", "an", "the", "of", "your", "than", "instead"})
_STOPS = frozenset(",.;:?!()")
LONGEST = 3  # words of a thing's name
LEAST = 2  # clauses that speak of one thing alone, for it to be one of two
TOGETHER = 0.5  # the share of a word's clauses that name the other thing, from which on it is no name of either
ONE_SIDED = 0.6  # of a word's clauses: from then on it is said of one thing rather than of the other
FORGIVEN, SWAPPED = 0.45, 0.7  # the share of what is said of the wrong thing, that is none and all of the sign
SLIP = 1.5  # the weight of such words that is a slip; twice as much is none
SURE = 2.5  # how many times more of the model answer must fit than not, for two things to be a contrast at all


@dataclass(frozen=True, slots=True)
class Contrast:
    """The stems that name each of two things, the beginnings of their short forms ("bf" for BFS), and of each other
    stem how far it is said of the first (1) or of the second (−1)."""

    first: frozenset[str]
    second: frozenset[str]
    short: tuple[frozenset[str], frozenset[str]]
    said: dict[str, float]

    def weighed(self, answer: Iterable[Piece]) -> tuple[float, float]:
        """The weight of the words that an answer says of the thing they belong to, and of the other one."""
        right = wrong = 0.0
        for piece in answer:
            for side, stems in self.sides(piece):
                for stem, text in stems.items():
                    value = side * self.said.get(stem, 0.0) * weight(text)
                    right, wrong = right + max(0.0, value), wrong - min(0.0, value)
        return right, wrong

    def sides(self, piece: Piece) -> Iterator[tuple[int, dict[str, str]]]:
        """Each clause that speaks of one thing alone, as 1 or −1, with its other stems; who it is about carries on."""
        side = 0
        for clause in clauses(piece.text, piece.words):
            one, other = self._named(clause, 0), self._named(clause, 1)
            if one and other:
                side = 0
            elif one or other:
                side = 1 if one else -1
            if side:
                rest = {word.stem: word.text for word in clause if not word.light and word not in (*one, *other)}
                yield side, rest

    def _named(self, clause: Sequence[Word], side: int) -> list[Word]:
        names, short = (self.first, self.second)[side], self.short[side]
        return [
            word
            for word in clause
            if word.stem in names or (len(word.text) in (2, 3) and word.text[:2].lower() in short)
        ]


def contrasts(question: str, right: Sequence[str], answer: str) -> tuple[Contrast, ...]:
    """The contrasts of a question that its right phrasings bear out and its model answer keeps to."""
    known = [piece for text in right for piece in pieces(text)]
    told = list(pieces(answer))
    spoken = [{word.stem for word in clause} for one in (*known, *told) for clause in clauses(one.text, one.words)]
    found = []
    for first, second in _things(question):
        names = _names(first, second, spoken), _names(second, first, spoken)
        if all(sum(bool(clause & name) for clause in spoken) >= LEAST for name in names):
            made = _learned(names, (_short(first, names[0]), _short(second, names[1])), known)
            fits, fails = made.weighed(told)
            if fits > SURE * fails:
                found.append(_learned(names, made.short, [*known, *told]))
    return tuple(found)


def swapped(answer: Sequence[Piece], found: Sequence[Contrast]) -> float:
    """How far an answer swaps two things, 0 to 1: a slip is forgiven, as is a clause or two about neither."""
    most = 0.0
    for contrast in found:
        right, wrong = contrast.weighed(answer)
        share = (wrong / (right + wrong) - FORGIVEN) / (SWAPPED - FORGIVEN) if wrong else 0.0
        most = max(most, min(1.0, share, (wrong - SLIP) / SLIP))
    return most


def _things(question: str) -> Iterator[tuple[list[Word], list[Word]]]:
    """What stands left and right of each joint or comma of a question, some words each."""
    every = words(question)
    marks = [question[one.end : other.start] for one, other in pairwise(every)]
    stops = [bool(_STOPS & set(mark)) for mark in marks]
    for number in range(1, len(every)):
        joined = every[number].text.lower() in _JOINTS
        if joined or "," in marks[number - 1]:
            after = number + 1 if joined else number
            while after < len(every) and every[after].text.lower() in _BETWEEN:
                after += 1
            yield _run(every, stops, range(number - 1, -1, -1)), _run(every, stops, range(after, len(every)))


def _run(every: Sequence[Word], stops: Sequence[bool], order: range) -> list[Word]:
    found: list[Word] = []
    for number in order:
        if found and stops[min(number, number - order.step)]:
            break
        if every[number].light or len(found) == LONGEST:
            break
        found.append(every[number])
    return sorted(found, key=lambda word: word.start)


def _names(thing: Sequence[Word], other: Sequence[Word], spoken: Sequence[set[str]]) -> frozenset[str]:
    ours, theirs = ({word.stem for word in side} for side in (thing, other))
    ours, theirs = ours - theirs, theirs - ours
    found = set()
    for stem in ours:
        where = [clause for clause in spoken if stem in clause]
        if where and sum(bool(clause & theirs) for clause in where) <= TOGETHER * len(where):
            found.add(stem)
    return frozenset(found)


def _short(thing: Sequence[Word], names: frozenset[str]) -> frozenset[str]:
    return frozenset((one.text[0] + other.text[0]).lower() for one, other in pairwise(thing) if one.stem in names)


def _learned(
    names: tuple[frozenset[str], frozenset[str]],
    short: tuple[frozenset[str], frozenset[str]],
    known: Sequence[Piece],
) -> Contrast:
    bare = Contrast(*names, short, {})
    sums: defaultdict[str, int] = defaultdict(int)
    counts: defaultdict[str, int] = defaultdict(int)
    for piece in known:
        for side, stems in bare.sides(piece):
            for stem in stems:
                sums[stem] += side
                counts[stem] += 1
    said = {stem: total / (counts[stem] + 1) for stem, total in sums.items() if abs(total) >= ONE_SIDED * counts[stem]}
    return Contrast(*names, short, said)
