"""Finds the passive voice where it hides who did the work."""

import re

from core.resume.review.verbs import verb_form

_BE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:(?:\w+ly|also|then|first|further)\s+)?([a-z]+)\b", re.IGNORECASE
)
# Said of the person by others, or of a lasting state: nothing is hidden.
_HONOURS = frozenset(
    [
        "promoted",
        "chosen",
        "selected",
        "awarded",
        "invited",
        "elected",
        "nominated",
        "appointed",
        "recognized",
        "recognised",
        "hired",
        "accepted",
        "published",
        "named",
        "ranked",
        "featured",
        "adopted",
        "used",
        "shortlisted",
        "commended",
        "entrusted",
        "granted",
        "retained",
        "funded",
        "sponsored",
        "cited",
        "presented",
        "involved",
        "based",
        "located",
        "related",
        "located",
        "needed",
        "required",
        "affected",
        "run",
        "made",
        "read",
        "set",
        "tasked",
        "known",
        "seen",
        "installed",
        "downloaded",
        "viewed",
        "served",
        "responsible",
    ]
)
_MADE_SO = re.compile(r"\s+(?:as|by|using|with|in|for|from)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|where|when|while|if|as|because|so)\b", re.IGNORECASE)


def passive_in(text: str) -> str:
    """The words of a passive main clause ("was developed"), or "" where there is none that hides the doer."""
    match = _BE.search(text)
    if not match or _CLAUSE.search(text[: match.start()]):
        return ""
    word = match[1].lower()
    found = verb_form(word)
    hidden = word not in _HONOURS or (word == "made" and _MADE_SO.match(text[match.end() :]))
    passive = found is not None and found[0].participle == word and hidden
    opened_actively = (
        (start := re.match(r"[\w-]+", text)) and (first := verb_form(start.group())) and first[1] == "past"
    )
    return match.group() if passive and not opened_actively else ""
