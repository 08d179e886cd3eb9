"""Every point is accounted for: possible points add up to 100, lost points belong to findings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review import CHECKS, review
from core.resume.review.model import AREA_WEIGHTS
from core.topics import TRACKS
from tests.resume.review.desk import BASE, TODAY, judged, with_lines
from tests.resume.review.examples import ALL

SCRIPTS = {
    **ALL,
    "base": BASE,
    "no lines": "# Ada\nada@example.org\n## Education\n@ BSc | Ouse | 2019 | 2022\n## Skills\nA: Python, Go",
    "only a name": "# Ada",
    "one line": "# Ada\n## Experience\n@ Cook | Inn | 2020 | 2021\n- Cooked",
    "no dates": BASE.replace("2023-02 | present", "").replace("2021-01 | 2023-01", ""),
    "long lines": with_lines("word " * 60, "Built " + "a thing and " * 200),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("track", [None, *TRACKS])
def test_points_add_up(script, track):
    result = judged(script, track)
    possible = sum(check.possible for check in result.checks)
    earned = sum(check.earned for check in result.checks)
    lost = sum(finding.points for finding in result.findings)
    assert possible == pytest.approx(100, abs=1e-6)
    assert earned + lost == pytest.approx(100, abs=1e-6)
    assert result.score == int(earned + 0.5 + 1e-9)
    assert sum(area.possible for area in result.areas) == pytest.approx(100, abs=1e-6)
    assert sum(area.earned for area in result.areas) == pytest.approx(earned, abs=1e-6)
    assert all(0 <= check.earned <= check.possible for check in result.checks)


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("track", [None, *TRACKS])
def test_nothing_is_said_twice(script, track):
    said = [(finding.title, finding.quote) for finding in judged(script, track).findings]
    assert len(set(said)) == len(said)


def test_a_word_that_stands_for_two_core_skills_is_one_finding_with_the_points_of_both():
    script = "# Ada\n## Experience\n@ Developer | Inn | 2020 | 2021\n- Ran stock in Rust\n## Skills\nTools: gRPC, SQL"
    listed = [finding for finding in judged(script, "backend").findings if "is listed, but" in finding.title]
    assert [finding.quote for finding in listed] == ["gRPC", "SQL"]
    assert "a web framework and APIs" in listed[0].why
    assert listed[0].points == pytest.approx(2 * listed[1].points, abs=0.02)


def test_nothing_at_all_is_reviewed_without_a_fall():
    result = review(Document("text"), Parsed(), today=TODAY)
    assert result.score < 35
    assert result.findings[0].severity == "critical"
    assert sum(check.possible for check in result.checks) == pytest.approx(100)


def test_an_area_that_does_not_apply_gives_its_points_away():
    nurse = judged(ALL["exemplary nurse"])
    possible = {area.area: area.possible for area in nurse.areas}
    assert possible["fit"] == 0
    assert possible["evidence"] == pytest.approx(AREA_WEIGHTS["evidence"] / 91 * 100, abs=0.06)


def test_areas_have_their_written_weights_where_all_apply():
    result = judged(BASE)
    assert {area.area: area.possible for area in result.areas} == AREA_WEIGHTS


def test_without_lines_one_finding_carries_what_all_line_checks_lost():
    result = judged(SCRIPTS["no lines"])
    (bare,) = [finding for finding in result.findings if finding.check == "bullets"]
    lost = [check for check in result.checks if check.because == "There is no line of experience to judge."]
    assert len(lost) > 10
    own = next(check.possible for check in result.checks if check.check == "bullets")
    assert bare.points == pytest.approx(sum(check.possible for check in lost) + own)
    assert bare.severity == "critical"


def test_there_are_enough_checks_and_their_names_are_unique():
    assert len(CHECKS) >= 35
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert sum(AREA_WEIGHTS.values()) == 100
    assert {check.area for check in CHECKS} == set(AREA_WEIGHTS)


def test_an_unknown_track_is_refused_with_the_choice():
    with pytest.raises(ValueError, match="choose one of web, backend, ai_ml, data, mobile, devops"):
        judged(BASE, "astrology")


def test_the_guess_is_shown_as_a_guess():
    assert (judged(BASE).track, judged(BASE).track_guessed) == ("backend", True)
    assert (judged(BASE, "devops").track, judged(BASE, "devops").track_guessed) == ("devops", False)
    assert (judged(ALL["exemplary nurse"]).track, judged(ALL["exemplary nurse"]).track_guessed) == ("", False)


def test_the_same_file_earns_the_same_review():
    assert judged(ALL["student"]) == judged(ALL["student"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=120), max_size=8)
)
def test_any_lines_at_all_are_accounted_for(lines):
    script = with_lines(*[line for line in (" ".join(line.split()) for line in lines) if line])
    result = judged(script)
    lost = sum(finding.points for finding in result.findings)
    assert sum(check.earned for check in result.checks) + lost == pytest.approx(100, abs=1e-6)
    assert len({finding.id for finding in result.findings}) == len(result.findings)
