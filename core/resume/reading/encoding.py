"""Bytes into text, for the encodings that people's text files come in."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0c\x1b")


def decode(data: bytes) -> str:
    """The text of a file: by its byte-order mark, as UTF-8, as UTF-16 without a mark, and as Windows-1252 at last."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\x00" in data[:200]:
        even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
        if max(even, odd) > 0.3 * min(len(data), 2000) / 2:
            return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def looks_like_text(data: bytes) -> bool:
    """Whether almost no character is a control character or undecodable."""
    text = decode(data[:65536] if len(data) <= 65536 else data[:65536].rsplit(b"\n", 1)[0] or data[:65536])
    if not text:
        return False
    odd = sum(text.count(chr(code)) for code in _CONTROLS) + text.count("\ufffd")
    try:
        data.decode("utf-8")
        foreign = 0
    except UnicodeDecodeError:
        foreign = sum("\x80" <= letter <= "\xff" and not letter.isalpha() for letter in text)
    return odd <= 0.01 * len(text) and foreign <= 0.15 * len(text)
