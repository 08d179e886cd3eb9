"""Reads files that nobody vouches for: in a sandbox, so that no file can hang, crash or fill the program."""

from collections.abc import Callable
from typing import Any, TypeVar

from core.resume.document import Document, Unreadable
from core.resume.reading import read
from core.resume.reading.refusals import MOST_BYTES, refuse
from core.sandbox import Crashed, OutOfMemory, Sandbox, TimedOut

T = TypeVar("T")
MODULES = ("core.resume.reading",)  # what a worker imports before its first file


async def guarded(sandbox: Sandbox, function: Callable[..., T], *args: Any) -> T:
    """Runs work on a file in the sandbox; raises Unreadable also where it takes too long, too much memory, or crashes."""
    try:
        return await sandbox.run(function, *args)
    except TimedOut as error:
        raise refuse("timeout") from error
    except OutOfMemory as error:
        raise refuse("memory") from error
    except Crashed as error:
        raise Unreadable("broken", refuse("crash").sentence) from error


async def read_guarded(sandbox: Sandbox, data: bytes, name: str = "") -> Document:
    """What a file shows; raises Unreadable with the sentence for the person where it cannot be read."""
    if len(data) > MOST_BYTES:
        raise refuse("too_large")
    return await guarded(sandbox, read, data, name)
