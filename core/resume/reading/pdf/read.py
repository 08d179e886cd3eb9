"""Opens a PDF and reads it page by page."""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from core.resume.document import Document, Link, Page, Unreadable
from core.resume.reading.cleanup import clean
from core.resume.reading.language import holds_words
from core.resume.reading.pdf.bombs import refuse_bomb
from core.resume.reading.pdf.contrast import hide_unseen
from core.resume.reading.pdf.fonts import Fonts
from core.resume.reading.pdf.furniture import mark_furniture
from core.resume.reading.pdf.geometry import Word
from core.resume.reading.pdf.judging import judge
from core.resume.reading.pdf.lines import Lines
from core.resume.reading.pdf.links import links_of
from core.resume.reading.pdf.shapes import Shapes, shapes_of
from core.resume.reading.pdf.unnamed import Ligatures
from core.resume.reading.pdf.words import Reader
from core.resume.reading.refusals import MOST_CHARACTERS, MOST_PAGES, refuse

_SCAN = 0.4  # share of the page that a scan's picture covers at least
_NO_INK = "drawn with no ink"


def read_pdf(data: bytes) -> Document:
    """The document that a PDF shows; Unreadable where it shows none."""
    refuse_bomb(data)
    makers = judge(data)
    document = open_pdf(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise refuse("too_long", pages=count)
        reading = _Reading(document, makers)
        for index in range(count):
            reading.read_page(index)
        return reading.document()
    finally:
        document.close()


def open_pdf(data: bytes) -> Any:
    """The file opened by pdfium, with an empty password where it is encrypted; the caller closes it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise refuse("password" if locked else "broken") from error
    if len(document) < 1:
        document.close()
        raise refuse("broken")
    return document


class _Reading:
    """What has been read of one document so far."""

    def __init__(self, document: Any, makers: str) -> None:
        self._source, self._makers = document, makers
        self._fonts, self._ligatures = Fonts(), Ligatures()
        self._lines = Lines()
        self._pages: list[Page] = []
        self._links: list[Link] = []
        self._hidden: list[str] = []
        self._shapes: list[Shapes] = []
        self._characters = 0
        self._unsure = 0
        self._scanned = False

    def read_page(self, index: int) -> None:
        page = self._open(index)
        text_page = page.get_textpage()
        try:
            reader = Reader(page.raw, text_page.raw, page.get_bbox(), self._fonts, self._ligatures)
            words = reader.words()
            self._lines.repaired += reader.repaired
            self._characters += sum(word.length for word in words)
            self._unsure += sum(word.length for word in words if word.style.unsure)
            if self._characters > MOST_CHARACTERS:
                raise refuse("flood")
            hide_unseen(page, words)
            shapes = shapes_of(page, reader.view, reader.width, reader.height)
            self._take(index + 1, reader, words, shapes)
            self._links.extend(links_of(self._source, page, index + 1, reader, words))
        finally:
            text_page.close()
            page.close()

    def _open(self, index: int) -> Any:
        try:
            return self._source[index]
        except pypdfium2.PdfiumError as error:
            raise refuse("broken") from error

    def _take(self, number: int, reader: Reader, words: list[Word], shapes: Shapes) -> None:
        seen = [word for word in words if not word.style.hidden]
        unseen = [word for word in words if word.style.hidden]
        if len(seen) < 10 and shapes.covered >= _SCAN and any(word.style.hidden == _NO_INK for word in unseen):
            self._scanned = True  # the text that a scanner's software laid under the picture
            seen, unseen = words, []
        self._hidden.extend(_runs(unseen))
        columns = self._lines.add_page(number, seen, shapes.dots)
        self._pages.append(Page(number, reader.width, reader.height, columns, shapes.images, shapes.tables))
        self._shapes.append(shapes)

    def document(self) -> Document:
        lines = mark_furniture(self._lines.lines, self._pages)
        if not any(not line.furniture for line in lines):
            raise self._without_text()
        if self._unsure > 0.5 * self._characters and not holds_words("\n".join(line.text for line in lines)):
            raise refuse("garbled")
        return Document(
            "pdf",
            tuple(self._pages),
            tuple(lines),
            tuple(self._links),
            tuple(self._hidden),
            self._lines.unmapped,
            self._lines.repaired,
            self._makers,
            notes=("scanned",) if self._scanned else (),
        )

    def _without_text(self) -> Unreadable:
        if any(shapes.covered >= _SCAN for shapes in self._shapes):
            return refuse("scan")
        if self._hidden or self._lines.unmapped:
            return refuse("no_text")
        if sum(shapes.paths for shapes in self._shapes) > 100:
            return refuse("outlines")
        return refuse("scan" if any(shapes.images for shapes in self._shapes) else "empty")


def _runs(words: list[Word]) -> list[str]:
    """Hidden words that follow each other in the file, as one text each."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.order == runs[-1][-1].order + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    texts = (clean(" ".join(word.text for word in run)).text for run in runs)
    return [text for text in texts if any(letter.isalnum() for letter in text)]
