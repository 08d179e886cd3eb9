"""How all pictures look: colours for light and dark, and sizes that a phone shows large enough to read."""

from dataclasses import dataclass

WIDTH = 1200  # pixels
DPI = 100
MARGIN = 56  # pixels
# heights of letters in pixels: a phone shows 1200 pixels on a third of that, so 30 is the least
HEADLINE, TITLE, TEXT, NOTE = 150, 44, 36, 30


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme. `accent` and `warning` are told apart by colour-blind eyes too (after Okabe and Ito)."""

    paper: str
    ink: str
    muted: str
    faint: str
    accent: str
    warning: str


LIGHT = Palette(paper="#FFFFFF", ink="#1A1C1F", muted="#555B63", faint="#E3E7EC", accent="#0072B2", warning="#C75000")
DARK = Palette(paper="#1B1D21", ink="#F4F5F6", muted="#B7BCC4", faint="#3A3F46", accent="#56B4E9", warning="#F59B42")


def points(pixels: float) -> float:
    """A size in typographic points."""
    return pixels * 72 / DPI
