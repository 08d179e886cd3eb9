"""Section headings by name and by how they are set."""

import pytest

from core.resume.document import Box, Document, Line
from core.resume.parsing.heading_names import despaced, kind_of
from core.resume.parsing.headings import find_headings
from core.resume.reading.plain import read_text

NAMES = [
    ("Work Experience", "work"),
    ("EXPERIENCE & LEADERSHIP", "work"),
    ("Professional Experience:", "work"),
    ("Relevant Work Experience", "work"),
    ("Internships", "work"),
    ("Berufserfahrung", "work"),
    ("Expérience professionnelle", "work"),
    ("Technical Skills", "skills"),
    ("SKILLS/TOOLS", "skills"),
    ("Skills & Interests", "skills"),
    ("Programming Languages", "skills"),
    ("Education and Training", "education"),
    ("Academic Background", "education"),
    ("Selected Projects", "projects"),
    ("Open-Source Projects", "projects"),
    ("Project Experience", "projects"),
    ("Volunteer Experience", "volunteer"),
    ("Leadership and Activities", "volunteer"),
    ("Honors & Awards", "awards"),
    ("Licenses & Certifications", "certificates"),
    ("Languages", "languages"),
    ("— Summary —", "summary"),
    ("3. Publications", "publications"),
    ("Software Engineer", ""),
    ("Acme Corporation", ""),
    ("University of Leeds", ""),
    ("Built projects for experience", ""),
]


@pytest.mark.parametrize(("text", "kind"), NAMES)
def test_a_name_tells_the_kind_of_section(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_letters_set_apart_are_one_word() -> None:
    assert despaced("W O R K  E X P E R I E N C E") == "WORK EXPERIENCE"


def line(
    text: str, y: float, *, x: float = 50, size: float = 10, bold: bool = False, column: int = 0, row: int = 0
) -> Line:
    return Line(
        text, box=Box(x, y, x + 5 * len(text), y + size), size=size, bold=bold, column=column, row=row or round(y)
    )


def headings(lines: list[Line]) -> list[tuple[str, str]]:
    document = Document("pdf", lines=tuple(lines))
    return [(h.text, h.kind) for h in find_headings(document, list(range(len(lines))))]


def test_an_unknown_name_set_like_the_known_ones_is_a_heading() -> None:
    lines = [
        line("Ada Example", 20, size=24),
        line("Experience", 60, size=14, bold=True),
        line("Engineer at Acme, 2019 – 2021, and some more words that are the body", 80),
        line("Where I tinker", 120, size=14, bold=True),
        line("A garden of small robots that water plants by the weather report", 140),
        line("Education", 180, size=14, bold=True),
        line("University of Leeds, a body line that has the usual size of text", 200),
    ]
    assert headings(lines) == [("Experience", "work"), ("Where I tinker", "other"), ("Education", "education")]


def test_a_group_of_skills_is_no_heading() -> None:
    lines = [
        line("EXPERIENCE", 60, size=14, bold=True),
        line("Engineer at Acme, 2019 – 2021, and some more words that are the body", 80),
        line("SKILLS", 120, size=14, bold=True),
        line("Languages", 140, bold=True),
        line("Python, Go and a few others that fill the line with the usual size", 154),
        line("Tools", 168, bold=True),
        line("Docker, Git and a few others that fill the line with the usual size", 182),
    ]
    assert headings(lines) == [("EXPERIENCE", "work"), ("SKILLS", "skills")]


def test_headings_in_the_margin_share_their_row_with_the_first_line() -> None:
    lines = [
        line("Experience", 60, bold=True, row=1),
        line("Acme, Berlin", 60, x=170, bold=True, row=1),
        line("Engineer", 74, x=170, row=2),
        line("Education", 120, bold=True, row=3),
        line("University of Leeds", 120, x=170, bold=True, row=3),
        line("Skills", 160, bold=True, row=4),
        line("Python, Go", 160, x=170, row=4),
    ]
    assert headings(lines) == [("Experience", "work"), ("Education", "education"), ("Skills", "skills")]


def test_a_heading_broken_over_two_lines_is_one() -> None:
    lines = [
        line("Summary", 20, size=12, bold=True),
        line("Words about a person that are long enough to be the body", 40),
        line("Work", 60, size=12, bold=True),
        line("Experience", 74, size=12, bold=True),
        line("Engineer at Acme, 2019 – 2021, and some more words that are the body", 90),
    ]
    assert headings(lines) in (
        [("Summary", "summary"), ("Work Experience", "work")],
        [("Summary", "summary"), ("Work", "work"), ("Experience", "work")],
    )


def test_in_plain_text_capitals_and_blank_lines_make_a_heading() -> None:
    document = read_text(
        b"Ada Example\n\nEDUCATION\nUniversity of Leeds\n\nWORK HISTORY\nEngineer, Acme, 2019\n- gained "
        b"experience\n  education\n"
    )
    assert [h.text for h in find_headings(document, list(range(len(document.lines))))] == ["EDUCATION", "WORK HISTORY"]
