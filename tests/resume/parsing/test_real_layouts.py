"""Layouts that people's own résumés have: headings in a margin, captions, broken dates, brackets, sub-headings."""

import pytest

from core.resume.document import Box, Document, Line, Page
from core.resume.jsonresume import Parsed
from core.resume.parsing import parse
from core.resume.parsing.dates import find
from core.resume.parsing.heading_names import kind_of
from core.resume.parsing.names import name_in
from core.resume.parsing.roles import as_employer, as_position


def line(text: str, row: int, x: float = 50, **look: object) -> Line:
    size = float(str(look.pop("size", 10)))
    box = Box(x, row * 14, x + 0.5 * size * len(text), row * 14 + size)
    return Line(text, box=box, size=size, row=row, **look)  # type: ignore[arg-type]


def shown(*lines: Line) -> Parsed:
    return parse(Document("pdf", pages=(Page(1),), lines=lines))


def headings(*lines: Line) -> list[str]:
    return [section.heading for section in shown(*lines).sections]


def jobs(*lines: Line) -> list[tuple[str, str, str, str]]:
    work = shown(line("EXPERIENCE", 1, bold=True), *lines).resume.work
    return [(w.name, w.position, w.start_date, w.end_date) for w in work]


def test_a_column_of_headings_stands_level_with_its_sections() -> None:
    parsed = shown(
        line("WORK", 3, 30, size=13, column=1),
        line("EXPERIENCE", 4, 30, size=13, column=1),
        line("EDUCATION", 9, 30, size=13, column=1),
        line("SKILLS", 13, 30, size=13, column=1),
        line("Zyntha Labs", 3, 150, bold=True, column=2),
        line("Engineer, June 2019 – May 2021", 4, 150, column=2),
        line("Built the service that answers every question", 5, 170, bullet=True, column=2),
        line("Brightwater University", 9, 150, bold=True, column=2),
        line("BSc in Physics, 2015 – 2019", 10, 150, column=2),
        line("Python, Go, Rust", 13, 150, column=2),
    )
    assert [section.heading for section in parsed.sections] == ["WORK EXPERIENCE", "EDUCATION", "SKILLS"]
    assert [(w.name, w.position, len(w.highlights)) for w in parsed.resume.work] == [("Zyntha Labs", "Engineer", 1)]
    assert [school.institution for school in parsed.resume.education] == ["Brightwater University"]
    assert parsed.resume.skills[0].keywords == ("Python", "Go", "Rust")


def test_margin_headings_go_on_beside_the_second_line() -> None:
    assert headings(
        line("Mission", 3, 37),
        line("A student who builds things that last", 3, 130),
        line("Statement", 4, 37),
        line("and who repairs the ones that did not", 4, 130),
        line("Education", 6, 37),
        line("Brightwater University", 6, 130, bold=True),
        line("2015 – 2019", 6, 450),
        line("Research", 8, 37),
        line("Zyntha Labs", 8, 130, bold=True),
        line("2019 – 2021", 8, 450),
        line("Experience", 9, 37),
        line("Assistant", 9, 130),
        line("Skills", 11, 37),
        line("Python, Go, Rust", 11, 130),
    ) == ["Mission Statement", "Education", "Research Experience", "Skills"]


def test_captions_that_come_back_are_no_headings() -> None:
    parsed = shown(
        line("Work Experience", 1, bold=True),
        line("Engineer", 2, bold=True),
        line("May 2020 – present", 3),
        line("Zyntha Ltd, Lyon, France", 4),
        line("Key Achievements", 5, bold=True),
        line("Cut the bill by half within a year", 6, 70, bullet=True),
        line("Analyst", 8, bold=True),
        line("May 2018 – May 2020", 9),
        line("Quorix Inc, Lyon, France", 10),
        line("Key Achievements", 11, bold=True),
        line("Told the numbers that mattered apart", 12, 70, bullet=True),
        line("Education", 14, bold=True),
        line("Brightwater University", 15, bold=True),
    )
    assert [section.heading for section in parsed.sections] == ["Work Experience", "Education"]
    assert [(w.name, w.highlights) for w in parsed.resume.work] == [
        ("Zyntha Ltd", ("Cut the bill by half within a year",)),
        ("Quorix Inc", ("Told the numbers that mattered apart",)),
    ]


def test_icons_and_links_are_no_part_of_a_heading() -> None:
    assert headings(
        line("♡ Interests", 1, size=14),
        line("Chess", 2),
        line("Education", 4, size=14),
        line("Brightwater University", 5),
        line("Projects | Website | Code", 7, size=14),
        line("Orrery", 8, bold=True),
        line("Skills", 10, size=14),
        line("Python", 11),
    ) == ["Interests", "Education", "Projects", "Skills"]


def test_a_heading_whose_halves_are_names_too_is_one() -> None:
    assert headings(
        line("EDUCATION", 1, bold=True),
        line("Brightwater University", 2),
        line("EXTRACURRICULAR", 4, bold=True),
        line("ACTIVITIES", 4.9, bold=True),  # type: ignore[arg-type]
        line("Chess club", 6),
    ) == ["EDUCATION", "EXTRACURRICULAR ACTIVITIES"]


def test_a_smaller_name_among_entries_is_one_of_them() -> None:
    assert headings(
        line("Experience", 1, size=14),
        line("Zyntha Labs", 2, size=12, bold=True),
        line("2019 – 2020", 3),
        line("Independent projects", 5, size=12, bold=True),
        line("2016 – 2017", 6),
        line("Education", 8, size=14),
        line("Brightwater University", 9, size=12, bold=True),
        line("Skills", 11, size=14),
        line("Python, Go and much more that is told in plain text", 12),
    ) == ["Experience", "Education", "Skills"]


def test_tools_in_brackets_belong_to_no_name() -> None:
    assert jobs(
        line("Zyntha, Boston, MA (Python | Docker | Go | Rust | Redis | Kafka | Spark | GCP)", 2, lead=6),
        line("January 2023 – Present", 2, 470),
        line("Engineer", 3, italic=True),
        line("Built the service that answers every question", 4, 70, bullet=True),
    ) == [("Zyntha", "Engineer", "2023-01", "present")]


def test_a_lone_name_is_what_the_same_look_was_above() -> None:
    assert jobs(
        line("ZYNTHA", 2, size=12, bold=True),
        line("Associate, Software Engineering", 3, size=11),
        line("Jan 2021 – Aug 2021", 4),
        line("Built the service that answers every question", 5, 70, bullet=True),
        line("Analyst, Software Engineering", 6, size=11),
        line("Jan 2020 – Jan 2021", 7),
        line("Measured what others only guessed", 8, 70, bullet=True),
    ) == [
        ("ZYNTHA", "Associate, Software Engineering", "2021-01", "2021-08"),
        ("ZYNTHA", "Analyst, Software Engineering", "2020-01", "2021-01"),
    ]


def test_periods_that_a_margin_broke_are_whole() -> None:
    assert jobs(
        line("2018 – Zyntha Labs, Lyon, France, Engineer.", 2, 60),
        line("present Built the service that answers every question there is.", 3, 62),
    ) == [("Zyntha Labs", "Engineer", "2018", "present")]


@pytest.mark.parametrize(
    ("head", "employer", "position"),
    [
        ("Zyntha @Lyon, France", "Zyntha", "Engineer"),
        ("Zyntha.io, Lyon, France", "Zyntha.io", "Engineer"),
        ("Turned On Digital", "Turned On Digital", "Engineer"),
    ],
)
def test_an_employer_is_found(head: str, employer: str, position: str) -> None:
    assert jobs(
        line(head, 2, size=12),
        line("June 2018 – Jan 2019", 2, 470),
        line(position, 3, italic=True),
        line("Built the service that answers every question", 4, 70, bullet=True),
    ) == [(employer, position, "2018-06", "2019-01")]


def test_an_adviser_is_no_employer() -> None:
    assert jobs(
        line("Research Assistant advised by Ada Byron", 2, lead=18, bold=True),
        line("June 2018 – Jan 2019", 2, 470),
        line("Measured what others only guessed", 3, 70, bullet=True),
    ) == [("", "Research Assistant", "2018-06", "2019-01")]


def schools(*lines: Line) -> list[tuple[str, str, str, str]]:
    found = shown(line("EDUCATION", 1, bold=True), *lines).resume.education
    return [(e.institution, e.study_type, e.area, e.end_date) for e in found]


def test_a_school_on_a_sentence_line_is_cut() -> None:
    assert schools(line("Brightwater University. A.B. in Economics, May 2021.", 2)) == [
        ("Brightwater University", "A.B.", "Economics", "2021-05")
    ]


def test_a_degree_of_science_keeps_its_name() -> None:
    assert schools(
        line("Master of Science, Major: Computer Science", 2, bold=True, lead=17),
        line("2023 – 2025", 2, 470),
        line("Brightwater University", 3),
    ) == [("Brightwater University", "Master of Science", "Computer Science", "2025")]


def test_awards_below_a_school_are_no_school() -> None:
    assert schools(
        line("Brightwater University", 2, bold=True),
        line("BSc in Physics", 3, bold=True),
        line("May 2017", 3, 470),
        line("Academic Honors & Awards:", 5, bold=True),
        line("Physics Honor Program, Presidential Scholarship, Dean's List (2013-2016)", 6),
    ) == [("Brightwater University", "BSc", "Physics", "2017-05")]


def test_days_of_a_range_are_left_out() -> None:
    period = find("May 22nd – August 4th, 2017")[0]
    assert (period.start, period.end) == ("2017-05", "2017-08")


def test_a_country_is_no_region() -> None:
    location = shown(
        line("Ada Byron", 1, size=20), line("Pune, India", 3), line("Skills", 5, bold=True)
    ).resume.basics.location
    assert (location.city, location.region, location.country_code) == ("Pune", "", "IN")


def test_singular_names_are_known() -> None:
    assert (kind_of("Academic Qualification"), kind_of("Community Engagement")) == ("education", "volunteer")


def test_a_hyphen_in_brackets_is_part_of_a_name() -> None:
    assert name_in("Ada (Chun-Ho) Byron") == "Ada (Chun-Ho) Byron"


def test_a_council_of_students_is_an_employer() -> None:
    assert as_employer("Brightwater Student Council") > as_position("Brightwater Student Council")


def test_a_heading_above_its_column_is_read_there() -> None:
    assert headings(
        line("Experience", 1, size=14, column=1),
        line("Zyntha Labs", 2, column=1),
        line("Education", 5, size=14, column=1),
        line("Brightwater University", 6, column=1),
        line("Python", 2, 380, column=2),
        line("Projects", 5, 374, size=14, column=2),
        line("Orrery", 6, 380, column=2),
        line("Skills", 1, 374, size=14),
    ) == ["Experience", "Education", "Skills", "Projects"]


def test_a_postal_code_is_no_part_of_a_phone_number() -> None:
    contact = shown(
        line("Ada Byron", 1, size=20), line("Cambridge, MA 02141 (617) 555-0142", 3), line("Skills", 5, bold=True)
    )
    assert contact.resume.basics.phone == "(617) 555-0142"
