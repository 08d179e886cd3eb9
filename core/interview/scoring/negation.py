"""Which words of a sentence a "not" reaches: those of its own clause, not those of the next."""

import re
from collections.abc import Sequence

from core.interview.scoring.words import Word

_BREAK = re.compile(r"[,;:.!?()\n–—]")
_JOINTS = frozenset(
    """
    and but so because although though which while whereas if unless when until since then or otherwise without
    nobody nor
    """.split()  # noqa: SIM905 # a list of a hundred quoted words reads worse
)
_MILD = frozenset({"only", "just", "necessarily", "merely", "always", "simply", "matter", "longer"})


def denied(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The stems that stand only in clauses with a negation; "not only" and its like deny nothing."""
    refused: set[str] = set()
    said: set[str] = set()
    for clause in clauses(text, words):
        stems = {word.stem for word in clause if not word.light}
        (refused if _negated(clause) else said).update(stems)
    return frozenset(refused - said)


def clauses(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The words of each clause, in order; a clause ends at a comma or before a joint such as "and" or "because"."""
    found: list[list[Word]] = [[]]
    for before, word in zip((None, *words), words, strict=False):
        if before and (word.text.lower() in _JOINTS or _BREAK.search(text, before.end, word.start)):
            found.append([])
        found[-1].append(word)
    return found


def _negated(clause: Sequence[Word]) -> bool:
    """Whether an odd number of negations stand in a clause: two cancel out."""
    following = [*clause[1:], None]
    hard = [
        word.negation and not (after and after.text.lower() in _MILD)
        for word, after in zip(clause, following, strict=True)
    ]
    return sum(hard) % 2 == 1
