"""Reads a résumé file into a Document, whatever its kind."""

from core.resume.document import Document
from core.resume.reading.docx.read import read_docx
from core.resume.reading.judge import refuse_unless_resume
from core.resume.reading.markdown import read_markdown
from core.resume.reading.pdf.read import read_pdf
from core.resume.reading.plain import read_text
from core.resume.reading.recognise import kind_of
from core.resume.reading.refusals import refuse

__all__ = ["read", "read_any"]

_READERS = {"pdf": read_pdf, "docx": read_docx, "text": read_text, "markdown": read_markdown}


def read(data: bytes, name: str = "") -> Document:  # noqa: ARG001 (content decides; a name proves nothing)
    """What a résumé file shows, its kind known by content; raises Unreadable with the sentence to say.

    Runs untrusted data through native libraries: call it by `guarded.read_guarded` unless the file is your own.
    """
    document = read_any(data)
    refuse_unless_resume(document)
    return document


def read_any(data: bytes) -> Document:
    """What a readable file of any content shows; as untrusted as `read`."""
    document = _READERS[kind_of(data)](data)
    if not any(not line.furniture for line in document.lines):
        raise refuse("no_text")
    return document
