"""Tells what a file is by its content; its name is not asked."""

import re
import zipfile
from io import BytesIO

from core.resume.document import Kind, Unreadable
from core.resume.reading.encoding import decode, looks_like_text
from core.resume.reading.refusals import MOST_BYTES, refuse

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xfe\xed\xfa", "program"),
    (b"\x00asm", "program"),
    (b"dex\n", "program"),
    (b"#!", "program"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"BM", "picture"),
    (b"8BPS", "picture"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "unknown_type"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"BZh", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"ID3", "sound_or_video"),
    (b"OggS", "sound_or_video"),
    (b"\x1aE\xdf\xa3", "sound_or_video"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"(?i)<(!doctype\s+html|html|head|body|script|svg)\b")
_LATEX = re.compile(r"\\documentclass\b|\\begin\{document\}")
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
_MARKDOWN = re.compile(
    r"(?m)^#{1,6} \S|^\S[^\n]*\n(=+|-{4,})\s*$|\[[^\]\n]{1,200}\]\(\S{1,500}?\)|\*\*\S[^*\n]*\*\*|^```"
)


def kind_of(data: bytes) -> Kind:
    """The kind of a readable file; raises Unreadable for every other."""
    if len(data) > MOST_BYTES:
        raise refuse("too_large")
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise refuse("empty")
    head = data[:1024]
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    reason = _foreign(data)
    if reason:
        raise refuse(reason)
    if b"%PDF-" in head:
        return "pdf"
    return _kind_of_text(data)


def _foreign(data: bytes) -> str:
    """The reason to refuse what another program's file starts with, or nothing."""
    if data.startswith(_OLE):
        return _old_office(data)
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in _PICTURE_BRANDS else "sound_or_video"
    if data.startswith(b"RIFF"):
        return "picture" if data[8:12] == b"WEBP" else "sound_or_video"
    for magic, reason in _MAGIC:
        if data.startswith(magic) and not (len(magic) == 2 and magic != b"#!" and looks_like_text(data)):
            return reason
    return "html" if data[:200].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<") and _MARKUP.search(data[:4096]) else ""


def _old_office(data: bytes) -> str:
    names = {
        "EncryptedPackage": "password",
        "WordDocument": "old_word",
        "Workbook": "spreadsheet",
        "PowerPoint Document": "presentation",
    }
    for name, reason in names.items():
        if name.encode("utf-16-le") in data:
            return reason
    return "old_office"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist()[:5000])
            media = package.read("mimetype")[:100] if "mimetype" in names and _small(package) else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError) as error:
        raise refuse("broken") from error
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    raise _refuse_package(names, media)


def _small(package: zipfile.ZipFile) -> bool:
    return package.getinfo("mimetype").file_size < 1000


def _refuse_package(names: set[str], media: bytes) -> Unreadable:
    if b"opendocument.spreadsheet" in media or any(name.startswith("xl/") for name in names):
        return refuse("spreadsheet")
    if b"opendocument.presentation" in media or any(name.startswith("ppt/") for name in names):
        return refuse("presentation")
    if b"opendocument" in media:
        return refuse("odt")
    if "Index/Document.iwa" in names or "Index.zip" in names:
        return refuse("pages")
    if "META-INF/MANIFEST.MF" in names or "AndroidManifest.xml" in names:
        return refuse("program")
    return refuse("archive")


def _kind_of_text(data: bytes) -> Kind:
    if not looks_like_text(data):
        raise refuse("unknown_type")
    text = decode(data)
    if _LATEX.search(text[:20_000]):
        raise refuse("latex")
    if _is_table(text):
        raise refuse("spreadsheet")
    return "markdown" if len(_MARKDOWN.findall(text[:50_000])) >= 2 else "text"


def _is_table(text: str) -> bool:
    """Whether most lines hold the same number, three or more, of one separator, as CSV does."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    if len(lines) < 3:
        return False
    for separator in (",", ";", "\t"):
        counts = [line.count(separator) for line in lines]
        usual = max(set(counts), key=counts.count)
        if usual >= 2 and counts.count(usual) >= 0.9 * len(lines) and not any(line.startswith("#") for line in lines):
            return True
    return False
