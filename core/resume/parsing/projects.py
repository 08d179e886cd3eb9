"""Projects: what they are called, what they are made with, where they live."""

import re
from collections.abc import Callable

from core.resume.parsing.bodies import body_of, items_of
from core.resume.parsing.dates import find, without
from core.resume.parsing.entries import Entry, entries
from core.resume.parsing.facts import Facts
from core.resume.parsing.layout import Row
from core.resume.parsing.links import Web, urls_in, without_urls
from core.resume.parsing.paragraphs import Paragraph, paragraphs
from core.resume.parsing.pieces import Piece, head_of, trimmed
from core.resume.parsing.roles import as_position, is_prose

NAMED = re.compile(r"^(?P<name>[^:.]{2,60}?)\s*(?::\s+|\s+[–—-]\s+|\s*[—]\s*|\s*\|\s*)(?P<rest>\S.*)$")
BRACKET = re.compile(r"^(?P<name>[^()\[\]]{2,60}?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*(?P<rest>.*)$")
LINK_WORD = re.compile(
    r"^(?:link|demo|live|live demo|source|source code|code|github|gitlab|repo|repository|website|view|url|"
    r"app store|play store|video|website link|link to demo|devpost|paper|report)$",
    re.IGNORECASE,
)
Annotated = Callable[[set[int]], list[Web]]


def projects(rows: list[Row], annotated: Annotated) -> list[Facts]:
    """The projects of a section, in order."""
    found = entries(rows)
    if not any(entry.head for entry in found):
        return [listed(p, annotated) for p in paragraphs(rows) if p.text]
    facts = []
    for entry in found:
        facts += [project(entry, annotated)] if entry.head else [listed(p, annotated) for p in paragraphs(entry.body)]
    return [one for one in facts if one.get("name")]


def listed(paragraph: Paragraph, annotated: Annotated) -> Facts:
    """A project told in one bullet: "Name: what it does", "Name (tools) – what it does"."""
    facts = Facts()
    periods = find(paragraph.labelled)
    text = " ".join(without(paragraph.labelled, periods).split())
    bracket, named = BRACKET.match(text), NAMED.match(text)
    if bracket and (not named or len(bracket["name"]) <= len(named["name"])) and not is_prose(bracket["name"]):
        name, rest = bracket["name"], bracket["rest"]
        if not urls_in(bracket["inside"]):
            facts.put_all("keywords", [(item, paragraph.lines) for item in items_of(bracket["inside"])])
    elif named:
        name, rest = named["name"], named["rest"]
    else:
        name, rest = (text, "") if len(text.split()) <= 8 else ("", text)
    facts.put("name", trimmed(without_urls(name)), paragraph.lines)
    facts.put("description", rest.strip(" :–—-|"), paragraph.lines)
    if periods:
        facts.put("start_date", periods[0].start, paragraph.lines)
        facts.put("end_date", periods[0].end, paragraph.lines)
    put_url(facts, [(url, paragraph.lines[0]) for url in urls_in(paragraph.text)], annotated(set(paragraph.lines)))
    return facts


def put_url(facts: Facts, urls: list[tuple[str, int]], links: list[Web]) -> None:
    if urls:
        facts.put("url", urls[0][0], [urls[0][1]])
    elif links:
        facts.put("url", links[0].url, links[0].lines)


def project(entry: Entry, annotated: Annotated) -> Facts:
    facts = Facts()
    head = head_of(entry.head)
    body = body_of(entry.body)
    pieces = [piece for piece in head.pieces if not LINK_WORD.match(piece.text)]
    rest = put_name(facts, pieces)
    put_tools(facts, rest, body.tools)
    if head.periods:
        period, line = head.periods[0]
        facts.put("start_date", period.start, [line])
        facts.put("end_date", period.end, [line])
    lines = {line for row in entry.head for line in row.lines}
    urls = head.urls or ([(body.url, body.url_lines[0])] if body.url else [])
    put_url(facts, urls, annotated(lines) or annotated({line for row in entry.body for line in row.lines}))
    listed_tools = items_of(body.summary) if body.summary and not body.summary.endswith(".") else []
    if (
        len(listed_tools) > 1
        and all(len(item.split()) <= 3 for item in listed_tools)
        and not facts.values.get("keywords")
    ):
        facts.put_all("keywords", [(item, body.summary_lines) for item in listed_tools])
    elif body.summary and not facts.get("description"):
        facts.put("description", body.summary, body.summary_lines)
    facts.put_all("highlights", body.highlights)
    return facts


def put_name(facts: Facts, pieces: list[Piece]) -> list[Piece]:
    """Names the project after the first piece; returns what else the head says."""
    if not pieces:
        return []
    first, rest = pieces[0], list(pieces[1:])
    text = first.text
    if bracket := BRACKET.match(text):
        facts.put_all("keywords", [(item, (first.line,)) for item in items_of(bracket["inside"])])
        text = bracket["name"]
    elif (named := NAMED.match(text)) and len(named["name"].split()) <= 7:
        text, said = named["name"], named["rest"]
        rest.insert(0, Piece(said, first.line, first.row, first.cell, ":"))
    facts.put("name", text, [first.line])
    return rest


def put_tools(facts: Facts, rest: list[Piece], told: tuple[tuple[str, tuple[int, ...]], ...]) -> None:
    tools = list(told)
    for piece in rest:
        items = items_of(
            re.sub(r"^(?:tech\w*(?: stack)?|stack|tools|built with)\s*:\s*", "", piece.text, flags=re.IGNORECASE)
        )
        short = all(len(item.split()) <= 4 for item in items)
        if short and (len(items) > 1 or piece.before == "|" or piece.italic) and as_position(piece.text) < 3:
            tools += [(item, (piece.line,)) for item in items]
        elif (piece.before in {":", "–", "—", "-"} or piece.row > 0) and not facts.get("description"):
            facts.put("description", piece.text, [piece.line])
    if tools:
        facts.put_all("keywords", tools)
