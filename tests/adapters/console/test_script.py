"""A script of lines in a pipe: answered line by line, readable and the same every time."""

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from adapters.console.channel import ConsoleChannel
from adapters.console.platform import ConsolePlatform
from core.chat.reply import Button, Fact, Progress, Reply
from core.chat.request import Request, Said
from tests.adapters.console.house import Answering, House, echo


async def run(script: str, folder: Path, answer: Answering = echo) -> tuple[str, int, House]:
    output = io.StringIO()
    channel = ConsoleChannel(output=output, folder=folder, environment={"LANG": "en_GB.UTF-8"})
    house = House(channel, answer)
    status = await ConsolePlatform(house, house.idle, channel, input=io.StringIO(script)).run()
    return output.getvalue(), status, house


async def test_each_line_is_echoed_and_answered_before_the_next(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"%PDF")
    printed, status, house = await run("# a comment\n\n/resume cv.pdf\r\nhello", tmp_path)
    assert printed == "you> /resume cv.pdf\nheard 7 /resume\n\ncv.pdf\n\nyou> hello\nheard 5 hello\n\n"
    assert status == 0
    assert [type(request.input) for request in house.heard] == [Said, Said]
    assert house.heard[0].sender.language == "en-GB"
    assert house.heard[0].address.platform == "console"


async def test_a_missing_file_is_said_without_the_engine_and_fails_the_script(tmp_path: Path) -> None:
    printed, status, house = await run("/resume cv.pdf\nhello\n", tmp_path)
    assert f"There is no file “cv.pdf” in the working folder {tmp_path}." in printed
    assert [request.input for request in house.heard] == [Said(text="hello")]
    assert "heard 5 hello" in printed
    assert status == 1


async def test_quit_ends_a_script(tmp_path: Path) -> None:
    printed, status, house = await run("/quit\nhello\n", tmp_path)
    assert (printed, status, house.heard) == ("you> /quit\n", 0, [])


async def test_no_input_at_all(tmp_path: Path) -> None:
    assert (await run("", tmp_path))[:2] == ("", 0)


def working(request: Request) -> Sequence[Reply]:
    """What a job says: one word, snapshots, and the result."""
    if not isinstance(request.input, Said):
        return [Reply(text="Pressed.", notice=True)]
    snapshots = [Reply(text="Reading …", progress=(Progress(n, 9),), slot="w", working=True) for n in range(9)]
    return [Reply(text="Reading …", working=True), *snapshots, Reply(facts=(Fact("Score", "72"),), buttons=ALL)]


ALL = ((Button("All", run="all"), Button("Site", url="https://example.org/a_b")),)


async def test_progress_is_one_line_in_a_pipe(tmp_path: Path) -> None:
    printed, _, _ = await run("go\n1\n1\n", tmp_path, working)
    pressed = "you> 1\nPressed.\n\n"
    result = "Score: 72\n\n[1] All   Site: https://example.org/a_b\n\n"
    assert printed == f"you> go\nReading …\n\n{result}{pressed}{pressed}", "a notice leaves the buttons valid"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_and_any_bytes(tmp_path: Path, encoding: str) -> None:
    script = "Jürgen “日本” \x1b[31m".encode() + b"\xff\xfe\nbye\n"
    done = subprocess.run(
        [sys.executable, "-m", "tests.adapters.console.door"],
        input=script,
        capture_output=True,
        cwd=Path(__file__).parents[3],
        env={"PYTHONIOENCODING": encoding, "PATH": ""},
        check=True,
    )
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert b"Heard 3: bye" in done.stdout


def test_a_reader_that_goes_away_ends_it(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.adapters.console.door"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdin
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    program.stdin.write(b"one\ntwo\nthree\n" * 1000)
    program.stdin.close()
    assert program.wait(20) == 1
    assert program.stderr.read() == b""
    program.stderr.close()
