"""Numbers that measure are told from years, versions, telephone numbers and bare counts."""

import time

import pytest

from core.resume.review.metrics import metrics_in, says_result

MEASURES = [
    "Cut load time by 30%",
    "Raised coverage by twenty percent",
    "served 10k users",
    "two hundred users",
    "doubled sales",
    "halved the bill",
    "from 20 to 6 minutes",
    "a budget of $1.2M",
    "Managed ₹5 lakhs of stock",
    "Led a team of five",
    "Led a team of 5",
    "handled 300 customer calls a day",
    "F1 of 0.91",
    "99.9 % uptime",
    "3x faster",
    "ranked 3rd among 200 teams",
    "40+ unit tests",
    "hundreds of users",
    "saved three hours a week",
    "2,000 customers",
    "a p95 of 120 ms",
    "Cooked 120 covers a night",
    "an eight-person crew",
    "in 48 states",
    "first place at the hackathon",
]
DOES_NOT = [
    "Used Python 3 and Java 8",
    "since 2019",
    "in 2021, 2022 and 2023",
    "2019 – 2021",
    "call 555-123-4567 or +1 555 123 4567",
    "available 24/7",
    "led 3 projects",
    "Built 5 apps",
    "used three languages",
    "HTTP/2 and ES6 with HTML5",
    "6-month internship",
    "a 2-week internship",
    "EC2 and S3",
    "COVID-19 response under ISO 9001",
    "4 years of experience",
    "Released v2.1.3 with Angular 12",
    "CS 101 and Phase 2",
    "",
]


@pytest.mark.parametrize("text", MEASURES)
def test_it_measures(text):
    assert metrics_in(text)


@pytest.mark.parametrize("text", DOES_NOT)
def test_it_does_not_measure(text):
    assert metrics_in(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reduced build time", True),
        ("Rewrote the importer, so that clerks could work offline", True),
        ("Built the platform that 18 teams use", True),
        ("Won the regional final", True),
        ("Develop the app with 450,000 monthly users", True),
        ("Wrote unit tests", False),
        ("Built a REST API with Flask", False),
        ("Designed brands for 40 small companies", False),
    ],
)
def test_outcomes_are_told_from_tasks(text, told):
    assert says_result(text, metrics_in(text)) is told


def test_a_hostile_line_is_searched_quickly():
    for text in ("from 1 " * 3000, "9 " * 5000, "a-" * 5000, "1,000" * 2000, "x " * 5000):
        begun = time.process_time()
        says_result(text[:10_000], metrics_in(text[:10_000]))
        assert time.process_time() - begun < 1.0


def test_a_size_is_quoted_without_its_neighbours():
    written = [metric.written for metric in metrics_in("Oversee a $12M store and a team of 35 associates")]
    assert written == ["$12M", "team of 35"]


@pytest.mark.parametrize(
    "text",
    [
        "9 of 11 trainees passed the exam at the first attempt",
        "Brought complaints down by a quarter",
        "Tripled the number of readers in a year",
        "Doubled attendance",
        "Won back two thirds of lapsed donors",
        "Got four out of five children to read at home",
        "One in six visitors joined the club",
        "Spared the kitchen half an hour every evening and saved one porter-hour a shift",
        "Took the queue from nine to three people",
        "Moved stocktaking from monthly to weekly",
    ],
)
def test_fractions_and_counts_of_a_whole_are_outcomes(text):
    assert metrics_in(text)
    assert says_result(text, metrics_in(text))


@pytest.mark.parametrize(
    "text", ["Met parents once a quarter", "Spoke to a third party", "Worked an hour away", "One of the crew"]
)
def test_other_uses_of_the_same_words_measure_nothing(text):
    assert metrics_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Drew up a list which catches double bookings before they reach the desk",
        "Wrote a rule that stops late orders",
    ],
)
def test_a_clause_that_tells_the_use_is_an_outcome(text):
    assert says_result(text, metrics_in(text))


def test_the_years_of_a_school_measure_nothing():
    assert [metric.written for metric in metrics_in("Teach year 8 to 11 history to six classes")] == ["six classes"]
