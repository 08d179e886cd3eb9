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
    LIGHT,
    LIMITS,
    PROJECT_VERBS,
    SUPPORTING,
    carried_by,
    kind_of,
    same_sense,
    stem,
)

_DUTY = re.compile(r"responsib|charge|task|dut|job included", re.IGNORECASE)
_SHARED = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_TOGETHER = re.compile(r"\b(?:we|our|us|together|jointly|team|shared)\b", re.IGNORECASE)
_A_PART = frozenset(map(stem, ("help", "contribute")))
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\b", re.IGNORECASE)
_BY_OTHERS = re.compile(
    r"\b(?:was|were|been|being)\s(?:\w+\s)?\w+\b[^,;]*?\sby\s(?!(?:me|us|myself|hand|about|around|\w+ing)\b|[\d$€£~])",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\b(?:(?:was able|role was|job was|task was|had) to|(?:^|\band )(?:used|use|using) .{1,60}? to)\s([a-z]+)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<who>[^\W\d_]+),?\s(?P<which>that|which|who|whom)\s(?P<first>[^\W\d_]+)[^,;]*", re.IGNORECASE
)
_JOINED = re.compile(r"(?:\band|\bthen|,|;)\s+(?:also\s|then\s)?([^\W\d_]+)", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"(?:\bI|\bwe|^)\s*(?:also\s|then\s|later\s)?([^\W\d_]+)", re.IGNORECASE | re.MULTILINE)


def supports(opening: Lead, before: str) -> bool:
    """Whether the line tells of a part in what others did, or leaves the part open ("worked on")."""
    if opening.kind == "weak":
        return not _DUTY.search(opening.word)
    first = WORD.search(before)
    return first is not None and stem(first.group()) in SUPPORTING and opening.kind not in ("noun", "unknown")


def tells_no_deed(opening: Lead, before: str) -> bool:
    """Whether the line opens with a thing or a duty, so that the deed is a noun in it ("Bug fixes")."""
    if opening.kind == "weak":
        return bool(_DUTY.search(opening.word))
    return opening.kind in ("noun", "nominal", "unknown") and not _PASSIVE.search(before)


def said_deeds(before: str, facts: tuple[str, ...]) -> frozenset[str]:
    """Stems of what the person says they did: verbs in a past or -ing form, and what an answer says in the first person."""
    plain = _without_others(before)
    words = [word for word in WORD.findall(plain) if _of_a_deed(word)]
    words += [match[1] for fact in facts for match in _FIRST_PERSON.finditer(fact) if _of_a_deed(match[1])]
    words += [match[1] for match in _ABLE.finditer(plain)] + WORD.findall(plain)[:1]
    if LIGHT & frozenset(map(stem, words[-1:])):
        words += WORD.findall(plain)[1:3]
    return frozenset(map(stem, words)) | (_A_PART if _SHARED.search(before) else frozenset())


def _without_others(before: str) -> str:
    """The line without clauses that tell what others did ("that the lead found", "the team that built it")."""

    def kept(match: re.Match[str]) -> str:
        by_others = kind_of(match["who"]) in ("title", "person or team") or match["which"].lower() == "who"
        return match["who"] if by_others or not verb_form(match["first"]) else match.group()

    return _RELATIVE.sub(kept, before)


def _of_a_deed(word: str) -> bool:
    found = verb_form(word)
    if found is None:
        return word.lower() in COMPARATIVES or word.endswith(("ed", "ing"))
    return found[1] in ("past", "participle", "ing")


def ownership_problems(before: str, candidate: str, facts: tuple[str, ...], *, project: bool) -> Iterator[Problem]:
    """Deeds that the candidate claims beyond those of the line. Both come with explained words shortened."""
    opening = lead(before)
    claimed = tuple(_claimed(candidate))
    first = stem(claimed[0]) if claimed else ""
    sure = said_deeds("", facts)
    if supports(opening, before) and first not in SUPPORTING | sure:
        yield _problem(first and claimed[0], "You told of a part in it, not of the whole.")
        return
    if _SHARED.search(before) and not (_TOGETHER.search(candidate) or first in SUPPORTING):
        yield _problem("", "You said “we”, so it was not you alone.")
    if _BY_OTHERS.search(before) and claimed:
        yield _problem(claimed[0], "You said that others did it.")
    deeds = said_deeds(before, facts)
    if opening.verb and not claimed and not tells_no_deed(opening, before):
        yield _problem("", "It does not say what you did.")
    own = frozenset(map(stem, WORD.findall(" ".join((before, *facts)))))
    allowed = same_sense(deeds) | carried_by(own)
    if tells_no_deed(opening, before):
        allowed |= same_sense(own) | (PROJECT_VERBS if project else frozenset())
    for word in claimed:
        if stem(word) not in allowed:
            yield _problem(word, f"You did not say that you “{word.lower()}” anything here.")
        elif stem(word) in LEADING and stem(word) not in deeds:
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
