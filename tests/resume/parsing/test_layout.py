"""Layouts that only places on the page tell: dates beside bullets, bullets that introduce entries, overlong lines."""

import time

from core.resume.document import Box, Document, Line
from core.resume.jsonresume import Work
from core.resume.parsing import parse


def line(
    text: str, row: int, x: float = 50, *, bold: bool = False, italic: bool = False, bullet: bool = False, lead: int = 0
) -> Line:
    box = Box(x, row * 14, x + 5 * len(text), row * 14 + 10)
    return Line(text, box=box, size=10, bold=bold, italic=italic, row=row, bullet=bullet, lead=lead)


def jobs(*lines: Line) -> list[tuple[str, str, str, str]]:
    document = Document("pdf", lines=(line("EXPERIENCE", 1, bold=True), *lines))
    work: tuple[Work, ...] = parse(document).resume.work
    return [(w.position, w.name, w.start_date, w.end_date) for w in work]


def test_dates_beside_the_first_bullet_belong_to_the_head_above() -> None:
    assert jobs(
        line("Zyntha, Engineer", 3, lead=7),
        line("Austin, TX", 3, 480),
        line("Built the service that answers every question", 4, 68, bullet=True),
        line("Jun 2020 – present", 4, 470),
        line("Quorix, Intern", 6, lead=7),
        line("Austin, TX", 6, 480),
        line("Wrote the tests that the others lacked", 7, 68, bullet=True),
        line("May 2019 – Aug 2019", 7, 470),
    ) == [("Engineer", "Zyntha", "2020-06", "present"), ("Intern", "Quorix", "2019-05", "2019-08")]


def test_outer_bullets_introduce_entries() -> None:
    assert jobs(
        line("Zyntha", 3, 47, bold=True, bullet=True),
        line("Mountain View, CA", 3, 470),
        line("Engineer", 4, 47, italic=True),
        line("Oct 2016 – Present", 4, 470, italic=True),
        line("Built the library for numerical computation", 5, 71, bullet=True),
        line("Quorix", 7, 47, bold=True, bullet=True),
        line("Atlanta, GA", 7, 470),
        line("Analyst", 8, 47, italic=True),
        line("Jan 2014 – Oct 2016", 8, 470, italic=True),
        line("Measured what others only guessed", 9, 71, bullet=True),
    ) == [("Engineer", "Zyntha", "2016-10", "present"), ("Analyst", "Quorix", "2014-01", "2016-10")]


def test_overlong_lines_cost_no_time() -> None:
    heads = [
        line("SKILLS", 1, bold=True),
        *(line(text * 9000, 3 + i) for i, text in enumerate(("a", "a-", "1 ", "( ", "a@"))),
    ]
    start = time.process_time()
    assert parse(Document("text", lines=tuple(heads))).resume.basics.name == ""
    assert time.process_time() - start < 10
