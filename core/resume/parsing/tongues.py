"""Languages that people speak, and how they say how well."""

import re
from functools import cache, lru_cache

from babel import Locale

from core.resume.parsing.months import fold
from core.resume.parsing.words import words

IN = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ro", "sv")
MORE = words(
    "mandarin|cantonese|farsi|tagalog|castilian|chinese|flemish|hindi|urdu|punjabi|"
    "brazilian portuguese|mandarin chinese|american sign language|british sign language|bangla|"
    "valencian|kiswahili|simplified chinese|chinese (mandarin)"
)
LEVEL = re.compile(
    r"^(?P<language>[^\W\d_][^()\[\]:–—|\-/]*?(?:\s\((?:mandarin|simplified|traditional|brazil|"
    r"european)\))?)\s*(?:[(\[:–—|/\t-]|\s(?=(?:native|fluent|[abc][12]\b|basic|intermediate|"
    r"advanced|beginner|professional|conversational|bilingual|limited|elementary|full|working|"
    r"proficient|muttersprache|fließend|courant|bilingue|nativo|mother)))\s*(?P<level>"
    r".*?)[)\]]?\s*$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:mother tongues?|native languages?|first language|other languages?|foreign languages?|"
    r"muttersprache|languages?)(?:\(s\))?\s*:\s*",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"^(?P<level>native|fluent|basic|conversational|intermediate|advanced|proficient|bilingual|beginner)"
    r"\s+(?:in\s+)?(?P<language>[^\W\d_]+)$",
    re.IGNORECASE,
)
DOTS = re.compile(r"\s*[●○★☆■□⬤◯•]{2,}\s*$")


@cache
def names() -> frozenset[str]:
    """Folded names of languages, in English and the languages that résumés come in."""
    found = {fold(name) for locale in IN for code, name in Locale.parse(locale).languages.items() if len(code) <= 3}
    return frozenset(found | {fold(name) for name in MORE})


@lru_cache(maxsize=4096)
def is_language(text: str) -> bool:
    text = re.sub(r"\s*\(.*\)$", "", text.strip(" .:,"))
    return fold(text) in names() or fold(text.removesuffix(" language")) in names()


def level_of(text: str) -> tuple[str, str]:
    """The language and its level: "German (B2)" → ("German", "B2")."""
    text = DOTS.sub("", text.strip(" ,;.·•|"))
    text = LABEL.sub("", text)
    if match := BEFORE.match(text):
        return match["language"], match["level"]
    if match := LEVEL.match(text):
        return match["language"].strip(" :"), match["level"].strip(" ()[]–—-:.")
    return text.strip(" :"), ""
