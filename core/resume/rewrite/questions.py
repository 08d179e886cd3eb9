"""Which blanks are worth a question: the most gainful first, figures before the rest, and few."""

from collections.abc import Sequence

from core.resume.rewrite.marks import HOW_MUCH
from core.resume.rewrite.measures import tells_outcome
from core.resume.rewrite.proposal import Blank, Proposal

Pair = tuple[Proposal, Blank]


def questions(proposals: Sequence[Proposal], most: int = 6) -> tuple[Pair, ...]:
    """At most so many blanks to ask for, no two in a row for one line where that can be helped."""
    every = [(proposal, blank) for proposal in proposals for blank in proposal.blanks]
    return _spread(sorted(every, key=_rank)[:most])


def _rank(pair: Pair) -> tuple[bool, bool, float]:
    proposal, blank = pair
    worth = proposal.gain * (1.5 if tells_outcome(blank.mark) else 1.0)
    return not blank.number, blank.mark == HOW_MUCH, -worth


def _spread(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Every line once before any line twice."""
    left, asked = list(pairs), list[Pair]()
    while left:
        times = [sum(pair[0] == one[0] for one in asked) for pair in left]
        again = [bool(asked) and pair[0] == asked[-1][0] for pair in left]
        at = min(range(len(left)), key=lambda at: (again[at], times[at], at))
        asked.append(left.pop(at))
    return tuple(asked)
