"""Ligatures that a font does not name are read as the letters that people see."""

import pytest

from core.resume.reading.cleanup import clean
from core.resume.reading.pdf.read import read_pdf
from core.resume.reading.pdf.unnamed import Ligatures, Shape

WIDTHS = {"t": 0.335, "i": 0.229, "f": 0.305, "l": 0.229}
TI, TT, FF = 0.557, 0.645, 0.612


def shape(width: float) -> Shape:
    return Shape(1, width, lambda letter: WIDTHS[letter])


def named(text: str, widths: dict[int, float], memory: Ligatures | None = None) -> str:
    unnamed = [at for at, letter in enumerate(text) if letter == "\ufffe"]
    return (memory or Ligatures()).name(text, unnamed, lambda at: shape(widths.get(at, TI)))[0]


def test_words_tell_the_ligature() -> None:
    assert named("Educa\ufffeon and cer\ufffefica\ufffeon", {}) == "Education and certification"
    assert named("commi\ufffeee, be\ufffeer", {5: TT, 12: TT}) == "committee, better"
    assert named("my \ufffemes", {}) == "my times"


def test_a_glyph_is_the_same_in_every_word() -> None:
    assert named("rela\ufffeons of Kar\ufffeka", {}) == "relations of Kartika"
    memory = Ligatures()
    assert named("educa\ufffeon", {}, memory) == "education"
    assert named("\ufffemor", {}, memory) == "timor"


def test_two_glyphs_in_one_word() -> None:
    assert named("compe\ufffe\ufffeon", {}) == "competition"
    assert named("a\ufffeen\ufffeon", {1: TT, 4: TI}) == "attention"


def test_the_width_tells_what_words_do_not() -> None:
    assert named("Xa\ufffeo", {2: TI}) == "Xatio"
    assert named("Xa\ufffeo", {2: 0.675}) == "Xatto"


def test_what_touches_no_letter_stays() -> None:
    assert named("\ufffe Berlin", {}) == "\ufffe Berlin"
    assert named("\ufffelinkedin", {0: 1.0}) == "\ufffelinkedin"
    assert named("manage\ufffe\r\nment", {6: 0.3}) == "manage\ufffe\r\nment"


def test_places_follow_the_letters() -> None:
    text, places, count = Ligatures().name("ac\ufffeon", [2], lambda at: shape(TI))
    assert (text, list(places), count) == ("action", [0, 1, 2, 2, 3, 4], 1)


def test_a_file_with_an_unnamed_glyph_is_read() -> None:
    line = "/F1 12 Tf (Educa) Tj /F2 12 Tf (A) Tj /F1 12 Tf (on and applica) Tj /F2 12 Tf (A) Tj /F1 12 Tf (ons) Tj"
    document = read_pdf(pdf_with_glyph(f"BT 50 700 Td {line} ET"))
    assert [line.text for line in document.lines] == ["Education and applications"]
    assert document.repaired == 2


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("EducaƟon", "Education"),
        ("aƩenƟon to soŌware", "attention to software"),
        ("Ōsaka", "Ōsaka"),
        ("Ɵ = 4", "Ɵ = 4"),
    ],
)
def test_names_that_a_printer_driver_gives_are_mended(raw: str, mended: str) -> None:
    assert clean(raw).text == mended


def pdf_with_glyph(content: str) -> bytes:
    """A page in Helvetica (F1) and a font of one drawn glyph that has no name a reader knows (F2, the code A)."""
    glyph = "557 0 0 0 557 700 d1 100 0 60 600 re 380 0 60 500 re f"
    codes = (
        "/FirstChar 65 /LastChar 65 /Widths [557] /CharProcs << /g17 7 0 R >> /Resources << >> /ToUnicode 8 0 R "
        "/Encoding << /Type /Encoding /Differences [65 /g17] >>"
    )
    unicode = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <0000> endbfchar endcmap"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 9 0 R >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] {codes} >>",
        f"<< /Length {len(glyph)} >> stream\n{glyph}\nendstream",
        f"<< /Length {len(unicode)} >> stream\n{unicode}\nendstream",
        "<< /Font << /F1 5 0 R /F2 6 0 R >> >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{number} 0 obj {body} endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n"
    )
    return data + f"{end}%%EOF".encode()
