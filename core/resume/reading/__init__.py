"""Reads a résumé file into a Document, whatever its kind."""

from core.resume.document import Document
from core.resume.reading.pdf.read import read_pdf


def read(data: bytes, name: str = "") -> Document:
    """What the file shows; raises Unreadable with the sentence to say."""
    return read_pdf(data)
