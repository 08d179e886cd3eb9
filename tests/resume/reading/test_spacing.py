"""Letter-spaced print is joined by all gaps of its line."""

import pytest

from core.resume.reading.pdf.geometry import Style, Word
from core.resume.reading.pdf.spacing import text_of

STYLE = Style(10.0)


def line(text: str, letter: float = 1.4, space: float = 4.2, wide: float = 5.0) -> str:
    """The line that parts at "|" (a letter gap) and " " (a word gap) come out as, in points at size 10."""
    words: list[Word] = []
    x = 50.0
    for part in text.replace(" ", "| |").split("|"):
        if part == " ":
            x += space - letter
            continue
        words.append(Word(part, x, 90, x + wide * len(part), 102, 100, STYLE, len(words), len(part)))
        x += wide * len(part) + letter
    return text_of(words)[0]


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        ("EDUCAT|ION", "EDUCATION"),
        ("WORK EXP|ERIENCE", "WORK EXPERIENCE"),
        ("Calif|o|r|n|ia P|o|ly|t|ech|n|ic St|at|e Un|iv|ersit|y", "California Polytechnic State University"),
        ("P|o|st|al Co|de & Cit|y", "Postal Code & City"),
        ("M|A|Y 2|0|1|5 T|I|L|L J|U|N|E", "MAY 2015 TILL JUNE"),
    ],
)
def test_fragments_are_joined(parts: str, joined: str) -> None:
    assert line(parts) == joined


def test_a_capital_struck_twice_counts_once() -> None:
    assert line("D|EE|CC|EE|MM 2|0|1|5", wide=4.0) == "DECEM 2015"
    assert line("D|EE|CC|EE|MM 2|0|1|5", wide=7.0) == "DEECCEEMM 2015"


@pytest.mark.parametrize("text", ["I am in it to win", "Go R C# AI", "BS EE", "Web Skills", "Data base work", "AB|CD"])
def test_even_gaps_and_other_words_stay(text: str) -> None:
    assert line(text, space=2.0) == text.replace("|", " ")
    assert line(text) == text.replace("|", " ")
