"""The sheet that pictures are drawn on: matplotlib's figure, measured in pixels from the upper left corner."""

from functools import cache
from io import BytesIO
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

from core.charts.style import DPI, MARGIN, TEXT, WIDTH, Palette, points

LONGEST = 160  # letters that are tried to fit


class Canvas:
    """A sheet of `WIDTH` times `height` pixels in the colours of a palette."""

    def __init__(self, height: int, palette: Palette) -> None:
        self.height, self.palette = height, palette
        self.figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=palette.paper)
        FigureCanvasAgg(self.figure)
        self._sheet = self.figure.add_axes((0, 0, 1, 1), frameon=False)
        self._sheet.set(xlim=(0, WIDTH), ylim=(height, 0), xticks=[], yticks=[])

    def text(self, x: float, y: float, words: str, *, room: float = WIDTH - 2 * MARGIN, **look: Any) -> Text:
        """Words at a place, cut to `room` pixels; `look`: size (pixels), color, weight, ha, va (default: baseline)."""
        look = {"color": self.palette.ink, **look, "size": points(look.get("size", TEXT))}
        text = self._sheet.text(x, y, "", parse_math=False, **look)
        words = drawable(words[:LONGEST])
        text.set_text(words)
        while words and self.width(text) > room:
            words = words[:-1].rstrip()
            text.set_text(f"{words}…")
        return text

    def width(self, text: Text) -> float:
        """How wide a text is, in pixels."""
        return float(text.get_window_extent().width)

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A bar with round ends."""
        radius = min(width, height) / 2
        shape = f"round,pad=0,rounding_size={radius}"
        self._sheet.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=shape, facecolor=colour, linewidth=0))

    def plot(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Axes between these edges (pixels), without a frame."""
        box = (left / WIDTH, 1 - bottom / self.height, (right - left) / WIDTH, (bottom - top) / self.height)
        axes = self.figure.add_axes(box, facecolor="none")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, pad=12, labelsize=points(TEXT - 4), labelcolor=self.palette.muted)
        return axes

    def png(self) -> bytes:
        out = BytesIO()
        self.figure.savefig(out, format="png", metadata={"Software": None})
        return out.getvalue()


def drawable(words: str) -> str:
    """The words without what the font has no letters for (they would be boxes), and without what steers directions."""
    shown = (c for c in words if c.isspace() or (c.isprintable() and _font().get_char_index(ord(c))))
    return " ".join("".join(shown).split())


@cache
def _font() -> FT2Font:
    return FT2Font(findfont("DejaVu Sans"))
