"""Compares two reviews of one person's résumé: what was fixed, what is new, what is still open."""

from pydantic import BaseModel, ConfigDict

from core.resume.verdict import Area, Finding, Review


class AreaChange(BaseModel):
    """An area's points then and now, of the points possible each time."""

    model_config = ConfigDict(frozen=True)

    area: Area
    before: float
    after: float
    possible_before: float
    possible_after: float


class Comparison(BaseModel):
    """The difference of two reviews. `fixed` are findings of the old one, `new` and `open` of the new one.

    `same_rules` is false where the rules changed in between: then scores do not compare.
    """

    model_config = ConfigDict(frozen=True)

    score_before: int
    score_after: int
    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    open: tuple[Finding, ...]
    areas: tuple[AreaChange, ...]
    same_rules: bool


def compare(old: Review, new: Review) -> Comparison:
    """Matches findings by id: a line that was edited has lost its old finding, and what is wrong with it now is new."""
    then, now = {item.id for item in old.findings}, {item.id for item in new.findings}
    before = {area.area: area for area in old.areas}
    return Comparison(
        score_before=old.score,
        score_after=new.score,
        fixed=tuple(item for item in old.findings if item.id not in now),
        new=tuple(item for item in new.findings if item.id not in then),
        open=tuple(item for item in new.findings if item.id in then),
        areas=tuple(
            AreaChange(
                area=area.area,
                before=before[area.area].earned if area.area in before else 0.0,
                after=area.earned,
                possible_before=before[area.area].possible if area.area in before else 0.0,
                possible_after=area.possible,
            )
            for area in new.areas
        ),
        same_rules=old.rules_version == new.rules_version,
    )
