"""Bad Word files: bombs, entities, depth, lies."""

import struct

from tests.bad_files import pdf, word
from tests.bad_files.registry import bad


def _word(body: str, prolog: str = "", **parts: bytes) -> bytes:
    return word.package({"word/document.xml": word.document(body, prolog), **parts})


@bad("ok", "broken", name="cv.docx")
def word_with_external_entities() -> bytes:
    prolog = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return _word(word.paragraphs([*pdf.RESUME, "&x;"]), prolog)


@bad("ok", "broken", "bomb", name="cv.docx")
def word_with_a_billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    return _word(word.paragraphs([*pdf.RESUME, "&a10;"]), f"<!DOCTYPE w [{entities}]>")


@bad("bomb", name="cv.docx")
def word_bomb_of_half_a_gigabyte() -> bytes:
    return word.bomb("word/document.xml", 512 << 20, {})


@bad("bomb", name="cv.docx")
def word_bomb_in_the_styles() -> bytes:
    body = word.document(word.paragraphs(pdf.RESUME))
    return word.bomb("word/styles.xml", 300 << 20, {"word/document.xml": body})


@bad("broken", "bomb", "memory", name="cv.docx")
def word_whose_sizes_lie() -> bytes:
    data = bytearray(word.bomb("word/document.xml", 64 << 20, {}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 5000)
    return bytes(data)


@bad("ok", name="cv.docx")
def word_with_members_that_climb() -> bytes:
    return _word(word.paragraphs(pdf.RESUME), **{"../../../../tmp/climbed": b"x", "/etc/passwd": b"x", "C:\\x": b"x"})


@bad("ok", "broken", "empty", "no_text", name="cv.docx")
def word_tables_two_hundred_deep() -> bytes:
    inner = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200
    return _word(word.paragraphs(pdf.RESUME) + inner)


@bad("broken", "ok", name="cv.docx")
def word_elements_twenty_thousand_deep() -> bytes:
    return _word("<w:p>" * 20_000 + "</w:p>" * 20_000)


@bad("broken", name="cv.docx")
def word_cut_short() -> bytes:
    return _word(word.paragraphs(pdf.RESUME))[:200]


@bad("broken", name="cv.docx")
def word_that_is_no_xml() -> bytes:
    return word.package({"word/document.xml": b"\x00\x01 no xml"})


@bad("empty", "no_text", name="cv.docx")
def word_without_text() -> bytes:
    return _word("<w:p/>")


@bad("flood", name="cv.docx")
def word_of_a_million_words() -> bytes:
    return _word(word.paragraphs([" ".join(map(str, range(start, start + 1000))) for start in range(0, 10**6, 1000)]))
