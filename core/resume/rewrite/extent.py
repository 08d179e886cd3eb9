"""Asks for the size of work that has no figure of its own kind: by what it was, for whom, or by how much."""

import re

from core.resume.review.lead import lead
from core.resume.review.verbs import MAKING, SUPPORTING
from core.resume.rewrite.counting import of_object, of_those_served
from core.resume.rewrite.marks import HOW_MUCH, RESULT
from core.resume.rewrite.proposal import Blank

_NOT_COUNTED = (
    frozenset({"use", "volunteer", "collaborate", "gain", "partner", "communicate", "study", "work"}) | SUPPORTING
)
_COUNT = re.compile(r"(?<![\w.])\d[\d,.]*\+? [a-z]")
_PURPOSE = re.compile(
    r"\bto (?P<verb>improve|reduce|increase|cut|lower|raise|boost|shorten|speed up|accelerate)\s(?P<thing>[^,.;]+)\.?$"
)
_CODE = re.compile(r"\bcode(?:base)?$")
_CARE = re.compile(r"\b(?:medication|care|support|treatment|therapy|advice)\b(?! (?:team|desk|tickets))", re.IGNORECASE)
_GATHERING = frozenset({"organise", "organize", "host", "arrange"})
_USABLE = re.compile(
    r"\b(?:mode|search|notifications?|program(?:me)?|systems?|forms?|templates?|checklists?|plugins?|extensions?|login|"
    r"automation|library|calculator|planner|calendar|process)$"
)
_GENERAL = ("How large was that: how many people, items or times? Say what the figure counts.", "about 30 people a day")
# What may be counted of things that are no plural, by the thing.
_SIZES = tuple(
    (re.compile(rf"\b(?:{things})\b", re.IGNORECASE), (question, example))
    for things, question, example in (
        (
            "infrastructure|vmware|networks?|cloud|clusters?|servers",
            "How large was it: how many servers, services or users?",
            "about 60 servers",
        ),
        ("cash|money|till|funds|donations", "How much money was that, and over what time?", "about £900 a day"),
        (
            "findings|results|insights|progress|talks?",
            "How often was that, or before how many people?",
            "12 times a year",
        ),
        ("papers?|articles?|thesis|posts?", "How many pages, readers or citations has it?", "14 citations"),
        ("data|trends|records", "How much data was that: how many rows, files or customers?", "about 40,000 rows"),
        ("baseline|models?", "Which score does it reach, and by which measure?", "0.87 F1"),
        (
            "inventory|stock|supplies|goods|deliveries",
            "How many items were there, or worth how much?",
            "about 1,200 items",
        ),
        ("research", "How many sources, products or people did you look at?", "8 products"),
    )
)


def counts(text: str) -> bool:
    """Whether work told by this line's verb is worth a figure."""
    opening = lead(text)
    return not opening.word.lower().startswith("attend") and (
        opening.verb is None or opening.verb.base not in _NOT_COUNTED
    )


def general(text: str, *, present: bool) -> tuple[str, Blank] | None:
    """The line with a gap for how large the work was, and its blank; None where no figure would tell more."""
    if _COUNT.search(text) or not counts(text):
        return None
    counted = _exceeded(text) or of_object(text, present=present)
    return counted or _aimed(text) or of_those_served(text) or _by_verb(text) or _at_large(text)


def _aimed(text: str) -> tuple[str, Blank] | None:
    """ "… to improve performance": by how much."""
    match = _PURPOSE.search(text)
    if not match or len(match["thing"].split()) > 5:
        return None
    question = f"By how much did it {match['verb']} {match['thing']}? A figure before and after says most."
    body, stop = _stopped(text)
    return f"{body} {RESULT}{stop}", Blank(mark=RESULT, question=question, example="pages load in 1 second, not 4")


def _exceeded(text: str) -> tuple[str, Blank] | None:
    if not text.lower().startswith("exceed") or re.search(r" (?:by|in) ", text):
        return None
    body, stop = _stopped(text)
    goal = body[lead(text).end :].strip()
    question = f"By how many percent did you exceed the {goal.removeprefix('the ')}?"
    return f"{body} by [__ %]{stop}", Blank(mark="by [__ %]", question=question, example="about 10", number=True)


def _by_verb(text: str) -> tuple[str, Blank] | None:
    body, _ = _stopped(text)
    found = lead(text).verb
    verb = found.base if found else ""
    if _CARE.search(body):
        return _behind(
            text, " – [for __ people]", "For how many people was that, and over what time?", "about 30 a day"
        )
    if _CODE.search(body):
        return _behind(text, " – [__ lines of code]", "How many lines of code were there?", "about 20,000")
    if verb in _GATHERING:
        return _behind(text, ", [with __ people attending]", "How many people came?", "about 30")
    if verb == "introduce" or (verb in MAKING | {"add"} and _USABLE.search(body)):
        return _behind(text, ", [used by __ people]", "How many people used it?", "about 40")
    return None


def _behind(text: str, gap: str, question: str, example: str) -> tuple[str, Blank]:
    body, stop = _stopped(text)
    blank = Blank(mark=gap.removeprefix(",").strip(), question=question, example=example, number=True)
    return f"{body}{gap}{stop}", blank


def _at_large(text: str) -> tuple[str, Blank]:
    asked = next((asked for things, asked in _SIZES if things.search(text, lead(text).end)), _GENERAL)
    return _behind(text, f" {HOW_MUCH}", *asked)


def _stopped(text: str) -> tuple[str, str]:
    return (text[:-1], ".") if text.endswith(".") else (text, "")
