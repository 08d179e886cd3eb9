"""Closes one gap of a line: with words in its place, with words behind the line, or with nothing."""

import re

from core.resume.rewrite import weaving
from core.resume.rewrite.proposal import Blank

_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;])"), r"\1"),
    (re.compile(r"[,–—;\s]+([.,])"), r"\1"),
    (re.compile(r",\s+–"), " –"),
    (re.compile(r"[\s,–—;]+$"), ""),
)
_TAIL = re.compile(r"(?:,| –)(?: so that)? \[[^\]]*\]\.?$")


class BadAnswer(ValueError):
    """An answer that cannot fill its blank, with the sentence that the person sees."""


def skipped(line: str, blank: Blank) -> str:
    """The line without this blank, clean."""
    left = clean(line.replace(blank.mark, blank.without, 1))
    return blank.unclaimed + left.removeprefix(blank.claim) if blank.claim and left.startswith(blank.claim) else left


def clean(line: str) -> str:
    """The line with its spaces, commas and dashes in order, and a capital first letter."""
    for pattern, with_this in _TIDY:
        line = pattern.sub(with_this, line)
    line = line.strip(" ,–—")
    return line[:1].upper() + line[1:] if line[:1].isascii() else line


def put(line: str, mark: str, words: str) -> str:
    """The line with these words in the place of a mark."""
    return clean(line.replace(mark, words, 1))


def dashed(line: str, blank: Blank, words: str) -> str:
    """The line without its blank, the person's words behind it and before a further blank."""
    return behind(skipped(line, blank), weaving.result(words))


def behind(line: str, words: str) -> str:
    """The line with words at its end, before its full stop and before a further blank."""
    tail = _TAIL.search(line)
    at = tail.start() if tail else len(line) - line.endswith(".")
    return f"{line[:at]}{words}{line[at:]}"
