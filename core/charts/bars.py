"""Bars with their names above them, so that long names have room on a phone."""

from core.charts.canvas import Canvas
from core.charts.chart import Bar, Bars
from core.charts.style import HEADLINE, MARGIN, NOTE, TITLE, WIDTH, Palette

ROW = 104  # pixels from one row to the next
THICK = 26  # pixels
SLIVER = 10  # pixels: the bar of a value that is 0, so that its colour is seen
FIRST = 366  # pixels from the top to the first name
VALUE = 190  # pixels that are kept for a value


def bars(chart: Bars, palette: Palette) -> Canvas:
    """The title and the large figure, then a row for each bar."""
    canvas = Canvas(FIRST + len(chart.rows) * ROW + (NOTE + MARGIN if chart.note else 0), palette)
    canvas.text(MARGIN, MARGIN + TITLE, chart.title, size=TITLE, weight="bold")
    large = MARGIN + TITLE + HEADLINE + 18
    number = canvas.text(MARGIN - 6, large, chart.headline, size=HEADLINE, weight="bold")
    beside = MARGIN + canvas.width(number) + 18
    canvas.text(beside, large, chart.unit, size=TITLE, color=palette.muted, room=WIDTH - MARGIN - beside)
    for at, row in enumerate(chart.rows):
        _row(canvas, chart, row, FIRST + at * ROW)
    if chart.note:
        canvas.text(MARGIN, canvas.height - MARGIN, chart.note, size=NOTE, color=palette.muted)
    return canvas


def _row(canvas: Canvas, chart: Bars, row: Bar, baseline: float) -> None:
    palette, across = canvas.palette, WIDTH - 2 * MARGIN
    canvas.text(MARGIN, baseline, row.label, room=across - VALUE)
    told, look = (row.absent, palette.muted) if row.value is None else (f"{row.value:.1f}", palette.ink)
    canvas.text(
        WIDTH - MARGIN, baseline, told, ha="right", color=look, weight="normal" if row.value is None else "bold"
    )
    canvas.bar(MARGIN, baseline + 18, across, THICK, palette.faint)
    if row.value is not None:
        share = min(1.0, max(0.0, row.value / chart.full))
        colour = palette.warning if row.value < chart.low else palette.accent
        canvas.bar(MARGIN, baseline + 18, max(THICK, across * share) if share else SLIVER, THICK, colour)
