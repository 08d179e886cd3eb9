"""What a change to one field must leave alone: the words that every other field was read from."""

from collections.abc import Iterable

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.parsing.dates import find
from core.resume.versions import paths
from core.resume.versions.passages import stands

Read = tuple[Document, Parsed]


def alone(parsed: Parsed, lines: Iterable[int], *own: str) -> None:
    """Raises `LookupError` where a field of another path, or a heading, stands on one of the lines."""
    taken = set(lines)
    for path, found in parsed.evidence.items():
        if taken & set(found) and not any(path == one or path.startswith(f"{one}.") for one in own):
            raise LookupError(path)
    if any(section.line in taken for section in parsed.sections):
        raise LookupError("a heading stands there")


def unharmed(before: Read, after: Read, own: str) -> None:
    """Raises `LookupError` where a field outside `own` stood on its lines before the change and stands there no more."""
    theirs = [path for path in before[1].evidence if path != own and not path.startswith(f"{own}.")]
    for path in theirs:
        if _text(*before, path) != _text(*after, path) and _seen(*before, path) and not _seen(*after, path):
            raise LookupError(path)
    for old, new in zip(before[1].sections, after[1].sections, strict=True):
        if stands(old.heading, before[0].lines[old.line].text) and not stands(
            new.heading, after[0].lines[new.line].text
        ):
            raise LookupError(old.heading)


def _text(document: Document, parsed: Parsed, path: str) -> str:
    """What stands on the lines of a field."""
    return "\n".join(
        document.lines[at].text for at in sorted(parsed.evidence.get(path, ())) if at < len(document.lines)
    )


def _seen(document: Document, parsed: Parsed, path: str) -> bool:
    """Whether the lines of a field say what the field says."""
    text = _text(document, parsed, path)
    try:
        value = paths.at(parsed.resume, path)
    except LookupError:
        return False
    if path.endswith("_date"):
        return any(value in (period.start, period.end) for period in find(text.replace("\n", " ")))
    words = paths.words_of(value)
    return bool(words) and all(stands(one, text) for one in words)
