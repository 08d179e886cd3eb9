"""Time zones by the words that people use for them: a city, a zone's name, or an offset is enough."""

from functools import lru_cache
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

MOST = 5
CLOSE = 80  # rapidfuzz's score, 0–100


@lru_cache(maxsize=1)
def zones() -> dict[str, str]:
    """IANA names by their lower-case words: "berlin" and "europe berlin" → Europe/Berlin."""
    named: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        if "/" not in zone and zone != "UTC":
            continue
        if zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")):
            continue
        words = zone.lower().replace("_", " ")
        named[words.replace("/", " ")] = zone
        named.setdefault(words.rpartition("/")[2], zone)
    return named


def exact(written: str) -> str | None:
    """The one zone that these words name without doubt."""
    return zones().get(_words(written))


def near(written: str) -> list[str]:
    """The zones that may have been meant, best first."""
    words = _words(written)
    if not words:
        return []
    if words in zones():
        return [zones()[words]]
    hits = process.extract(words, list(zones()), scorer=fuzz.WRatio, limit=3 * MOST, score_cutoff=CLOSE)
    return list(dict.fromkeys(zones()[hit[0]] for hit in hits))[:MOST]


def _words(written: str) -> str:
    return " ".join(utils.default_process(written.replace("_", " ").replace("/", " ")).split())
