"""Accents that a file draws as signs of their own, in all the sequences in which programs draw them."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.resume.reading.pdf.accents import give_back
from tests.resume.reading.samples import Sheet, texts

WORDS = [
    "Brückner, Universität Köln",
    "Öl und Ähre",
    "Inés García Márquez",
    "Ölüdeniz Élan été",
    "São João",
    "façade à la crème",
]
SIGN_OF = {"\u0308": "¨", "\u0301": "´", "\u0300": "`", "\u0303": "˜", "\u0327": "¸"}


def write(sheet: Sheet, y: float, text: str, sequence: str, raised: float = 0) -> None:
    """Write a text with every accent as a text object of its own; capitals have theirs `raised`, as TeX does."""
    x, late = 50.0, []
    for part in re.findall(r"[ -~]+|[^ -~]", text):
        letter, *marks = unicodedata.normalize("NFD", part) if len(part) == 1 else (part,)
        if not marks:
            x = sheet.put(x, y, letter)
            continue
        sign = SIGN_OF[marks[0]]
        middle = x + (stringWidth(letter, "Helvetica", 10) - stringWidth(sign, "Helvetica", 10)) / 2
        place = (middle, y - raised * letter.isupper(), sign)
        if sequence == "before":
            sheet.put(*place)
        x = sheet.put(x, y, letter)
        if sequence == "after":
            sheet.put(*place)
        late.append(place)
    for place in late if sequence == "at the end" else ():
        sheet.put(*place)


@pytest.mark.parametrize("sequence", ["before", "after", "at the end"])
@pytest.mark.parametrize("raised", [0, 2.5])
def test_an_accent_belongs_to_the_letter_on_which_it_stands(sequence: str, raised: float) -> None:
    sheet = Sheet()
    for number, words in enumerate(WORDS):
        write(sheet, 60 + 30 * number, words, sequence, raised)
    document = sheet.read()
    assert texts(document) == WORDS
    assert document.repaired == sum(letter > "~" for words in WORDS for letter in words)


def test_a_sign_that_stands_on_no_letter_is_left_alone() -> None:
    sheet = Sheet()
    sheet.put(50, 60, "Runs the `make` target in 5´, at 20˚, each ˜10 days")
    document = sheet.read()
    assert document.repaired == 0
    assert texts(document)[0].startswith("Runs the `make` target in 5")


def test_words_that_an_accent_does_not_join_stay_apart() -> None:
    sheet = Sheet()
    write(sheet, 60, "à la é la", "at the end")
    assert texts(sheet.read()) == ["à la é la"]


@given(st.text("aeo ¨´`\r\n", max_size=60))
def test_any_places_at_all_keep_the_letters(text: str) -> None:
    found, places, moved = give_back(text, lambda index: [0.0, 9.0, 5.0, 0.0] if index % 2 else None)
    assert len(found) == len(places)
    kept = [letter for letter in unicodedata.normalize("NFD", found) if letter in "aeo"]
    assert kept == [letter for letter in text if letter in "aeo"]
    assert moved <= sum(letter in "¨´`" for letter in text)


def test_a_page_of_signs_alone_is_read_quickly() -> None:
    begun = time.process_time()
    give_back("a¨ " * 30_000, lambda index: [6.0 * index, 9.0, 6.0 * index + 5, 0.0])
    assert time.process_time() - begun < 2
