"""Marks: the same each time, quoted word for word, whatever somebody sends, with and without the model."""

import pytest

from core.interview.bank.loading import questions
from core.interview.mark import score_of
from core.interview.scoring.embedding import Embedder, Missing
from core.interview.scoring.scorer import Scorer
from core.interview.scoring.stemming import stem
from core.interview.scoring.words import words
from tests.world import SCORER

QUESTION = questions()["heap-insert-and-pop"]
ANSWER = (
    "Parent ≤ children, so the min is at a[0]. Kids of i: 2i+1, 2i+2. Insert: append, then sift up. "
    "Pop: the last one goes to the root, sift down with the smaller kid. Both log n."
)
ODD = [
    "🙂🙂🙂",
    "堆是一种完全二叉树，最小值在根。",
    "a" * 100_000,
    "heap " * 20_000,
    "\x00\x00",
    "heap\x00root",
    "\u202e\u200f",
    "(((",
    "İİİ ß",
]


def test_same_answer_same_mark(scorer: Scorer) -> None:
    mark = scorer.mark_now(QUESTION, ANSWER)
    assert scorer.mark_now(QUESTION, ANSWER) == mark
    if scorer is not SCORER:  # loading the model twice tells no more
        assert Scorer(words_only=True).mark_now(QUESTION, ANSWER) == mark


def test_the_score_is_made_of_its_verdicts_and_quotes_stand_in_the_answer(scorer: Scorer) -> None:
    mark = scorer.mark_now(QUESTION, ANSWER, hints=1)
    assert mark.score == score_of(QUESTION.points, mark.verdicts, mark.gate, hints=1)
    assert [verdict.point for verdict in mark.verdicts] == [point.id for point in QUESTION.points]
    quotes = [verdict.quote for verdict in mark.verdicts if verdict.quote]
    assert quotes
    assert all(quote in ANSWER and len(quote) <= 160 for quote in quotes)


def test_a_terse_right_answer_is_not_marked_down(scorer: Scorer) -> None:
    mark = scorer.mark_now(QUESTION, ANSWER)
    assert mark.doubt == ""
    assert mark.score >= 6


@pytest.mark.parametrize("answer", ODD, ids=range(len(ODD)))
def test_odd_input_earns_nothing_of_key_points_and_breaks_nothing(scorer: Scorer, answer: str) -> None:
    assert scorer.mark_now(QUESTION, answer).score <= 3
    reference = "A tree whose parents are never larger."
    assert 0 <= scorer.reference_score("What is a heap?", reference, answer) < 7.5


def test_nothing_to_compare_with_earns_nothing() -> None:
    assert SCORER.reference_score("", "", "an answer") == 0


async def test_marks_in_a_thread() -> None:
    assert await SCORER.mark(QUESTION, ANSWER) == SCORER.mark_now(QUESTION, ANSWER)


def test_the_version_says_what_scored() -> None:
    assert SCORER.version == "1.0 minilm"
    assert Scorer(words_only=True).version == "1.0 words"


def test_another_model_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    other = Path(str(tmp_path)) / "model.onnx"
    other.write_bytes(b"something else")
    with pytest.raises(Missing, match="not the one"):
        Embedder(other)
    with pytest.raises(Missing):
        Embedder(other.with_name("none.onnx"))


def test_orders_of_growth_are_one_word_each() -> None:
    said = "O(n log n), n log n; linear time is O(N); constant time; O(n²) or quadratic; logarithmic"
    stems = [word.stem for word in words(said) if not word.light]
    assert stems == ["o(nlogn)", "o(nlogn)", "o(n)", "o(n)", "o(1)", "o(n^2)", "o(n^2)", "o(logn)"]


@pytest.mark.parametrize(
    "family",
    ["hash hashes hashed hashing", "allocate allocated allocation", "amortised amortized", "copy copies copied"],
)
def test_stems(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1
