"""Bullets, letter-spacing and right-hand parts in text that has no boxes."""

import re
from collections.abc import Iterable

from core.resume.reading.pdf.bullets import DASHES, GLYPHS, SYMBOL_CODES

_GLYPH = re.compile(
    f"\\s*[{re.escape(''.join(sorted((GLYPHS | SYMBOL_CODES) - {'*'})))}]+[\\s\u00a0]*|\\s*\\*[\\s\u00a0]+"
)
_DASH = re.compile(f"\\s*(?:[{re.escape(''.join(sorted(DASHES)))}+]|o(?=\\s{{2}}|\\t))[\\s\u00a0]+(?=\\S)")
_GAP = re.compile("\\t|[ \\u00a0\\u2002\\u2003]{4,}")
_LONGEST_SPACED = 120


def take_bullet(text: str) -> tuple[str, bool]:
    """The text without the bullet that it starts with, and whether it had one."""
    match = _GLYPH.match(text) or _DASH.match(text)
    if match is None or match.end() == len(text):
        return text, False
    return text[match.end() :], True


def split_gaps(text: str) -> list[str]:
    """The parts of a line between tabs or wide runs of spaces, empty ones left out."""
    return [part.strip() for part in _GAP.split(text.strip()) if part.strip()]


def lead_of(runs: Iterable[tuple[str, bool, bool]], start: int, part: str) -> int:
    """How many characters at the start of a part are bold or italic otherwise than what follows them.

    `runs` are the texts of a line, each with whether it is bold and italic; the part begins at `start` of them all.
    """
    at, first = 0, None
    for text, *look in runs:
        inside = text[max(0, start - at) : max(0, start + len(part) - at)]
        if re.search(r"\w", inside):
            first = first or look
            if look != first:
                return max(0, at - start)
        at += len(text)
    return 0


def join_spaced(text: str) -> str:
    """Join "E X P E R I E N C E"; two or more spaces part its words."""
    words = text.split() if len(text) <= _LONGEST_SPACED else []
    letters = sum(len(word) == 1 and word.isalpha() for word in words)
    if letters < 4 or letters < 0.8 * len(words):
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text.strip()))
