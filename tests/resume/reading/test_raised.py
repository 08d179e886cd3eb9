"""Small raised endings stay with their numbers, and signs of symbol fonts are bullets or nothing."""

from core.resume.reading.pdf.bullets import mark_bullets
from core.resume.reading.pdf.fonts import Fonts
from core.resume.reading.pdf.geometry import Piece, Style, Word
from core.resume.reading.pdf.lines import Lines
from core.resume.reading.pdf.raised import lower_endings
from tests.resume.reading.samples import Sheet, texts

TEXT, SMALL, SIGNS = Style(11.0), Style(7.0), Style(10.0, symbolic=True)


def word(text: str, x0: float, x1: float, base: float, style: Style = TEXT, order: int = 0) -> Word:
    return Word(text, x0, base - 8, x1, base + 2, base, style, order, len(text))


def raised(text: str, ending: str, *, gap: float = 0.1, rise: float = 4.0, style: Style = SMALL) -> list[str]:
    words = [word(text, 50, 61, 100), word(ending, 61 + gap, 68, 100 - rise, style)]
    return [kept.text for kept in lower_endings(words)]


def test_a_raised_ending_joins_its_number() -> None:
    assert raised("3", "rd,") == ["3rd,"]
    assert raised("118", "th") == ["118th"]


def test_other_words_stay_apart() -> None:
    assert raised("May", "th") == ["May", "th"]
    assert raised("3", "rd", gap=5) == ["3", "rd"]
    assert raised("3", "rd", rise=0) == ["3", "rd"]
    assert raised("3", "the") == ["3", "the"]
    assert raised("3", "th", style=TEXT) == ["3", "th"]


def test_a_line_with_raised_endings_is_one_line() -> None:
    sheet = Sheet()
    x = sheet.put(50, 60, "Engineer, May 23")
    x = sheet.put(x, 56, "rd", 6)
    x = sheet.put(x, 60, " - August 4")
    x = sheet.put(x, 56, "th,", 6)
    sheet.put(x, 60, " 2018")
    assert texts(sheet.read()) == ["Engineer, May 23rd - August 4th, 2018"]


def signed(sign: str, style: Style = SIGNS, count: int = 3) -> list[Piece]:
    return mark_bullets(
        [
            Piece([word(sign, 50, 55, base, style), word("Built", 62, 90, base), word("it", 92, 99, base)])
            for base in range(100, 100 + 13 * count, 13)
        ],
        [],
    )


def test_a_repeated_sign_of_a_symbol_font_is_a_bullet() -> None:
    assert [(piece.bullet, piece.raw) for piece in signed("{")] == [(True, "Built it")] * 3


def test_a_brace_in_a_text_font_or_alone_is_no_bullet() -> None:
    assert [(piece.bullet, piece.raw) for piece in signed("{", TEXT)] == [(False, "{ Built it")] * 3
    assert [(piece.bullet, piece.raw) for piece in signed("{", count=1)] == [(False, "{ Built it")]


def test_pieces_of_icons_alone_are_counted_but_make_no_line() -> None:
    lines = Lines()
    lines.add_page(1, [word("\ue000", 50, 58, 100), word("Berlin", 150, 180, 100, order=1)], [])
    assert ([line.text for line in lines.lines], lines.unmapped) == (["Berlin"], 1)


def test_a_missing_font_is_plain() -> None:
    font = Fonts().of(None)
    assert (font.symbolic, font.icons) == (False, False)
