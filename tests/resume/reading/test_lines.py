import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from core.resume.reading.pdf.read import read_pdf
from tests.resume.reading.samples import JOBS, Sheet, rows, texts


def test_a_date_at_the_right_margin_is_a_line_of_its_own_in_the_same_row() -> None:
    sheet = Sheet()
    sheet.block(50, 545, 60, JOBS)
    document = sheet.read()
    assert ["Acme Corp", "Jan 2020 – Present"] in rows(document)
    assert ["Engineer", "Paris"] in rows(document)
    employer, dates = document.lines[1:3]
    assert employer.bold
    assert not dates.bold
    assert employer.box
    assert dates.box
    assert employer.box.x1 < dates.box.x0
    assert dates.box.x1 == pytest.approx(545, abs=1)


def test_size_weight_and_slant() -> None:
    sheet = Sheet()
    sheet.put(50, 60, "Ada", 20, "Helvetica-Bold")
    sheet.put(50, 90, "Engineer at large", 10, "Times-Italic")
    sheet.put(50, 120, "plain words", 11)
    looks = [(line.size, line.bold, line.italic) for line in sheet.read().lines]
    assert looks == [(20, True, False), (10, False, True), (11, False, False)]


def test_size_is_what_is_seen_when_the_page_is_scaled() -> None:
    sheet = Sheet()
    sheet.canvas.scale(0.5, 0.5)
    sheet.put(100, 100, "Half as large", 24)
    assert sheet.read().lines[0].size == 12


def test_a_jump_in_size_on_one_row_parts_a_name_from_what_follows() -> None:
    sheet = Sheet()
    sheet.put(sheet.put(50, 60, "Inés García Márquez", 30) + 9, 60, "+34 612 345 678", 9)
    sheet.put(50, 90, "Engineer")
    assert rows(sheet.read()) == [["Inés García Márquez", "+34 612 345 678"], ["Engineer"]]


def test_large_first_letters_and_raised_notes_stay_in_their_line() -> None:
    sheet = Sheet()
    end = sheet.put(sheet.put(50, 60, "E", 16), 60, "XPERIENCE", 10)
    sheet.put(sheet.put(end + 3, 60, "H", 16), 60, "ERE", 10)
    sheet.put(sheet.put(sheet.put(50, 90, "Came 1"), 87, "st", 6) + 2.8, 90, "of 40")
    assert [row[0].replace(" ", "") for row in rows(sheet.read())] == ["EXPERIENCEHERE", "Came1stof40"]


@pytest.mark.parametrize("glyph", ["•", "·", "*", "-", "–", "›", "»"])
@pytest.mark.parametrize("apart", [False, True])
def test_a_bullet_of_any_kind_is_taken_off(glyph: str, apart: bool) -> None:
    sheet = Sheet()
    for number, words in enumerate(("Wrote 3 programs", "Led a team")):
        if apart:
            sheet.put(68, 60 + 14 * number, words)
            sheet.put(50, 60 + 14 * number, glyph)
        else:
            sheet.put(50, 60 + 14 * number, f"{glyph} {words}")
    sheet.put(50, 90, "Not one")
    found = [(line.text, line.bullet) for line in sheet.read().lines]
    assert found == [("Wrote 3 programs", True), ("Led a team", True), ("Not one", False)]


def test_drawn_dots_and_symbol_fonts_are_bullets_and_dates_are_not() -> None:
    sheet = Sheet()
    sheet.canvas.circle(63, sheet.height - 97, 1.8, fill=1)
    sheet.put(75, 100, "Dotted line")
    sheet.put(75, 120, "Engineer")
    sheet.put(400, 120, "2019 - 2020")
    sheet.put(400, 140, "- Present")
    sheet.put(60, 160, "\u2022", font="Symbol")
    sheet.put(75, 160, "Symbol line")
    found = {line.text: line.bullet for line in sheet.read().lines}
    expected = {"Dotted line": True, "Engineer": False, "2019 - 2020": False, "- Present": False, "Symbol line": True}
    assert found == expected


@pytest.mark.parametrize("spacing", [1.5, 3, 5])
def test_letter_spaced_headings_are_joined_at_their_words(spacing: float) -> None:
    sheet = Sheet()
    sheet.put(50, 60, "WORK EXPERIENCE", spacing=spacing)
    sheet.put(50, 90, "Jane Doe", spacing=spacing)
    assert texts(sheet.read()) == ["WORK EXPERIENCE", "Jane Doe"]


def test_headings_spaced_with_blanks_are_joined() -> None:
    sheet = Sheet()
    sheet.put(50, 60, "E X P E R I E N C E")
    sheet.put(50, 90, "S O F T   S K I L L S")
    sheet.put(50, 120, "Grades A B C in school")
    assert texts(sheet.read()) == ["EXPERIENCE", "SOFT SKILLS", "Grades A B C in school"]


def test_what_repeats_on_each_page_is_furniture() -> None:
    sheet = Sheet()
    for number in (1, 2):
        sheet.put(50, 30, "Ada Lovelace")
        sheet.put(50, 200, f"Content of page {number}")
        sheet.put(280, 815, f"Page {number} of 2")
        if number == 1:
            sheet.turn()
    assert [line.furniture for line in sheet.read().lines] == [False, False, True, True, False, True]


def test_hidden_text_stands_in_no_line() -> None:
    sheet = Sheet()
    sheet.put(60, 100, "Seen by all")
    sheet.canvas.setFillColorRGB(1, 1, 1)
    sheet.put(60, 120, "white on white")
    sheet.canvas.setFillColorRGB(0, 0, 0)
    sheet.put(60, 140, "one point words", 0.8)
    line = sheet.canvas.beginText(60, 600)
    line.setTextRenderMode(3)
    line.textOut("without any ink")
    line.setTextRenderMode(0)
    sheet.canvas.drawText(line)
    sheet.put(-300, 200, "off the page")
    document = sheet.read()
    assert texts(document) == ["Seen by all"]
    hidden = " ".join(document.hidden)
    assert all(words in hidden for words in ("white on white", "one point words", "without any ink", "off the page"))


def test_white_text_on_a_dark_ground_is_seen() -> None:
    sheet = Sheet()
    sheet.canvas.setFillColorRGB(0, 0.1, 0.3)
    sheet.canvas.rect(0, sheet.height - 80, sheet.width, 80, stroke=0, fill=1)
    sheet.canvas.setFillColorRGB(1, 1, 1)
    sheet.put(50, 50, "Ada Müller", 20)
    document = sheet.read()
    assert texts(document) == ["Ada Müller"]
    assert document.hidden == ()


def test_the_text_under_a_scanned_picture_is_read() -> None:
    sheet = Sheet()
    picture = ImageReader(Image.new("L", (60, 80), 230))
    sheet.canvas.drawImage(picture, 0, 0, sheet.width, sheet.height)
    line = sheet.canvas.beginText(60, 600)
    line.setTextRenderMode(3)
    line.textOut("Recognised by the scanner")
    sheet.canvas.drawText(line)
    document = sheet.read()
    assert texts(document) == ["Recognised by the scanner"]
    assert document.notes == ("scanned",)
    assert document.pages[0].images == 1


def test_links_carry_their_words_and_place() -> None:
    sheet = Sheet()
    end = sheet.put(50, 100, "Find me at ")
    stop = sheet.put(end, 100, "my pages")
    sheet.put(stop, 100, " or here")
    bottom = sheet.height - 102
    sheet.canvas.linkURL("https://github.com/ada", (end, bottom, stop, bottom + 12))
    sheet.canvas.linkURL("javascript:alert(1)", (stop, bottom, stop + 40, bottom + 12))
    (link,) = sheet.read().links
    assert (link.url, link.text, link.page) == ("https://github.com/ada", "my pages", 1)
    assert link.box
    assert link.box.y1 == pytest.approx(102)


def test_tables_are_counted() -> None:
    sheet = Sheet()
    sheet.put(50, 60, "Skills")
    sheet.canvas.grid([50, 150, 250, 350], [600, 620, 640])
    assert sheet.read().pages[0].tables == 1


def test_the_same_file_reads_the_same() -> None:
    sheet = Sheet()
    sheet.block(50, 545, 60, JOBS)
    data = sheet.data()
    assert read_pdf(data) == read_pdf(data)
