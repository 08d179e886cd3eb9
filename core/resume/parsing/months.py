"""Month names of the languages that résumés come in, from CLDR through Babel, and seasons and quarters as months."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale

LOCALES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "ro",
    "hu",
    "tr",
    "ru",
    "uk",
    "id",
    "ca",
)

# A season stands for the month in which it begins for a student: winter term in January, fall term in September.
SEASONS = {
    "winter": 1,
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "frühling": 3,
    "frühjahr": 3,
    "sommer": 6,
    "herbst": 9,
    "hiver": 1,
    "printemps": 3,
    "été": 6,
    "automne": 9,
    "invierno": 1,
    "primavera": 3,
    "verano": 6,
    "otoño": 9,
}
QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without case, accents and trailing dot, for look-ups."""
    if word.isascii():
        return word.lower().rstrip(".")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).rstrip(".")


@cache
def month_numbers() -> dict[str, int]:
    """Folded month name → 1…12; where two languages disagree, the earlier one in LOCALES wins."""
    names: dict[str, int] = {"sept": 9, "febr": 2}
    for locale in LOCALES:
        for context in Locale.parse(locale).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in context[width].items():
                    word = fold(name).removeprefix("de ").replace("d’", "")
                    if len(word) > 2 and word.isalpha():
                        names.setdefault(word, number)
    return names


@cache
def season_months() -> dict[str, int]:
    return {fold(name): month for name, month in SEASONS.items()} | QUARTERS


@lru_cache(maxsize=4096)
def month_of(word: str) -> int:
    """1…12 for a month, season or quarter; 0 for any other word."""
    folded = fold(word)
    return month_numbers().get(folded) or season_months().get(folded, 0)
