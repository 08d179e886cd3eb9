"""Markdown into lines: headings, lists, emphasis and links as the author meant them."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.resume.document import Document, Line, Link, Page
from core.resume.reading.cleanup import clean
from core.resume.reading.encoding import decode
from core.resume.reading.marks import lead_of, split_gaps, take_bullet
from core.resume.reading.refusals import MOST_CHARACTERS, refuse

_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<!--.{0,2000}?-->", re.DOTALL)

Run = tuple[str, bool, bool]  # text, bold, italic


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
                self._add([(line, False, False)], self._row + offset)

    def _inline(self, token: Token) -> None:
        runs: list[Run] = []
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
                self._add(runs, row)
                runs, row = [], row + 1
            elif child.type in {"text", "code_inline", "image"}:
                runs.append((child.content, bool(strong), bool(emphasis)))
                url_text += child.content
        self._add(runs, row)

    def _add(self, runs: list[Run], row: int) -> None:
        whole = "".join(text for text, _, _ in runs)
        bold = 2 * sum(len(text) for text, bold, _ in runs if bold) > len(whole)
        italic = 2 * sum(len(text) for text, _, italic in runs if italic) > len(whole)
        text, glyph = take_bullet(whole)
        at = 0
        for number, part in enumerate(split_gaps(text)):
            at = max(whole.find(part, at), at)
            head = clean(part[: lead_of(runs, at, part)]).text
            at += len(part)
            cleaned = clean(part).text
            if re.search(r"\w", cleaned):
                bullet = (self._item or glyph) and number == 0
                style = self._style or ("list bullet" if self._item else "")
                lead = len(head) if cleaned.startswith(head) else 0
                self.lines.append(
                    Line(cleaned, bold=bold, italic=italic, row=row, bullet=bullet, style=style, lead=lead)
                )
        self._item = False
