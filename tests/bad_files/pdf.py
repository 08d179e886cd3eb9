"""PDFs made by hand, object by object, so that they can be wrong in any way."""

import zlib
from functools import cache
from io import BytesIO


def pdf(objects: dict[int, bytes], root: int = 1, trailer: bytes = b"", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A file with these objects, a right cross-reference table, and a trailer."""
    out = bytearray(head)
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, root, trailer, start)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"", length: int | None = None) -> bytes:
    """A stream object's body; `length` may lie."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data) if length is None else length, extra, data)


def packed(data: bytes, extra: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + extra)


@cache
def zeros(size: int, head: bytes = b"") -> bytes:
    """`size` spaces, packed without ever being held whole."""
    packer = zlib.compressobj(9)
    out = BytesIO()
    out.write(packer.compress(head))
    block = b" " * (1 << 20)
    for _ in range(size >> 20):
        out.write(packer.compress(block))
    out.write(packer.flush())
    return out.getvalue()


FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
PAGE = (
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
    b"/Resources <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>>>> %s>>"
)


def resume_lines(lines: list[str], extra: bytes = b"") -> bytes:
    """Drawing instructions that set lines from the top of a page."""
    shown = b" ".join(
        b"(%s) Tj 0 -14 Td" % line.encode("latin-1").replace(b"(", b"").replace(b")", b"") for line in lines
    )
    return b"BT /F1 11 Tf 60 740 Td " + shown + b" ET " + extra


RESUME = [
    "Ada Lovelace",
    "ada@example.com | +44 20 7946 0958 | London",
    "Experience",
    "Analyst, Analytical Engine Works, Jan 2020 - Present",
    "Wrote the first program for a machine, and cut the time of a table by 40%",
    "Education",
    "BSc Mathematics, University of London, 2016 - 2019",
    "Skills",
    "Python, SQL, Mathematics",
]


def one_page(
    content: bytes | None = None, page: bytes = b"", extra: dict[int, bytes] | None = None, catalog: bytes = b""
) -> bytes:
    """A one-page file; what is not given is that of a plain résumé."""
    objects = {
        1: b"<</Type /Catalog /Pages 2 0 R %s>>" % catalog,
        2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: PAGE % page,
        4: stream(resume_lines(RESUME)) if content is None else content,
        5: FONT,
        6: stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]"),
    }
    return pdf({**objects, **(extra or {})})
