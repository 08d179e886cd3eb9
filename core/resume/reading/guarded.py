"""Reads files that nobody vouches for: in a sandbox, so that no file can hang, crash or fill the program."""

from core.resume.document import Document
from core.resume.reading import read
from core.resume.reading.refusals import MOST_BYTES, refuse
from core.sandbox import Crashed, OutOfMemory, Sandbox, TimedOut

MODULES = ("core.resume.reading",)  # what a worker imports before its first file


async def read_guarded(sandbox: Sandbox, data: bytes, name: str = "") -> Document:
    """What a file shows; raises Unreadable also where reading takes too long, too much memory, or crashes."""
    if len(data) > MOST_BYTES:
        raise refuse("too_large")
    try:
        return await sandbox.run(read, data, name)
    except TimedOut as error:
        raise refuse("timeout") from error
    except OutOfMemory as error:
        raise refuse("memory") from error
    except Crashed as error:
        raise refuse("broken") from error
