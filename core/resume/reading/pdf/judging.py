"""What is known of a PDF before its pages are read: whether it is locked, and which programs wrote it.

pypdf is asked for the lock alone, which stands in the file's trailer: it would unpack whole streams of objects in Python
for what pdfium says at once. A file that pypdf cannot open is left to pdfium, which mends more.
"""

import logging
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from core.resume.reading.refusals import refuse

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


def refuse_locked(data: bytes) -> None:
    """Raise Unreadable for a file that opens with a password only."""
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except _BROKEN:
        return
    if locked:
        raise refuse("password")


def makers_of(document: Any) -> str:
    """The programs that wrote an open file ("creator; producer")."""
    names = (document.get_metadata_value(key) for key in ("Creator", "Producer"))
    shown = (name.replace("\x00", "").strip()[:_LONGEST_NAME] for name in names)
    return "; ".join(dict.fromkeys(name for name in shown if name))
