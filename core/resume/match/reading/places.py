"""Where the work is done."""

import re
from typing import Literal

from core.resume.match.reading.head import title_of
from core.resume.match.reading.headings import part_named
from core.resume.match.reading.lines import PostLine
from core.resume.parsing.places import is_place, is_region
from core.topics import skills_in

Remote = Literal["", "remote", "hybrid", "onsite"]

_LABEL = re.compile(
    r"(?:job |work |office )?(?:locations?|place(?: of work)?|where|city|office|"
    r"based(?: in)?)\s*[:–—-]\s*(?P<place>.+)",
    re.IGNORECASE,
)
_NAME = (
    r"(?P<place>(?:St\. )?[A-ZÀ-Þ][\w'’-]+(?:[ -](?:[A-ZÀ-Þ][\w'’-]+|de|am|an der|of|upon|la|"
    r"le))*(?:,\s(?:[A-ZÀ-Þ][\w'’-]+ ?){1,3})?)"
)
_IN = (
    re.compile(
        rf"\b(?:based|located|situated|office|offices|headquartered|headquarters|HQ|on[- ]?site|hybrid|job|role|"
        rf"position|team|studio|lab)(?:\s+\w+)?\s+(?:in|near|at)\s+(?:the )?(?:heart of |center of |"
        rf"centre of )?{_NAME}"
    ),
    re.compile(rf"\bin our\s+{_NAME}\s+(?:office|studio|team|lab|HQ)"),
    re.compile(rf"\bour\s+{_NAME}\s+(?:office|studio|HQ|headquarters)"),
)
_ANYWHERE = re.compile(rf"\b(?i:anywhere|remote|remotely) (?:in|within|from)\s+(?:the )?{_NAME}")
_OR_REMOTE = re.compile(
    rf"\b{_NAME}(?:\s*,)?\s+(?:or|and|/)\s+(?:fully |partly )?(?i:remote|from home|work from home)\b"
)
_OF_US = re.compile(rf"\b(?:of us|we sit|we live) (?:in|at) {_NAME}")
_TITLE_IN = re.compile(rf"\b(?:in|near)\s+{_NAME}")
_PIECES = re.compile(r"\s*[|·•;/]\s*|\s+[–—-]\s+|\s*[()]\s*")
_TOWN = re.compile(_NAME)
_NO_PLACE = re.compile(
    r"(?i)(?:\b(?:or|and)\s+)?(?:\bfully\s+)?"
    r"\b(?:remote|hybrid|on[- ]?site|full|part|time|flexible|permanent|office|contract|days?|work|from|home|"
    r"week)\b.*"
)
_NOT_REMOTE = re.compile(
    r"\bremote (?:work )?(?:is|are) not\b|\b(?:no|not|without|isn(?:'|’)t|non)[ -](?:a )?(?:fully )?(?:remote|"
    r"home[- ]?office)|\b(?:on[- ]?site|in[- ]office|office[- ]based|in[- ]person|on the premises)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid\b(?! (?:cloud|app|mobile|search|infra))|\b(?:two|three|one|\d) days?[^.]{0,30}\b(?:office|home|remote|"
    r"on[- ]?site)\b|\bwork from home (?:when|if|as often|as much)\b|\bpartly remote\b|\bremote[- ]friendly\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\bremote(?:ly|-first)?\b(?! (?:team|server|desktop|procedure|sensing|control|access|config))|\bwork from (?:home|"
    r"anywhere)\b|\bhome[- ]office\b",
    re.IGNORECASE,
)
_LOOKED_AT = 8  # lines


def remote_of(lines: list[PostLine]) -> Remote:
    """Whether the work is done from home, in an office or both, by the first line that says so."""
    for line in lines:
        if _HYBRID.search(line.text):
            return "hybrid"
        if _NOT_REMOTE.search(line.text):
            return "onsite"
        if _REMOTE.search(line.text):
            return "remote"
    return ""


def place_of(lines: list[PostLine]) -> str:
    """The town or country of the job as the post writes it; "" where it does not."""
    lines = [line for line in lines if part_named(line.text) is None or ":" in line.text[:-1]]
    for line in lines:
        if (labelled := _LABEL.match(line.text)) and (place := _tidy(_PIECES.split(labelled["place"])[0])):
            first, _, rest = place.partition(",")
            return place if rest and is_region(rest.strip()) else first
    for line in lines:
        town = _OR_REMOTE.search(line.text) or _OF_US.search(line.text)
        if town and (place := _tidy(town["place"])):
            return place
    for line in lines:
        if anywhere := _ANYWHERE.search(line.text):
            return _tidy(anywhere["place"])
    title = title_of(lines)
    for line in lines[:_LOOKED_AT]:
        if place := _in_pieces(line.text, title):
            return place
    found = (match for pattern in _IN for line in lines if (match := pattern.search(line.text)))
    return next((place for match in found if (place := _tidy(match["place"]))), "")


def _in_pieces(text: str, title: str) -> str:
    """A place among the pieces of a short line, such as "Acme · Berlin, Germany · Hybrid"."""
    if len(text) > 120 or text.endswith("."):
        return ""
    pieces = _PIECES.split(text.replace(title, " ") if title else text)
    for piece in pieces:
        if place := _at_end(_tidy(piece)):
            return place
    if title not in text and len(pieces) > 2 and _TOWN.fullmatch(pieces[1]) and any(map(_NO_PLACE.match, pieces[2:])):
        return "" if skills_in(pieces[1]) else _tidy(pieces[1])  # "Acme GmbH | Jena | on-site"
    inside = _TITLE_IN.search(text)
    place = _tidy(inside["place"]) if inside else ""
    return place if is_place(place) or (title and title in text and not skills_in(place)) else ""


def _at_end(text: str) -> str:
    """The place that ends a text: "Acme, Leeds" is in Leeds, "Austin, TX" and "Berlin-Mitte" are places."""
    if is_place(text):
        return text
    if " or " in text and all(map(is_place, text.split(" or "))):
        return text
    before, comma, last = text.rpartition(",")
    last = last.strip()
    if comma and is_place(last):
        town = before.rpartition(",")[2].strip()
        return f"{town}, {last}" if is_region(last) else last
    quarter = text.split("-", maxsplit=1)[0]
    return quarter if quarter != text and is_place(quarter) else ""


def _tidy(text: str) -> str:
    return _NO_PLACE.sub("", text).strip(" ,.:;!?()-–—|")
