"""A terminal to look at: a real pseudo-terminal, and what its glass would show after all that was written to it."""

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from rich.cells import cell_len

_KEPT = re.compile(r"\x1b\[\?2004[hl]|\x1b\[[0-9;]*m")
_TOKEN = re.compile(
    r"\x1b\[(\d*)([KC])|([\r\n])|(\x1b.?|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f])|([^\x00-\x1f\x7f-\x9f])"
)


def screen(written: str, width: int) -> list[str]:
    """The rows on the glass; anything but colours, line ends and what redraws the last row fails."""
    rows: list[list[str]] = [[]]
    column = 0
    for count, letter, end, other, sign in _TOKEN.findall(_KEPT.sub("", written)):
        assert not other, f"a control character reached the terminal: {other!r}"
        row = rows[-1]
        if letter == "K":
            del row[column:]
        elif letter == "C":
            column = min(width - 1, column + int(count or 1))
        elif end == "\r":
            column = 0
        elif end == "\n":
            rows.append([])
        elif cell_len(sign) == 0:
            if row:
                row[min(column, len(row)) - 1] += sign
        else:
            if column + cell_len(sign) > width:
                rows.append([])
                row, column = rows[-1], 0
            row.extend(" " * (column - len(row)))
            row[column : column + cell_len(sign)] = [sign, *[""] * (cell_len(sign) - 1)]
            column += cell_len(sign)
    return ["".join(row).rstrip() for row in rows]


class Terminal:
    """A program on a pseudo-terminal of `width` columns."""

    def __init__(
        self, *program: str, folder: Path, width: int = 80, environment: Mapping[str, str] | None = None
    ) -> None:
        self.width = width
        self.written = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        surroundings = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
        self.process = subprocess.Popen(
            [sys.executable, *program], stdin=slave, stdout=slave, stderr=slave, cwd=folder, start_new_session=True,
            env={**surroundings, "PYTHONIOENCODING": "utf-8", **(environment or {})},
        )  # fmt: skip

    def types(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def sees(self, words: str, seconds: float = 20.0) -> list[str]:
        """Waits until these words stand on the glass; returns its rows."""
        return self.waits(lambda rows: words in "\n".join(rows), f"no {words!r}", seconds)

    def waits(self, there, otherwise: str, seconds: float = 20.0) -> list[str]:  # type: ignore[no-untyped-def]
        until = time.monotonic() + seconds
        while not there(self.rows):
            if not self._read(0.05) and (time.monotonic() > until or self.process.poll() is not None):
                while self._read(0.05):
                    pass
                if there(self.rows):
                    break
                raise AssertionError(f"{otherwise} on\n" + "\n".join(self.rows))
        return self.rows

    @property
    def rows(self) -> list[str]:
        return screen(self.written.replace("\r\n", "\n\r"), self.width)

    def ends(self, seconds: float = 20.0) -> int:
        """Waits for the program to end; returns its status."""
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            self._read(0.05)
            assert time.monotonic() < until, "it does not end:\n" + "\n".join(self.rows)
        while self._read(0.05):
            pass
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for handle in (self._master, self.slave):
            os.close(handle)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        self.written += self._decoder.decode(os.read(self._master, 65536))
        return True
