"""The scores of fixed résumés: in their bands, and pinned to the version of the rules."""

import json
from pathlib import Path

import pytest

from core.resume.review import RULES_VERSION
from core.resume.verdict import Review
from tests.resume.review.desk import judged
from tests.resume.review.examples import ALL

ROOT = Path(__file__).parents[3]
PINNED = Path(__file__).with_name("golden.json")
BANDS = {
    "weak": (25, 45),
    "student": (50, 65),
    "good": (75, 88),
    "exemplary backend": (90, 100),
    "exemplary student": (90, 100),
    "exemplary nurse": (90, 100),
}


def fingerprint(result: Review) -> dict[str, object]:
    """What a change of rules changes: the score, each check's points, and which findings there are."""
    return {
        "score": result.score,
        "checks": {check.check: [check.earned, check.possible] for check in result.checks},
        "findings": sorted(finding.id for finding in result.findings),
    }


@pytest.mark.parametrize(("name", "band"), BANDS.items())
def test_scores_lie_in_their_bands(name, band):
    assert band[0] <= judged(ALL[name]).score <= band[1]


def test_rules_do_not_change_without_a_new_version():
    """To change a rule: raise RULES_VERSION, add to docs/review-changelog.md, and pin the new points with `pin`."""
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    assert pinned["version"] == RULES_VERSION
    assert {name: fingerprint(judged(script)) for name, script in ALL.items()} == pinned["reviews"]


def test_the_changelog_knows_this_version():
    assert f"\n## {RULES_VERSION}\n" in (ROOT / "docs/review-changelog.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in ALL if name.startswith("exemplary")])
def test_an_exemplary_resume_has_nothing_that_matters(name):
    result = judged(ALL[name])
    assert [finding.title for finding in result.findings if finding.severity != "minor"] == []
    assert result.verdict.startswith("A strong résumé: ")
    assert len(result.praise) >= 5


@pytest.mark.parametrize("name", ["weak", "student", "good"])
def test_the_first_three_differ_and_quote_the_person(name):
    first = judged(ALL[name]).findings[:3]
    assert len({finding.check for finding in first}) == 3
    assert len({finding.quote for finding in first}) == 3
    assert sum(bool(finding.quote and finding.places) for finding in first) >= 2
    assert sum(bool(finding.example) for finding in first) >= 2


def test_the_verdict_fits_score_and_shape():
    assert "do not say" not in judged(ALL["student"]).verdict
    assert judged(ALL["student"]).verdict.startswith("A sound start: ")
    assert judged(ALL["student"]).verdict.endswith("how much or what came of it.")
    assert judged(ALL["good"]).verdict.startswith("A good résumé: ")
    assert judged(ALL["weak"]).verdict.startswith("The experience may be there")
    assert "serious fault" in judged(ALL["good"], hidden=("a b c d e",)).verdict


def test_praise_quotes_what_stands_there():
    for script in ALL.values():
        result = judged(script)
        assert all(praise.quote in script for praise in result.praise)
    kinds = {praise.check + praise.text[:12] for script in ALL.values() for praise in judged(script).praise}
    assert len(kinds) >= 10


def pin() -> None:
    """Writes golden.json anew: `python -m tests.resume.review.test_scores`."""
    made = {"version": RULES_VERSION, "reviews": {name: fingerprint(judged(script)) for name, script in ALL.items()}}
    PINNED.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    pin()
