"""Words as Discord's Markdown: what people wrote shows as typed, and nothing in it pings, links or becomes an emoji."""

import re
from collections.abc import Iterable
from dataclasses import replace

from adapters.discord.limits import length
from core.chat.markdown import Block, Span

_ANYWHERE = re.compile(r"([\\*_~`|<@\[\]])")
_COLON = re.compile(r":(?=\S)")  # an emoji's name, or a link's scheme
_LINE_START = re.compile(r"^([ \t]*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)
_WORD_JOINER = "\u2060"


def typed(words: str) -> str:
    """Plain words, escaped so that Discord shows exactly them."""
    escaped = _COLON.sub(r"\:", _ANYWHERE.sub(r"\\\1", words))
    return _LINE_START.sub(_harmless, escaped)


def _harmless(start: re.Match[str]) -> str:
    indent, mark = start.groups()
    return f"{indent}{mark}\\" if mark.isdigit() else f"{indent}\\{mark}"


def render(blocks: Iterable[Block]) -> str:
    """Blocks as one text in Discord's Markdown."""
    written: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None:
            written.append(_between(previous, block))
        written.append(_block(block))
        previous = block
    return "".join(written)


class Measure:
    """Measures blocks as `render` writes them, for `split`: what grew by one block is not written anew."""

    def __init__(self) -> None:
        self._head: tuple[tuple[Block, ...], int] = ((), 0)
        self._whole: tuple[tuple[Block, ...], int] = ((), 0)

    def __call__(self, parts: tuple[Block, ...]) -> int:
        head, last = parts[:-1], parts[-1]
        if head == self._whole[0]:
            self._head = self._whole
        elif head != self._head[0]:
            self._head = (head, length(render(head)))
        between = len(_between(head[-1], last)) if head else 0
        self._whole = (parts, self._head[1] + between + length(_block(last)))
        return self._whole[1]


def _between(above: Block, below: Block) -> str:
    tight = above.kind == "heading" or below.kind == "item" or "quote" in {above.kind, below.kind}
    return "\n" if tight else "\n\n"


def _block(block: Block) -> str:
    match block.kind:
        case "code":
            return "```\n" + block.text.replace("```", f"``{_WORD_JOINER}`") + "\n```"
        case "heading":
            return "### " + _inline(block.spans).replace("\n", " ")
        case "quote":
            return "> " + _inline(block.spans).replace("\n", "\n> ")
        case "item":
            indent = "  " * block.depth
            marker = "- " if block.marker == "•" else f"{block.marker} " if block.marker else "  "
            return indent + marker + _inline(block.spans).replace("\n", f"\n{indent}  ")
        case _:
            return _inline(block.spans)


def _inline(spans: tuple[Span, ...]) -> str:
    written = ""
    for span in _joined(spans):
        text = _span(span)
        if written and text and written[-1] in "*~`" and text[0] in "*~`":
            written += _WORD_JOINER  # two styles side by side would be read as one mark
        written += text
    return written


def _joined(spans: tuple[Span, ...]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and replace(joined[-1], text="") == replace(span, text=""):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


def _span(span: Span) -> str:
    if span.url and span.text.strip():
        return _link(span)
    if span.code:
        return _marked(_code(span.text), span)
    return "\n".join(_marked(typed(line), span) for line in span.text.split("\n"))


def _link(span: Span) -> str:
    if not re.match(r"https?://[^\s<>]+$", span.url):
        return _marked(f"{typed(span.text)} ({typed(span.url)})", span)
    if span.text == span.url:
        return f"<{span.url}>"
    if "://" in span.text:  # Discord refuses an address as the name of another address
        return f"{typed(span.text)} (<{span.url}>)"
    return _marked(f"[{typed(span.text)}](<{span.url}>)", span)


def _code(text: str) -> str:
    flat = text.replace("\n", " ")
    if not flat.strip():
        return flat
    longest = max((len(run) for run in re.findall("`+", flat)), default=0)
    if longest > 1:
        return typed(flat)  # three ticks would begin a block
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return "`" * (longest + 1) + pad + flat + pad + "`" * (longest + 1)


def _marked(text: str, span: Span) -> str:
    inner = text.strip()
    if not inner:
        return text
    mark = "~~" * span.strike + "**" * span.bold + "*" * span.italic
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{mark}{inner}{mark[::-1]}{trail}"
