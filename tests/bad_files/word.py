"""Word packages made by hand, so that they can be wrong in any way."""

import zipfile
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Target="word/document.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def document(body: str, prolog: str = "") -> bytes:
    return f'<?xml version="1.0"?>{prolog}<w:document {W}><w:body>{body}</w:body></w:document>'.encode()


def package(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts, with the two that every Word file has."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, **parts}.items():
            archive.writestr(name, data)
    return out.getvalue()


def bomb(name: str, size: int, others: dict[str, bytes]) -> bytes:
    """A package in which one part unpacks to `size` bytes of spaces."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for other, data in {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, **others}.items():
            archive.writestr(other, data)
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(b"<?xml version='1.0'?><w:document>")
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    return out.getvalue()
