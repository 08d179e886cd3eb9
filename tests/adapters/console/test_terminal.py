"""The conversation on a real pseudo-terminal: keys, spinner, late words, and the ways to leave."""

import os
import signal
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.console.glass import Terminal

Opens = Callable[..., Terminal]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    (tmp_path / "my cv.pdf").write_bytes(b"%PDF")
    opened: list[Terminal] = []

    def terminal(*words: str, **settings: Any) -> Terminal:
        opened.append(Terminal("-m", "tests.adapters.console.door", *words, folder=tmp_path, **settings))
        return opened[-1]

    yield terminal
    for one in opened:
        one.close()


def test_a_visit(opens: Opens, tmp_path: Path) -> None:
    terminal = opens("greet")
    rows = terminal.sees("[1] Résumé")
    assert any("╭─ Welcome ─" in row for row in rows)
    terminal.types("1\r")
    terminal.sees("You pressed !resume.")
    terminal.types("'my cv.pdf'\r")
    terminal.sees("▰▱▱ 1/3")
    rows = terminal.sees("[1] All findings")
    assert any("File  my cv.pdf" in row for row in rows)
    assert not any("Reading" in row for row in rows), "the spinner's line is gone"
    terminal.types("1\r")
    terminal.sees("You pressed !findings.")
    terminal.types("1\r")
    terminal.sees("older message")
    terminal.types("picture\r")
    terminal.sees("careergpt-files/page.png")
    assert (tmp_path / "careergpt-files" / "page.png").read_bytes() == b"\x89PNG"
    terminal.types("/quit\r")
    assert terminal.ends() == 0
    assert termios.tcgetattr(terminal.slave) == terminal.before
    assert terminal.written.endswith("\x1b[?2004l")


def test_editing_history_and_completion(opens: Opens) -> None:
    terminal = opens()
    terminal.sees("you>")
    terminal.types("wrld\x1b[D\x1b[D\x1b[Do\x01hello, \x05!\r")
    terminal.sees("Heard 13: hello, world!")
    terminal.types("\x1b[A\x17\x17again\x7f\x7f\x7f\x7f\x7fbye\r")
    terminal.sees("Heard 3: bye")
    terminal.types("/re\t")
    terminal.sees("you> /resume")
    terminal.types("my\t\r")
    terminal.sees("File  my cv.pdf")
    terminal.types("\x1b[200~first line\nsecond line\x1b[201~")
    terminal.sees("first line⏎second line")
    terminal.types("\r")
    terminal.sees("Heard 22: first line")
    terminal.types("日本語 and 👩‍💻 " + "long " * 40 + "end")
    rows = terminal.sees("end")
    assert "日本語" not in rows[-1], "a long line scrolls in its row"
    terminal.types("\r")
    terminal.sees("Heard 215: 日本語 and 👩‍💻 long")


def test_typing_while_words_arrive_is_not_garbled(opens: Opens) -> None:
    terminal = opens("late")
    terminal.sees("you>")
    terminal.types("half a sent")
    rows = terminal.sees("A late word.")
    assert rows.count("A late word.") == 1
    assert not any("half" in row for row in rows[: rows.index("A late word.") + 1])
    assert terminal.sees("you> half a sent")[-1] == "you> half a sent"
    terminal.types("ence\r")
    terminal.sees("Heard 15: half a sentence")


def test_lines_typed_ahead_are_answered_in_order(opens: Opens) -> None:
    terminal = opens()
    terminal.types("work\r1\rbye\r")
    rows = terminal.sees("Heard 3: bye")
    at = [rows.index(row) for row in ("you> work", "you> 1", "You pressed !findings.", "you> bye", "Heard 3: bye")]
    assert at == sorted(at)


def test_cancel_does_not_wait(opens: Opens) -> None:
    terminal = opens()
    terminal.types("work\r")
    terminal.sees("Reading")
    terminal.types("first\r/cancel\r")
    rows = terminal.sees("Heard 5: first")
    assert rows.index("Heard 7: /cancel") < rows.index("Heard 5: first")


def test_ctrl_c_clears_the_line_then_tells_how_to_leave(opens: Opens) -> None:
    terminal = opens()
    terminal.sees("you>")
    terminal.types("nonsense\x03")
    terminal.waits(lambda rows: rows[-1] == "you>", "the line was not cleared")
    terminal.types("\x03")
    terminal.sees("Ctrl-D, or type /quit")
    terminal.types("still here\r")
    terminal.sees("Heard 10: still here")
    terminal.types("\x03\x03")
    assert terminal.ends() == 0
    assert termios.tcgetattr(terminal.slave) == terminal.before


def test_ctrl_d_leaves(opens: Opens) -> None:
    terminal = opens()
    terminal.sees("you>")
    terminal.types("word\x04\r")
    terminal.sees("Heard 4: word")
    terminal.types("\x04")
    assert terminal.ends() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_gives_the_terminal_back(opens: Opens, number: int) -> None:
    terminal = opens()
    terminal.sees("you>")
    terminal.types("work\rhalf a line")
    terminal.sees("half a line")
    os.kill(terminal.process.pid, number)
    assert terminal.ends() == 0
    assert termios.tcgetattr(terminal.slave) == terminal.before
    assert terminal.written.endswith("\x1b[?2004l")


def test_it_can_be_stopped_and_taken_up_again(opens: Opens) -> None:
    terminal = opens()
    terminal.sees("you>")
    os.kill(terminal.process.pid, signal.SIGSTOP)
    termios.tcsetattr(terminal.slave, termios.TCSANOW, terminal.before)
    os.kill(terminal.process.pid, signal.SIGCONT)
    time.sleep(0.5)
    terminal.types("back\x7f\x7f\x7f\x7fhere\r")
    terminal.sees("Heard 4: here")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"PYTHONIOENCODING": "ascii"}, {"TERM": "dumb"}])
def test_plain_terminals(opens: Opens, environment: dict[str, str]) -> None:
    terminal = opens("greet", environment=environment)
    terminal.sees("[1] R")
    terminal.types("'my cv.pdf'\n")
    terminal.sees("File: my cv.pdf")
    terminal.types("/exit\n")
    assert terminal.ends() == 0
    assert "\x1b[1" not in terminal.written.replace("\x1b[1C", "")
    assert "╭" not in terminal.written
