"""Tells pale text on a dark ground from pale text that nobody sees, by looking at the drawn page."""

from dataclasses import replace
from typing import Any

from core.resume.reading.pdf.geometry import Word

_LEAST = 24  # grey levels of 255 between ink and ground


def hide_unseen(page: Any, words: list[Word]) -> None:
    """Mark pale words as hidden where the page as drawn shows no contrast at their place."""
    pale = [word for word in words if word.style.pale and not word.style.hidden]
    if not pale:
        return
    bitmap = page.render(scale=1.0, grayscale=True, may_draw_forms=False)
    try:
        image = bitmap.to_pil().convert("L")
        for word in pale:
            place = (int(word.x0) - 1, int(word.y0) - 1, int(word.x1) + 2, int(word.y1) + 2)
            box = (max(place[0], 0), max(place[1], 0), min(place[2], image.width), min(place[3], image.height))
            if box[0] >= box[2] or box[1] >= box[3]:
                continue
            darkest, lightest = image.crop(box).getextrema()
            if lightest - darkest < _LEAST:
                word.style = replace(word.style, hidden="as pale as the page")
    finally:
        bitmap.close()
