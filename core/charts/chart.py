"""What is to be drawn, as plain data that may travel to another process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a name and its value; None where there is none, and `absent` is shown in its place."""

    label: str
    value: float | None
    absent: str = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Rows of bars from 0 to `full` below a title and one large figure; values below `low` stand out."""

    title: str
    headline: str
    unit: str
    rows: tuple[Bar, ...]
    full: float
    low: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Values from 0 to `full` over time, with the mean of the last `window` of them.

    There is at least one point; moments carry the zone in which they are shown.
    """

    title: str
    points: tuple[tuple[datetime, float], ...]
    full: float
    window: int = 5
    name: str = "answer"  # what a dot is


def rolling(values: Sequence[float], window: int) -> list[float]:
    """At each value the mean of it and of up to `window` − 1 values before it."""
    runs = (values[max(0, at + 1 - window) : at + 1] for at in range(len(values)))
    return [sum(run) / len(run) for run in runs]
