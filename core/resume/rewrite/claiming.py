"""Keeps a duty from becoming an achievement: who was tasked with reducing waste has not said that there is less of it."""

import re
from dataclasses import replace

from core.resume.review.lead import lead
from core.resume.review.verbs import CHANGING, verb_form
from core.resume.rewrite.turning import Opened

# A duty, an aim or another's work, among the first words of a line.
_DUTY = re.compile(
    r"(?:[\w'’]+\W+){0,3}?(?:responsib\w+|in charge|charged|(?:en)?trusted|tasked|asked|assigned|expected|required|supposed|"
    r"aim\w*|goals?|objectives?|tr(?:y|ied|ying)|hop(?:ed|ing)|want(?:ed|ing)|help\w*|assist\w*|involved|particip\w+|"
    r"contribut\w+|duty|duties|roles?|jobs?|tasks?|had to|have to)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|, |\band |\bor |& )([\w-]+)")  # where a verb of the deed may stand
_WORD = re.compile(r"[\w-]+")


def modest(text: str, turned: Opened) -> Opened:
    """The turned line without the claim that something changed, where the person's own names only the duty.

    What the line would be with a figure for the change is its `deed`.
    """
    if turned.text == text or turned.mark or not _DUTY.match(text):
        return turned
    before = set(_WORD.findall(text.lower()))
    heads = set(_HEAD.findall(turned.text))
    words = [word for word in _WORD.findall(turned.text) if word in heads or word.lower() not in before]
    told = [found[0] for word in words if (found := verb_form(word)) and found[1] in ("past", "base")]
    opening = lead(turned.text)
    if not any(verb.base in CHANGING for verb in told):
        return turned
    if len(told) > 1 or opening.verb not in told or opening.start:
        return Opened(text)
    effort = "Work to" if opening.kind == "base" else "Worked to"
    return replace(turned, text=f"{effort} {told[0].base}{turned.text[opening.end :]}", deed=turned.text)
