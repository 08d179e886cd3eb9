"""The addresses behind a page's link annotations."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from core.resume.document import Box, Link
from core.resume.reading.cleanup import clean
from core.resume.reading.pdf.geometry import Word
from core.resume.reading.pdf.words import Reader

_MOST = 300
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "www.")


def links_of(document: Any, page: Any, number: int, reader: Reader, words: list[Word]) -> list[Link]:
    """Links of a page with the words that each covers; only addresses of the web, mail and telephone."""
    found = []
    for link in _annotations(page):
        url = _address(document, link)
        rect = pdfium.FS_RECTF()
        if url and pdfium.FPDFLink_GetAnnotRect(link, rect):
            (ax, ay), (bx, by) = reader.view(rect.left, rect.bottom), reader.view(rect.right, rect.top)
            sides = (round(side, 2) for side in (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            box = Box(*sides)
            found.append(Link(url, _covered(box, words), number, box))
    return found


def _annotations(page: Any) -> Iterator[Any]:
    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        yield link


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(2000)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
    if not 0 < length <= len(buffer):
        return ""
    url = buffer.raw[: length - 1].decode("utf-8", "replace").strip()
    return url if url.lower().startswith(_SCHEMES) and url.isprintable() else ""


def _covered(box: Box, words: list[Word]) -> str:
    inside = [
        word.text
        for word in words
        if box.x0 - 1 <= (word.x0 + word.x1) / 2 <= box.x1 + 1 and box.y0 - 1 <= (word.y0 + word.y1) / 2 <= box.y1 + 1
    ]
    return clean(" ".join(inside)).text
