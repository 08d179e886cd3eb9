"""Files of other kinds, and text that is no text."""

import random
from io import BytesIO

from PIL import Image

from tests.bad_files import word
from tests.bad_files.bad_pdfs import good
from tests.bad_files.registry import bad


@bad("program", name="cv.pdf")
def elf_program() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00" + random.Random(2).randbytes(4000)


@bad("program", name="resume.docx")
def windows_program() -> bytes:
    return (
        b"MZ\x90\x00\x03"
        + bytes(55)
        + b"\x80\x00\x00\x00"
        + bytes(64)
        + b"PE\x00\x00"
        + random.Random(3).randbytes(4000)
    )


@bad("program", name="resume.txt")
def shell_script() -> bytes:
    return b"#!/bin/sh\nrm -rf /\n"


@bad("archive", name="cv.docx")
def archive_of_other_files() -> bytes:
    return word.package({"photo.jpg": b"x"})


@bad("spreadsheet", name="cv.docx")
def spreadsheet() -> bytes:
    return word.package({"xl/workbook.xml": b"<x/>"})


@bad("spreadsheet", name="cv.txt")
def table_of_commas() -> bytes:
    return b"id,name,mail,age\n" + b"".join(b"%d,Ada,ada@example.com,36\n" % number for number in range(50))


@bad("odt", name="cv.odt")
def opendocument() -> bytes:
    return word.package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})


@bad("pages", name="cv.pages")
def apple_pages() -> bytes:
    return word.package({"Index/Document.iwa": b"x"})


@bad("old_word", name="cv.doc")
def old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000)


@bad("password", name="cv.docx")
def locked_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


@bad("rtf", name="cv.rtf")
def rich_text() -> bytes:
    return b"{\\rtf1\\ansi Ada Lovelace}"


def _picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind)
    return out.getvalue()


@bad("picture")
def png() -> bytes:
    return _picture("PNG")


@bad("picture", name="cv.jpg")
def jpeg() -> bytes:
    return _picture("JPEG")


@bad("picture", name="cv.webp")
def webp() -> bytes:
    return _picture("WEBP")


@bad("picture", name="IMG_1.HEIC")
def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic" + bytes(200)


@bad("empty")
def no_bytes() -> bytes:
    return b""


@bad("empty", name="cv.txt")
def only_nul() -> bytes:
    return bytes(5000)


@bad("too_large")
def larger_than_ten_megabytes() -> bytes:
    return b"%PDF-1.7\n" + bytes(11 << 20)


@bad("unknown_type", "broken")
def random_bytes() -> bytes:
    return random.Random(4).randbytes(20_000)


@bad("broken", "empty")
def random_bytes_after_a_header() -> bytes:
    return b"%PDF-1.7\n" + random.Random(5).randbytes(200_000)


@bad("no_text", "not_a_resume", name="cv.txt")
def only_emoji() -> bytes:
    return ("🎉🚀" * 500).encode()


@bad("no_text", "empty", name="cv.txt")
def only_zero_width() -> bytes:
    return ("\u200b\u200d\u2060\ufeff" * 500).encode()


@bad("language", name="cv.txt")
def right_to_left() -> bytes:
    return (
        "السيرة الذاتية\nخبرة العمل في شركة البرمجيات من سنة إلى سنة\nالتعليم جامعة القاهرة كلية الهندسة\n" * 5
    ).encode()


@bad("flood", "timeout", name="cv.txt")
def five_million_letters_without_a_space() -> bytes:
    return b"a" * 5_000_000


@bad("ok", "not_a_resume", name="cv.txt")
def line_that_invites_backtracking() -> bytes:
    return b"a@" * 20_000 + b"\n" + b" " * 50_000 + b"x\n" + b"[" * 50_000 + b"\n" + b"1 " * 20_000


@bad("flood", "ok", "timeout", "not_a_resume", name="cv.md")
def markdown_nested_without_end() -> bytes:
    return b"# A\n\n## B\n\n" + b">" * 20_000 + b"\n\n" + b"*a_ " * 30_000 + b"[" * 20_000


@bad("latex", name="cv.tex")
def latex_source() -> bytes:
    return b"\\documentclass{article}\n\\begin{document}Ada\\end{document}"


@bad("ok", name="../../etc/passwd\x00.pdf")
def name_like_a_path() -> bytes:
    return good()


@bad("ok", name="\u202efdp.exe" + "x" * 5000)
def name_written_backwards() -> bytes:
    return good()
