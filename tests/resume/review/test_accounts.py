"""What is shown adds up by hand, and what a check says is true of what it looked at."""

import pytest

from core.resume.verdict import AREAS
from tests.resume.review.desk import BASE, found, judged, with_lines
from tests.resume.review.examples import ALL


@pytest.mark.parametrize("script", ALL.values(), ids=ALL)
def test_checks_as_shown_add_up_to_their_area_and_areas_to_the_score(script):
    result = judged(script)
    tenths = {check.check: (round(check.earned * 10), round(check.possible * 10)) for check in result.checks}
    for check in result.checks:
        assert (check.earned, check.possible) == tuple(points / 10 for points in tenths[check.check])
    for area in AREAS:
        shown = [tenths[check.check] for check in result.checks if check.area == area]
        stated = next(item for item in result.areas if item.area == area)
        assert sum(earned for earned, _ in shown) == round(stated.earned * 10)
        assert sum(possible for _, possible in shown) == round(stated.possible * 10)
    assert sum(possible for _, possible in tenths.values()) == 1000


OLD_GAP = """
# Ada Marlow
ada.marlow@example.org | York
## Experience
@ Clerk | Northwind | 2014-03 | present
- Sorted the letters of the office
@ Clerk | Weir & Co | 2010-01 | 2011-12
- Opened the letters of the office
"""


def test_praise_of_unbroken_years_speaks_of_the_years_that_were_looked_at():
    told = [item.text for item in judged(OLD_GAP).praise if item.check == "dates"]
    assert told == ["The last 8 years are told without a gap of more than a year, the latest first."]
    (because,) = [check.because for check in judged(OLD_GAP).checks if check.check == "gaps"]
    assert because.startswith("The last 8 years")


def test_a_gap_that_reaches_into_the_last_eight_years_is_seen():
    script = (
        BASE.replace("2021-01 | 2023-01", "2015-01 | 2017-12")
        .replace("2023-02 | present", "2020-02 | present")
        .replace("| 2017 | 2020", "| 2011 | 2014")
        .replace("| 2022 | 2023 |", "| | |")
    )
    (finding,) = found(judged(script), "gaps")
    assert finding.title == "About 2 years before Northwind are not told"
    assert not [item for item in judged(script).praise if "without a gap" in item.text]


def test_line_lengths_are_told_by_the_bounds_that_count():
    result = judged(with_lines("Wrote release notes", "Mended three old printers"))
    (because,) = [check.because for check in result.checks if check.check == "line length"]
    assert "6 to 34 words; 8 to 30 read best" in because


def test_made_by_a_team_is_passive():
    assert found(judged(with_lines("Was made as a team of three people in the spring", "Is drawn by hand")), "passive")


def test_an_api_at_work_shows_apis():
    script = BASE.replace("billing API", "catalogue API").replace("REST client", "client")
    assert not found(judged(script, "backend"), "core skills")


@pytest.mark.parametrize("area", ["PGCE Secondary Mathematics, ", "PhD in Soil Science, ", "MBA, "])
def test_a_degree_on_the_line_is_not_asked_for(area):
    script = BASE.replace("@ BSc Computer Science | Ouse University", f"@ | {area}Ouse University")
    assert not found(judged(script), "education")


def test_a_biologist_is_not_guessed_a_backend_engineer():
    script = """
# Ada Marlow
ada.marlow@example.org | York
## Education
@ BSc Biology | Ouse University | 2017 | 2020
## Experience
@ Support Assistant | Northwind | 2020-02 | present
- Answered 40 calls a day from customers about bills in SQL Server
- Taught 12 new colleagues how the phones work
## Skills
Other: Python, SQL, Excel, biology
"""
    assert judged(script).track == ""


@pytest.mark.parametrize("script", [*ALL.values(), BASE, "# Ada\n## Experience\n@ Cook | Inn | 2020 | 2021\n- Cooked"])
def test_counts_agree_with_their_verbs(script):
    result = judged(script)
    said = " ".join([check.because for check in result.checks] + [finding.title for finding in result.findings])
    assert " 1 earn " not in said
    assert "(s)" not in said
    assert "of 1 entries" not in said
    assert "of 1 lines" not in said


def test_what_is_let_pass_is_still_told_truly():
    lines = [f"Cut the queue of desk {n} from nine to three people" for n in "abcdefghijk"]
    result = judged(with_lines(*lines, "Answered various letters of the office"))
    (because,) = [check.because for check in result.checks if check.check == "vague words"]
    assert because == "Only 1 of 17 lines stays vague."
