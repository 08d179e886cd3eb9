"""The person behind one or several platform identities, as far as conversation needs to know them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of our own: `locale` for dates ("en", "de", …), `zone` an IANA time zone name."""

    id: int
    locale: str = "en"
    zone: str = "UTC"

    def local(self, moment: datetime) -> datetime:
        """A UTC moment on this person's clock."""
        try:
            return moment.astimezone(ZoneInfo(self.zone))
        except (ZoneInfoNotFoundError, ValueError):
            return moment.astimezone(UTC)
