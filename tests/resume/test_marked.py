"""The marked page: boxes sit on the lines that findings quote, and their numbers beside them."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from core.resume import marked
from core.resume.assess import assess
from tests import papers
from tests.resume.corpus.samples import Sample, corpus

TODAY = date(2026, 11, 22)


PDFS = [sample for sample in corpus() if sample.name.endswith(".pdf")]


@pytest.mark.parametrize("sample", PDFS[:12], ids=lambda sample: sample.name)
def test_boxes_sit_on_the_quoted_lines(sample: Sample) -> None:
    data = sample.data()
    found = assess(data, "cv.pdf", None, TODAY)
    for page in marked.pages_with_marks(found.document, found.review):
        marks = marked.marks(found.document, found.review, page)
        scale = marked.WIDTH / found.document.pages[page - 1].width
        clean = Image.open(BytesIO(marked.draw(data, page, found.document.pages[page - 1].width, []))).convert("L")
        for mark in marks:
            inside = clean.crop(
                (
                    int(marked.GAP + mark.box.x0 * scale),
                    int(mark.box.y0 * scale),
                    int(marked.GAP + mark.box.x1 * scale),
                    int(mark.box.y1 * scale) + 1,
                )
            )
            low, high = inside.getextrema()
            assert high - low > 60, f"nothing is printed where {mark} stands"


def test_a_mark_is_drawn_around_its_line_with_its_number_in_the_margin() -> None:
    data = papers.pdf()
    found = assess(data, "cv.pdf", None, TODAY)
    marks = marked.marks(found.document, found.review, 1)
    page = found.document.pages[0]
    picture = Image.open(BytesIO(marked.draw(data, 1, page.width, marks))).convert("RGB")
    left = picture.width - marked.WIDTH - marked.GAP
    scale = marked.WIDTH / page.width
    quoted = {finding.quote for finding in found.review.findings if finding.places}
    assert papers.WEAK in quoted
    for mark in marks:
        middle = int((mark.box.y0 + mark.box.y1) / 2 * scale)
        edge = picture.getpixel((int(left + mark.box.x0 * scale - 5), middle))
        assert edge in set(marked.INK.values()), mark
        beside = {picture.getpixel((x, middle)) for x in range(left)}
        assert len(beside) > 2, "a tag stands in the margin beside the line"


def test_text_has_no_marked_page() -> None:
    found = assess("\n".join(papers.LINES).encode(), "cv.md", None, TODAY)
    assert marked.pages_with_marks(found.document, found.review) == []
