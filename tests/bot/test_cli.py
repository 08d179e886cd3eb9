"""`read` and `review` on the command line, as a script would call them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from tests import papers

ROOT = Path(__file__).parents[2]


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    file = tmp_path / "Ada Okafor.pdf"
    file.write_bytes(papers.pdf())
    return file


def test_read_writes_json_resume(cv: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    assert main(["read", str(cv), "--out", str(out)]) == 0
    read = json.loads((out / "Ada Okafor.pdf.json").read_text("utf-8"))
    assert read["basics"]["name"] == "Ada Okafor"
    assert read["basics"]["email"] == "ada.okafor@example.org"
    assert read["sections"] == ["Experience", "Education", "Skills"]
    first = read["work"][0]
    assert (first["name"], first["position"]) == ("Acme Payments", "Backend Engineer")
    assert (first["startDate"], first["endDate"]) == ("2021-01", "present")


def test_read_goes_on_after_a_file_that_cannot_be_read(
    cv: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    assert main(["read", str(broken), str(tmp_path / "none.pdf"), str(cv), "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "broken.pdf: This file is damaged" in said
    assert "none.pdf: cannot be opened: No such file" in said
    assert (tmp_path / "Ada Okafor.pdf.json").exists()
    assert not (tmp_path / "broken.pdf.json").exists()


def test_review_in_words_and_as_json(cv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(cv)]) == 0
    words = capsys.readouterr().out
    assert main(["review", str(cv), "--json", "--track", "backend"]) == 0
    review = json.loads(capsys.readouterr().out)
    assert words.startswith(f"{review['score']} of 100 · rules {review['rules_version']}")
    assert f"“{papers.WEAK}”" in words
    assert review["track"] == "backend"
    assert review["track_guessed"] is False
    assert round(sum(check["earned"] for check in review["checks"])) == review["score"]


def test_the_command_line_as_a_process(cv: Path) -> None:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )

    assert call("review", str(cv)).returncode == 0
    wrong = call("review", str(cv), "--track", "astronaut")
    assert wrong.returncode == 2
    assert "invalid choice" in wrong.stderr
    assert call("read").returncode == 2
    missing = call("review", "nowhere.pdf")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == "nowhere.pdf: cannot be opened: No such file or directory\n"
