"""Markdown as lines: plain for a pipe, styled for a terminal."""

from itertools import pairwise

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from adapters.console.printable import printable
from core.chat.markdown import Block, Span, blocks


def plain_words(text: str) -> str:
    """Markdown as plain lines; a link shows its address behind its words."""
    parts = blocks(text)
    pieces = [_plain(part) for part in parts]
    gaps = ["\n" if _close(*pair) else "\n\n" for pair in pairwise(parts)]
    return "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=False))


def styled_words(text: str) -> RenderableType:
    """Markdown for a terminal; wraps at its width."""
    parts = blocks(text)
    shown: list[RenderableType] = []
    for index, part in enumerate(parts):
        if index and not _close(parts[index - 1], part):
            shown.append(Text(""))
        shown.append(_styled(part))
    return Group(*shown)


def _close(above: Block, below: Block) -> bool:
    return above.kind == "item" and below.kind == "item" and (bool(below.marker) or below.depth > 0)


def _words(span: Span) -> str:
    words = printable(span.text)
    if span.url and span.url not in (span.text, f"mailto:{span.text}"):
        return f"{words} ({printable(span.url)})"
    return words


def _joined(block: Block) -> list[tuple[Span, str]]:
    """The spans with their words; the address of a link is said once, behind its last span."""
    following = [*block.spans[1:], Span("")]
    return [
        (span, printable(span.text) if span.url and span.url == after.url else _words(span))
        for span, after in zip(block.spans, following, strict=False)  # a block may have no words at all
    ]


def _plain(block: Block) -> str:
    words = "".join(words for _, words in _joined(block))
    if block.kind == "quote":
        return "\n".join(f"> {line}" for line in words.split("\n"))
    if block.kind == "code":
        return "\n".join(f"    {line}" for line in words.split("\n"))
    if block.kind == "item":
        indent = "  " * block.depth
        head = f"{indent}{block.marker} " if block.marker else f"{indent}  "
        return head + words.replace("\n", "\n" + " " * len(head))
    return words


def _styled(block: Block) -> RenderableType:
    line = Text(overflow="fold")
    for span, words in _joined(block):
        line.append(words, _style(span))
    if block.kind == "heading":
        line.stylize("bold")
    if block.kind == "quote":
        return Padding(Text.assemble(line, style="italic", overflow="fold"), (0, 0, 0, 2))
    if block.kind == "code":
        return Padding(line, (0, 0, 0, 4))
    if block.kind == "item":
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text("  " * block.depth + block.marker), line)
        return grid
    return line


def _style(span: Span) -> Style:
    return Style(
        bold=span.bold or None,
        italic=span.italic or None,
        strike=span.strike or None,
        underline=bool(span.url) or None,
        color="cyan" if span.code else None,
    )
