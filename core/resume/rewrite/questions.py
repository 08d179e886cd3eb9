"""Which blanks are worth a question: the most gainful first, figures before the rest, and few."""

from collections.abc import Sequence

from core.resume.rewrite.proposal import Blank, Proposal

Pair = tuple[Proposal, Blank]


def questions(proposals: Sequence[Proposal], most: int = 6) -> tuple[Pair, ...]:
    """At most so many blanks to ask for, no two in a row for one line where that can be helped."""
    every = [(proposal, blank) for proposal in proposals for blank in proposal.blanks]
    ranked = sorted(every, key=lambda pair: (not pair[1].number, -pair[0].gain))
    return _spread(ranked[:most])


def _spread(pairs: list[Pair]) -> tuple[Pair, ...]:
    left, asked = list(pairs), list[Pair]()
    while left:
        at = next((at for at, pair in enumerate(left) if not asked or pair[0] != asked[-1][0]), 0)
        asked.append(left.pop(at))
    return tuple(asked)
