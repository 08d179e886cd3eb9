"""Bad PDFs: bombs, rings, lies, locks, and text that is none."""

import random
import zlib
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image

from tests.bad_files import pdf, word
from tests.bad_files.registry import bad


def good() -> bytes:
    """A plain résumé that reads."""
    return pdf.one_page()


@bad("bomb")
def flate_bomb_of_a_gigabyte() -> bytes:
    return pdf.one_page(pdf.stream(pdf.zeros(1 << 30), b"/Filter /FlateDecode"))


@bad("bomb")
def flate_bomb_in_two_layers() -> bytes:
    return pdf.one_page(pdf.stream(zlib.compress(pdf.zeros(1 << 30), 9), b"/Filter [/FlateDecode /FlateDecode]"))


@bad("bomb", "broken", "memory", "timeout")
def flate_bomb_in_a_form() -> bytes:
    form = pdf.stream(pdf.zeros(200 << 20), b"/Filter /FlateDecode /Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return pdf.one_page(pdf.stream(b"/X Do"), extra={6: form})


@bad("bomb", "broken", "memory", "ok")
def flate_bomb_behind_noise() -> bytes:
    noise = random.Random(1).randbytes(1 << 16).hex().encode()
    return pdf.one_page(pdf.stream(pdf.zeros(600 << 20, noise), b"/Filter /FlateDecode"))


@bad("too_long")
def a_hundred_thousand_pages() -> bytes:
    return pdf.one_page(extra={2: b"<</Type /Pages /Kids [%s] /Count 100000>>" % (b"3 0 R " * 100_000)})


@bad("too_long", "broken", "ok")
def a_count_of_pages_that_lies() -> bytes:
    return pdf.one_page(extra={2: b"<</Type /Pages /Kids [3 0 R] /Count 2147483647>>"})


@bad("broken", "empty", "ok")
def cyclic_page_tree() -> bytes:
    return pdf.one_page(extra={2: b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"})


@bad("broken", "empty")
def page_tree_ten_thousand_deep() -> bytes:
    tree = {number: b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % (number + 1) for number in range(10, 10_010)}
    return pdf.pdf({1: b"<</Type /Catalog /Pages 10 0 R>>", **tree, 10_010: b"<</Type /Page>>"})


@bad("broken", "empty", "ok")
def arrays_a_million_deep() -> bytes:
    return pdf.one_page(pdf.stream(b"[" * 1_000_000 + b"]" * 1_000_000 + pdf.resume_lines(pdf.RESUME)))


@bad("broken", "empty", "ok")
def dictionaries_a_million_deep() -> bytes:
    return pdf.one_page(extra={7: b"<</A " * 300_000 + b"1" + b">>" * 300_000})


@bad("ok", "empty", "broken", "timeout")
def states_pushed_without_end() -> bytes:
    return pdf.one_page(pdf.stream(b"q " * 500_000 + pdf.resume_lines(pdf.RESUME)))


@bad("broken", "empty")
def truncated() -> bytes:
    return good()[:300]


@bad("ok")
def broken_cross_reference() -> bytes:
    return good().replace(b"startxref\n", b"startxref\n99999")


@bad("ok", "broken")
def wrong_stream_lengths() -> bytes:
    return pdf.one_page(pdf.stream(pdf.resume_lines(pdf.RESUME), length=3))


@bad("ok", "broken")
def stream_length_of_two_gigabytes() -> bytes:
    return pdf.one_page(pdf.stream(pdf.resume_lines(pdf.RESUME), length=2**31))


def _encrypted(user: str) -> bytes:
    document = FPDF()
    document.set_encryption("owner", user or None, encryption_method=EncryptionMethod.RC4)
    document.add_page()
    document.set_font("helvetica", size=11)
    for line in pdf.RESUME:
        document.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


@bad("password")
def locked_with_a_password() -> bytes:
    return _encrypted("secret")


@bad("ok")
def encrypted_with_an_empty_password() -> bytes:
    return _encrypted("")


@bad("ok", "broken", "empty")
def form_that_draws_itself() -> bytes:
    form = pdf.stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0 R>>>>")
    return pdf.one_page(pdf.stream(pdf.resume_lines(pdf.RESUME, b"/X Do")), extra={6: form})


@bad("ok")
def outlines_in_a_ring() -> bytes:
    ring = {7: b"<</First 8 0 R /Last 8 0 R>>", 8: b"<</Title (a) /Parent 7 0 R /Next 8 0 R /First 8 0 R>>"}
    return pdf.one_page(extra=ring, catalog=b"/Outlines 7 0 R")


@bad("ok")
def javascript_and_an_embedded_program() -> bytes:
    extra = {
        7: b"<</S /JavaScript /JS (while(true){app.alert(1)})>>",
        8: b"<</Type /Filespec /F (virus.exe) /EF <</F 9 0 R>>>>",
        9: pdf.stream(b"MZ" + bytes(1000), b"/Type /EmbeddedFile"),
    }
    return pdf.one_page(extra=extra, catalog=b"/OpenAction 7 0 R /Names <</EmbeddedFiles <</Names [(a) 8 0 R]>>>>")


@bad("scan")
def picture_of_sixty_thousand_pixels_squared() -> bytes:
    image = pdf.stream(
        pdf.zeros(8 << 20),
        b"/Filter /FlateDecode /Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
        b"/ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    return pdf.one_page(pdf.stream(b"q 612 0 0 792 0 0 cm /X Do Q"), extra={6: image})


@bad("scan")
def scan_without_text() -> bytes:
    out = BytesIO()
    Image.new("RGB", (850, 1100), "white").save(out, "PDF")
    return out.getvalue()


@bad("empty")
def blank_page() -> bytes:
    return pdf.one_page(pdf.stream(b""))


@bad("no_text", "empty")
def all_text_white() -> bytes:
    return pdf.one_page(pdf.stream(b"1 g " + pdf.resume_lines(pdf.RESUME)))


@bad("outlines")
def letters_drawn_as_shapes() -> bytes:
    places = [(x, y) for x in range(60, 500, 10) for y in (600, 620, 640)]
    shapes = b"".join(b"%d %d m %d %d l %d %d l f " % (x, y, x + 4, y + 7, x + 9, y) for x, y in places)
    return pdf.one_page(pdf.stream(shapes))


@bad("flood", "timeout", "memory", "broken")
def five_million_characters_on_a_page() -> bytes:
    lines = b"".join(b"1 0 0 1 20 %d Tm (%s) Tj " % (y, b"word " * 200) for y in range(50, 750, 2))
    return pdf.one_page(pdf.packed(b"BT /F1 1.3 Tf " + lines * 15 + b" ET"))


@bad("ok", "broken")
def huge_font() -> bytes:
    return pdf.one_page(pdf.stream(pdf.resume_lines(pdf.RESUME) + b" BT /F1 99999999 Tf 0 0 Td (x) Tj ET"))


@bad("ok", "broken", "empty", "no_text")
def numbers_out_of_bounds() -> bytes:
    content = pdf.stream(b"BT /F1 1e38 Tf 1e38 -1e38 Td 9e99 0 0 -9e99 1 1 Tm (Ada) Tj ET")
    return pdf.one_page(content, b"/Rotate 45 /CropBox [9 9 9 9]")


@bad("ok", "broken", "empty")
def page_of_no_size() -> bytes:
    return pdf.one_page(page=b"/MediaBox [0 0 0 0]")


@bad("ok")
def text_before_the_header() -> bytes:
    return b"\xef\xbb\xbf\r\n" + good()


@bad("html", "ok")
def web_page_and_pdf() -> bytes:
    return b"<!doctype html><script>alert(1)</script><!-- " + good() + b" -->"


@bad("ok")
def pdf_and_zip() -> bytes:
    return good() + word.package({"word/document.xml": word.document("")})


@bad("garbled", "no_text")
def fonts_that_name_no_letters() -> bytes:
    glyphs = b" ".join(b"/g%d" % code for code in range(33, 127))
    names = b"<</Type /Encoding /Differences [33 %s]>>" % glyphs
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Unknown /FirstChar 33 /LastChar 126 /Encoding %s>>" % names
    noise = ["".join(chr(33 + (ord(letter) * 7) % 90) for letter in line if letter != "\\") for line in pdf.RESUME]
    return pdf.one_page(pdf.stream(pdf.resume_lines([line.replace("\\", "x") for line in noise])), extra={5: font})
