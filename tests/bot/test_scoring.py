"""`python -m bot score` as a script would call it."""

import csv
import io
from pathlib import Path

import pytest

from bot.__main__ import main
from core.interview.bank.loading import questions

HEAD = "id,question,reference,answer\n"
BANK = Path(__file__).parents[2] / "core/interview/bank/dsa/heaps.json"


def test_scores_against_references_and_key_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answers.csv"
    known = questions()["heap-insert-and-pop"]
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("id", "question", "reference", "answer"))
        rows.writerow(("a", known.question, "", known.answer))
        rows.writerow(("b", known.id, "", "I don't know"))
        rows.writerow(("c", "What is a stack?", "A last in, first out structure", "Last in, first out,\nso LIFO"))
    assert main(["score", "--answers", str(file), "--questions", str(BANK)]) == 0
    printed = capsys.readouterr()
    scores = {row["id"]: float(row["score"]) for row in csv.DictReader(io.StringIO(printed.out))}
    assert list(scores) == ["a", "b", "c"]
    assert scores["a"] >= 9
    assert scores["b"] <= 1
    assert 6 <= scores["c"] <= 10
    assert printed.err == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "lacks the column id"),
        (HEAD.encode(), "holds no answers"),
        (b"id,question,answer\n1,q,a\n", "lacks the column reference"),
        (HEAD.encode() + b"1,q\n", "line 2 has not as many fields"),
        (HEAD.encode() + b'1,q,r,"open\n', "is no proper CSV"),
        (HEAD.encode() + b"1,q,r,\xff\xfe\n", "is not UTF-8"),
        (HEAD.encode() + b"1,q,,a\n", "line 2 has no reference answer"),
    ],
)
def test_what_cannot_be_scored_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(content)
    assert main(["score", "--answers", str(file)]) == 1
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(("content", "said"), [("[1]", "is no bank of questions"), ("{", "is no JSON")])
def test_a_bank_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str) -> None:
    answers, bank = tmp_path / "a.csv", tmp_path / "q.json"
    answers.write_text(f"{HEAD}1,q,r,a\n", "utf-8")
    bank.write_text(content, "utf-8")
    assert main(["score", "--answers", str(answers), "--questions", str(bank)]) == 1
    assert said in capsys.readouterr().err
    assert main(["score", "--answers", str(tmp_path / "none.csv")]) == 1
    assert "cannot be opened" in capsys.readouterr().err
