"""The console as a process: a piped script, a kill at any moment, a second process, a silent log."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import papers

ROOT = Path(__file__).parents[2]
BOT = [sys.executable, "-m", "bot"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "cv.pdf").write_bytes(papers.pdf())
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **more}


def talk(home: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        BOT, cwd=home, env=environment(**more), input=script, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_piped_line_is_answered(home: Path) -> None:
    done = talk(home, "/resume cv.pdf\n")
    assert done.returncode == 0
    assert "Résumé score:" in done.stdout
    assert done.stdout.count(papers.WEAK) >= 1
    assert "The three most worthwhile fixes" in done.stdout


def test_a_missing_file_is_said_and_the_script_goes_on(home: Path) -> None:
    done = talk(home, "/resume nowhere.pdf\n/help\n")
    assert done.returncode == 1
    assert "nowhere.pdf" in done.stdout
    assert "What I can do" in done.stdout


def test_a_second_process_on_the_same_data_is_refused(home: Path) -> None:
    first = subprocess.Popen(BOT, cwd=home, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        while not (home / "careergpt.db").exists():
            time.sleep(0.05)
        second = talk(home, "/help\n")
        assert second.returncode == 1
        assert "in use by another process" in second.stderr
        assert "Traceback" not in second.stderr
    finally:
        first.kill()
        first.communicate()


@pytest.mark.parametrize("pause", [0.02, 0.15, 0.4])
def test_a_kill_while_a_review_runs_loses_nothing(home: Path, pause: float) -> None:
    """Killed at several moments after the file was handed over; whoever starts the bot again gets the review."""
    talk(home, "/help\n")
    killed = subprocess.Popen(BOT, cwd=home, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert killed.stdin
    assert killed.stdout
    killed.stdin.write(b"/resume cv.pdf\n")
    killed.stdin.flush()
    while b"/resume cv.pdf" not in killed.stdout.readline():
        pass
    time.sleep(pause)
    killed.send_signal(signal.SIGKILL)
    before = killed.communicate()[0].decode()
    after = talk(home, "").stdout if "Résumé score:" not in before else ""
    if not after and "Résumé score:" not in before:
        after = talk(home, "/help\n").stdout
    assert (before + after).count("Résumé score:") == 1, before + after


def test_the_log_holds_no_words_of_the_person(home: Path) -> None:
    script = "/start\n/resume cv.pdf\n1\nmy secret hobby is knitting\n/settings zone=Berlin\n/findings 99\n"
    done = talk(home, script, LOG_LEVEL="DEBUG", LOG_FORMAT="json")
    assert done.returncode == 0
    assert done.stderr.strip(), "there is a log"
    for word in ("ada.okafor@example.org", "Okafor", "knitting", "payment service", "7946"):
        assert word not in done.stderr


def test_check_and_wrong_settings(home: Path) -> None:
    done = subprocess.run([*BOT, "check"], cwd=home, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "console chat works" in done.stdout
    wrong = talk(home, "/help\n", TELEGRAM_BOT_TOKEN="nonsense")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("TELEGRAM_BOT_TOKEN has a value")


def test_a_folder_that_is_not_there(home: Path) -> None:
    done = talk(home, "/help\n", DATABASE_URL="sqlite+aiosqlite:///nowhere/at/all.db")
    assert done.returncode == 1
    assert "does not exist: make it first" in done.stderr
    assert not (home / "nowhere").exists()


def test_a_reader_that_has_seen_enough(home: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m bot review cv.pdf --json | head -n 1"],
        cwd=home,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_database_that_cannot_be_opened(home: Path) -> None:
    done = talk(home, "/help\n", DATABASE_URL=f"sqlite+aiosqlite:///{home}")
    assert done.returncode == 1
    assert "cannot be opened" in done.stderr
    assert "Traceback" not in done.stderr
