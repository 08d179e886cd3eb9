"""A duty is no achievement: a change is claimed only with the figure that the person gave for it."""

import pytest

from core.resume.review.facts import Bullet
from core.resume.rewrite.bettering import Better, with_number, worded
from core.resume.rewrite.closing import skipped
from core.resume.rewrite.filling import filled


def better(line: str, current: bool = False) -> Better:
    return worded(Bullet(line, (), "work.0", current), of_thing=False)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("I was tasked with reducing food waste", "Worked to reduce food waste"),
        ("Responsible for increasing sales in the shop", "Worked to increase sales in the shop"),
        ("My role was to improve response times", "Worked to improve response times"),
        ("Responsible for the improvement of processes", "Worked to improve processes"),
        ("Tasked with reducing waste by 30%", "Worked to reduce waste by 30%"),
    ],
)
def test_a_duty_claims_no_change(line, made):
    assert better(line).text == made


def test_in_a_job_of_today_the_duty_goes_on():
    line = "My job is to help customers and increase sales"
    assert better(line, current=True).text == line
    assert better("Responsible for reducing costs", current=True).text == "Work to reduce costs"


@pytest.mark.parametrize(
    "line",
    [
        "In charge of cutting costs and hiring staff",
        "Aimed to reduce waste",
        "Helped cut costs",
        "Helped to reduce costs",
        "Involved in reducing bugs",
    ],
)
def test_a_line_of_which_one_cannot_take_the_claim_back_stays(line):
    assert better(line).text == line


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("Responsible for managing the till", "Managed the till"),
        ("I improved the speed of the site", "Improved the speed of the site"),
        ("Reducing food waste in the kitchen", "Reduced food waste in the kitchen"),
    ],
)
def test_deeds_stay_deeds(line, made):
    assert better(line).text == made


def test_with_a_figure_it_becomes_the_deed():
    made = with_number(better("I was tasked with reducing food waste."))
    assert made
    assert made.text == "Reduced food waste by [__ %]."
    blank = made.blanks[0]
    assert skipped(made.text, blank) == "Worked to reduce food waste."
    assert filled(made.text, blank, "about 20") == "Reduced food waste by about 20%."
    assert filled(made.text, blank, "2 bins fewer, I felt") == "Worked to reduce food waste – 2 bins fewer, I felt."
