"""Values that the caller names as private, as they may stand in a text: in other capitals, over a line's end."""

import re
import unicodedata
from functools import lru_cache

# Names of people and cities that are everyday words too: these count only with a capital
_EVERYDAY = frozenset(
    re.findall(
        r"\w+",
        """
    will mark grant chase rose grace hope joy faith may june april august summer autumn dawn art bill bob frank
    gene jack max miles page penny rich rob sue ray dean guy earl duke king knight young long short small little
    black white brown green gray grey day west north east stone field hill lake brook banks bush cook baker
    carter cooper fisher hunter mason miller porter potter shepherd smith taylor turner walker weaver love wise
    sharp swift strong case data reading bath nice mobile orange split cork hull deal sale rugby normal best
    good noble price rush sage star the and for van von der den del dos das bin
    """,
    )
)


@lru_cache(maxsize=1024)
def pattern_of(value: str, *, exact: bool = False) -> re.Pattern[str]:
    """Finds a value as a whole word, with or without its accents, in any capitals unless `exact`.

    An everyday word counts only where it has a capital.
    """
    everyday = value.casefold() in _EVERYDAY
    words = [value.capitalize(), value.upper()] if everyday else value.split()
    written = ("|" if everyday else r"\s+").join("".join(map(_letter, word)) for word in words)
    return re.compile(rf"(?<![^\W_])(?:{written})(?![^\W_])", re.NOFLAG if everyday or exact else re.IGNORECASE)


def _letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    return re.escape(letter) if plain == letter else f"(?:{re.escape(letter)}|{re.escape(plain)})"
