from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from core.resume.reading.pages import render_page
from core.resume.reading.pdf.read import read_pdf
from tests.resume.reading.samples import Sheet


def changed(rotation: int, crop: bool) -> bytes:
    """A page with one black word on it, turned and cropped."""
    sheet = Sheet()
    sheet.put(150, 250, "HHHHHH", 24, "Helvetica-Bold")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sheet.data())))
    page = writer.pages[0]
    if crop:
        page.cropbox.lower_left = (60, 90)
        page.cropbox.upper_right = (500, 800)
    if rotation:
        page.rotate(rotation)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [False, True])
def test_boxes_sit_on_the_words_of_the_picture(rotation: int, crop: bool) -> None:
    data = changed(rotation, crop)
    document = read_pdf(data)
    image = render_page(data, 1, width=1000)
    scale = image.width / document.pages[0].width
    assert image.height / document.pages[0].height == pytest.approx(scale, rel=0.01)
    box = document.lines[0].box
    assert box
    ink = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert ink
    assert box.x0 * scale - 4 <= ink[0] <= ink[2] <= box.x1 * scale + 4
    assert box.y0 * scale - 4 <= ink[1] <= ink[3] <= box.y1 * scale + 4
    assert (ink[2] - ink[0]) * (ink[3] - ink[1]) > 0.4 * (box.x1 - box.x0) * (box.y1 - box.y0) * scale * scale


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        render_page(changed(0, crop=False), 2)


def test_a_very_tall_page_stays_small() -> None:
    sheet = Sheet((20, 14000))
    sheet.put(1, 20, "x")
    assert render_page(sheet.data(), 1).height <= 5000
