"""The list of bad files, each with the reasons that may be given; "ok" where a file is readable in spite of all."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """A bad file: its bytes are made when asked for."""

    make: Callable[[], bytes]
    reasons: frozenset[str]
    name: str = "cv.pdf"


FILES: dict[str, Bad] = {}


def bad(*reasons: str, name: str = "cv.pdf") -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def enlist(make: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES[make.__name__] = Bad(make, frozenset(reasons), name)
        return make

    return enlist
