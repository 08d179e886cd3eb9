"""Which lines move together: those of one highlight, or of one entry with all that stands in it."""

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.versions import paths
from core.resume.versions.guarding import alone

Blocks = list[tuple[int, ...]]


def highlights_of(document: Document, parsed: Parsed, stem: str) -> Blocks:
    """The lines of each highlight of an entry; raises `LookupError` where two share one, or another field does."""
    blocks = []
    for number in range(len(paths.at(parsed.resume, stem))):
        path = f"{stem}.{number}"
        lines = tuple(sorted(parsed.evidence.get(path, ())))
        if not lines or lines[-1] >= len(document.lines):
            raise LookupError(path)
        alone(parsed, lines, path)
        blocks.append(lines)
    return blocks


def blocks_of(document: Document, parsed: Parsed, name: str) -> Blocks:
    """The lines of each entry of a kind, from its first to that of the next, headers and footers of pages left out.

    Raises `LookupError` unless all entries stand one below the other in one section, with nothing of others between.
    """
    lines = {number: _lines_of(parsed, f"{name}.{number}") for number in range(len(paths.at(parsed.resume, name)))}
    if any(not found or max(found) >= len(document.lines) for found in lines.values()):
        raise LookupError(name)
    starts = [min(lines[number]) for number in range(len(lines))]
    section = next((one for one in parsed.sections if one.line < starts[0] < one.end), None)
    if section is None or starts != sorted(set(starts)):
        raise LookupError(name)
    ends = [*starts[1:], section.end]
    blocks = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        block = tuple(at for at in range(start, end) if not document.lines[at].furniture)
        if not lines[number] <= set(block):
            raise LookupError(name)
        alone(parsed, block, f"{name}.{number}")
        blocks.append(block)
    return blocks


def _lines_of(parsed: Parsed, stem: str) -> set[int]:
    return {at for path, lines in parsed.evidence.items() if path.startswith(f"{stem}.") for at in lines}
