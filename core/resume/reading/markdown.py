"""Markdown into lines: headings, lists, emphasis and links as the author meant them."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.resume.document import Document, Line, Link, Page
from core.resume.reading.cleanup import clean
from core.resume.reading.encoding import decode
from core.resume.reading.marks import split_gaps, take_bullet
from core.resume.reading.refusals import MOST_CHARACTERS, refuse

_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<!--.{0,2000}?-->", re.DOTALL)


def read_markdown(data: bytes) -> Document:
    """The lines of a Markdown file; a line's `row` is its number in the file."""
    text = decode(data)
    if len(text) > MOST_CHARACTERS:
        raise refuse("flood")
    reader = _Reader()
    for token in MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text.replace("\x00", "")):
        reader.block(token)
    return Document("markdown", (Page(1, tables=reader.tables),), tuple(reader.lines), tuple(reader.links))


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.tables = 0
        self._row = 0
        self._style = ""
        self._item = False

    def block(self, token: Token) -> None:
        """Take one block token; only inline ones hold text."""
        if token.map and token.type not in {"th_open", "td_open"}:
            self._row = token.map[0] + 1
        if token.type == "heading_open":
            self._style = f"heading {token.tag[1:]}"
        elif token.type == "list_item_open":
            self._item = True
        elif token.type == "table_open":
            self.tables += 1
        elif token.type in {"heading_close", "list_item_close"}:
            self._style, self._item = "", False
        elif token.type == "inline":
            self._inline(token)
        elif token.type in {"code_block", "fence", "html_block"}:
            for offset, line in enumerate(_TAGS.sub(" ", token.content).splitlines()):
                self._add(line, self._row + offset, False, False)

    def _inline(self, token: Token) -> None:
        text, bold, italic = "", 0, 0
        strong = emphasis = 0
        url, url_text = "", ""
        row = self._row
        for child in token.children or ():
            strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
            emphasis += {"em_open": 1, "em_close": -1}.get(child.type, 0)
            if child.type == "link_open":
                url, url_text = str(child.attrGet("href") or ""), ""
            elif child.type == "link_close":
                self.links.append(Link(url[:2000], url_text))
                url = ""
            elif child.type in {"softbreak", "hardbreak"}:
                self._add(text, row, 2 * bold > len(text), 2 * italic > len(text))
                text, bold, italic, row = "", 0, 0, row + 1
            elif child.type in {"text", "code_inline", "image"}:
                text += child.content
                url_text += child.content
                bold += len(child.content) * bool(strong)
                italic += len(child.content) * bool(emphasis)
        self._add(text, row, 2 * bold > len(text), 2 * italic > len(text))

    def _add(self, text: str, row: int, bold: bool, italic: bool) -> None:
        text, glyph = take_bullet(text)
        for number, part in enumerate(split_gaps(text)):
            cleaned = clean(part).text
            if re.search(r"\w", cleaned):
                bullet = (self._item or glyph) and number == 0
                style = self._style or ("list bullet" if self._item else "")
                self.lines.append(Line(cleaned, bold=bold, italic=italic, row=row, bullet=bullet, style=style))
        self._item = False
