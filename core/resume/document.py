"""What a file shows before anyone interprets it: lines of text with their places, links and defects.

Coordinates are PDF points (1/72 inch) with the origin at the **top left** of the page.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["pdf", "docx", "text", "markdown"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: left, top, right, bottom, in points from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it, in reading order (columns already told apart).

    A right-hand date or a margin heading that shares a baseline with other text is a line of its own;
    `row` is then the same for both. `bullet` is true where a glyph or list style marked the line and
    was removed from `text`. `column` is 0 over the full width, else 1 from the left. Rows count through the whole
    document; in text and Markdown a row is the line's number in the file.
    `lead` counts the characters at the start that are set otherwise than the rest ("**Acme**, Developer": 4).
    `style` carries what DOCX or Markdown says ("heading 1", "list bullet").
    """

    text: str
    page: int = 1
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    column: int = 0
    row: int = 0
    bullet: bool = False
    style: str = ""
    furniture: bool = False  # a header or footer that repeats on each page
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: from an annotation, a DOCX relation or Markdown. `text` is the words it covers."""

    url: str
    text: str = ""
    page: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of. Sizes in points; `columns` counts columns of running text."""

    number: int
    width: float = 612.0
    height: float = 792.0
    columns: int = 1
    images: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `lines` is the reading order of the whole; evidence elsewhere is an index into it.

    `hidden` holds text that a person does not see (white, 1 pt, off the page, render mode 3); it stands in no line.
    `unmapped` counts glyphs whose font says no Unicode value. `repaired` counts characters that clean-up mended.
    """

    kind: Kind
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    hidden: tuple[str, ...] = ()
    unmapped: int = 0
    repaired: int = 0
    producer: str = ""
    text_in_header: bool = False  # DOCX: contact details live in the page header, where many parsers do not look
    text_boxes: int = 0
    notes: tuple[str, ...] = field(default=())


class Unreadable(Exception):
    """A file that cannot be read, with the sentence that the person sees.

    `reason` is a stable word (scan, password, broken, empty, spreadsheet, picture, not_a_resume, job_post, language, too_long,
    too_large, timeout, memory, unknown_type, old_word …); `sentence` says what is wrong and the way out, in plain words.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason, sentence)
        self.reason = reason
        self.sentence = sentence
