"""Opens a PDF and reads it page by page."""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from core.resume.document import Document, Page, Unreadable
from core.resume.reading.pdf.fonts import Fonts
from core.resume.reading.pdf.lines import Lines
from core.resume.reading.pdf.words import Reader

MOST_PAGES = 15


def read_pdf(data: bytes) -> Document:
    """The document that a PDF shows; Unreadable where it shows none."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages: list[Page] = []
        hidden: list[str] = []
        lines = Lines()
        fonts = Fonts()
        for index in range(len(document)):
            pages.append(_read_page(document, index, fonts, lines, hidden))
    finally:
        document.close()
    return Document("pdf", tuple(pages), tuple(lines.lines), hidden=tuple(hidden), unmapped=lines.unmapped,
                    repaired=lines.repaired)


def _read_page(document: Any, index: int, fonts: Fonts, lines: Lines, hidden: list[str]) -> Page:
    page = document[index]
    text_page = page.get_textpage()
    try:
        reader = Reader(page, text_page, page.get_bbox(), fonts)
        words = reader.words()
        columns = lines.add_page(index + 1, [w for w in words if not w.style.hidden], [])
        return Page(index + 1, reader.width, reader.height, columns)
    finally:
        text_page.close()
        page.close()
