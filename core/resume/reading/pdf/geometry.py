"""Words and pieces of a page in visible coordinates: points from the top left, after rotation and crop."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.resume.document import Box

Bounds = tuple[float, float, float, float]


@dataclass(slots=True)
class Style:
    """How one text object is set. `size` is in points as seen; `hidden` says why a person cannot see it."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    symbolic: bool = False
    icons: bool = False
    hidden: str = ""
    pale: bool = False
    descent: float | None = None  # from the baseline to the bottom of the box, once known
    unsure: bool = False  # the font does not say which letters its glyphs are


@dataclass(slots=True)
class Word:
    """Characters without white space between them. `order` is the place in the file's own sequence."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style
    order: int
    length: int

    @property
    def size(self) -> float:
        return self.style.size


@dataclass(slots=True)
class Piece:
    """Words on one baseline with no wide gap between them."""

    words: list[Word]
    bullet: bool = False
    x0: float = field(init=False)
    y0: float = field(init=False)
    x1: float = field(init=False)
    y1: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)
    order: int = field(init=False)

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Take the sizes from the words again, after words were added or removed."""
        words = self.words
        self.x0 = min([word.x0 for word in words])
        self.y0 = min([word.y0 for word in words])
        self.x1 = max([word.x1 for word in words])
        self.y1 = max([word.y1 for word in words])
        lengths = [word.length for word in words]
        longest = words[lengths.index(max(lengths))]
        self.base, self.size = longest.base, longest.style.size
        self.order = min([word.order for word in words])

    @property
    def raw(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return Box(round(self.x0, 2), round(self.y0, 2), round(self.x1, 2), round(self.y1, 2))


def viewer(bounds: Bounds, rotation: int) -> Callable[[float, float], tuple[float, float]]:
    """The map from PDF user space to what a person sees; `bounds` is the crop box (left, bottom, right, top)."""
    left, bottom, right, top = bounds
    if rotation == 90:
        return lambda x, y: (y - bottom, x - left)
    if rotation == 180:
        return lambda x, y: (right - x, y - bottom)
    if rotation == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)
