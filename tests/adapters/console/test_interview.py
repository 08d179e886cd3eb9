"""An interview of ten questions in a terminal, by a script: what is typed there may be a number, a word or an answer."""

import os
import subprocess
import sys
from pathlib import Path

from core.interview.bank import questions

ROOT = Path(__file__).parents[3]
ANSWER = next(one.answer for one in questions().values() if one.topic == "hashing")


def piped(folder: Path, *lines: str) -> str:
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "console"], input="\n".join(lines), cwd=folder, text=True, capture_output=True,
        env={**kept, "PYTHONPATH": str(ROOT)}, timeout=100, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def test_ten_questions_and_a_process_that_ends_between(tmp_path: Path) -> None:
    one = ("hint", ANSWER, "undo", ANSWER, "done", "skip")  # the last for a follow-up, or to go on
    first = piped(tmp_path, "/interview databases 10 mock", *one, *["skip"] * 3, "a half sentence", "/quit")
    assert "Question 1 of 10 · Databases" in first
    assert "Hint 1: " in first
    assert "Taken back" in first
    assert "What landed" not in first
    then = piped(tmp_path, "/interview", "1", "done", *["skip"] * 10, "/history", "/quit")
    assert "Go on?" in then
    assert "So far: 1 message, 3 words" in then
    assert "Mock interview · " in then
    assert "careergpt-files/mock-interview.png" in then
    assert "10 answers" in then
