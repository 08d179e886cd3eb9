"""Writes the rules down for people: every check with its weight, made from the checks themselves."""

import sys
from collections.abc import Iterable

from core.resume.review.model import AREA_WEIGHTS, Check
from core.resume.review.reviewing import CHECKS, RULES_VERSION
from core.resume.verdict import AREAS, Area

_INTRODUCTION = """\
# The rules of the résumé review

Version {version}, {count} checks. This page is made from the checks themselves
(`python -m core.resume.review.rulebook > docs/review-rules.md`); a test keeps it in step.

## How points are counted
- The five areas share 100 points by the weights below. Within an area the checks share its points by their own weights.
- A check that does not apply (no jobs, so no dates of jobs) gives its points to the other checks of its area, in proportion
  to their weights. An area in which no check applies (fit, where there is no track) gives its points to the other areas in
  the same way. Points are counted in tenths, as they are shown, and what rounding leaves over goes to the largest remainder,
  so the points possible always add up to exactly 100, and the checks of an area to the area.
- A check earns a share of its points between none and all. The score is the sum of what is earned, rounded.
- What a check loses is divided among its findings, so the points of all findings and the points earned add up to 100.
- Without any line of experience the checks that judge lines earn nothing, and the one finding “No line says what you did”
  carries what they lost. Under six lines, or on a page of fewer than 120 words, they count in part: the smaller of
  lines / 6 and words / 120, to the power of three quarters. What they lose by that is carried by the one finding “too little
  to judge”.
- “Line” means a bullet under a job, a project or voluntary work, or a sentence where these are told in paragraphs.
- No score rests on whose name, school, sex, age, faith or nationality it is; tests swap them and compare the scores. That
  such details stand on the page at all costs the same for everyone (`personal details`).
- Several findings that ask for the same mending are shown as one, which carries the points of all; a line fills two at most.
"""


def rulebook() -> str:
    """The rules as Markdown."""
    parts = [_INTRODUCTION.format(version=RULES_VERSION, count=len(CHECKS))]
    parts += [_area(area, [check for check in CHECKS if check.area == area]) for area in AREAS]
    return "\n".join(parts)


def _area(area: Area, checks: Iterable[Check]) -> str:
    listed = list(checks)
    whole = sum(check.weight for check in listed)
    rows = [f"| {check.title} (`{check.name}`) | {_points(area, check, whole)} | {check.rule} |" for check in listed]
    head = f"## {area.capitalize()}: {AREA_WEIGHTS[area]:g} points"
    return "\n".join([head, "", "| check | points when all apply | rule |", "|---|---|---|", *rows, ""])


def _points(area: Area, check: Check, whole: float) -> str:
    return f"{AREA_WEIGHTS[area] * check.weight / whole:.2f}"


if __name__ == "__main__":
    sys.stdout.write(rulebook())
