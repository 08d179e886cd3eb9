"""Blocks of Markdown as Telegram's HTML, and their length as Telegram counts it."""

import html
import re

from core.chat.markdown import Block, Span

_TAG = re.compile(r"<[^>]*>")
_LONE = re.compile("[\ud800-\udfff]")
_LINKS = ("http://", "https://", "tg://", "mailto:")
_INDENT = "   "
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def size(page: tuple[Block, ...]) -> int:
    """The length of a page without its tags, in UTF-16 code units: what Telegram's limits mean by characters."""
    return len16(shown(page))


def len16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown(page: tuple[Block, ...]) -> str:
    """The words of a page as they stand in the chat."""
    return "".join(_gap(page, at) + _lead(block) + block.text for at, block in enumerate(page))


def draw(page: tuple[Block, ...]) -> str:
    """A page as HTML in which people's words can never open or close a tag."""
    return "".join(_gap(page, at) + _block(block) for at, block in enumerate(page))


def undrawn(text: str) -> str:
    """The words of our own HTML, for a second try without markup."""
    return html.unescape(_TAG.sub("", text))


def blank(text: str) -> bool:
    """Nothing that one could see: Telegram takes such a message for empty."""
    return not text.strip().strip(_INVISIBLE).strip()


def _gap(page: tuple[Block, ...], at: int) -> str:
    if at == 0:
        return ""
    return "\n" if page[at].kind == "item" else "\n\n"


def _lead(block: Block) -> str:
    return _INDENT * block.depth + (f"{block.marker} " if block.marker else "") if block.kind == "item" else ""


def _block(block: Block) -> str:
    if block.kind == "code":
        return f"<pre>{_words(block.text)}</pre>" if block.text else ""
    inside = _lead(block) + "".join(_span(span, heading=block.kind == "heading") for span in block.spans)
    return f"<blockquote>{inside}</blockquote>" if block.kind == "quote" and inside else inside


def _span(span: Span, *, heading: bool) -> str:
    drawn = _words(span.text)
    if not drawn:
        return ""
    if span.url.lower().startswith(_LINKS):
        return f'<a href="{html.escape(span.url)}">{drawn}</a>'
    if span.code:  # takes no other style beside it
        return f"<code>{drawn}</code>"
    for wanted, tag in ((span.strike, "s"), (span.italic, "i"), (span.bold or heading, "b")):
        drawn = f"<{tag}>{drawn}</{tag}>" if wanted else drawn
    return drawn


def _words(text: str) -> str:
    return html.escape(_LONE.sub("\ufffd", text), quote=False)
