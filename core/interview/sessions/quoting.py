"""Their own words behind a point, short enough for a line and cut around those that earned it."""

import re
from collections.abc import Sequence

QUOTED = 110  # characters
_WORD = re.compile(r"[^\W_]{4,}")


def cut(words: str, about: Sequence[str] = (), longest: int = QUOTED) -> str:
    """The stretch of these words that speaks most `about` something; the earliest of several, the beginning without."""
    said = words.split()
    flat = " ".join(said)
    if len(flat) <= longest:
        return flat
    wanted = _stems(" ".join(about))
    begins = max(range(len(said)), key=lambda at: (len(wanted & _stems(_from(said, at, longest))), -at))
    found = _from(said, begins, longest)
    ends = begins + len(found.split()) == len(said)
    return f"{'…' if begins else ''}{found}{'' if ends else '…'}"


def _from(said: Sequence[str], at: int, longest: int) -> str:
    """As many whole words from there as fit beside the dots; a single word may be cut."""
    found = " ".join(said[at:])
    room = longest - 2
    if len(found) <= room:
        return found
    return found[: room + 1].rsplit(" ", 1)[0][:room]


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(text.lower())}
