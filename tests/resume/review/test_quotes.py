"""Quotes stand in the file, as read from real files by the real reader and parser."""

import time
from datetime import date

import pytest

from core.resume.parsing import parse
from core.resume.reading import read
from core.resume.review import review
from tests.resume.corpus.samples import corpus
from tests.resume.review.builder import build
from tests.resume.review.desk import TODAY
from tests.resume.review.examples import ALL, STUDENT

SOME = {
    sample.name: sample
    for sample in corpus()
    if sample.name.endswith((".txt", ".md", "simple.pdf", "two-pages.pdf", "centre.docx"))
}


def check_quotes(document, result):
    for item in (*result.findings, *result.praise):
        joined = " ".join(document.lines[place.line].text for place in item.places)
        assert item.quote in joined or not item.quote or item.quote in " ".join(line.text for line in document.lines)
        assert all(document.lines[place.line].page == place.page for place in item.places)
        assert len(item.quote) <= 300


@pytest.mark.parametrize("sample", SOME.values(), ids=SOME)
def test_quotes_of_real_files_stand_in_them(sample):
    document = read(sample.data(), sample.name)
    result = review(document, parse(document), today=date(2026, 11, 22))
    check_quotes(document, result)
    assert result.score >= 80
    assert not [finding for finding in result.findings if finding.severity == "critical"]


@pytest.mark.parametrize("script", ALL.values(), ids=ALL)
def test_quotes_of_the_examples_stand_in_them(script):
    document, parsed = build(script)
    check_quotes(document, review(document, parsed, today=TODAY))


def test_a_line_of_ten_thousand_characters_is_reviewed_and_quoted_short():
    document, parsed = build(
        STUDENT + "\n## Experience\n@ Cook | Inn | 2020 | 2021\n- Responsible for " + "pots and pans " * 700
    )
    result = review(document, parsed, today=TODAY)
    check_quotes(document, result)
    assert any(finding.quote.startswith("Responsible for pots") for finding in result.findings)


def test_a_page_is_reviewed_in_a_few_milliseconds():
    document, parsed = build(STUDENT)
    review(document, parsed, today=TODAY)
    begun = time.process_time()
    for _ in range(10):
        review(document, parsed, today=TODAY)
    assert (time.process_time() - begun) / 10 < 0.04
