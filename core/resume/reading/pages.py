"""Pages of a PDF as pictures."""

from PIL import Image

from core.resume.reading.pdf.read import open_pdf
from core.resume.reading.refusals import refuse

_TALLEST = 5000  # pixels


def render_page(data: bytes, page: int, width: int = 1200) -> Image.Image:
    """One page (counted from 1) as people see it, `width` pixels wide, less where it would be taller than 5,000.

    A Box on that page times image.width / Page.width is the place in the picture. Raises IndexError for a page that
    is not there, and Unreadable for a file that does not open.
    """
    document = open_pdf(data)
    try:
        if not 1 <= page <= len(document):
            raise IndexError(f"page {page} of {len(document)}")
        source = document[page - 1]
        wide, high = source.get_size()
        if wide < 1 or high < 1:
            raise refuse("broken")
        bitmap = source.render(scale=min(width / wide, _TALLEST / high))
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image
    finally:
        document.close()
