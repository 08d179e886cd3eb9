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
_TRIED = 6  # findings of one check from which the first three are chosen


def ordered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The most worthwhile first: critical ones, then by points.

    The first three are of three kinds and, where they quote, on three lines; with an example where there is one.
    """
    by_worth = sorted(
        found, key=lambda item: (item.severity != "critical", -item.points, _RANK[item.severity], item.id)
    )
    first = _first_three(by_worth)
    return tuple(first + [item for item in by_worth if item not in first])


def _first_three(by_worth: list[Finding]) -> list[Finding]:
    kinds = _most_costly_kinds(by_worth)[:3]
    choices = [[item for item in by_worth if item.check == kind][:_TRIED] for kind in kinds]
    best: tuple[Finding, ...] = min(product(*choices), key=lambda chosen: _cost(chosen, choices))
    return sorted(best, key=by_worth.index)


def _cost(chosen: tuple[Finding, ...], choices: list[list[Finding]]) -> tuple[int, int, int]:
    """What speaks against a choice: one line quoted twice, then findings without an example, then a late place."""
    quotes = [item.quote for item in chosen if item.quote]
    place = sum(found.index(item) for item, found in zip(chosen, choices, strict=True))
    return len(quotes) - len(set(quotes)), sum(not item.example for item in chosen), place


def _most_costly_kinds(by_worth: list[Finding]) -> list[str]:
    """Checks by what they lost, critical ones first, each kind of mending once."""
    lost: dict[str, float] = {}
    for item in by_worth:
        lost[item.check] = lost.get(item.check, 0.0) + item.points
    critical = {item.check for item in by_worth if item.severity == "critical"}
    checks = sorted(lost, key=lambda check: (check not in critical, -round(lost[check], 2), check))
    kinds: dict[str, str] = {}
    for check in checks:
        kinds.setdefault(_KIN.get(check, check), check)
    return list(kinds.values())
