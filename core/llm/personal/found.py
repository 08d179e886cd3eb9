"""A private detail in a text: where, and of which kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Offsets into the text, and the name of the mark that takes its place."""

    start: int
    end: int
    kind: str


def every(pattern: re.Pattern[str], text: str, kind: str) -> Iterator[Found]:
    """What a pattern finds: its group "value" where it has one, else the whole."""
    group = "value" if "value" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        yield Found(*match.span(group), kind)
