"""Where typed lines come from: keys of a terminal as they are pressed, or lines of any other stream."""

import asyncio
import codecs
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

try:
    import termios
except ImportError:  # Windows: lines are read there, not keys
    termios = None  # type: ignore[assignment]

_LEAVE = "\x03\x03\x03"  # one clears the line, one asks, one leaves


def has_keys(stream: TextIO) -> bool:
    """Whether single keys can be read from it."""
    return termios is not None and stream.isatty()


@contextmanager
def keys(stream: TextIO, pressed: Callable[[str], None], again: Callable[[], None]) -> Iterator[None]:
    """Calls `pressed` with what is typed; restores the terminal at the end, also when the process is asked to stop.

    The terminal neither echoes nor gathers lines meanwhile, and Ctrl-C is a key. A closed window and a polite kill are
    Ctrl-C, pressed until it leaves. `again` is called after Ctrl-Z and fg.
    """
    handle, loop = stream.fileno(), asyncio.get_running_loop()
    before = termios.tcgetattr(handle)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read() -> None:
        try:
            data = os.read(handle, 4096)
        except OSError:
            data = b""
        if not data:
            loop.remove_reader(handle)
        pressed(decoder.decode(data) if data else _LEAVE)

    def resume() -> None:
        _unlined(handle)
        again()

    _unlined(handle)
    loop.add_reader(handle, read)
    loop.add_signal_handler(signal.SIGCONT, resume)
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, pressed, _LEAVE)
    try:
        yield
    finally:
        for number in (signal.SIGCONT, signal.SIGTERM, signal.SIGHUP):
            loop.remove_signal_handler(number)
        loop.remove_reader(handle)
        with suppress(termios.error):  # the window is closed already
            termios.tcsetattr(handle, termios.TCSADRAIN, before)


def _unlined(handle: int) -> None:
    mode = termios.tcgetattr(handle)
    mode[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
    mode[6][termios.VINTR] = b"\0"
    mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
    termios.tcsetattr(handle, termios.TCSADRAIN, mode)


async def stream_lines(stream: TextIO) -> AsyncIterator[str]:
    """The lines of a pipe, a file or a simple terminal, each read when it is asked for.

    A thread of its own waits for each line, so that a silent pipe cannot keep the process from stopping.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    while line := await _line(stream):
        yield line.rstrip("\r\n")


async def _line(stream: TextIO) -> str:
    loop = asyncio.get_running_loop()
    found: asyncio.Future[str] = loop.create_future()

    def settle(line: str, problem: Exception | None) -> None:
        if found.cancelled():
            return
        if problem:
            found.set_exception(problem)
        else:
            found.set_result(line)

    def wait() -> None:
        line, problem = "", None
        try:
            line = stream.readline()
        except (OSError, ValueError) as broken:
            problem = broken
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, line, problem)

    threading.Thread(target=wait, name="console-line", daemon=True).start()
    return await found
