"""A score against a reference answer, where nobody wrote down key points."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING

from core.interview.scoring.gate import Gate
from core.interview.scoring.sentences import pieces
from core.interview.scoring.target import Embed, Wanted
from core.interview.scoring.words import Word, content, words

if TYPE_CHECKING:
    from core.interview.scoring.embedding import Vector

# A ridge over two public sets of short answers with human marks (about circuits, and from an exam on neural networks),
# each set standardised, the weights their mean; bent so that nothing reaches the ends. The level is that of teachers'
# marks of honest short answers, which lie high: 4.2 of 5, give or take 1.1.
LEVEL, SLOPE = 1.95, 1.6
WITH_MODEL = {"recall": 0.78, "whole": 0.4, "near": 0.52, "length": 0.3}
BY_WORDS = {"recall": 1.1, "whole": 0.0, "near": 0.0, "length": 0.3}
USUAL = {"recall": 0.33, "whole": 0.56, "near": 0.46, "length": 0.1}  # of those answers
SHORTEST, LONGEST = -3.0, 1.0  # logarithms of the ratio of lengths; more earns no more
# What is left of the level for what is no answer. The gate for key points hits right answers in few words, so only its
# plain doubts count here. The signs are made so narrow, on made-up junk, that they hardly touch honest answers.
PLAIN = ("empty", "unknown", "grader")
LEFT = {"terms": 0.3, "echo": 0.35, "denied": 0.35, "far": 0.7, "ramble": 0.3}
FEWEST, BARE, FULL = 5, 0.06, 0.2  # words of a list of terms; the share of light words in it, and in its reference
ECHOED, AGAIN, SAME, VERBATIM, DISTANT = 0.9, 0.7, 0.8, 0.9, 0.25
ENDLESS, SHORT, BESIDE = 20, 8, 0.2  # times the reference's length, at least so long; its share of what is said


def wanted(reference: str) -> tuple[Wanted, ...]:
    """A reference answer as key points: each of its sentences, weighing as much as its words say."""
    return tuple(
        Wanted(str(number), (piece.text,), weight=sum(content(piece.words).values()) or 1.0)
        for number, piece in enumerate(pieces(reference))
    )


def score(question: str, reference: str, answer: str, *, gated: Gate, embed: Embed | None = None) -> float:
    """0 to 10, two decimals."""
    features = features_of(question, reference, answer, embed)
    weights = WITH_MODEL if embed else BY_WORDS
    level = 10 / (1 + exp(-LEVEL - SLOPE * sum(weights[name] * (features[name] - USUAL[name]) for name in weights)))
    held = gated.factor if gated.doubt in PLAIN else 1.0
    for sign in _signs(question, reference, answer, features):
        held *= LEFT[sign]
    return round(level * held, 2)


def _signs(question: str, reference: str, answer: str, features: Mapping[str, float]) -> Iterator[str]:
    """What makes it no answer: terms alone, the question again, the reference denied, nothing of the matter, no end."""
    asked, wants, has = words(question), words(reference), words(answer)
    said, known = _stems(has), _stems(asked)
    shared = len(said & (_stems(wants) | known)) / max(1, len(said))
    if len(has) >= FEWEST and _light(has) <= BARE and _light(wants) > FULL and shared >= SAME:
        yield "terms"
    both = len(said & known)
    if both >= ECHOED * len(said) and both >= AGAIN * len(known) and features["recall"] < 1 - ECHOED:
        yield "echo"
    if min(features["recall"], shared) >= VERBATIM and _denials(has) > _denials(wants):
        yield "denied"
    if max(features["recall"], features["near"], features["whole"]) < DISTANT:
        yield "far"
    if len(has) > ENDLESS * max(SHORT, len(wants)) and len(said & _stems(wants)) < BESIDE * len(said):
        yield "ramble"


def _light(found: Sequence[Word]) -> float:
    return sum(word.light for word in found) / max(1, len(found))


def _denials(found: Sequence[Word]) -> int:
    return sum(word.negation for word in found)


def features_of(question: str, reference: str, answer: str, embed: Embed | None) -> Mapping[str, float]:
    """What the score is made of. The question's own words count for nothing, but in the nearness of the `whole`."""
    known = frozenset(word.stem for word in words(question) if not word.light)
    wants, has = words(reference), words(answer)
    wanted, said = _stems(wants, known) or _stems(wants), _stems(has)
    length = log((1 + len(said - known)) / (1 + len(wanted)))
    return {
        "recall": len(wanted & said) / max(1, len(wanted)),
        "whole": _cosine(embed, reference, answer) if embed else 0.0,
        "near": _cosine(embed, _without(wants, known), _without(has, known)) if embed else 0.0,
        "length": min(LONGEST, max(SHORTEST, length)),
    }


def _stems(found: Sequence[Word], known: frozenset[str] = frozenset()) -> frozenset[str]:
    return frozenset(word.stem for word in found if not word.light and word.stem not in known)


def _without(found: Sequence[Word], known: frozenset[str]) -> str:
    own = [word.text for word in found if word.stem not in known]
    return " ".join(own or [word.text for word in found])


def _cosine(embed: Embed, reference: str, answer: str) -> float:
    return float(embed(answer) @ _kept(embed, reference))


@lru_cache(maxsize=256)
def _kept(embed: Embed, text: str) -> "Vector":
    return embed(text)
