"""What a check is and what it says: its weight, its rule in words, and what it measured."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.resume.review.facts import Bullet, Facts
from core.resume.verdict import Area, Praise, Severity

AREA_WEIGHTS: dict[Area, float] = {
    "machine reading": 14,
    "evidence": 42,
    "writing": 24,
    "completeness": 11,
    "fit": 9,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One fault as a check sees it, before points are counted. `share` divides the check's loss among its flaws.

    `key` names the fault where nothing is quoted, so that its id does not change with the wording of advice.
    """

    title: str
    why: str
    mend: str
    quote: str = ""
    lines: tuple[int, ...] = ()
    severity: Severity = "important"
    example: str = ""
    share: float = 1.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A check's answer: the share of its points earned (0..1), why in one line, the faults and the praise."""

    share: float
    because: str
    flaws: tuple[Flaw, ...] = ()
    praise: tuple[Praise, ...] = field(default=())


Measure = Callable[[Facts], Measured | None]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: `weight` is its part of its area; `needs_bullets` means that it judges bullets and loses all without any."""

    name: str
    area: Area
    weight: float
    title: str
    rule: str
    measure: Measure
    needs_bullets: bool = False


def check(
    name: str, area: Area, weight: float, title: str, rule: str, *, needs_bullets: bool = False
) -> Callable[[Measure], Check]:
    """Makes a check of a measuring function, which returns None where the check does not apply."""
    return lambda measure: Check(name, area, weight, title, rule, measure, needs_bullets)


def passed(because: str, *praise: Praise) -> Measured:
    """All points earned."""
    return Measured(1.0, because, (), praise)


def on_bullet(facts: Facts, bullet: Bullet, *, title: str, why: str, mend: str, **more: object) -> Flaw:
    """A flaw that quotes a whole bullet."""
    return Flaw(title=title, why=why, mend=mend, quote=facts.quote(bullet), lines=bullet.lines, **more)  # type: ignore[arg-type]


def by_share(bad: int, total: int, *, spare: float, worst: float) -> float:
    """The share earned when `bad` of `total` are faulty: all up to `spare` of them, none from `worst` on, linear between."""
    rate = bad / total if total else 0.0
    return 1.0 - min(1.0, max(0.0, (rate - spare) / (worst - spare)))
