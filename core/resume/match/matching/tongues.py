"""Whether the languages of a résumé meet those that are asked for."""

import re

from core.resume.match.matching.evidence import Evidence
from core.resume.match.post import Requirement, Verdict

_RANKS: tuple[tuple[int, str], ...] = (
    (7, r"native|mother|bilingual|first language"),
    (6, r"\bC2\b|proficient|near[- ]native"),
    (5, r"\bC1\b|fluen|full professional|business|negotiation|excellent|verhandlungssicher"),
    (4, r"\bB2\b|professional working|advanced|very good|upper[- ]intermediate|professional"),
    (3, r"\bB1\b|intermediate|good|conversational|limited working|working"),
    (2, r"\bA2\b|elementary|basic"),
    (1, r"\bA1\b|beginner|notions"),
)
_LEVELS = tuple((rank, re.compile(words, re.IGNORECASE)) for rank, words in _RANKS)


def language_verdict(evidence: Evidence, asked: Requirement) -> Verdict:
    """How a language stands: named with the level asked for, or below it, or not at all; of several the best."""
    names = asked.label.split(" (")[0].split(" or ")
    verdicts = [_of_one(evidence, asked, name) for name in names]
    best = next((one for standing in ("shown", "listed") for one in verdicts if one.standing == standing), None)
    nothing = f"{' and '.join(names)} stand nowhere in the résumé."
    return best or (verdicts[0] if len(names) == 1 else Verdict(requirement=asked, standing="missing", because=nothing))


def _of_one(evidence: Evidence, asked: Requirement, name: str) -> Verdict:
    needed = rank_of(asked.level)
    line, level = _named(evidence, name)
    if line and level >= needed:
        return Verdict(requirement=asked, standing="shown", quote=line, because="Your languages say so.")
    if line:
        because = f"{name} is named below the level asked for." if level else f"{name} is named without a level."
        return Verdict(requirement=asked, standing="listed", quote=line, because=because)
    return Verdict(requirement=asked, standing="missing", because=f"{name} stands nowhere in the résumé.")


def rank_of(level: str) -> int:
    """A level in figures, from A1 (1) to native (7); 0 for none."""
    return next((rank for rank, words in _LEVELS if words.search(level)), 0)


def _named(evidence: Evidence, name: str) -> tuple[str, int]:
    for at, language in enumerate(evidence.parsed.resume.languages):
        if language.language.lower().startswith(name.lower()):
            line = evidence.line(f"languages.{at}.language") or f"{language.language} {language.fluency}".strip()
            return line, rank_of(language.fluency)
    word = re.compile(rf"\b{name}\b[^,;|.]*", re.IGNORECASE)
    for piece in evidence.pieces:
        found = word.search(piece.text)
        if found and not piece.works:
            return piece.text, rank_of(found.group())
    return "", 0
