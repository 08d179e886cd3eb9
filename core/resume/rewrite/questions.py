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
    left, asked = list(pairs), list[Pair]()
    while left:
        at = next((at for at, pair in enumerate(left) if not asked or pair[0] != asked[-1][0]), 0)
        asked.append(left.pop(at))
    return tuple(asked)
