"""A score against a reference answer, where nobody wrote down key points."""

from core.interview.scoring.coverage import Covering
from core.interview.scoring.gate import Gate
from core.interview.scoring.sentences import Piece, pieces
from core.interview.scoring.target import Embed, Target, Wanted
from core.interview.scoring.words import content


def wanted(reference: str) -> tuple[Wanted, ...]:
    """A reference answer as key points: each of its sentences, weighing as much as its words say."""
    return tuple(
        Wanted(str(number), (piece.text,), weight=sum(content(piece.words).values()) or 1.0)
        for number, piece in enumerate(pieces(reference))
    )


def score(aim: Target, said: tuple[Piece, ...], covering: Covering, gated: Gate, embed: Embed | None) -> float:
    whole = sum(one.weight for one in aim.points)
    got = sum(one.weight * max(0.0, v.share) for one, v in zip(aim.points, covering.verdicts, strict=True))
    return round(10 * gated.factor * got / whole, 2) if whole else 0.0
