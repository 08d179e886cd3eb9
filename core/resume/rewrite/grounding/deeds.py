"""Which deeds a line tells of as the person's own: its verbs, without those of others and of clauses."""

import re
from collections.abc import Iterator

from core.resume.review.lead import Lead, lead
from core.resume.review.verbs import ALSO_NOUNS, verb_form
from core.resume.rewrite.grounding.names import WORD
from core.resume.rewrite.grounding.vocabulary import COMPARATIVES, LIGHT, RECEIVING, SUPPORTING, kind_of, stem

_DUTY = re.compile(r"responsib|charge|task|dut|job included", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\b", re.IGNORECASE)
SHARED = re.compile(r"\b(?:[Ww]e|us)\b")
_A_PART = frozenset(map(stem, ("help", "contribute")))
_ABLE = re.compile(
    r"\b(?:(?:was able|role was|job was|task was|had) to|(?:^|\band )(?:used?|using|utili[sz]ed?) .{1,60}? to)\s([a-z]+)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<who>[^\W\d_]+),?\s(?P<which>that|which|whom?|how|what|why|whether|where|when|while)\s(?P<first>[^\W\d_]+)[^,;]*",
    re.IGNORECASE,
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
    first = first_word(plain)
    words = [] if stem(first) in RECEIVING else [word for word in WORD.findall(plain) if _of_a_deed(word)]
    words += [match[1] for fact in facts for match in _FIRST_PERSON.finditer(fact) if _of_a_deed(match[1])]
    words += [match[1] for match in _ABLE.finditer(plain)]
    words += [match[1] for match in _JOINED.finditer(plain) if _only_verb(match[1])]
    if stem(first) in LIGHT:
        words += WORD.findall(plain)[1:3]
    return frozenset(map(stem, (*words, first))) | (_A_PART if SHARED.search(before) else frozenset())


def first_word(text: str) -> str:
    """The word that opens a line, whole where it has a hyphen ("Fine-tuned"), behind an adverb."""
    opening = lead(text)
    found = re.compile(r"[^\W_]+(?:-[^\W_]+)*").search(text, opening.start if opening.adverb else 0)
    return found.group() if found else ""


def _without_others(before: str) -> str:
    """The line without clauses that tell what others did ("that the lead found", "the team that built it")."""

    def kept(match: re.Match[str]) -> str:
        if kind_of(match["who"]) in ("title", "person or team") or match["which"].lower() == "who":
            return match["who"]
        return (
            match.group()
            if verb_form(match["first"])
            else re.sub(rf"\s{match['which']}\s.*?(?=\sand\s|$)", "", match.group())
        )

    return _RELATIVE.sub(kept, before)


def _only_verb(word: str) -> bool:
    found = verb_form(word)
    return found is not None and found[0].base not in ALSO_NOUNS


def _of_a_deed(word: str) -> bool:
    found = verb_form(word)
    if found is None:
        return word.lower() in COMPARATIVES or word.endswith(("ed", "ing"))
    return found[1] in ("past", "participle", "ing")


def claims(candidate: str) -> Iterator[str]:
    """The verbs that the candidate's doer does: the opening word, and pasts that are joined to it."""
    first = first_word(candidate)
    if verb_form(first) or first.endswith("ed"):
        yield first
    for match in _JOINED.finditer(candidate):
        found = verb_form(match[1])
        if (found and found[1] == "past") or (not found and match[1].endswith("ed")):
            yield match[1]
