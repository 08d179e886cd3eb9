"""Plain text into lines. A line's `row` is its number in the file, so a blank line shows as a step of two."""

import re

from core.resume.document import Document, Line, Page
from core.resume.reading.cleanup import clean
from core.resume.reading.encoding import decode
from core.resume.reading.marks import join_spaced, split_gaps, take_bullet
from core.resume.reading.refusals import MOST_CHARACTERS, refuse

_RULE = re.compile(r"\s*([-=_*~#.]\s?){3,}\s*\Z")


def read_text(data: bytes) -> Document:
    """The lines of a text file in any common encoding."""
    text = decode(data)
    if len(text) > MOST_CHARACTERS:
        raise refuse("flood")
    lines: list[Line] = []
    repaired = unmapped = 0
    for row, raw in enumerate(re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text), start=1):
        if _RULE.match(raw):
            continue
        rest, bullet = take_bullet(raw)
        for number, part in enumerate(split_gaps(rest)):
            cleaned = clean(join_spaced(part))
            repaired, unmapped = repaired + cleaned.repaired, unmapped + cleaned.unmapped
            if re.search(r"\w", cleaned.text):
                lines.append(Line(cleaned.text, row=row, bullet=bullet and number == 0))
    return Document("text", (Page(1),), tuple(lines), repaired=repaired, unmapped=unmapped)
