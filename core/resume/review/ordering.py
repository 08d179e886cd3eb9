"""Puts findings in the order in which mending them is worth a person's time."""

from collections.abc import Sequence
from itertools import product

from core.resume.verdict import Finding, Severity

_RANK: dict[Severity, int] = {"critical": 0, "important": 1, "minor": 2}
# Checks that ask for the same mending: one of them is enough among the first three.
_KIN = {
    "recent numbers": "numbers",
    "scope": "numbers",
    "ownership": "weak openings",
    "skills proven": "core skills",
}
_TRIED = 6  # findings of one kind from which the first three are chosen
_NEAR = 0.75  # of what the dearest finding of a kind is worth: one worth less does not stand for it
_TRIFLE = 0.5  # of the dearest finding left out: a kind worth less gives up its place to it
_AT_ONCE = ("phone", "profiles", "e-mail form")  # two minutes' work: behind the first three these come next


def ordered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The most worthwhile first: critical ones, then by points, but ways to reach the person before the long tail.

    The first three are of the three dearest kinds and, where they quote, on three lines; with an example where there is one.
    """
    by_worth = sorted(
        found, key=lambda item: (item.severity != "critical", -item.points, _RANK[item.severity], item.id)
    )
    first = _first_three(by_worth)
    rest = [item for item in by_worth if item not in first]
    at_once = [item for item in rest if item.check in _AT_ONCE]
    critical = [item for item in rest if item.severity == "critical"]
    return tuple(first + critical + at_once + [item for item in rest if item not in at_once and item not in critical])


def _first_three(by_worth: list[Finding]) -> list[Finding]:
    kinds = _most_costly_kinds(by_worth)[:3]
    choices = [_standing_for(kind, by_worth) for kind in kinds]
    best: tuple[Finding, ...] = min(product(*choices), key=lambda chosen: _cost(chosen, choices))
    return sorted(_without_trifles(list(best), by_worth), key=by_worth.index)


def _without_trifles(first: list[Finding], by_worth: list[Finding]) -> list[Finding]:
    """The first three, a trifle among them replaced by a far dearer finding on another line, be it of the same kind."""
    for at, item in enumerate(first):
        quoted = {other.quote for other in first if other is not item}
        dearer = next((other for other in by_worth if other not in first and other.quote not in quoted), None)
        if dearer and item.severity != "critical" and item.points < _TRIFLE * dearer.points:
            first[at] = dearer
    return first


def _cost(chosen: tuple[Finding, ...], choices: list[list[Finding]]) -> tuple[int, int, int]:
    """What speaks against a choice: one line quoted twice, then findings without an example, then a late place."""
    quotes = [item.quote for item in chosen if item.quote]
    place = sum(found.index(item) for item, found in zip(chosen, choices, strict=True))
    return len(quotes) - len(set(quotes)), sum(not item.example for item in chosen), place


def _standing_for(kind: str, by_worth: list[Finding]) -> list[Finding]:
    """The findings of a kind that may stand among the first three: those worth about as much as its dearest."""
    of_kind = [item for item in by_worth if _kind(item) == kind]
    return [item for item in of_kind if item.points >= _NEAR * of_kind[0].points][:_TRIED]


def _kind(item: Finding) -> str:
    return _KIN.get(item.check, item.check)


def _most_costly_kinds(by_worth: list[Finding]) -> list[str]:
    """Kinds of mending by what their dearest finding would win back, then by all of theirs; critical ones first."""
    lost: dict[str, float] = {}
    dearest: dict[str, float] = {}
    for item in by_worth:
        kind = _kind(item)
        lost[kind] = lost.get(kind, 0.0) + item.points
        dearest[kind] = max(dearest.get(kind, 0.0), item.points)
    critical = {_kind(item) for item in by_worth if item.severity == "critical"}
    return sorted(lost, key=lambda kind: (kind not in critical, -round(dearest[kind], 2), -round(lost[kind], 2), kind))
