"""The shape of a wording: one plain line, whole, of bounded length, and of the person's own marks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from core.resume.rewrite.grounding.names import WORD
from core.resume.rewrite.grounding.own import Problem, plain
from core.resume.rewrite.grounding.vocabulary import STOP, machine_phrases

LONGER = 1.8  # times the words of the line, beside those of the answers
_MARKS = frozenset(",'’-()%.")  # beside those that the own words hold
_PAIRS = (("(", ")"), ("“", "”"))
_AND_SO_ON = re.compile(r"\b(?:etc|and so on|and more)\.?$", re.IGNORECASE)
_AGAIN = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)


def form_problems(before: str, candidate: str, said: str) -> Iterator[Problem]:
    """Faults of the line as a line, whatever it says. `said` is the line with the answers about it."""
    if not candidate.strip():
        yield Problem("broken", "", "The line is empty.")
        return
    yield from _marks(candidate, said)
    yield from _ends(before, candidate)
    again = _AGAIN.search(candidate)
    if again and again.group().lower() not in before.lower():
        yield Problem("broken", again.group(), f"“{again.group()}” says a word twice.")
    if len(candidate.split()) > LONGER * len(before.split()) + len(said.split()) - len(before.split()):
        yield Problem("length", "", "It is much longer than your own line.")
    for phrase in machine_phrases(candidate):
        if phrase.lower() not in said.lower():
            yield Problem("machine-sounding", phrase, f"“{phrase}” sounds like a machine, not like you.")


def _marks(candidate: str, said: str) -> Iterator[Problem]:
    for mark in candidate:
        strange = plain(mark) != mark or not (mark.isalnum() or mark == " " or mark in _MARKS)
        if (strange and mark not in said) or unicodedata.category(mark) in ("Cc", "Cf", "Co", "Zl", "Zp"):
            yield Problem(
                "broken",
                mark,
                f"“{mark}” does not stand in your line." if mark.isprintable() else "It is not one plain line.",
            )
    if candidate != candidate.strip() or "  " in candidate:
        yield Problem("broken", "", "It has spaces too many.")
    for left, right in _PAIRS:
        if candidate.count(left) != candidate.count(right):
            yield Problem("broken", left, "A bracket or quotation mark is not closed.")
    sentences = Counter(re.findall(r"[.!?](?=\s)", candidate))
    if sentences - Counter(re.findall(r"[.!?](?=\s)", said)):
        yield Problem("broken", ".", "It is more than one sentence.")


def _ends(before: str, candidate: str) -> Iterator[Problem]:
    end, wanted = (re.search(r"[^\w)”\"%+#]*$", text.strip()) for text in (candidate, before))
    dropped = _AND_SO_ON.search(before) and not _AND_SO_ON.search(candidate)
    if end and wanted and end.group() != ("" if dropped else wanted.group()):
        yield Problem("broken", candidate[-1:], "It does not end as your line ends.")
    words, own = WORD.findall(candidate), WORD.findall(before)
    if words and own and words[-1].lower() in STOP and words[-1].lower() != own[-1].lower():
        yield Problem("broken", words[-1], "It breaks off.")
    if before[:1].isupper() and candidate[:1].islower() and (words or [""])[0] not in own:
        yield Problem("broken", (words or [""])[0], "It does not begin with a capital.")
