"""Jobs told apart and understood in the ways that people lay them out."""

import pytest

from core.resume.jsonresume import Work
from core.resume.parsing import parse
from core.resume.reading.plain import read_text

ENGINEER = ("Software Engineer", "Zyntha", "2019-06", "present")
INTERN = ("Intern", "Quorix", "2018-05", "2018-08")
VARIANTS = {
    "one row, commas": "Software Engineer, Zyntha\tJun 2019 – Present\n- Built\n\nIntern, Quorix\tMay 2018 "
    "– Aug 2018\n- Wrote\n",
    "employer, dash, position, dates in brackets": "Zyntha — Software Engineer (June 2019 – Present)\n- "
    "Built\n\nQuorix — Intern (May 2018 – Aug 2018)\n- Wrote\n",
    "at": "Software Engineer at Zyntha\nJune 2019 to present\n- Built\n\nIntern at Quorix\nMay 2018 to "
    "August 2018\n- Wrote\n",
    "at sign and bar": "Software Engineer @ Zyntha | 06/2019 - Present\n- Built\nIntern @ Quorix | 05/2018 "
    "- 08/2018\n- Wrote\n",
    "dates first, a colon": "June 2019 – Present: Software Engineer at Zyntha\n- Built\nMay 2018 – Aug "
    "2018: Intern at Quorix\n- Wrote\n",
    "four rows": "Zyntha\nMountain View, CA\nSoftware Engineer\nJun 2019 - Present\n• Built\nQuorix\nSan "
    "Francisco, CA\nIntern\nMay 2018 - Aug 2018\n• Wrote\n",
    "dates above": "Jun 2019 - Present\nZyntha\nSoftware Engineer\n- Built\nMay 2018 - Aug "
    "2018\nQuorix\nIntern\n- Wrote\n",
    "dates and place at the right": "Software Engineer\tJun 2019 - Present\nZyntha\tBerlin, Germany\n- "
    "Built\nIntern\tMay 2018 - Aug 2018\nQuorix\tMünster, Germany\n- Wrote\n",
    "place beside employer": "Zyntha\tBerlin, Germany\nSoftware Engineer\tJun 2019 - Present\n- "
    "Built\nQuorix\tMünster, Germany\nIntern\tMay 2018 - Aug 2018\n- Wrote\n",
    "everything by dashes": "Software Engineer - Zyntha - Berlin - Jun 2019 - Present\n- Built\nIntern - "
    "Quorix - Berlin - May 2018 - Aug 2018\n- Wrote\n",
    "labels": "Company: Zyntha\nRole: Software Engineer\nDuration: Jun 2019 - Present\n- Built\n\nCompany: "
    "Quorix\nRole: Intern\nDuration: May 2018 - Aug 2018\n- Wrote\n",
    "dates with place below": "Software Engineer, Zyntha\nJun 2019 – Present · Berlin, Germany\n- "
    "Built\nIntern, Quorix\nMay 2018 – Aug 2018 · Berlin, Germany\n- Wrote\n",
    "bars on both sides": "Zyntha | Software Engineer\t\tBerlin | Jun 2019 – Present\n- Built\nQuorix | "
    "Intern\t\tBerlin | May 2018 – Aug 2018\n- Wrote\n",
    "numbered": "1. Software Engineer at Zyntha, Berlin (June 2019 - Present)\n- Built\n2. Intern at Quorix,"
    " Berlin (May 2018 - August 2018)\n- Wrote\n",
    "place in brackets, tools below": "Zyntha (Berlin, Germany)\tJun 2019 - Present\nSoftware "
    "Engineer\nTech stack: Python\n- Built\nQuorix (Berlin, Germany)\tMay 2018 - Aug "
    "2018\nIntern\n- Wrote\n",
    "no bullets at all": "Software Engineer, Zyntha\tJun 2019 – Present\nIntern, Quorix\tMay 2018 – Aug 2018\n",
    "two rows without bullets": "Software Engineer\tJun 2019 – Present\nZyntha\tBerlin, "
    "Germany\nIntern\tMay 2018 – Aug 2018\nQuorix\tBerlin, Germany\n",
}


def jobs(text: str) -> tuple[Work, ...]:
    return parse(read_text(f"Ann Example\nann@example.org\n\nEXPERIENCE\n{text}".encode())).resume.work


@pytest.mark.parametrize("name", VARIANTS)
def test_employer_position_and_dates_are_found(name: str) -> None:
    found = [(w.position, w.name, w.start_date, w.end_date) for w in jobs(VARIANTS[name])]
    assert found == [ENGINEER, INTERN]


def test_several_positions_share_their_employer() -> None:
    text = (
        "Zyntha\tBerlin, Germany\nSenior Engineer\tJun 2021 - Present\n- Built\nEngineer\tJun 2019 - May "
        "2021\n- Built more\nQuorix\tBerlin, Germany\nIntern\tMay 2018 - Aug 2018\n- Wrote\n"
    )
    assert [(w.position, w.name) for w in jobs(text)] == [
        ("Senior Engineer", "Zyntha"),
        ("Engineer", "Zyntha"),
        ("Intern", "Quorix"),
    ]


def test_an_employers_own_dates_are_not_a_positions() -> None:
    text = "Zyntha\t2017 - Present\nSenior Engineer\t2019 - Present\n- Built\nEngineer\t2017 - 2019\n- Built more\n"
    assert [(w.position, w.start_date, w.end_date) for w in jobs(text)] == [
        ("Senior Engineer", "2019", "present"),
        ("Engineer", "2017", "2019"),
    ]


def test_bullets_over_several_lines_are_whole_and_hyphens_mended() -> None:
    text = (
        "Engineer, Zyntha\tJun 2019 – Present\n- Moved the infra-\n  structure of three teams\n- Built a "
        "real-\n  time view\n"
    )
    assert jobs(text)[0].highlights == ("Moved the infrastructure of three teams", "Built a real-time view")


def test_paragraphs_without_bullets_are_kept() -> None:
    text = (
        "Engineer, Zyntha\nJun 2019 – Present\nBuilt services in Go for customers in three "
        "countries.\nReduced the cost of storage by 30%.\n"
    )
    assert jobs(text)[0].highlights == (
        "Built services in Go for customers in three countries.",
        "Reduced the cost of storage by 30%.",
    )


def test_a_year_in_a_bullet_begins_no_new_job() -> None:
    text = "Engineer, Zyntha\tJun 2019 – Present\n- Brought the service through the audit of\n  2021\n- Hired in 2022\n"
    assert len(jobs(text)) == 1


def test_places_are_read_beside_employers() -> None:
    text = (
        "Software Engineer, Zyntha, Austin, TX\tJun 2019 – Present\n- Built\nIntern, Quorix "
        "(Remote)\tMay 2018 – Aug 2018\n- Wrote\n"
    )
    assert [(w.name, w.location) for w in jobs(text)] == [("Zyntha", "Austin, TX"), ("Quorix", "Remote")]
