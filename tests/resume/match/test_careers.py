"""Which jobs count towards the years that a post asks for, and the level that titles speak of."""

import pytest

from core.resume.match.reading.head import level_of
from tests.resume.match.judged import matched

SHOP = """
# Bo Ash
bo@example.org | York
## Experience
@ Store Manager | Ash & Co | 2020-03 | present
- Led a team of 12 in a shop with 3 floors
"""
DATA = """
# Cy Dale
cy@example.org | York
## Experience
@ Head of Data Platform | Weir | 2022-01 | present
- Led 14 people and moved the warehouse to Snowflake
@ Data Engineering Manager | Weir | 2019-01 | 2021-12
- Led 5 people
@ Data Engineer | Ouse | 2016-01 | 2018-12
- Wrote 40 pipelines in Python
"""
CAFE = """
# Di Elm
di@example.org | York
## Experience
@ {title} | Elm | 2016-01 | present
- Served 200 guests a day
@ Backend Developer | Fir | 2015-01 | 2015-12
- Wrote services in Go
"""


def years(script: str, post: str):
    result = matched(script, post)
    return next(one for one in result.verdicts if one.requirement.kind == "years"), result


def test_a_job_with_the_posts_own_title_counts():
    verdict, _ = years(SHOP, "Store Manager\nRequirements\n- 2 years retail management")
    assert (verdict.standing, verdict.because) == ("shown", "Your jobs of this kind add up to 6 years and 9 months.")


@pytest.mark.parametrize("head", ["Head of Data\n", ""])
def test_all_jobs_of_the_field_count(head):
    verdict, result = years(DATA, f"{head}Requirements\n- 8+ years in data engineering\n- Python")
    assert verdict.standing == "shown"
    level = next((part.because for part in result.parts if part.name == "Years and level"), "")
    assert ("Your level fits “lead”" in level) == bool(head)


@pytest.mark.parametrize(("title", "standing"), [("Barista", "missing"), ("Data Analyst", "listed")])
def test_work_far_from_the_field_earns_nothing_of_its_years(title, standing):
    verdict, _ = years(
        CAFE.format(title=title), "Backend Engineer\nRequirements\n- 3+ years of backend experience\n- Go"
    )
    assert verdict.standing == standing


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Head of Data", "lead"),
        ("Director, Engineering", "lead"),
        ("VP Engineering", "lead"),
        ("Manager of Data", "lead"),
        ("Staff Engineer", "lead"),
        ("Staff Nurse", ""),
        ("Product Manager", ""),
    ],
)
def test_levels_of_titles(title, level):
    assert level_of(title) == level


def test_a_title_that_is_only_close_is_called_so():
    result = matched(SHOP.replace("Store Manager", "Junior Sister, Nursing"), "Staff Nurse\nRequirements\n- Git")
    (part,) = [part for part in result.parts if part.name == "Title"]
    assert 0 < part.earned < part.possible
    assert part.because == "A title of yours is close to it."
