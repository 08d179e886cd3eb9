"""Values over time: a dot for each, and a line for the mean of the last few."""

from datetime import datetime, time, timedelta

from matplotlib.axes import Axes

from core.charts.canvas import Canvas
from core.charts.chart import Trend, rolling
from core.charts.style import MARGIN, NOTE, TITLE, WIDTH, Palette

HEIGHT = 850  # pixels
TOP, BOTTOM, LEFT = 230, 760, 130  # pixels: the edges of what is plotted
MANY = 60  # points from which on dots are small
TICKS = 5  # days that are marked at most
YEAR = 300  # days from which on months tell more


def trend(chart: Trend, palette: Palette) -> Canvas:
    """The title, the legend, and the plot."""
    canvas = Canvas(HEIGHT, palette)
    canvas.text(MARGIN, MARGIN + TITLE, chart.title, size=TITLE, weight="bold")
    _legend(canvas, chart)
    axes = canvas.plot(LEFT, TOP, WIDTH - MARGIN, BOTTOM)
    points = sorted(chart.points)
    moments = [moment.timestamp() for moment, _ in points]
    values = [value for _, value in points]
    size, alpha = (200, 0.6) if len(points) < MANY else (70, 0.35)
    axes.scatter(moments, values, s=size, color=palette.accent, alpha=alpha, linewidths=0, zorder=2)
    if len(points) > 1:
        axes.plot(moments, rolling(values, chart.window), color=palette.warning, linewidth=5, zorder=3)
    axes.set_ylim(-0.04 * chart.full, 1.04 * chart.full)
    axes.set_yticks([chart.full * fifth / 5 for fifth in range(6)])
    axes.grid(axis="y", color=palette.faint, linewidth=2)
    axes.set_axisbelow(True)
    _days(axes, points[0][0], points[-1][0])
    return canvas


def _legend(canvas: Canvas, chart: Trend) -> None:
    """What the dot and the line are, in one row below the title."""
    palette, baseline = canvas.palette, MARGIN + TITLE + 64
    canvas.bar(MARGIN, baseline - 20, 20, 20, palette.accent)
    dot = canvas.text(MARGIN + 34, baseline, f"one {chart.name}", size=NOTE, color=palette.muted)
    if len(chart.points) > 1:
        x = MARGIN + 34 + canvas.width(dot) + 56
        canvas.bar(x, baseline - 14, 60, 8, palette.warning)
        mean = f"mean of the last {chart.window}"
        canvas.text(x + 76, baseline, mean, size=NOTE, color=palette.muted, room=WIDTH - MARGIN - x - 76)


def _days(axes: Axes, first: datetime, last: datetime) -> None:
    """Marks a few evenly spread days, the first and the last among them; moments where all happened within two days."""
    if last - first > timedelta(days=2):
        days = (last.date() - first.date()).days
        steps = min(TICKS, days + 1) - 1
        shape = "%b %Y" if days > YEAR else "%d %b"
        midnight = datetime.combine(first.date(), time(), first.tzinfo)
        ticks = [midnight + timedelta(days=days * at // steps) for at in range(steps + 1)]
    else:
        shape, ticks = "%d %b, %H:%M", sorted({first, last})
    axes.set_xticks([tick.timestamp() for tick in ticks], [tick.strftime(shape).lstrip("0") for tick in ticks])
    room = max(0.1 * (last.timestamp() - ticks[0].timestamp()), 60.0)
    axes.set_xlim(ticks[0].timestamp() - room, last.timestamp() + room)
