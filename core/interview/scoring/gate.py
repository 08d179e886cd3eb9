"""The gate: multiplies a score by 0 to 1 where the answer is hardly one, and names why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import exp
from types import MappingProxyType

from core.interview.mark import Doubt
from core.interview.scoring.address import to_grader, unknown
from core.interview.scoring.contrast import swapped
from core.interview.scoring.coverage import Covering
from core.interview.scoring.sentences import Piece, pieces
from core.interview.scoring.signs import Signs, again, echo, inverted, listed, ramp, salad, terms, thin
from core.interview.scoring.target import Target

# A logistic curve whose weights can only take away. They are set by hand so that each full sign of what is plainly no
# answer leaves a fifth at most. bench/fitting.py gave 4.0, 5.9 and 4.4 for `swapped`, `mistaken` and `strange`; they
# stand a little higher here, so that fewer wrong answers pass.
BIAS = 2.0
WEIGHTS = Signs(
    terms=8.0,
    salad=6.0,
    echo=6.0,
    negated=8.0,
    swapped=5.0,
    mistaken=7.0,
    strange=6.0,
    thin=6.0,
    grader=10.0,
    unknown=10.0,
    foreign=6.0,
)
MILD = 0.45  # of a sign, where only a reference answer says what was wanted
_ASKS_A_LIST = re.compile(
    r"\b(?:name|list|enumerate|which|what are|give|state|mention|types?|kinds?|examples?|properties|steps|stages)\b",
    re.IGNORECASE,
)
BARE = 6  # words that say no more than that one does not know
NAMED = 0.5  # a gate below this says why
STRANGE = 0.15  # from then on it is nearer to misconceptions only because it is about something else
MET = 2  # points that an answer says something right or wrong about, else it is about something else
PLAIN = ("grader", "unknown")  # said in so many words: the reason whatever else is so
_WHY: MappingProxyType[str, Doubt] = MappingProxyType(
    {
        "terms": "terms",
        "salad": "terms",
        "echo": "echo",
        "negated": "negated",
        "swapped": "negated",
        "mistaken": "negated",
        "strange": "elsewhere",
        "thin": "ramble",
        "grader": "grader",
        "unknown": "unknown",
        "foreign": "elsewhere",
    }
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What a score is multiplied by, and why it is low ("": it is not)."""

    factor: float
    doubt: Doubt


def signs_of(answer: Sequence[Piece], covering: Covering, aim: Target) -> Signs:
    """The signs of a whole answer, the words for the grader included.

    Against a reference answer alone, which is often a line, the finer signs say nothing; and where it is itself a list
    of terms, an answer may be one.
    """
    whole = sum(len(piece.words) for piece in answer)
    heard = [piece for piece in answer if not to_grader(piece)]
    spoken = {
        "thin": thin(heard, aim.known),
        "grader": ramp(sum(len(piece.words) for piece in answer if to_grader(piece)) / max(1, whole), 0.1, 0.6),
        "unknown": ramp(sum(len(piece.words) for piece in answer if unknown(piece)) / max(1, whole), 0.4, 0.8)
        * (1 - covering.best * ramp(whole, BARE, 2 * BARE)),
    }
    wants = [] if aim.told else [piece for one in aim.points for piece in pieces(one.right[0])]
    if wants:
        asks = 1.0 if _ASKS_A_LIST.search(aim.question) else ramp(listed(wants), 0.2, 0.4)
        lost = 0.0 if covering.recalled else 1.0
        return Signs(
            terms=MILD * terms(heard) * (1 - asks),
            echo=max(MILD * lost * ramp(echo(heard, aim.known), 0.9, 1.0), again(answer, aim.given)),
            foreign=MILD * lost * (1 - ramp(covering.nearest, 0.1, 0.4)),
            **spoken,
        )
    return Signs(
        terms=terms(heard),
        salad=salad(heard),
        echo=max(echo(heard, aim.known), again(answer, aim.given)),
        negated=max(
            min(ramp(covering.denying, 0.35, 0.6), ramp(covering.turned, 0.4, 0.7)),
            inverted(heard, aim.model),
        ),
        swapped=swapped(heard, aim.contrasts),
        mistaken=ramp(covering.mistaken, -0.25, 0.1),
        strange=ramp(covering.strange, 0.55, 1.05),
        foreign=1 - ramp(covering.nearest, 0.15, 0.4),
        **spoken,
    )


def gate(signs: Signs, weights: Signs = WEIGHTS, met: int = 2) -> Gate:
    """The gate of an answer with these signs; without any it is open. `met`: the points that are not simply missed."""
    weighed = {one.name: getattr(weights, one.name) * getattr(signs, one.name) for one in fields(Signs)}
    factor = (1 + exp(-BIAS)) / (1 + exp(sum(weighed.values()) - BIAS))
    plain = [name for name in PLAIN if getattr(signs, name) >= 0.5]
    worst = plain[0] if plain else max(weighed, key=lambda name: weighed[name])
    if worst == "mistaken" and (signs.strange >= STRANGE or met < MET):
        worst = "strange"
    return Gate(round(factor, 3), _WHY[worst] if factor < NAMED else "")
