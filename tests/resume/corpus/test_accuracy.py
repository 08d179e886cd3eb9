"""The parser on the whole corpus: at least 0.95 of all fields right, and nothing invented."""

import time

import pytest

from bench.accuracy import measure, total
from core.resume.parsing import parse
from core.resume.reading import read
from tests.resume.corpus.samples import corpus, design, hold_out
from tests.resume.corpus.score import Tally

LEAST = 0.95


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return measure(corpus())


def test_the_corpus_is_large_and_mixed() -> None:
    names = [sample.name for sample in corpus()]
    assert len(set(names)) == len(names) >= 24
    assert {name.rsplit(".", 1)[-1] for name in names} == {"pdf", "docx", "txt", "md"}
    assert not {sample.build for sample in design()} & {sample.build for sample in hold_out()} - {design()[14].build}


def test_most_fields_are_right_overall_and_in_the_hold_out(tallies: dict[str, Tally]) -> None:
    assert total(tallies.values()).share() >= LEAST
    assert total(tallies[sample.name] for sample in hold_out()).share() >= LEAST


def test_each_kind_of_field_is_right_mostly(tallies: dict[str, Tally]) -> None:
    whole = total(tallies.values())
    assert {name: whole.share(name) for name in whole.possible if whole.share(name) < 0.9} == {}


def test_a_warm_parse_takes_few_milliseconds() -> None:
    document = read(design()[0].data())
    parse(document)
    times = []
    for _ in range(10):
        start = time.perf_counter()
        parse(document)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05
