"""The inside of a worker process: its limits, its end with the parent, and the call itself."""

import contextlib
import ctypes
import gc
import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

_LARGE = 64 * 1024 * 1024  # bytes of resident memory above the start after which memory is handed back
_RESERVED = 512 * 1024 * 1024  # bytes of address space that threads and libraries may set aside
_PDEATHSIG = 1
_at_start = 0


class Exhausted:
    """What a call returns in place of its result when memory ran out."""


def prepare(megabytes: int, modules: tuple[str, ...]) -> None:
    """Make a fresh process ready: imports first, then the limit above what they took."""
    global _at_start  # noqa: PLW0603 (one process, one start)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops its workers
    _end_with_parent()
    for module in modules:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    _limit_memory(megabytes)
    _at_start = memory("VmRSS")


def call(function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    """The function's result, or Exhausted; memory that it needed goes back to the system."""
    try:
        return function(*args)
    except MemoryError:
        return Exhausted()
    finally:
        if memory("VmRSS") > _at_start + _LARGE:
            gc.collect()
            _trim()


def memory(name: str) -> int:
    """A figure of this process from /proc/self/status in bytes, such as VmRSS; 0 where there is no such file."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) * 1024
    return 0


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much more than it has now. Systems that know no such limit go without."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        room = megabytes * 1024 * 1024
        # Data, not address space: what threads reserve and never touch would count as space.
        for limit, now in (
            (resource.RLIMIT_DATA, memory("VmData")),
            (resource.RLIMIT_AS, memory("VmSize") + _RESERVED),
        ):
            if memory("VmData"):
                resource.setrlimit(limit, (now + room, resource.getrlimit(limit)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """Die when the parent does, however it dies: by the kernel's word on Linux, by the end of a pipe elsewhere."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _trim() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
