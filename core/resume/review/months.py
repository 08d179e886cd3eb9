"""Months of a résumé's dates, in whole months since year 0; a bare year is a span of twelve."""

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as precise as it was written: the first and last month it can mean."""

    first: int
    last: int

    def __str__(self) -> str:
        year, month = divmod(self.first, 12)
        return str(year) if self.last > self.first else f"{_NAMES[month]} {year}"


def this_month(today: date) -> Moment:
    """The month of the day of the review."""
    number = today.year * 12 + today.month - 1
    return Moment(number, number)


def moment(written: str, today: date) -> Moment | None:
    """Reads `YYYY-MM`, `YYYY` or `present`; None for anything else."""
    if written == "present":
        return this_month(today)
    match = _ISO.fullmatch(written)
    if not match:
        return None
    year, month = int(match[1]), match[2]
    if month is None:
        return Moment(year * 12, year * 12 + 11)
    return Moment(year * 12 + int(month) - 1, year * 12 + int(month) - 1) if 1 <= int(month) <= 12 else None
