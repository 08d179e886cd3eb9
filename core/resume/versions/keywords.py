"""The words of a list in another order, within the text of the lines that list them: separators stay where they are."""

import re
from collections.abc import Iterable, Sequence

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.parsing.skills import LEVEL
from core.resume.versions import paths
from core.resume.versions.lines import joined, rearranged
from core.resume.versions.passages import Span, occurrences

_BETWEEN = re.compile(r"[\s,;|•·●▪∙/&.:–—-]*(?:\b(?:and|und|et|y)\s+)?")
_NEXT = re.compile(r"[,;|•·●▪∙\t\n]|\s/\s|$")
Lines = tuple[int, ...]


def ordered(document: Document, parsed: Parsed, stem: str, order: Sequence[int]) -> tuple[Document, Parsed]:
    """The list at `stem` in a new order on its lines; the field itself is the caller's. Raises `LookupError`."""
    listed = paths.at(parsed.resume, stem)
    places = [tuple(sorted(parsed.evidence.get(f"{stem}.{number}", ()))) for number in range(len(listed))]
    texts = {lines: "\n".join(document.lines[at].text for at in lines) for lines in places if lines}
    spans = [Span(0, 0)] * len(listed)
    for lines, text in texts.items():
        members = [number for number, place in enumerate(places) if place == lines]
        for number, span in zip(members, _items([listed[number] for number in members], text), strict=True):
            spans[number] = span
    if not all(places) or _flat(sorted(texts)) != sorted(set(_flat(texts))):
        raise LookupError(stem)
    items = [_item(word, texts[place], span) for word, place, span in zip(listed, places, spans, strict=True)]
    for lines, text in texts.items():
        slots = [number for number, place in enumerate(places) if place == lines]
        written = _put(text, [(spans[slot], items[order[slot]]) for slot in slots])
        texts[lines] = written.replace("\n", " ")
    for lines in sorted(texts, reverse=True):
        lead = document.lines[lines[0]].lead
        placed = joined(document, lines, texts[lines], lead if lead < len(texts[lines]) else 0)
        document, parsed = rearranged(document, parsed, placed)
    return document, parsed


def _flat(places: Iterable[Lines]) -> list[int]:
    return [at for lines in places for at in lines]


def _item(word: str, text: str, span: Span) -> str:
    """The item as one line holds it, with its level."""
    start = next(occurrences(word, text[span.start : span.end]))
    return word + text[span.start + start.end : span.end].replace("\n", " ")


def _items(words: Sequence[str], text: str) -> list[Span]:
    """Where the items of a list stand, in order, each with its level; raises `LookupError` where they are told otherwise."""
    found: list[Span] = []
    at = 0
    for word in words:
        behind = (span for span in occurrences(word, text) if span.start >= at)
        start = next((span for span in behind if not found or _close(text, at, span)), None)
        if start is None:
            raise LookupError(word)
        end = _with_level(text, start.end)
        found.append(Span(start.start, end))
        at = end
    return found


def _close(text: str, at: int, span: Span) -> bool:
    return _BETWEEN.fullmatch(text, at, span.start) is not None and span.start > at


def _with_level(text: str, end: int) -> int:
    """The end of an item with the level that stands behind it ("Python (advanced)")."""
    following = _NEXT.search(text, end)
    stop = following.start() if following else len(text)
    return end + len(text[end:stop].rstrip()) if LEVEL.fullmatch(text, end, stop) else end


def _put(text: str, items: Sequence[tuple[Span, str]]) -> str:
    parts, at = [], 0
    for span, item in items:
        parts += [text[at : span.start], item]
        at = span.end
    return "".join([*parts, text[at:]])
