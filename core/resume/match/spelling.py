"""The post's full names for what a résumé writes short."""

from core.resume.match.post import Match
from core.topics import skill_named


def full_names(match: Match) -> dict[str, str]:
    """For each short form in the résumé (k8s) the full name that the post uses (Kubernetes)."""
    return {mine: wanted for wanted, mine in match.mirror if _is_full_name(wanted, mine)}


def _is_full_name(wanted: str, mine: str) -> bool:
    """Whether the post's word is the full name of what the résumé writes short (k8s, Postgres, ReactJS), and no other word.

    What is another word for it may say more: PySpark is Spark from Python, ES6 is one edition of JavaScript.
    """
    one = skill_named(wanted)
    if one is None or one is not skill_named(mine) or not one.cased or wanted != one.name:
        return False
    full, short = ("".join(filter(str.isalpha, word.lower())) for word in (wanted, mine))
    letters = iter(full)
    abbreviated = short[:1] == full[:1] and all(letter in letters for letter in short)
    return abbreviated or short in full or short in (full + "js", full + "lang")
