"""Time zones by the words that people use for them: a city, a zone's name, or an offset is enough."""

from functools import lru_cache
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

MOST = 5
CLOSE = 78  # rapidfuzz's score, 0–100


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


def find(written: str) -> list[str]:
    """The zones that were probably meant, best first; one alone when it is certain."""
    words = utils.default_process(written.replace("_", " ").replace("/", " "))
    if not words:
        return []
    exact = zones().get(" ".join(words.split()))
    if exact:
        return [exact]
    near = process.extract(words, list(zones()), scorer=fuzz.WRatio, limit=3 * MOST, score_cutoff=CLOSE)
    return list(dict.fromkeys(zones()[hit[0]] for hit in near))[:MOST]
