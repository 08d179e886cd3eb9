"""Decides whether an answer may go into a line: plain words and figures of this world, without links and markup."""

import re
import unicodedata

from core.resume.rewrite.closing import BadAnswer
from core.resume.rewrite.figures import bare, holds_figure, largest
from core.resume.rewrite.marks import GAP
from core.resume.rewrite.proposal import Blank

MOST = 120  # characters of an answer
_LARGEST = 10**12  # above that, no figure of a working life
_UNPRINTED = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
_MARKUP = re.compile(r"\w://|\bwww\.|</?[a-z!]|\*\*|`|\]\(", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?:^|(?<=[^\W\d_] ))(?:[-−–—]\s?|minus )(?=[$€£]?\d)", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:tr|quadr|quint|sext|sept|z|baz|gaz)illions?\b|\d\s?\^\s?\d|\de\+?\d", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[\w%)+])(?<!\bapprox)(?<!\bca)(?<!\bno)(?<!\bhrs)(?:[.!?]+\s+(?=\S)|;)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"\w{3}[.!?]\s+[A-Z]")


def admitted(answer: str, blank: Blank) -> str:
    """The answer on one line, without what follows the sentence of a figure asked for; raises `BadAnswer`."""
    text = unicodedata.normalize("NFC", answer.strip())
    _plain(text)
    text = " ".join(text.split())
    if blank.number:
        text = _first_sentence(text)
    elif _NEXT_SENTENCE.search(text):
        raise BadAnswer("Please say it in one sentence.")
    _sensible(text)
    if not blank.number and holds_figure(text) and bare(text) and "%" not in text and not blank.mark.endswith("of"):
        raise BadAnswer("Please say in words, too, what the figure stands for.")
    return text


def _plain(text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise BadAnswer("Please write a word or a figure, or skip it.")
    if any(unicodedata.category(character) in _UNPRINTED for character in text):
        raise BadAnswer("Please answer in one line of plain text.")
    if len(text) > MOST:
        raise BadAnswer(f"That is {len(text)} characters; please say it in {MOST} or fewer.")
    if GAP in text or "[" in text or "]" in text:
        raise BadAnswer("Please answer without square brackets and underscores.")
    if _MARKUP.search(text):
        raise BadAnswer("Please answer in plain words, without links, tags and asterisks.")


def _sensible(text: str) -> None:
    """Refuses figures that nobody's work has."""
    if _BELOW_ZERO.search(text):
        raise BadAnswer("Please write the figure without a minus (“fell by 12%”, not “-12%”), or skip it.")
    if _BEYOND.search(text) or largest(text) > _LARGEST:
        raise BadAnswer("That figure is too large to be believed. Please check it, or skip it.")


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end and holds_figure(text[: end.start()]) else text
