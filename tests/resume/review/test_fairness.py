"""Who a person is does not change what their résumé earns; and mending a finding never costs points."""

import pytest

from tests.resume.review.desk import BASE, judged, with_lines
from tests.resume.review.examples import ALL, STUDENT

NAMES = [
    "Mohammed Al-Rashid",
    "Siobhán O'Neill",
    "Nguyễn Thị Hương",
    "Wei Zhang",
    "Aaliyah Washington",
    "Jan Kowalski",
    "Priya Subramaniam",
    "Angel King",
]
SCHOOLS = [
    "Harvard University",
    "Kigali Community College",
    "Universidad de Guadalajara",
    "IIT Bombay",
    "Howard University",
]
WORDS = [("Italian", "Nigerian"), ("she", "he"), ("1962", "2001")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("script", ["student", "good", "exemplary nurse"])
def test_a_name_changes_nothing(name, script):
    lines = ALL[script].strip().splitlines()
    swapped = "\n".join([f"# {name}", *lines[1:]])
    assert (judged(swapped).score, judged(swapped).findings) == (
        judged(ALL[script]).score,
        judged(ALL[script]).findings,
    )


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_changes_nothing(school):
    swapped = judged(
        STUDENT.replace("BSc Computer Science | Lakeside State University", f"BSc Computer Science | {school}")
    )
    assert (swapped.score, swapped.areas) == (judged(STUDENT).score, judged(STUDENT).areas)


@pytest.mark.parametrize("nationality", ["Nigerian", "German", "Indian", "Peruvian", "Chinese"])
@pytest.mark.parametrize("sex", ["male", "female", "non-binary"])
def test_nationality_sex_and_age_change_nothing(nationality, sex):
    def told(whose: str, which: str, born: str) -> str:
        return BASE.replace(
            "## Experience",
            f"## Summary\nNationality: {whose}. Sex: {which}. Born {born}. Builds billing systems.\n## Experience",
        )

    one, other = judged(told(nationality, sex, "1961")), judged(told("Swiss", "male", "2003"))
    assert (one.score, [finding.id for finding in one.findings]) == (
        other.score,
        [finding.id for finding in other.findings],
    )


MENDINGS = [
    (
        "Worked on the customer dashboard using React and TypeScript",
        "Rebuilt the customer dashboard in React and TypeScript for 300 sales people",
    ),
    (
        "Successfully developed REST API endpoints in Node.js for the billing service",
        "Developed 14 REST API endpoints in Node.js for the billing service",
    ),
    (
        "Wrote unit tests with Jest for the checkout module",
        "Wrote 60 unit tests with Jest for the checkout module, so that releases need no manual check",
    ),
    (
        "Participated in code reviews and daily stand-ups with the team",
        "Reviewed about four pull requests a week for a team of six",
    ),
    (
        "Responsible for the hardware set-up with a Raspberry Pi",
        "Set up three sensors on a Raspberry Pi, reducing lost readings by 20 %",
    ),
    (
        "Python script which reads sensor data and plots it",
        "Wrote a Python script that plots 2,000 sensor readings a day",
    ),
    ("NodeJS", "Node.js"),
    ("Github, ", "GitHub, "),
    ("@ Trailmate", "@ Trailmate | | 2024 | 2025 | https://github.com/minapark/trailmate"),
]


@pytest.mark.parametrize(("line", "better"), MENDINGS)
def test_mending_never_costs_points(line, better):
    before, after = judged(STUDENT, "web"), judged(STUDENT.replace(line, better), "web")
    assert sum(check.earned for check in after.checks) >= sum(check.earned for check in before.checks)


def test_mending_one_after_the_other_only_rises():
    script, earned = STUDENT, []
    for line, better in MENDINGS:
        earned.append(sum(check.earned for check in judged(script, "web").checks))
        script = script.replace(line, better)
    assert earned == sorted(earned)
    assert judged(script, "web").score >= 85


def test_a_mended_finding_wins_back_no_more_than_it_promised_for_its_check():
    before = judged(
        with_lines("Responsible for the booking service in Django", "Cut the export from two hours to ten minutes")
    )
    after = judged(with_lines("Built the booking service in Django", "Cut the export from two hours to ten minutes"))
    (finding,) = [finding for finding in before.findings if finding.check == "weak openings"]
    gained = {
        check.check: check.earned - next(item.earned for item in before.checks if item.check == check.check)
        for check in after.checks
    }
    assert gained["weak openings"] == pytest.approx(finding.points)


FINE = [
    "Was promoted to team lead after one year in the warehouse",
    "Lead a team of six analysts and set the quarterly plan",
    "Won first place among 40 teams at the city hackathon",
    "Published two papers on protein folding in reviewed journals",
    "Co-authored a chapter on medieval trade routes with 300 sources",
    "Cared for 14 patients per shift on a surgical ward",
    "Drafted contracts and advised 30 clients on tenancy law",
    "Cooked up to 120 covers a night in an open kitchen",
    "Ran a go to market campaign in three regions and 40 shops",
    "Contributed to Django: three merged pull requests on the admin",
    "Maintain and extend the test suite; review 10 pull requests a week",
    "Led the move to a new till system in 12 shops",
    "Led the training of 20 new colleagues at the till",
    "Served as president of the chess club with 80 members",
    "Thesis: graph neural networks for traffic forecasting (grade 1.3)",
    "US-wide roll-out of the loyalty programme in 48 states",
]


def test_good_lines_of_all_walks_are_let_be():
    result = judged(with_lines(*FINE, end="present"))
    assert [(finding.title, finding.quote) for finding in result.findings if finding.area == "writing"] == []
