"""The model's answer made safe to show: plain words, bold and lists; no pictures, no links but the person's own."""

import re
from collections.abc import Iterable

from core.chat.markdown import Block, blocks, escape

LONGEST = 1500  # characters
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
_TRAIL = ".,;:!?)]}\"'"


def shown(text: str, own: Iterable[str]) -> str:
    """The answer as Markdown. `own` are the web addresses that may stand: those of the person's own résumé."""
    allowed = {_bare(address) for address in own}
    made = "\n".join(_line(block, allowed) for block in blocks(text.strip()[:LONGEST]))
    return re.sub(r"\n{3,}", "\n\n", made).strip()


def _line(block: Block, allowed: set[str]) -> str:
    spans = []
    for span in block.spans:
        words = escape(_without_addresses(span.text, allowed))
        if not words:
            spans.append(" " if span.text else "")
            continue
        # Escaping trims the ends, where a span beside it needs its space
        left, right = span.text[:1].isspace(), span.text[-1:].isspace()
        spans.append((" " if left else "") + (f"**{words}**" if span.bold else words) + (" " if right else ""))
    told = re.sub(r" {2,}", " ", "".join(spans)).strip()
    return f"- {told}" if block.kind == "item" else f"{told}\n"


def _without_addresses(text: str, allowed: set[str]) -> str:
    return _ADDRESS.sub(lambda match: match.group() if _bare(match.group()) in allowed else "", text)


def _bare(address: str) -> str:
    return re.sub(r"^[a-z]+://|^www\.", "", address.strip().rstrip(_TRAIL).lower()).rstrip("/")
