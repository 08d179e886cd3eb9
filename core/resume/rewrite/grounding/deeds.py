"""Who did it: a wording may not take more credit than the line does, nor drop the words that limit it."""

import re
from collections.abc import Iterator

from core.resume.review.lead import Lead, lead
from core.resume.review.verbs import verb_form
from core.resume.rewrite.grounding.names import WORD
from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.vocabulary import (
    COMPARATIVES,
    LEADING,
    LIMITS,
    PROJECT_VERBS,
    SUPPORTING,
    carried_by,
    same_sense,
    stem,
)

_DUTY = re.compile(r"responsib|charge|task|dut|job included", re.IGNORECASE)
_SHARED = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_TOGETHER = re.compile(r"\b(?:we|our|us|together|jointly|team|shared)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\band|\bthen|,|;)\s+(?:also\s|then\s)?([^\W\d_]+)", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"(?:\bI|\bwe|^)\s*(?:also\s|then\s|later\s)?([^\W\d_]+)", re.IGNORECASE | re.MULTILINE)


def supports(opening: Lead, before: str) -> bool:
    """Whether the line tells of a part in what others did, or leaves the part open ("worked on")."""
    if opening.kind == "weak":
        return not _DUTY.search(opening.word)
    first = WORD.search(before)
    return first is not None and stem(first.group()) in SUPPORTING and opening.kind not in ("noun", "unknown")


def tells_no_deed(opening: Lead) -> bool:
    """Whether the line opens with a thing or a duty, so that the deed is a noun in it ("Bug fixes")."""
    return opening.kind in ("noun", "nominal", "unknown") or (
        opening.kind == "weak" and bool(_DUTY.search(opening.word))
    )


def said_deeds(before: str, facts: tuple[str, ...]) -> frozenset[str]:
    """Stems of what the person says they did: verbs in a past or -ing form, and what an answer says in the first person."""
    opening = lead(before)
    first = WORD.search(before)
    words = [word for word in WORD.findall(before) if _of_a_deed(word)]
    answered = [match[1] for fact in facts for match in _FIRST_PERSON.finditer(fact) if _of_a_deed(match[1])]
    own = [opening.word.split()[0]] if opening.verb else [first.group()] if first and supports(opening, before) else []
    return frozenset(map(stem, (*words, *answered, *own)))


def _of_a_deed(word: str) -> bool:
    found = verb_form(word)
    return (
        word.lower() in COMPARATIVES
        or (found is not None and found[1] in ("past", "participle", "ing"))
        or (found is None and word.endswith(("ed", "ing")))
    )


def ownership_problems(before: str, candidate: str, facts: tuple[str, ...], *, project: bool) -> Iterator[Problem]:
    """Deeds that the candidate claims beyond those of the line. Both come with explained words shortened."""
    opening = lead(before)
    claimed = tuple(_claimed(candidate))
    sure = said_deeds("", facts)
    if supports(opening, before) and not (claimed and stem(claimed[0]) in SUPPORTING | sure):
        yield _problem(claimed[0] if claimed else "", "You told of a part in it, not of the whole.")
        return
    if _SHARED.search(before) and not (_TOGETHER.search(candidate) or (claimed and stem(claimed[0]) in SUPPORTING)):
        yield _problem("", "You said “we”, so it was not you alone.")
    own = frozenset(map(stem, WORD.findall(before)))
    allowed = same_sense(said_deeds(before, facts)) | carried_by(
        own | frozenset(map(stem, WORD.findall(" ".join(facts))))
    )
    if tells_no_deed(opening):
        allowed |= same_sense(own) | (PROJECT_VERBS if project else frozenset())
    for word in claimed:
        if stem(word) not in allowed and word.lower() not in before.lower().split():
            yield _problem(word, f"You did not say that you “{word.lower()}” anything here.")
        elif stem(word) in LEADING and stem(word) not in own | sure:
            yield _problem(word, f"“{word}” takes more credit than your own words do.")


def _claimed(candidate: str) -> Iterator[str]:
    """The verbs that the candidate's doer does: the opening word, and pasts that are joined to it."""
    first = WORD.search(candidate)
    if first and (verb_form(first.group()) or first.group().endswith("ed")):
        yield first.group()
    for match in _JOINED.finditer(candidate):
        found = verb_form(match[1])
        if (found and found[1] == "past") or (not found and match[1].endswith("ed")):
            yield match[1]


def _problem(words: str, sentence: str) -> Problem:
    return Problem("ownership", words, sentence)


def limit_problems(before: str, candidate: str) -> Iterator[Problem]:
    """Words that make the claim smaller ("failed", "with the team", "small") and are gone."""
    kept = frozenset(map(stem, WORD.findall(candidate)))
    for word in WORD.findall(before):
        if stem(word) in LIMITS and stem(word) not in kept:
            yield Problem("scope", word, f"Without “{word}” it says more than you did.")
