"""Other people's words made safe to print: no character may move the cursor, change colours or reorder a line."""

import re
from typing import Final

_CONTROL: Final = {
    **{code: chr(0x2400 + code) for code in range(32) if code not in (0x09, 0x0A)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),  # invisible, and they reorder the line
    **dict.fromkeys((0x2028, 0x2029, 0x85), "\n"),
}
_LINE_END: Final = re.compile(r"\r\n?")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NARROW: Final = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "*", "·": "-",
        "→": "->", "←": "<-", "✓": "x", "▰": "#", "▱": "-", "\u00a0": " ", "│": "|",
    }
)  # fmt: skip


def printable(words: str) -> str:
    """The words as typed, line by line; control characters are shown as pictures (ESC as ␛) instead of obeyed."""
    return _SURROGATE.sub("\ufffd", _LINE_END.sub("\n", words)).translate(_CONTROL)


def on_one_line(words: str) -> str:
    """The same for a title, a label or a file's name: line ends become spaces."""
    return " ".join(printable(words).split("\n")).replace("\t", " ").strip()


def narrowed(words: str, encoding: str) -> str:
    """For a terminal that cannot show all characters: plain signs for typographic ones, `?` for what is left."""
    if is_wide(encoding):
        return words
    return words.translate(_NARROW).encode(encoding, "replace").decode(encoding, "replace")


def is_wide(encoding: str) -> bool:
    """Whether the encoding has every character."""
    return encoding.lower().replace("-", "").replace("_", "").startswith(("utf8", "utf16", "utf32"))
