"""One process per data folder: two engines on the same SQLite file would both answer."""

from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.engine import make_url


class DataUnavailable(Exception):
    """This process cannot work with the data; the message says what to do."""


class InUse(DataUnavailable):
    """Another process works with it."""


class NoFolder(DataUnavailable):
    """The folder for it does not exist."""


class DataLock:
    """An exclusive lock that ends with its process, however the process ends. It is held while this object lives."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = FileLock(f"{file}.lock", timeout=0)

    def acquire(self) -> None:
        """Takes it, or raises `InUse` or `NoFolder` at once."""
        if not self._file.parent.is_dir():
            raise NoFolder(f"The folder {self._file.parent} does not exist: make it first, or correct DATABASE_URL")
        try:
            self._lock.acquire()
        except Timeout:
            raise InUse(
                f"{self._file.name} is in use by another process: stop that one first, "
                "or give this one a file of its own with DATABASE_URL"
            ) from None

    def release(self) -> None:
        """Gives it back; harmless when it is not held."""
        self._lock.release()


def lock_of(url: str) -> DataLock | None:
    """The lock of a database that only one process may use; None for PostgreSQL and for a database in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return None
    return DataLock(Path(str(parsed.database)).absolute())
