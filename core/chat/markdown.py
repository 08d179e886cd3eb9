"""The small Markdown that replies are written in, as blocks of spans that every platform can draw.

Bold, italic, code, strike, links, bullets, numbered lists, quotes, code blocks and headings; no HTML, no pictures.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

BlockKind = Literal["paragraph", "heading", "item", "quote", "code"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_markdown = (
    MarkdownIt("commonmark", {"html": False, "breaks": True})
    .disable(["html_inline", "html_block", "image", "reference", "lheading", "hr", "autolink", "code"])
    .enable("strikethrough")
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. `url` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quote or code block. `marker` is "•" or "1." for items, `depth` their nesting."""

    kind: BlockKind
    spans: tuple[Span, ...]
    marker: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def escape(words: str) -> str:
    """People's own words as Markdown that shows them as typed. Line ends become spaces: use `quote` to keep them."""
    return _PUNCTUATION.sub(r"\\\1", _LINE_ENDS.sub(" ", _visible(words))).strip()


def quote(words: str) -> str:
    """People's own words as a Markdown quotation, line by line."""
    lines = _LINE_ENDS.split(_visible(words).strip())
    return "\n".join("> " + (_PUNCTUATION.sub(r"\\\1", line.strip()) or "\u00a0") for line in lines)


def code(words: str) -> str:
    """People's own words as inline code."""
    flat = _LINE_ENDS.sub(" ", _visible(words)).strip()
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", flat)), default=0))
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}" if flat else "` `"


def _visible(words: str) -> str:
    return words.replace("\x00", "\ufffd")


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Markdown as blocks, in reading order."""
    return tuple(_walk(_markdown.parse(text)))


def _walk(tokens: list[Token]) -> Iterator[Block]:
    lists: list[int | None] = []  # the next number of each open list; None for bullets
    quoted, heading, marker = 0, False, ""
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = _marker(lists)
            case "blockquote_open" | "blockquote_close":
                quoted += 1 if token.nesting == 1 else -1
            case "heading_open" | "heading_close":
                heading = token.nesting == 1
            case "fence" | "code_block":
                yield Block("code", (Span(token.content.rstrip("\n"), code=True),))
            case "inline":
                kind: BlockKind = "quote" if quoted else "heading" if heading else "item" if lists else "paragraph"
                yield Block(kind, tuple(_spans(token.children or [])), marker, max(0, len(lists) - 1))
                marker = ""


def _marker(lists: list[int | None]) -> str:
    number = lists[-1]
    if number is None:
        return "•"
    lists[-1] = number + 1
    return f"{number}."


def _spans(tokens: list[Token]) -> Iterator[Span]:
    style = Span("")
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield replace(style, text=token.content)
            case "softbreak" | "hardbreak":
                yield replace(style, text="\n")
            case "code_inline":
                yield replace(style, text=token.content, code=True)
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.nesting == 1)
            case "em_open" | "em_close":
                style = replace(style, italic=token.nesting == 1)
            case "s_open" | "s_close":
                style = replace(style, strike=token.nesting == 1)
            case "link_open":
                style = replace(style, url=str(token.attrs.get("href", "")))
            case "link_close":
                style = replace(style, url="")


def split(parts: tuple[Block, ...], limit: int, size: Callable[[tuple[Block, ...]], int]) -> list[tuple[Block, ...]]:
    """Pages of blocks, each of which `size` measures at no more than `limit` (as the platform counts).

    Cuts between blocks first, then at lines, at words, and last inside a word; styles go on over a cut.
    """
    pages: list[tuple[Block, ...]] = []
    page: tuple[Block, ...] = ()
    waiting = list(parts)
    while waiting:
        block = waiting.pop(0)
        if size((*page, block)) <= limit:
            page = (*page, block)
        elif page and size((block,)) <= limit:
            pages.append(page)
            page = (block,)
        else:
            fits = _longest(block, lambda head, page=page: size((*page, head)) <= limit)  # type: ignore[misc]
            if fits == 0 and page:
                pages.append(page)
                page, waiting = (), [block, *waiting]
                continue
            head, tail = _cut(block, max(1, fits))
            pages.append((*page, head))
            page, waiting = (), ([tail, *waiting] if tail.text else waiting)
    return [*pages, page] if page else pages


def _longest(block: Block, fits: Callable[[Block], bool]) -> int:
    low, high = 0, len(block.text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(_cut(block, middle, exact=True)[0]):
            low = middle
        else:
            high = middle - 1
    return low


def _cut(block: Block, at: int, *, exact: bool = False) -> tuple[Block, Block]:
    text = block.text
    if not exact and at < len(text):
        line, word = text.rfind("\n", 0, at + 1), text.rfind(" ", 0, at + 1)
        at = next((place for place in (line, word) if place > at // 2), at)
    head: list[Span] = []
    tail: list[Span] = []
    left = at
    for span in block.spans:
        room = left if not tail else 0
        left = max(0, left - len(span.text))
        if room:
            head.append(replace(span, text=span.text[:room]))
        if len(span.text) > room:
            tail.append(replace(span, text=span.text[room:]))
    if tail and not exact:
        tail[0] = replace(tail[0], text=tail[0].text.lstrip(" \n"))
    kind_of_tail: BlockKind = "paragraph" if block.kind == "item" else block.kind
    return replace(block, spans=tuple(head)), replace(block, kind=kind_of_tail, spans=tuple(tail), marker="")


def plain(text: str) -> str:
    """Markdown as plain words, for places that show no style (an alt text, a toast)."""
    lines = ((f"{block.marker} " if block.marker else "") + block.text for block in blocks(text))
    return "\n".join(lines)
