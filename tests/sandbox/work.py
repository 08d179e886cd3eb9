"""Work of every kind that a sandbox must survive."""

import ctypes
import os
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def length(data: bytes) -> int:
    return len(data)


def fail(words: str) -> None:
    raise ValueError(words)


def time_out_by_itself() -> None:
    raise TimeoutError("the function's own")


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def spin(path: str) -> None:
    Path(path).write_text(str(os.getpid()))
    while True:
        pass


def pid() -> int:
    return os.getpid()


def segfault() -> None:
    ctypes.string_at(0)


def leave(status: int) -> None:
    os._exit(status)


def take(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def take_in_c(megabytes: int) -> bool:
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    return library.malloc(ctypes.c_size_t(megabytes * 1024 * 1024)) is not None


def resident() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024
