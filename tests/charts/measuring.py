"""Where the words of a picture stand, as the library that drew them measures it. Called in the sandbox."""

import warnings
from dataclasses import dataclass

from core.charts.chart import Bars, Trend
from core.charts.draw import drawn


@dataclass(frozen=True)
class Word:
    """A piece of text and its box in pixels."""

    text: str
    left: float
    low: float
    right: float
    high: float

    def overlaps(self, other: "Word") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high


def measured(chart: Bars | Trend, light: bool) -> tuple[bytes, list[Word]]:
    """The picture, and all words on it. A warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        canvas = drawn(chart, light)
        data = canvas.png()
        from matplotlib.text import Text

        shown = [one for one in canvas.figure.findobj(Text) if one.get_visible() and one.get_text()]
        boxes = [(one.get_text(), one.get_window_extent()) for one in shown]
    return data, [Word(text, box.x0, box.y0, box.x1, box.y1) for text, box in boxes]
