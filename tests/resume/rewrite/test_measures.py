"""Figures are asked for by the line's own things, in its own tense; the general question comes last."""

import pytest

from core.resume.rewrite.measures import number_blank, outcome_blank


@pytest.mark.parametrize(
    ("line", "gapped", "question"),
    [
        (
            "Prepared weekly and monthly reports for management",
            "Prepared [how many: __] weekly and monthly reports for management",
            "How many weekly and monthly reports did you prepare?",
        ),
        (
            "Answered phone calls and emails",
            "Answered [how many: __] phone calls and emails",
            "How many phone calls and emails did you answer?",
        ),
        (
            "Set up laptops for new starters",
            "Set up [how many: __] laptops for new starters",
            "How many laptops did you set up?",
        ),
        (
            "Worked closely with stakeholders",
            "Worked closely with [how many: __] stakeholders",
            "How many stakeholders did you work with?",
        ),
        ("Fixed some bugs in the login", "Fixed [how many: __] bugs in the login", "How many bugs were there?"),
        (
            "Repaired and serviced cars and vans",
            "Repaired and serviced [how many: __] cars and vans",
            "How many cars and vans were there?",
        ),
        (
            "Gathered requirements from business users",
            "Gathered requirements from [how many: __] business users",
            "How many business users were there?",
        ),
        (
            "Moved the reports from cron scripts to Airflow, so that analysts see the figures at eight",
            "Moved the reports from cron scripts to Airflow, so that [how many: __] analysts see the figures at eight",
            "How many analysts were there?",
        ),
        (
            "Made sandwiches and washed dishes",
            "Made [how many: __] sandwiches and washed dishes",
            "How many sandwiches did you make?",
        ),
        (
            "Installed routers and switches at customer sites",
            "Installed [how many: __] routers and switches at customer sites",
            "How many routers and switches did you install?",
        ),
        (
            "Conducted user interviews and surveys",
            "Conducted [how many: __] user interviews and surveys",
            "How many user interviews and surveys did you conduct?",
        ),
        (
            "Administered medication",
            "Administered medication – [for __ people]",
            "For how many people was that, and over what time?",
        ),
        ("Added offline mode.", "Added offline mode, [used by __ people].", "How many people used it?"),
        (
            "Refactored legacy code",
            "Refactored legacy code – [__ lines of code]",
            "How many lines of code were there?",
        ),
        (
            "Exceeded sales targets",
            "Exceeded sales targets by [__ %]",
            "By how many percent did you exceed the sales targets?",
        ),
        (
            "Implemented caching to improve performance",
            "Implemented caching to improve performance – [what came of it: __]",
            "By how much did it improve performance? A figure before and after says most.",
        ),
        (
            "Collected dataset of street scenes",
            "Collected dataset of street scenes, [__ records in all]",
            "How many records (rows, answers, images) were there?",
        ),
        (
            "Handled cash and closed the shop",
            "Handled cash and closed the shop – [how much, or for how many: __]",
            "How much money was that, and over what time?",
        ),
    ],
)
def test_a_figure_is_asked_for_by_name(line: str, gapped: str, question: str) -> None:
    found = number_blank(line, present=False)
    assert found
    assert (found[0], found[1].question) == (gapped, question)


@pytest.mark.parametrize(
    ("line", "question", "example"),
    [
        ("Created dashboards in Tableau", "How many dashboards did you create?", "about 12"),
        ("Create dashboards in Tableau", "How many dashboards do you create?", "about 10 a year"),
        ("Mentored student nurses", "How many student nurses did you mentor?", "about 12"),
        ("Resolve tickets within a day", "How many tickets do you resolve?", "about 40 a week"),
        ("Administer servers for the office", "How many servers do you administer?", "about 12"),
        (
            "Optimised database queries",
            "From how many milliseconds to how many did the database queries go?",
            "420 to 90",
        ),
    ],
)
def test_the_tense_is_the_lines_own_in_a_job_of_today(line: str, question: str, example: str) -> None:
    found = number_blank(line, present=True)
    assert found
    assert (found[1].question, found[1].example) == (question, example)


@pytest.mark.parametrize("line", ["Attended trade fairs", "Work in agile team"])
def test_what_no_figure_would_better_is_not_counted(line: str) -> None:
    assert number_blank(line, present=True) is None
    assert outcome_blank(line, present=True) is None
