"""Opens a Word file and reads all its parts."""

import re
from typing import Any

from core.resume.document import Document, Line, Page
from core.resume.reading.docx.package import Package
from core.resume.reading.docx.styles import Styles, W
from core.resume.reading.docx.walk import Walk
from core.resume.reading.refusals import MOST_PAGES, refuse

_CONTACT = re.compile(r"@|\+?\d[\d ().-]{7,20}\d|linkedin|github", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?i)\s*(page\s*)?\d*\s*((of|/|\|)\s*\d*)?\s*\Z")


def read_docx(data: bytes) -> Document:
    """The document that a Word file shows; Unreadable where it is damaged or a bomb."""
    package = Package(data)
    name = package.main_part()
    root = package.part(name)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise refuse("broken")
    relations = package.relations(name)
    by_kind = dict(relations.values())
    walk = Walk(Styles(package.part(by_kind.get("styles", "")), package.part(by_kind.get("numbering", ""))))
    in_header = _furniture(package, walk, relations, "header")
    walk.part(body, relations)
    if walk.page > MOST_PAGES:
        raise refuse("too_long", pages=walk.page)
    pages = walk.page
    _furniture(package, walk, relations, "footer")
    return Document(
        "docx",
        _pages(body, pages, walk),
        tuple(walk.lines),
        tuple(walk.links),
        tuple(walk.hidden),
        walk.unmapped,
        walk.repaired,
        _producer(package),
        in_header,
        walk.text_boxes,
    )


def _furniture(package: Package, walk: Walk, relations: dict[str, tuple[str, str]], kind: str) -> bool:
    """Read headers or footers, each text once; whether contact details stand in them."""
    start, seen, kept = len(walk.lines), set(), []
    for target in sorted({target for other, target in relations.values() if other == kind}):
        root = package.part(target)
        if root is not None:
            walk.page = walk.page if kind == "footer" else 1
            walk.part(root, package.relations(target))
    contact = False
    for line in walk.lines[start:]:
        if line.text in seen:
            continue
        seen.add(line.text)
        has_contact = bool(_CONTACT.search(line.text))
        contact = contact or has_contact
        furniture = bool(_PAGE_NUMBER.match(line.text)) or (kind == "footer" and not has_contact)
        kept.append(_as_furniture(line) if furniture else line)
    walk.lines[start:] = kept
    return contact


def _as_furniture(line: Line) -> Line:
    return Line(
        line.text,
        line.page,
        None,
        line.size,
        line.bold,
        line.italic,
        line.column,
        line.row,
        line.bullet,
        line.style,
        furniture=True,
    )


def _pages(body: Any, count: int, walk: Walk) -> tuple[Page, ...]:
    size = next(body.iter(W + "pgSz"), None)
    width, height = (612.0, 792.0) if size is None else (_points(size, "w", 612.0), _points(size, "h", 792.0))
    numbers = [columns.get(W + "num", "1") for columns in body.iter(W + "cols")]
    columns = max([walk.columns, *(int(number) for number in numbers if re.fullmatch("[1-9]", number))])
    first = Page(1, width, height, columns, walk.images, walk.tables)
    return (first, *(Page(number, width, height) for number in range(2, count + 1)))


def _points(size: Any, name: str, default: float) -> float:
    value = size.get(W + name, "")
    return int(value) / 20 if re.fullmatch(r"\d{3,6}", value) else default


def _producer(package: Package) -> str:
    root = package.part("docProps/app.xml")
    if root is None:
        return ""
    names = [
        element.text or "" for element in root if isinstance(element.tag, str) and element.tag.endswith("}Application")
    ]
    return names[0][:100] if names else ""
