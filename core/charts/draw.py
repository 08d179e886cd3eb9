"""The way to a picture: a chart in, a PNG out. To be called in a worker process, where alone matplotlib is loaded."""

from typing import TYPE_CHECKING

from core.charts.chart import Bars, Trend
from core.charts.library import load
from core.charts.style import DARK, LIGHT

if TYPE_CHECKING:
    from core.charts.canvas import Canvas


def draw(chart: Bars | Trend, light: bool = True) -> bytes:
    """A PNG of a chart, 1200 pixels wide: `await sandbox.run(draw, chart)`."""
    return drawn(chart, light).png()


def drawn(chart: Bars | Trend, light: bool = True) -> "Canvas":
    """The sheet with a chart on it."""
    load()
    from core.charts.bars import bars
    from core.charts.trend import trend

    palette = LIGHT if light else DARK
    return bars(chart, palette) if isinstance(chart, Bars) else trend(chart, palette)
