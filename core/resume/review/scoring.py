"""Turns measurements into points: possible points add up to 100, and every point lost belongs to a finding.

Points are counted in whole tenths, as they are shown, so that what a reader adds up by hand is right.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.resume.review.facts import Facts
from core.resume.review.model import AREA_WEIGHTS, Check, Flaw, Measured
from core.resume.verdict import AREAS, Area, AreaScore, CheckResult, Finding, Severity

TOO_FEW = ("no lines", "few lines")  # keys of the findings that carry what is lost where there is too little to judge
_MINOR_BELOW = 0.5  # points: what wins back less is minor, whatever its kind
_WHOLE = 1000  # tenths of points


@dataclass(frozen=True, slots=True)
class Marked:
    """A check with what it measured and the points (in tenths) possible and earned; `thin` of the lost ones are lost
    because there is too little to judge."""

    check: Check
    measured: Measured
    possible: int
    earned: int
    thin: int = 0

    @property
    def lost(self) -> int:
        return self.possible - self.earned

    def result(self) -> CheckResult:
        return CheckResult(
            check=self.check.name,
            area=self.check.area,
            title=self.check.title,
            earned=self.earned / 10,
            possible=self.possible / 10,
            because=self.measured.because,
        )


def mark(facts: Facts, checks: Iterable[Check]) -> tuple[Marked, ...]:
    """Runs the checks. The weight of a check that does not apply goes to the others of its area in proportion."""
    measured = [(check, _measure(facts, check)) for check in checks]
    applied = [(check, found) for check, found in measured if found is not None]
    possible = dict(zip((check.name for check, _ in applied), _points([check for check, _ in applied]), strict=True))
    return tuple(_marked(facts, check, found, possible[check.name]) for check, found in applied)


def _marked(facts: Facts, check: Check, found: Measured, possible: int) -> Marked:
    share = min(1.0, max(0.0, found.share))
    earned = possible if share == 1.0 else min(round(possible * share), max(0, possible - 1))
    if not check.needs_bullets:
        return Marked(check, found, possible, earned)
    if not facts.bullets:
        return Marked(check, found, possible, 0, possible)
    counted = round(earned * facts.weight_of_lines)
    if counted == earned:
        return Marked(check, found, possible, earned)
    told = f"{found.because} With so little on the page it counts for {facts.weight_of_lines:.0%}."
    return Marked(check, replace(found, because=told), possible, counted, earned - counted)


def _measure(facts: Facts, check: Check) -> Measured | None:
    if check.needs_bullets and not facts.bullets:
        return Measured(0.0, "There is no line of experience to judge.")
    return check.measure(facts)


def _points(checks: Sequence[Check]) -> list[int]:
    """Tenths of points for each check, by area weight and weight within the area; they sum to exactly 1000."""
    present = [area for area in AREAS if any(check.area == area for check in checks)]
    whole = sum(AREA_WEIGHTS[area] for area in present)
    of_area = dict(
        zip(present, _rounded([_WHOLE * AREA_WEIGHTS[area] / whole for area in present], _WHOLE), strict=True)
    )
    points: dict[str, int] = {}
    for area in present:
        inside = [check for check in checks if check.area == area]
        total = sum(check.weight for check in inside)
        shares = _rounded([of_area[area] * check.weight / total for check in inside], of_area[area])
        points |= {check.name: share for check, share in zip(inside, shares, strict=True)}
    return [points[check.name] for check in checks]


def _rounded(exact: Sequence[float], total: int) -> list[int]:
    """Whole numbers of the given sum, by largest remainder; ties go to the earlier."""
    floors = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda at: (floors[at] - exact[at], at))
    for at in order[: total - sum(floors)]:
        floors[at] += 1
    return floors


def findings(facts: Facts, marked: Sequence[Marked]) -> list[Finding]:
    """A finding for each flaw; the points of all of them add up to what the score lost."""
    thin = sum(item.thin for item in marked)
    return _distinct([finding for item in marked for finding in _of_check(facts, item, thin)])


def _of_check(facts: Facts, item: Marked, thin: int) -> list[Finding]:
    """What the check itself lost is divided in hundredths among its flaws; `thin` tenths go to the one for that."""
    flaws = item.measured.flaws
    lost = (item.lost - item.thin) * 10
    whole = sum(flaw.share for flaw in flaws) or 1.0
    shares = _rounded([lost * flaw.share / whole for flaw in flaws], lost) if flaws else []
    carried = [points + (thin * 10 if flaw.key in TOO_FEW else 0) for flaw, points in zip(flaws, shares, strict=True)]
    return [_finding(facts, item.check, flaw, points / 100) for flaw, points in zip(flaws, carried, strict=True)]


def _finding(facts: Facts, check: Check, flaw: Flaw, points: float) -> Finding:
    return Finding(
        id=finding_id(check.name, flaw.quote or flaw.key),
        check=check.name,
        area=check.area,
        severity=_severity(flaw, points),
        title=flaw.title,
        quote=flaw.quote,
        places=facts.places(flaw.lines),
        why=flaw.why,
        mend=flaw.mend,
        example=flaw.example,
        points=points,
    )


def _severity(flaw: Flaw, points: float) -> Severity:
    return "minor" if flaw.severity == "important" and points < _MINOR_BELOW else flaw.severity


def finding_id(check: str, words: str) -> str:
    """The check's name and a hash of the words, blind to case, spacing and punctuation."""
    plain = re.sub(r"\W+", " ", words).strip().lower()
    return f"{check}:{hashlib.sha256(plain.encode()).hexdigest()[:10]}"


def _distinct(found: list[Finding]) -> list[Finding]:
    """The same words twice in one file get ids of their own, in reading order."""
    seen: dict[str, int] = {}
    distinct: list[Finding] = []
    for finding in found:
        seen[finding.id] = count = seen.get(finding.id, 0) + 1
        distinct.append(finding if count == 1 else finding.model_copy(update={"id": f"{finding.id}.{count}"}))
    return distinct


def areas(marked: Sequence[Marked]) -> tuple[AreaScore, ...]:
    """Points by area, in the fixed order; an area to which no check applies has none possible."""
    return tuple(_area(area, [item for item in marked if item.check.area == area]) for area in AREAS)


def _area(area: Area, marked: list[Marked]) -> AreaScore:
    return AreaScore(
        area=area,
        earned=sum(item.earned for item in marked) / 10,
        possible=sum(item.possible for item in marked) / 10,
    )
