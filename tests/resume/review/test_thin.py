"""A page with too little on it counts in part, without a cliff, and says why."""

from itertools import pairwise

import pytest

from tests.resume.review.desk import found, judged

HEAD = """
# Ada Marlow
ada.marlow@example.org | +44 20 7946 0000 | linkedin.com/in/adamarlow | York
## Education
@ BSc Computer Science | Ouse University | 2017 | 2020
## Skills
Languages: Python, SQL, FastAPI, PostgreSQL, Git
## Experience
@ Backend Engineer | Northwind | 2023-02 | present
"""
LINES = [
    "Built the billing API in Python and FastAPI, which handles 40,000 invoices a month for 12 branches of the bank",
    "Cut the p95 latency of the product search from 900 ms to 210 ms by adding PostgreSQL indexes and a small cache",
    "Introduced contract tests with 25 partner teams, so that releases need no evening of anybody's time any more",
    "Trained six colleagues in query plans, halving the number of slow pages that the support desk had to explain",
    "Replaced a nightly export by events, saving the office two hours a day and the customers a day of waiting",
    "Wrote the guide to incidents that four teams use, which shortened the mean outage from 50 to 20 minutes",
    "Moved 14 services to one template, so that a new one takes an hour instead of a week of copying and pasting",
]


def page(count):
    return HEAD + "\n".join(f"- {line}" for line in LINES[:count])


def test_two_good_lines_are_no_strong_resume():
    result = judged(page(2))
    assert 50 <= result.score <= 70
    assert result.verdict.startswith("A beginning: there is too little on the page")
    assert "too little to judge" in result.findings[0].title


def test_the_score_rises_line_by_line_without_a_cliff():
    scores = [judged(page(count)).score for count in range(1, 8)]
    assert scores == sorted(scores)
    assert max(later - earlier for earlier, later in pairwise(scores)) <= 15
    assert scores[-1] >= 95


@pytest.mark.parametrize("count", range(8))
def test_what_a_thin_page_loses_belongs_to_a_finding(count):
    result = judged(page(count))
    lost = sum(finding.points for finding in result.findings)
    assert sum(check.earned for check in result.checks) + lost == pytest.approx(100, abs=1e-6)


def test_each_check_that_counts_in_part_says_so():
    result = judged(page(2))
    openings = next(check for check in result.checks if check.check == "weak openings")
    assert openings.earned < openings.possible
    assert "counts for" in openings.because
    assert not found(result, "weak openings")


def test_one_line_rewritten_moves_a_thin_page_little():
    weak = judged(page(2).replace(LINES[0], "Responsible for billing"))
    assert judged(page(2)).score - weak.score <= 15
