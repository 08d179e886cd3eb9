"""An entry's head cut into what stands between tabs, bars, dots and dashes; dates, places and links told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.resume.parsing.bodies import SCORE
from core.resume.parsing.dates import Period, find, without
from core.resume.parsing.layout import Cell, Row
from core.resume.parsing.links import urls_in, without_urls
from core.resume.parsing.places import country_code, is_place, split_place
from core.resume.parsing.roles import as_position, is_degree, is_school

STRONG = re.compile(
    r"(\s*\t\s*|\s*\|\s*|\s+[•·‧∙●◦♦»/⁄–—―-]{1,2}\s+|\s*[—―]\s*|\s+//\s+|\s*[•·]\s+|\s+@\s+|\s+@(?=[A-Z])|\s+–|–\s+)"
)
KIND_OF_JOB = re.compile(
    r"^(?:full[- ]?time|part[- ]?time|contract|permanent|seasonal|temporary|vollzeit|teilzeit|full time employee)$",
    re.IGNORECASE,
)
DURATION = re.compile(r"^\W*\d+\+?\s*(?:years?|yrs?|months?|mos?)\b(?:\W*\d+\s*(?:months?|mos?))?\W*$", re.IGNORECASE)
NUMBERED = re.compile(
    r"^\d{1,2}[.)]\s+(?=\D)|^(?:½|1⁄2|#|§|¶)\s+(?=[A-Z])"
)  # a number, or what an icon's font makes of it
FIELD = re.compile(
    r"^(?:\d{1,2}[.)]\s+)?(?:city|country|location|ort|address|company|employer|position|job title|title|"
    r"major|field of study|role|dates?|duration|period|institution|school|degree|name|project|client)\s*:\s*",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\([^()]*\)")
TOOLS = re.compile(r"\s*\([^()|]*(?:\|[^()|]*){2,}\)\s*$|\s*\((?:[^(),]{1,24},){3,}[^(),]{1,24}\)\s*$")
ADVISED = re.compile(
    r"[\s,(–-]+(?:advised|supervised|mentored)\s+by\b.*$|[\s,(–-]+(?:advis[eo]r|supervisor|mentor|pi)s?\s*:.*$|"
    r"\s+under (?:the )?(?:supervision|guidance) of\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an entry's head; `row` and `cell` say where, `before` what separates them from the piece before."""

    text: str
    line: int
    row: int
    cell: int
    before: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Head:
    pieces: list[Piece] = field(default_factory=list)
    periods: list[tuple[Period, int]] = field(default_factory=list)
    places: list[Piece] = field(default_factory=list)
    urls: list[tuple[str, int]] = field(default_factory=list)


def trimmed(text: str) -> str:
    text = text.strip(" \t,;:–—―-|•·‧/⁄~»@\u200b")
    if text.count("(") != text.count(")"):
        text = text.strip("()")
    if (text.startswith("(") and text.endswith(")")) or (text.startswith("[") and text.endswith("]")):
        text = text[1:-1]
    return text.strip(" \t,;:–—―-|•·")


def head_of(rows: list[Row]) -> Head:
    """The pieces of a head, in reading order."""
    head = Head()
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            if (score := SCORE.search(cell.text)) and len(cell.text) - len(score.group()) < 4:
                continue
            periods = find(cell.text)
            head.periods += [(period, cell.line) for period in periods]
            head.urls += [(url, cell.line) for url in urls_in(cell.text)]
            like = Piece("", cell.line, r, c, "\t", cell.bold, cell.italic)
            for part in set_apart(cell, periods):
                add_pieces(head, without_urls(without(part, find(part))), like)
    return head


def set_apart(cell: Cell, periods: Sequence[Period]) -> list[str]:
    """A cell's text, cut where its look changes; not within a date, nor before words that go on in lower case."""
    first, rest = cell.text[: cell.lead], cell.text[cell.lead :]
    within = any(period.at < cell.lead < period.to for period in periods)
    goes_on = rest.strip(" ,(")[:1].islower() or not rest.strip() or first.count("(") > first.count(")")
    return [cell.text] if not first or within or goes_on else [first, rest]


def cut(text: str) -> list[str]:
    """A text cut at what separates its parts, brackets left whole; a list of tools in brackets at its end falls away."""
    if "(" not in text:
        return STRONG.split(text)
    text = TOOLS.sub("", text)
    held = BRACKETS.findall(text)
    parts = STRONG.split(BRACKETS.sub("\ue000", text))
    kept = iter(held)
    return [re.sub("\ue000", lambda _: next(kept), part) for part in parts]


def add_pieces(head: Head, text: str, like: Piece) -> None:
    parts = cut(ADVISED.sub("", text))
    for i in range(0, len(parts), 2):
        words = trimmed(NUMBERED.sub("", FIELD.sub("", parts[i].strip())))
        before = parts[i - 1].strip(" ") if i else "\t"
        if not words or DURATION.match(words) or KIND_OF_JOB.match(words) or not any(c.isalnum() for c in words):
            continue
        at = before.endswith("@") and bool(country_code(words))
        names, place = ([], words) if at or is_place(words) else place_within(words)
        for name in filter(None, map(unstopped, map(trimmed, names))):
            head.pieces.append(Piece(name, like.line, like.row, like.cell, before, like.bold, like.italic))
            before = ","
        if place:
            head.places.append(Piece(place, like.line, like.row, like.cell, before))


def unstopped(text: str) -> str:
    """A title without the full stop of the line that it ends."""
    stopped = text.endswith(".") and len(text.rsplit(maxsplit=1)[-1]) > 4 and as_position(text) >= 3
    return text[:-1] if stopped else text


def place_within(text: str) -> tuple[list[str], str]:
    """The names in a text and the place: before a title ("Acme, Lyon, France, Analyst.") or at its end."""
    parts = text.split(", ")
    for start in range(min(3, len(parts) - 1)):
        for count in (2, 1):
            place, rest = ", ".join(parts[start : start + count]), ", ".join(parts[start + count :])
            if rest and as_position(rest) >= 3 and is_place(place):
                return [", ".join(parts[:start]), rest], place
    name, place = place_after(text)
    return [name], place


def place_after(text: str) -> tuple[str, str]:
    """A text and the place at its end; a school's own city ("University of California, Berkeley") stays with it."""
    rest, place = split_place(text)
    own_city = (
        is_school(rest)
        and "," not in place
        and re.search(r"\b(?:of|de|di|at)\s+[\w ]+$", rest, re.IGNORECASE)
        and "," not in rest
    )
    if not place or own_city or (is_degree(rest) and not is_school(rest) and "," not in place):
        return text, ""
    return rest, place
