from pathlib import Path

from core.resume.reading import read
from tests.resume.reading.samples import CONTACT, JOBS, SCHOOL, Sheet, headed, rows, texts

WIDE = "A line that runs over the full width of the page, and so belongs to no column of it"
WORDS = ["CONTACT", "ada@example.com", "+49 30 123456", "Berlin", "SKILLS", "Python", "Go, SQL", "Docker", "Linux"]


def test_one_column_is_one() -> None:
    sheet = headed()
    sheet.block(50, 545, 110, JOBS + SCHOOL)
    document = sheet.read()
    assert document.pages[0].columns == 1
    assert {line.column for line in document.lines} == {0}


def test_sidebar_on_the_left_is_read_before_the_main_column() -> None:
    sheet = headed()
    sheet.block(50, 190, 120, CONTACT, leading=14)
    sheet.block(215, 545, 120, JOBS + SCHOOL)
    document = sheet.read()
    assert document.pages[0].columns == 2
    assert texts(document, 0) == ["Ada Müller", "Software engineer"]
    assert texts(document, 1) == WORDS
    assert texts(document, 2)[:3] == ["EXPERIENCE", "Acme Corp", "Jan 2020 – Present"]


def test_sidebar_on_the_right_is_read_after_the_main_column() -> None:
    sheet = headed()
    sheet.block(50, 380, 120, JOBS + SCHOOL)
    sheet.block(410, 545, 120, CONTACT, leading=15)
    document = sheet.read()
    assert texts(document, 1)[0] == "EXPERIENCE"
    assert texts(document, 2) == WORDS
    assert texts(document)[-9:] == WORDS


def test_a_sidebar_that_starts_beside_the_name_is_not_read_before_it() -> None:
    sheet = Sheet()
    sheet.put(50, 70, "Ada Müller", 24, "Helvetica-Bold")
    sheet.block(50, 380, 100, JOBS + SCHOOL)
    sheet.block(410, 545, 56, ["Berlin", *CONTACT], leading=14)
    found = texts(sheet.read())
    assert found[0] == "Ada Müller"
    assert found[-10:] == ["Berlin", *WORDS]


def test_a_sidebar_drawn_after_the_main_column_is_still_read_first() -> None:
    sheet = Sheet()
    sheet.block(215, 545, 60, JOBS + SCHOOL)
    sheet.block(50, 190, 60, CONTACT, leading=14)
    assert texts(sheet.read())[:9] == WORDS


def test_columns_on_one_grid_of_lines_are_still_columns() -> None:
    sheet = Sheet()
    left = [f"Skill {number}" for number in range(14)]
    sheet.block(50, 190, 60, left)
    sheet.block(
        215, 545, 60, [f"Line {number} of the main column, which is the longer one of both" for number in range(20)]
    )
    document = sheet.read()
    assert texts(document, 1) == left
    assert len(texts(document, 2)) == 20


def test_three_short_columns_over_wider_text() -> None:
    sheet = headed()
    y = sheet.block(50, 545, 110, [*JOBS, "# SKILLS"])
    for number, x in enumerate((50, 220, 390)):
        sheet.block(x, x + 150, y, [f"{'abc'[number]}{line}" for line in range(5)])
    sheet.block(
        50,
        545,
        y + 75,
        ["# INTERESTS", WIDE],
    )
    found = texts(sheet.read())
    start = found.index("SKILLS") + 1
    assert found[start : start + 15] == [f"{column}{line}" for column in "abc" for line in range(5)]
    assert found[start + 15] == "INTERESTS"


def test_text_after_the_columns_is_read_after_them() -> None:
    sheet = headed()
    left = ["# PROJECTS", *(f"Project {number}" for number in range(8))]
    right = ["# AWARDS", *(f"Award {number} of the year" for number in range(6))]
    sheet.block(50, 280, 110, left)
    sheet.block(310, 545, 110, right)
    sheet.block(
        50,
        545,
        290,
        [
            "# SUMMARY",
            "Engineer",
            WIDE,
            WIDE,
        ],
    )
    found = texts(sheet.read())
    assert (
        found.index("Project 7") < found.index("AWARDS") < found.index("Award 5 of the year") < found.index("SUMMARY")
    )


def test_headings_in_the_margin_share_rows_with_what_they_head() -> None:
    sheet = headed()
    y = 110.0
    for heading, lines in (("EXPERIENCE", JOBS[1:]), ("EDUCATION", SCHOOL[1:]), ("SKILLS", ["Python, Go", "Linux"])):
        sheet.put(50, y, heading, 11, "Helvetica-Bold")
        y = sheet.block(160, 545, y, lines) + 6
    for heading, words in (("LANGUAGES", "German"), ("AWARDS", "Prize of 2018")):
        sheet.put(50, y, heading, 11, "Helvetica-Bold")
        y = sheet.block(160, 545, y, [words]) + 6
    document = sheet.read()
    assert document.pages[0].columns == 1
    assert ["EXPERIENCE", "Acme Corp", "Jan 2020 – Present"] in rows(document)
    assert ["LANGUAGES", "German"] in rows(document)


def test_dates_in_the_left_margin_share_rows() -> None:
    sheet = headed()
    y = 110.0
    for when in ("2020–now", "2017–2019", "2015–2016", "2012–2015", "2010–2012"):
        sheet.put(50, y, when)
        y = sheet.block(140, 545, y, [f"Engineer since {when[:4]}", "Acme, Berlin"]) + 4
    document = sheet.read()
    assert ["2017–2019", "Engineer since 2017"] in rows(document)
    assert document.pages[0].columns == 1


def test_a_list_of_labels_is_read_row_by_row() -> None:
    sheet = headed()
    pairs = [("Languages:", "Python, Go"), ("Tools:", "Git"), ("Data:", "SQL"), ("Cloud:", "AWS"), ("Other:", "Chess")]
    for number, (label, words) in enumerate(pairs):
        sheet.put(50, 110 + 14 * number, label, font="Helvetica-Bold")
        sheet.put(150, 110 + 14 * number, words)
    assert ["Tools:", "Git"] in rows(sheet.read())


def test_latex_with_accents_drawn_apart_nameless_bullets_and_two_columns_at_the_foot() -> None:
    document = read((Path(__file__).parent / "latex.pdf").read_bytes())
    found = texts(document)
    assert found[:2] == ["Jürgen Güngör", "jurgen@x.de | github.com/jg | ícaro François"]
    assert ["Université de Genève", "Geneva"] in rows(document)
    assert [line.text for line in document.lines if line.bullet][-3:] == ["Third", "Four", "Five"]
    assert found.index("Five") + 1 == found.index("AWARDS")
    assert any("efficient office workflow for the classification of fluffy traffic" in line for line in found)


def test_a_sparse_sidebar_beside_dates_and_text() -> None:
    sheet = Sheet()
    sheet.put(300, 40, "Programmer who likes calm work", 14)
    for number, words in enumerate(["12 Mill Road", "Colmar", "ada@example.com", "+49 30 123456", "example.com/ada"]):
        sheet.put(40 + 7 * number % 13, 200 + 110 * number, words, 11)
    y = 140.0
    sheet.put(221, y, "Skills", 15, "Helvetica-Bold")
    for label, words in [("Languages", "Java and Ruby"), ("Tools", "Git and Eclipse")]:
        y += 22
        sheet.put(221, y, label)
        sheet.put(319, y, words)
    y += 36
    sheet.put(217, y, "Professional Experience", 15, "Helvetica-Bold")
    for dates in ("2020-Today", "2015 - 2019", "2012"):
        y += 36
        sheet.put(221, y, dates)
        for words in ("Application designer", "Town Hall of Altkirch", "Built the site", "Wrote the plans"):
            sheet.put(319, y, words)
            y += 14
    document = sheet.read()
    assert texts(document, 1) == ["12 Mill Road", "Colmar", "ada@example.com", "+49 30 123456", "example.com/ada"]
    assert texts(document, 2)[:5] == ["Skills", "Languages", "Java and Ruby", "Tools", "Git and Eclipse"]
    assert ["2015 - 2019", "Application designer"] in rows(document)
