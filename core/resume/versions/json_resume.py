"""A résumé as other programs take it: JSON Resume, valid under the published schema 1.0.0, with nothing left behind.

What the schema has no place for goes to `meta.careergpt`: sections of other kinds, and lines that no field was read
from. A certificate's date is `issued` where no day is known, since that schema wants a whole date there.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from core.resume.document import Document
from core.resume.jsonresume import Parsed, Part
from core.resume.parsing.bodies import items_of
from core.resume.parsing.layout import rows_of
from core.resume.parsing.links import EMAIL
from core.resume.parsing.paragraphs import Paragraph, paragraphs
from core.resume.versions.outline import Chapter, outline

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?")
_DATES = frozenset(["startDate", "endDate"])
_PLACES = {"publications": "name", "interests": "name", "references": "reference"}
_KNOWN = frozenset(
    [
        "",
        "contact",
        "summary",
        "work",
        "volunteer",
        "education",
        "projects",
        "skills",
        "certificates",
        "languages",
        "awards",
    ]
)
Plain = dict[str, Any]


def as_json_resume(parsed: Parsed, document: Document | None = None, now: datetime | None = None) -> Plain:
    """The résumé as a JSON Resume object. Without its document, only what was read into fields is in it."""
    resume = parsed.resume
    plain: Plain = {"$schema": SCHEMA, "basics": _basics(resume.basics)}
    for name in ("work", "volunteer", "education", "awards", "certificates", "skills", "languages", "projects"):
        plain[name] = [_valid(entry) for entry in getattr(resume, name)]
    for voluntary in plain["volunteer"]:
        _rename(voluntary, "name", "organization")
    for certificate in plain["certificates"]:
        _rename(certificate, "date", "issued")
    unnamed = next((section.heading for section in parsed.sections if section.kind == "skills"), "Skills")
    plain["skills"] = [{"name": unnamed, **group} for group in plain["skills"]]
    meta: Plain = {"version": VERSION}
    if now:
        meta["lastModified"] = now.strftime("%Y-%m-%dT%H:%M:%S")
    if document:
        own = _remaining(document, parsed, plain)
        meta |= {"careergpt": own} if own else {}
    return {name: value for name, value in plain.items() if value} | {"meta": meta}


def _rename(entry: Plain, old: str, new: str) -> None:
    if old in entry:
        entry[new] = entry.pop(old)


def _basics(basics: Part) -> Plain:
    plain = _valid(basics)
    if not EMAIL.fullmatch(plain.get("email", "")):
        _rename(plain, "email", "emailAsWritten")
    plain["profiles"] = [_valid(profile) for profile in getattr(basics, "profiles", ())]
    return {name: value for name, value in plain.items() if value}


def _valid(part: Part) -> Plain:
    """A part without empty fields, its dates and addresses in the forms that the schema takes."""
    plain = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    found: Plain = {}
    for name, value in plain.items():
        if name == "url":
            found |= {"url": uri} if (uri := _uri(value)) else {"urlAsWritten": value}
        elif name in _DATES or name == "date":
            found |= {name: value} if _DATE.fullmatch(value) else {}
        else:
            found[name] = value
    return found


def _uri(written: str) -> str:
    """An address with its scheme, in ASCII; "" where it cannot be one."""
    text = written.strip()
    text = text if re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) else f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    if not re.fullmatch(r"[\w.-]+(?::\d{1,5})?", host):
        return ""
    rest = text.partition(parts.netloc)[2].partition("#")
    path = "#".join(quote(part, safe="/:?@!$&'()*+,;=%~-._") for part in rest[::2] if part)
    return f"{parts.scheme}://{host}" + re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", path)


def _remaining(document: Document, parsed: Parsed, plain: Plain) -> Plain:
    """Puts the sections that only JSON Resume knows into `plain`; returns what it has no place for."""
    read = {line for lines in parsed.evidence.values() for line in lines}
    read |= _said(document, plain)
    sections: list[Plain] = []
    lines: list[str] = []
    for chapter in outline(document, parsed):
        if chapter.kind in _PLACES:
            told = (
                _items(chapter, document) if chapter.kind == "interests" else [p.text for p in _told(chapter, document)]
            )
            plain[chapter.kind] = [*plain.get(chapter.kind, []), *({_PLACES[chapter.kind]: text} for text in told)]
        elif chapter.kind in _KNOWN:
            lines += [document.lines[at].text for at in chapter.lines if at not in read]
        else:
            sections.append({"heading": chapter.heading, "lines": [p.text for p in _told(chapter, document)]})
    repeated = [line.text for at, line in enumerate(document.lines) if line.furniture and at not in read]
    return {
        name: value
        for name, value in (("sections", sections), ("lines", lines), ("onEachPage", list(dict.fromkeys(repeated))))
        if value
    }


def _said(document: Document, plain: Plain) -> set[int]:
    """Lines whose words stand in a field, as the second line of a broken title does."""
    every = _squeezed(json.dumps(plain, ensure_ascii=False))
    return {at for at, line in enumerate(document.lines) if _squeezed(line.text) in every}


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _told(chapter: Chapter, document: Document) -> list[Paragraph]:
    return paragraphs(rows_of(document, list(chapter.lines)))


def _items(chapter: Chapter, document: Document) -> Iterator[str]:
    """Each interest by itself: lists are cut at their commas."""
    for one in _told(chapter, document):
        yield from items_of(one.text)
