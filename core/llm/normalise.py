"""Makes untrusted text plain before a model reads it: one form of each character, none that cannot be seen, a cap."""

import re
import unicodedata
from dataclasses import dataclass

MOST = 20_000  # characters of one text: about 5,000 tokens
_HIDDEN = frozenset({"Cf", "Cc", "Co", "Cs"})  # format, control, private use, surrogate
# Letters and marks that show nothing, and so can carry words that nobody sees: joiners, fillers, variation selectors
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as a model may read it; `dropped` counts the characters that nobody could have seen."""

    text: str
    dropped: int = 0


def normalise(text: str) -> Plain:
    """NFKC, without format, control, private-use, surrogate and blank characters; newline and tab stay."""
    lines = _LINE_END.sub("\n", text)
    if lines.isascii() and lines.isprintable():
        return Plain(lines)
    shown = "".join(c for c in _BLANK.sub("", lines) if c in "\n\t" or unicodedata.category(c) not in _HIDDEN)
    return Plain(unicodedata.normalize("NFKC", shown), len(lines) - len(shown))


def capped(text: str, most: int = MOST) -> str:
    """At most so many characters, cut between words, with a line that says what is missing."""
    if len(text) <= most:
        return text
    kept = re.sub(r"\S+\Z", "", text[: most + 1]).rstrip()
    return f"{kept}\n[cut here: {len(text) - len(kept):,} more characters]".lstrip("\n")
