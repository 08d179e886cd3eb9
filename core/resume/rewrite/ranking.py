"""Whether a wording serves the person at least as well as the rules' own, by what the review looks at."""

from collections import Counter

from core.resume.review.lead import lead
from core.resume.review.passive import passive_in
from core.resume.review.wording import BUZZWORDS, FILLERS, INFORMAL, PRONOUNS, VAGUE
from core.resume.rewrite.grounding import numbers_of
from core.topics import skills_in

_LISTS = (FILLERS, BUZZWORDS, VAGUE, INFORMAL, PRONOUNS)
_WEAK = ("weak", "pronoun", "nominal", "noun", "ing")
_MORE = 3  # words by which it may be longer than the rules' line


def better(text: str, plain: str, before: str) -> bool:
    """Whether this wording of `before` has no fault that the rules' line (`plain`) lacks, and keeps what it tells."""
    mine, theirs = faults(text), faults(plain)
    if any(count > theirs[name] for name, count in mine.items()):
        return False
    return _keeps(text, before) and len(text.split()) <= len(plain.split()) + _MORE


def faults(line: str) -> Counter[str]:
    """What the review would hold against a line, counted by the kind of fault."""
    kind = lead(line).kind
    found = Counter(
        {"opening": int(kind in _WEAK), "tense": int(kind in ("base", "third")), "passive": int(bool(passive_in(line)))}
    )
    for name, pattern in zip(("filler", "buzzword", "vague", "informal", "pronoun"), _LISTS, strict=True):
        found[name] = len(pattern.findall(line))
    return found


def _keeps(text: str, before: str) -> bool:
    """Whether every number and every technology of the line is still there."""
    skills = {mention.skill.id for mention in skills_in(before)} - {mention.skill.id for mention in skills_in(text)}
    return not skills and not Counter(numbers_of(before)) - Counter(numbers_of(text))


def reasons(text: str, before: str) -> tuple[str, ...]:
    """What is better than in the person's own line, each of it true of this line."""
    mine, own = faults(text), faults(before)
    shorter = len(before.split()) - len(text.split())
    found = (
        ("Opens with what you did", own["opening"] > mine["opening"]),
        ("Says who did it", own["passive"] > mine["passive"]),
        ("Does without “I”, “my” and “we”", own["pronoun"] > mine["pronoun"]),
        ("Filler is gone", own["filler"] + own["vague"] > mine["filler"] + mine["vague"]),
        ("Shorter, and as full", shorter > 0),
    )
    return (*(words for words, holds in found if holds), "Reworded by the model from your own words only")
