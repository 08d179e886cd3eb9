"""A told story as the checklist reads it: its sentences, and what "I" and "we" did in them."""

import re
from dataclasses import dataclass
from functools import cached_property

from core.interview.scoring.address import to_grader
from core.interview.scoring.sentences import Piece, pieces
from core.interview.stories.phrases import words_of
from core.resume.review.verbs import verb_form

LONGEST = 2_000  # words that are read
_PASTS = frozenset(words_of("pasts"))  # that résumés seldom use
_STATES = frozenset(words_of("states"))  # what nobody does on purpose, and what says nothing of a deed
_DEED = re.compile(
    rf"\b(?P<who>[Ii]|[Ww]e|WE)\b(?!['’](?:m|re|ll))(?:\s+was\s+the\s+one\s+who)?(?P<would>['’]d)?(?:['’]ve|\s+(?:have|had|did))?"
    rf"(?:\s+(?:{'|'.join(words_of('adverbs'))}))*\s+(?P<verb>[^\W\d_]+)"
)
_JOINED = re.compile(r"(?:,|;|\band\b|\bthen\b|\bbut\b)\s+(?:(?:also|then|so|just|even)\s+)*(?P<verb>[^\W\d_]{3,})")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLACE = re.compile(r"\s+(?:as|at|for|in|with)\b")
_FORGED = re.compile(
    r"<\|?/?(?:system|im_|inst)|\[/?INST|(?:^|\n)\s*#*\s*(?:system|assistant|user|grader)\s*:|\"(?:score|standing)\"\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Telling:
    """The sentences of an answer that tell something: each once, none that speaks to whoever marks it.

    `words` counts all that was told; `to_grader` is whether something was left out for being an order about the mark.
    """

    sentences: tuple[Piece, ...]
    words: int
    to_grader: bool = False

    @cached_property
    def text(self) -> str:
        """What is left, in one text."""
        return " ".join(sentence.text for sentence in self.sentences)

    @cached_property
    def mine(self) -> tuple[int, ...]:
        """How many deeds each sentence tells of "I"."""
        return tuple(len(deeds(sentence.text, "i")) for sentence in self.sentences)

    @cached_property
    def ours(self) -> int:
        """How many deeds "we" did."""
        return sum(len(deeds(sentence.text, "we")) for sentence in self.sentences)


def telling(answer: str) -> Telling:
    """An answer as a told story."""
    all_of_it = pieces(" ".join(answer.split()[:LONGEST]) if len(answer.split()) > LONGEST else answer)
    kept = [sentence for sentence in all_of_it if not speaks_to_grader(sentence)]
    once = {" ".join(sentence.text.lower().split()): sentence for sentence in reversed(kept)}
    words = len(_WORD.findall(answer)) if len(kept) == len(all_of_it) else sum(len(one.words) for one in kept)
    return Telling(tuple(reversed(once.values())), words, len(kept) < len(all_of_it))


def speaks_to_grader(sentence: Piece) -> bool:
    """Whether a sentence gives orders about the mark, or forges a turn of a conversation."""
    return to_grader(sentence) or _FORGED.search(sentence.text) is not None


def deeds(sentence: str, who: str) -> tuple[str, ...]:
    """The verbs for what "i" or "we" did in a sentence, also those that follow ("I asked him and wrote it down")."""
    found = list(_DEED.finditer(sentence))
    told = []
    ends = [*(match.start() for match in found[1:]), len(sentence)]
    for match, end in zip(found, ends, strict=False):
        if match["who"].lower() != who or not _deed(match, sentence):
            continue
        rest = sentence[match.end() : end]
        told += [match["verb"], *(one["verb"] for one in _JOINED.finditer(rest) if _past(one["verb"].lower()))]
    return tuple(told)


def _deed(told: re.Match[str], sentence: str) -> bool:
    verb = told["verb"].lower()
    if verb == "worked" and _PLACE.match(sentence, told.end()):
        return False
    if _past(verb):
        return True
    found = verb_form(verb)  # "then I ask him": told as if it were now
    return verb not in _STATES and not told["would"] and found is not None and found[1] == "base"


def _past(verb: str) -> bool:
    if verb in _STATES:
        return False
    found = verb_form(verb)
    return verb in _PASTS or verb.endswith("ed") or bool(found and found[1] in ("past", "participle"))
