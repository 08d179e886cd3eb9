"""Adds blanks where a line lacks a number or an outcome: only the person can fill them."""

import re

from core.resume.review.lead import lead
from core.resume.review.metrics import metrics_in
from core.resume.review.verbs import CHANGING, verb_form
from core.resume.review.wording import VAGUE

_LIMIT = 40  # words: a longer line would not gain by more
_OBJECT_END = re.compile(r",|;|\s[–—-]\s|\s(?:by|using|through|via|with|while|so that|resulting|thanks to)\s|\.?$")
_OF_PERCENT = frozenset(
    [
        "accelerate",
        "boost",
        "cut",
        "decrease",
        "enhance",
        "expand",
        "grow",
        "improve",
        "increase",
        "lower",
        "raise",
        "reduce",
        "shorten",
        "shrink",
        "slash",
        "speed",
        "strengthen",
    ]
)
# Improved things that no percent measures.
_SOFT = re.compile(
    r"\b(?:experience|quality|usability|readability|communication|satisfaction|skills|"
    r"collaboration|security)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b(an?|the) ((?:[\w-]+ ){0,2}team)\b(?! of| members?| lead)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:Led|Managed|Supervised|Headed|Coached|Mentored|Directed|Lead|Manage|Supervise|Coach)\b")
_COUNTABLE = re.compile(
    r"^(?P<verb>Mentor(?:ed)?|Train(?:ed)?|Taught|Teach|Tutor(?:ed)?|Managed?|Supervised?|Coach(?:ed)?|"
    r"Interview(?:ed)?|Fix(?:ed)?|Resolved?|"
    r"Wrote|Write|Organi[sz]ed?|Review(?:ed)?|Closed?|Handled?|Design(?:ed)?|Created?|Develop(?:ed)?|Built|Build|"
    r"Tested|Migrated?|Deployed?|"
    r"Answer(?:ed)?|Served?|Sold|Graded?|Treated?|Help(?:ed)?) (?=(?P<thing>(?:[a-zA-Z-]+ "
    r"){0,2}?[a-zA-Z-]{3,}[^s\W]s)(?=\s|[.,;]|$))",
)
_SINGULAR_S = re.compile(
    r"(?:ss|us|is|ics|ness|access|process|business|analysis|sales|operations|aws|devops|windows|kubernetes|"
    r"jenkins|express|redis|news)$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"^(?:an?|the|all|my|our|its|this|that|these|new hires|and|several|each|every|daily|some|many)\b", re.IGNORECASE
)
_JOINER = re.compile(r"\b(?:and|for|with|in|to|of|on|using|from|by|a|an|the|as|at)\b", re.IGNORECASE)

_TAILS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE), tail)
    for nouns, tail in (
        (r"automat\w+|scripts?|cron|macros?|scheduled", ", [saving __ hours a week]"),
        (r"latency|response times?|load times?|page loads?|quer(?:y|ies)|performance|slow", ", [from __ ms to __ ms]"),
        (
            r"models?|classifiers?|predictions?|neural networks?|cnn|lstm|detection|forecast\w*",
            ", [reaching __ % on __ samples, against __ % before]",
        ),
        (r"pipelines?|etl|scrap\w+|datasets?|ingest\w*|warehouse|spark", ", [processing __ rows a day]"),
        (r"coverage", ", [from __ % to __ %]"),
        (r"unit tests|tests|test suite|test cases", ", [__ tests in all]"),
        (
            r"ci/cd|deploy\w*|docker|kubernetes|infrastructure|terraform|servers?|jenkins",
            ", [cutting a release from __ minutes to __]",
        ),
        (
            r"apis?|endpoints?|microservices?|back-?end|(?<!customer )services?|databases?|authentication",
            ", [serving __ requests a day]",
        ),
        (
            (
                r"apps?|applications?|websites?|sites?|web ?pages?|pages?|dashboards?|portals?|platforms?|bots?|"
                r"tools?|features?|ui|front-?end|components?|games?|systems?"
            ),
            ", [used by __ people]",
        ),
        (r"bugs?|issues?|tickets?|defects?|errors?", ", [__ of them a month]"),
        (r"documentation|docs|guides?|manuals?|articles?|blog", ", [read by __ people]"),
        (
            r"workshops?|events?|hackathons?|sessions?|meetups?|fundrais\w+|conferences?|campaigns?",
            ", [with __ attending]",
        ),
        (r"customers|clients|patients|guests|visitors|calls|orders", " – [how many a day: __]"),
        (r"students|interns|juniors|volunteers|children|pupils|new hires", ", [__ people]"),
        (
            r"research\w*|papers?|stud(?:y|ies)|analys[ie]s|analy[sz]ed|surveys?|data",
            ", [over __ records, and what it showed: __]",
        ),
        (r"budgets?|costs?|sales|revenue|inventory|spend\w*", ", [worth __ a year]"),
    )
)
# Verbs of making something that others can then use.
_FOR_OTHERS = frozenset(
    [
        "automate",
        "build",
        "configure",
        "create",
        "deploy",
        "design",
        "develop",
        "implement",
        "install",
        "integrate",
        "introduce",
        "launch",
        "migrate",
        "program",
        "prototype",
        "publish",
        "rebuild",
        "redesign",
        "ship",
    ]
)
_OTHER = " – [result: what changed, for whom, by how much: __]"
_HOW_MUCH = " – [how much, or for how many: __]"
# Clauses that already say what the work was for: another behind them makes no sentence.
_TOLD = re.compile(r"\b(?:which|that|who|so|before|because|where|while)\b", re.IGNORECASE)
_BLANK = re.compile(r"\[[^\]]*\]")
_TO = re.compile(r"\bto ([a-z]+)\b")


def with_number(text: str) -> str:
    """The line with a blank where a number would say most; "" for a line too long to take one, or that holds one."""
    if not _fits(text) or metrics_in(text):
        return ""
    if text.endswith("__]"):
        return text
    body, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
    return (_by_percent(body) or _counted(body) or _team(body) or _tailed(body)) + stop


def with_outcome(text: str) -> str:
    """The line with a blank for what came of the work; "" where the line has no sound place for one."""
    if not _fits(text) or text.endswith("__]") or _says_what_for(text) or VAGUE.search(text):
        return ""
    body, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
    opening = lead(text)
    made = opening.verb is not None and opening.verb.base in _FOR_OTHERS
    return f"{body}{', so that [who: __] could [do what: __]' if made else _OTHER}{stop}"


def _says_what_for(text: str) -> bool:
    own = _BLANK.sub("", text)
    forms = (verb_form(match[1]) for match in _TO.finditer(own))
    return bool(_TOLD.search(own)) or any(form is not None and form[1] == "base" for form in forms)


def _fits(text: str) -> bool:
    """Whether a line says something and has room for a blank."""
    return any(letter.isalpha() for letter in text) and len(text.split()) <= _LIMIT


def fuller(text: str) -> str:
    """A line of a few words with blanks for the rest of the story."""
    body, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
    return f"{body} – [with what, for whom, and with which result: __]{stop}"


def _by_percent(text: str) -> str:
    opening = lead(text)
    if not opening.verb or opening.verb.base not in CHANGING & _OF_PERCENT or opening.kind not in ("past", "base"):
        return ""
    end = _OBJECT_END.search(text, opening.end + 1)
    if not end:
        return ""
    blank = "[as measured by __: from __ to __]" if _SOFT.search(text[: end.start()]) else "by [__ %]"
    return f"{text[: end.start()]} {blank}{text[end.start() :]}"


def _counted(text: str) -> str:
    match = _COUNTABLE.match(text)
    if (
        not match
        or _DETERMINED.match(match["thing"])
        or _SINGULAR_S.search(match["thing"])
        or _JOINER.search(match["thing"])
    ):
        return ""
    return f"{text[: match.end()]}[how many: __] {text[match.end() :]}"


def _team(text: str) -> str:
    return _TEAM.sub(r"\1 \2 of [__]", text, count=1) if _LEADING.match(text) and _TEAM.search(text) else ""


def _tailed(text: str) -> str:
    if _says_what_for(text):
        return f"{text}{_HOW_MUCH}"
    found = countable(text)
    return f"{text}{found[1] if found else _OTHER}"


def countable(text: str) -> tuple[re.Match[str], str] | None:
    """The first noun behind the opening that calls for a figure, and the blank that asks for it."""
    after = lead(text).end
    found = [(match, tail) for pattern, tail in _TAILS if (match := pattern.search(text, after))]
    return min(found, key=lambda pair: pair[0].start()) if found else None
