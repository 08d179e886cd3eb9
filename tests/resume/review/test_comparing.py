"""A second upload is compared with the first: fixed, new, still open, and what each area gained."""

import pytest

from core.resume.review import compare
from tests.resume.review.desk import BASE, judged, with_lines
from tests.resume.review.examples import STUDENT

WEAK_LINE = "Worked on the customer dashboard using React and TypeScript"
MENDED = "Rebuilt the customer dashboard in React and TypeScript, cutting its load time by 40 %"


def test_the_same_file_has_nothing_fixed_and_nothing_new():
    result = compare(judged(STUDENT), judged(STUDENT))
    assert (result.fixed, result.new) == ((), ())
    assert len(result.open) == len(judged(STUDENT).findings)
    assert result.same_rules


def test_an_edited_line_is_fixed():
    old, new = judged(STUDENT), judged(STUDENT.replace(WEAK_LINE, MENDED))
    result = compare(old, new)
    assert any(finding.quote == WEAK_LINE and finding.check == "weak openings" for finding in result.fixed)
    assert all(finding.quote != WEAK_LINE for finding in (*result.open, *result.new))
    assert result.score_after > result.score_before
    evidence = next(area for area in result.areas if area.area == "evidence")
    assert evidence.after > evidence.before
    assert evidence.possible_before == pytest.approx(evidence.possible_after)


def test_a_new_fault_is_new():
    result = compare(judged(BASE), judged(with_lines("Responsible for the export of nightly files to the office")))
    assert "weak openings" in {finding.check for finding in result.new}
    assert result.fixed == ()


def test_a_finding_keeps_its_id_when_other_lines_change():
    before = {finding.quote: finding.id for finding in judged(STUDENT).findings if finding.check == "weak openings"}
    moved = STUDENT.replace("## Education", "## Summary\nStudent who likes maps.\n## Education")
    after = {finding.quote: finding.id for finding in judged(moved).findings if finding.check == "weak openings"}
    assert before == after


def test_ids_are_unique():
    twice = with_lines("Responsible for the nightly export", "Responsible for the nightly export")
    ids = [finding.id for finding in judged(twice).findings]
    assert len(ids) == len(set(ids))


def test_other_rules_are_said_to_be_other():
    old = judged(STUDENT).model_copy(update={"rules_version": "0.9"})
    assert not compare(old, judged(STUDENT)).same_rules


def test_a_comparison_survives_json():
    result = compare(judged(STUDENT), judged(BASE))
    assert type(result).model_validate_json(result.model_dump_json()) == result
