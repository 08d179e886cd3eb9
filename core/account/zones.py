"""Time zones by the words that people use for them: a city, a zone's name, or an offset is enough."""

import json
import re
import unicodedata
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process, utils

MOST = 5
CLOSE = 80  # rapidfuzz's score, 0–100
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_NOT_PLACES = ("Etc/", "posix/", "right/", "SystemV/", "US/")


@lru_cache(maxsize=1)
def zones() -> dict[str, str]:
    """IANA names by their lower-case words: "berlin" and "europe berlin" → Europe/Berlin; and large cities they lack."""
    cities = json.loads(files(__package__).joinpath("cities.json").read_text("utf-8"))
    named: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        if ("/" in zone or zone == "UTC") and not zone.startswith(_NOT_PLACES):
            words = zone.lower().replace("_", " ")
            named[words.replace("/", " ")] = zone
            named.setdefault(words.rpartition("/")[2], zone)
    for zone, others in cities.items():
        for city in others:
            named[city] = zone
    return named


def exact(written: str) -> str | None:
    """The one zone that these words name without doubt."""
    return zones().get(_words(written))


def near(written: str, now: datetime) -> list[str]:
    """The zones that may be meant, best first: by a name or its beginning, or by an offset (UTC+5:30) as it is `now`."""
    offset = _OFFSET.fullmatch(written.strip())
    if offset:
        return _by_offset(offset, now)
    words = _words(written)
    if not words:
        return []
    begun = [zone for name, zone in zones().items() if len(words) > 1 and f" {name}".find(f" {words}") >= 0]
    hits = process.extract(words, list(zones()), scorer=fuzz.token_set_ratio, limit=3 * MOST, score_cutoff=CLOSE)
    return list(dict.fromkeys([*begun, *(zones()[hit[0]] for hit in hits)]))[:MOST]


def _by_offset(offset: re.Match[str], now: datetime) -> list[str]:
    away = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0)) * (-1 if offset[1] == "-" else 1)
    cities = json.loads(files(__package__).joinpath("cities.json").read_text("utf-8"))
    return [zone for zone in cities if now.astimezone(ZoneInfo(zone)).utcoffset() == away][:MOST]


def _words(written: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    return " ".join(utils.default_process(plain.replace("_", " ").replace("/", " ")).split())
