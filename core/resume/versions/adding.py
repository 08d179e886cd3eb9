"""A summary for a résumé that has none: one line more, below the contact details."""

from collections import Counter
from dataclasses import replace

from core.resume.document import Box, Document, Line
from core.resume.jsonresume import Parsed
from core.resume.versions import paths
from core.resume.versions.lines import Placed, kept, rearranged

_ROWS = 2  # a blank line above and below, where rows count lines of a file


def with_summary(document: Document, parsed: Parsed, summary: str) -> tuple[Document, Parsed]:
    """The résumé with these words between its contact details and its first section; raises `LookupError` for no words."""
    looks = Counter((line.size, line.bold) for line in document.lines for _ in line.text)
    if not summary or not looks:
        raise LookupError("basics.summary")
    at = _place(parsed)
    above = document.lines[at - 1] if at else document.lines[0]
    size, bold = max(looks, key=lambda look: (looks[look], look))
    box = above.box and Box(above.box.x0, above.box.y1, above.box.x1, above.box.y1 + size)
    row = above.row + _ROWS if at else 1
    line = Line(summary, page=above.page, box=box, size=size, bold=bold, column=above.column, row=row)
    placed = kept(document)
    below = [replace(one, line=replace(one.line, row=one.line.row + 2 * _ROWS)) for one in placed[at:]]
    document, parsed = rearranged(document, parsed, [*placed[:at], Placed(line, ()), *below])
    resume = paths.put(parsed.resume, "basics.summary", summary)
    evidence = {**parsed.evidence, "basics.summary": (at,)}
    return document, parsed.model_copy(update={"resume": resume, "evidence": evidence})


def _place(parsed: Parsed) -> int:
    """Above the first heading; where contact details stand under one, below the name."""
    first = min((section.line for section in parsed.sections), default=0)
    told = [line for path, lines in parsed.evidence.items() if path.startswith("basics.") for line in lines]
    named = [line for path in ("basics.name", "basics.label") for line in parsed.evidence.get(path, ()) if line < first]
    if first and (named or any(line < first for line in told)):
        return first
    name = parsed.evidence.get("basics.name", ())
    return max(name) + 1 if name else first
