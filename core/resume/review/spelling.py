"""Checks of spelling that rules can decide: names of technologies, common misspellings, doubled words, spacing."""

import re
from dataclasses import dataclass
from operator import eq

from core.resume.review.facts import Facts, shortened
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.wording import TYPOS
from core.topics import Mention

_MOST_SHOWN = 6
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(
    r"\b(?!(?:that|had|bye|ha|no|so|very|duran|pago|walla|bora)\b)([a-z]{2,}) \1\b(?![-'’/])", re.IGNORECASE
)
# Each form begins with the mark itself, so that the search leaps from mark to mark.
_SPACING = re.compile(
    r" (?:(?<=[a-z\d)] )[,;](?=\s|[A-Za-z])|(?<=[a-z] )\.(?=\s|$)|\)(?=\s|$))|,(?<=[a-z],)(?=[A-Za-z]{2})|\((?<=\w\() "
)
_TIGHT_ADDRESS = re.compile(r"https?://|www\.|@|\w\.\w+/")


@dataclass(frozen=True, slots=True)
class _Slip:
    at: int
    wrong: str
    right: str


@check(
    "technology names",
    "writing",
    2,
    "Technologies spelled as their makers do",
    "Every known technology is written in its own spelling or a common short form; each name written otherwise "
    "costs a fifth.",
)
def technology_names(facts: Facts) -> Measured | None:
    total = sum(len(mentions) for mentions in facts.mentions)
    slips = _misnamed_in(facts)
    if not total:
        return None
    if not slips:
        return passed("Every technology is spelled as its makers do.")
    by_line: dict[int, list[_Slip]] = {}
    for slip in slips:
        by_line.setdefault(slip.at, []).append(slip)
    said = ", ".join(f"{slip.wrong} → {slip.right}" for slip in slips)
    flaws = tuple(_misnamed(facts, at, found) for at, found in by_line.items())
    return Measured(max(0.0, 1 - len(slips) / 5), f"Spelled otherwise: {said}.", flaws)


def _misnamed_in(facts: Facts) -> list[_Slip]:
    """The first place of each technology that is written otherwise than its makers write it."""
    slips: dict[str, _Slip] = {}
    for at, mentions in enumerate(facts.mentions):
        text = facts.document.lines[at].text
        for mention in mentions if not text.isupper() else ():
            if not mention.spelled_right and not _part_of_a_name(text, mention):
                slips.setdefault(mention.written.lower(), _Slip(at, mention.written, mention.skill.name))
    return list(slips.values())


def _part_of_a_name(text: str, mention: Mention) -> bool:
    """A package or file name such as `python-docx` or `react_app`, which has its own spelling."""
    beside = text[mention.end : mention.end + 2]
    before = text[max(0, mention.start - 1) : mention.start]
    return mention.written.islower() and (bool(re.match(r"[-_/.]\w", beside)) or before in ("-", "_", "/", ".", "`"))


def _misnamed(facts: Facts, at: int, slips: list[_Slip]) -> Flaw:
    text = facts.document.lines[at].text
    right = text
    for slip in slips:
        right = _replaced(right, slip)
    wrong = " and ".join(f"“{slip.wrong}”" for slip in slips[:2]) + (" and others" if len(slips) > 2 else "")
    return Flaw(
        title=f"{wrong} {'is' if len(slips) == 1 else 'are'} spelled otherwise",
        why="People who use it every day see the slip at once and wonder how well you know it.",
        mend=f"Write {', '.join(slip.right for slip in slips)} here and wherever it stands.",
        quote=shortened(text),
        lines=(at,),
        severity="minor",
        example=shortened(right),
        share=len(slips),
    )


def _replaced(text: str, slip: _Slip) -> str:
    return re.sub(rf"(?<!\w){re.escape(slip.wrong)}(?!\w)", lambda _: slip.right, text)


@check(
    "misspellings",
    "writing",
    1.5,
    "No misspellings",
    f"None of {len(TYPOS)} common misspellings and no word twice in a row; each costs a third.",
)
def misspellings(facts: Facts) -> Measured | None:
    slips = {slip.wrong.lower(): slip for at, line in enumerate(facts.document.lines) for slip in _slips(at, line.text)}
    if not slips:
        return passed("None of the common misspellings.")
    flaws = tuple(_misspelled(facts, slip) for slip in list(slips.values())[:_MOST_SHOWN])
    said = ", ".join(f"{slip.wrong} → {slip.right}" for slip in slips.values())
    return Measured(max(0.0, 1 - len(slips) / 3), f"{said}.", flaws)


def _slips(at: int, text: str) -> list[_Slip]:
    words = _WORD.findall(text)
    found = [_Slip(at, word, _like(TYPOS[word.lower()], word)) for word in words if word.lower() in TYPOS]
    if any(map(eq, words, words[1:])):
        doubled = (match for match in _DOUBLED.finditer(text) if match[1] == match.group().split()[1])
        found += [_Slip(at, match.group(), match[1]) for match in doubled]
    return [] if found and _TIGHT_ADDRESS.search(text) else found


def _like(right: str, model: str) -> str:
    return right.capitalize() if model[0].isupper() else right


def _misspelled(facts: Facts, slip: _Slip) -> Flaw:
    text = facts.document.lines[slip.at].text
    doubled = " " in slip.wrong
    return Flaw(
        title=f"“{slip.wrong}” stands twice" if doubled else f"“{slip.wrong}” should be “{slip.right}”",
        why="A slip on one's own résumé is the cheapest reason to put it aside; some readers use it as the first "
        "sieve.",
        mend=f"Write “{slip.right}”, and let someone else read the page once: one's own slips are invisible to "
        f"oneself.",
        quote=text if len(text) <= 200 else slip.wrong,
        lines=(slip.at,),
        severity="important",
        example=_replaced(text, slip) if len(text) <= 200 else slip.right,
        key=slip.wrong,
    )


@check(
    "spacing",
    "writing",
    0.5,
    "Spaces in their places",
    "No space before a comma or full stop and none missing after a comma; each such line costs a third.",
)
def spacing(facts: Facts) -> Measured | None:
    bad = [
        at
        for at, line in enumerate(facts.document.lines)
        if _SPACING.search(line.text) and not _TIGHT_ADDRESS.search(line.text)
    ]
    if len(bad) < 2:
        return passed("Spaces stand where they should.")
    flaws = tuple(_spaced(facts, at) for at in bad[:3])
    return Measured(
        max(0.0, 1 - len(bad) / 4), f"{len(bad)} lines have a space too many or too few beside a comma.", flaws
    )


def _spaced(facts: Facts, at: int) -> Flaw:
    text = facts.document.lines[at].text
    return Flaw(
        title="A space too many or too few",
        why="Parsers cut lists at “, ”: “Java,Python” may be taken for one skill that nobody searches for.",
        mend="One space after each comma, none before it.",
        quote=text if len(text) <= 200 else text[:120],
        lines=(at,),
        severity="minor",
        example=_respaced(text) if len(text) <= 200 else "",
    )


def _respaced(text: str) -> str:
    closed = re.sub(r"\s+([,;.])(?=\s|[A-Za-z]|$)", r"\1", text)
    return re.sub(r"(?<=[a-z]),(?=[A-Za-z]{2})", ", ", closed)


CHECKS: tuple[Check, ...] = (technology_names, misspellings, spacing)
