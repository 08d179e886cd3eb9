"""Bullets and paragraphs whole again: lines that a page's width broke are joined, hyphenation is mended."""

import re
from dataclasses import dataclass

from core.resume.parsing.layout import Row
from core.resume.parsing.words import words

BROKEN = re.compile(r"([^\W\d_]{2,})[-‐\u00ad]$")
# First halves of compounds that keep their hyphen when a line breaks after it.
COMPOUND = words(
    "real full front back end open self high low cross multi non co long short test data user event "
    "well first second third object type cloud server client peer end-to state hands on off in up pre "
    "post re sub ex large small mid micro-service zero single two three four role time cost domain "
    "model api machine deep fine production customer third-party day month week year step case key- "
    "value quality award context hand machine-learning security part"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One bullet or paragraph, and the lines that it stood on."""

    text: str
    lines: tuple[int, ...]
    bullet: bool = False
    labelled: str = ""  # the first row with a colon behind a start that stands out


def join(first: str, second: str) -> str:
    """Two lines of one paragraph as one text."""
    broken = BROKEN.search(first)
    if broken and second[:1].islower():
        if first.endswith("\u00ad"):
            return first[:-1] + second
        keep = broken.group(1).casefold() in COMPOUND or "-" in first.rsplit(maxsplit=1)[-1][:-1]
        return first + second if keep else first[:-1] + second
    if first.endswith(("/", "–", "—")) and not first.endswith((" /", " –", " —")) and " " not in first[-2:]:
        return first + second
    return f"{first} {second}"


def flat(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells)


def paragraphs(rows: list[Row]) -> list[Paragraph]:
    """Rows joined to bullets and paragraphs."""
    found: list[Paragraph] = []
    right = max((row.x1 for row in rows), default=0.0)
    before: Row | None = None
    usual = min((row.gap for row in rows if row.gap >= 0), default=0.0)
    for row in rows:
        if found and before and not row.bullet and goes_on(before, row, right, found[-1], usual):
            last = found[-1]
            lines = tuple(dict.fromkeys((*last.lines, *row.lines)))
            label = join(last.labelled, flat(row))
            found[-1] = Paragraph(join(last.text, flat(row)), lines, last.bullet, label)
        else:
            label = row.cells[0].labelled if len(row.cells) == 1 else flat(row)
            found.append(Paragraph(flat(row), row.lines, row.bullet, label))
        before = row
    return found


def goes_on(before: Row, row: Row, right: float, last: Paragraph, usual: float) -> bool:
    """Whether a row without a bullet of its own goes on with the paragraph above it."""
    text, above = flat(row), flat(before)
    if last.bullet or text[:1].islower() or above.endswith((",", "-", "‐", "–", "&", "(")):
        return True
    if row.gap > min(1.3 * max(row.size, 8.0), usual + 0.5 * max(row.size, 8.0)):
        return False
    if right and before.x1:
        if above.endswith((".", ";")) and fits(row, before, max(right, row.edge if row.edge - right < 60 else 0.0)):
            return False
        return before.x1 > right - 0.18 * (right - before.x0)
    return len(above) > 60 and not above.endswith((".", ";", "!"))


def fits(row: Row, before: Row, right: float) -> bool:
    """Whether the row's first word would have fitted at the end of the row above: it begins something new."""
    text = flat(row)
    wide = (row.x1 - row.x0) / max(len(text), 1)
    return before.x1 + wide * (len(text.split(maxsplit=1)[0]) + 2) < right
