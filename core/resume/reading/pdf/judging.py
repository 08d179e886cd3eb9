"""What pypdf says of a PDF before its pages are read: locked or not, how many pages, and which programs wrote it.

Only the file's skeleton is read here, which costs a tenth of a text extraction. A file that pypdf cannot open is left
to pdfium, which mends more; pdfium's own count of pages holds in any case.
"""

import logging
from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject

from core.resume.reading.refusals import MOST_PAGES, refuse

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings repeat words of the file
# What pypdf raises on files that lie about themselves, beside its own errors
_BROKEN = (
    PyPdfError,
    DependencyError,
    RecursionError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
)
_LONGEST_NAME = 100


def judge(data: bytes) -> str:
    """The programs that wrote the file ("creator; producer"); raises Unreadable for a locked file or far too many pages."""
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
        pages = 0 if locked else _pages(reader)
        makers = "" if locked else _makers(reader)
    except _BROKEN:
        return ""
    if locked:
        raise refuse("password")
    if pages > MOST_PAGES:
        raise refuse("too_long", pages=pages)
    return makers


def _pages(reader: PdfReader) -> int:
    """The count as the file states it: walking a tree of 100,000 pages would take seconds."""
    tree = reader.root_object.get("/Pages")
    tree = tree.get_object() if tree is not None else None
    count = tree.get("/Count", 0) if isinstance(tree, DictionaryObject) else 0
    return int(count) if isinstance(count, int) else 0


def _makers(reader: PdfReader) -> str:
    about = reader.metadata
    names = [about.creator, about.producer] if about else []
    shown = [name.replace("\x00", "").strip()[:_LONGEST_NAME] for name in names if name]
    return "; ".join(dict.fromkeys(name for name in shown if name))
