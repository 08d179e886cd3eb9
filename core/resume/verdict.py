"""The result of a review: a score whose every point is accounted for, findings, and praise."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Area = Literal["machine reading", "evidence", "writing", "completeness", "fit"]
Severity = Literal["critical", "important", "minor"]
AREAS: tuple[Area, ...] = ("machine reading", "evidence", "writing", "completeness", "fit")


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Place(Frozen):
    """Where quoted words stand: an index into `Document.lines`, and the page (from 1)."""

    line: int
    page: int


class Finding(Frozen):
    """One thing to mend. `id` is stable over uploads: the check's name and a hash of the quoted words.

    `quote` is verbatim from the file ("" where the finding is about something absent). `points` is what mending it
    would win back at most, in points of the total score; `example` is the person's own line with blanks `[…]`.
    """

    id: str
    check: str
    area: Area
    severity: Severity
    title: str
    quote: str = ""
    places: tuple[Place, ...] = ()
    why: str
    mend: str
    example: str = ""
    points: float = 0.0


class Praise(Frozen):
    """Something good, said as precisely as a fault."""

    check: str
    area: Area
    text: str
    quote: str = ""
    places: tuple[Place, ...] = ()


class CheckResult(Frozen):
    """One check's account: points earned of points possible, and why in one line. Unused checks are not listed."""

    check: str
    area: Area
    title: str
    earned: float
    possible: float
    because: str


class AreaScore(Frozen):
    area: Area
    earned: float
    possible: float


class Review(Frozen):
    """A whole review. `score` is the rounded sum of `checks[].earned`; `checks[].possible` add up to 100."""

    rules_version: str
    score: int
    verdict: str  # one sentence
    track: str
    track_guessed: bool
    areas: tuple[AreaScore, ...]
    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]  # the most worthwhile first
    praise: tuple[Praise, ...]
