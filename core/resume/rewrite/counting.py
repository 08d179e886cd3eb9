"""Blanks for how many there were: of the line's object, of a vague "several", of a team."""

import re

from core.resume.review.verbs import verb_form
from core.resume.rewrite.marks import HOW_MANY
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.things import plural

_VAGUE = re.compile(
    r"(?P<vague>\b(?:several|multiple|many|numerous|a lot of|lots of|a number of|tons of|a bunch of))\s"
    r"(?P<thing>(?:[a-z-]+ ){0,2}?[a-z-]{3,}(?<!ss)s)(?=$|[\s.,;])",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(r"\bteam of (?=([a-z]+(?: [a-z]+)?(?<!ss)s)\b)", re.IGNORECASE)
_RECURRING = re.compile(r"answer|handle|serve|sell|review|resolve|process|treat|schedule|close|prepare|grade")
_FEW = re.compile(
    r"supplies|goods|results|findings|requirements|needs|resources|relations|trends|insights|"
    r"data|sales|operations|analysis|logistics|business|access|process"
)
_BARE = re.compile(
    r"(?P<verb>[A-Za-z]+)\s(?P<thing>(?!(?:the|an?|all|its|this|and|my|our|daily|each|every|other)\b)(?:[a-z-]+ )?"
    r"[a-z-]{3,}(?<!ss)s)(?=$|[.,;]|\s(?:in|on|for|from|with|at|across|to|by|using|of|and)\b)"
)


def in_team(text: str) -> tuple[str, Blank] | None:
    """ "Led a team of developers": how many they were."""
    team = _TEAM_OF.search(text)
    if not team:
        return None
    line = f"{text[: team.start(1)]}{HOW_MANY} {text[team.start(1) :]}"
    return line, Blank(mark=HOW_MANY, question=f"How many {team[1]} were in the team?", example="4", number=True)


def of_plenty(text: str) -> tuple[str, Blank] | None:
    """ "Fixed several bugs": how many, in the place of "several"."""
    vague = _VAGUE.search(text)
    if not vague:
        return None
    question = f"How many {vague['thing']} were there?"
    line = f"{text[: vague.start()]}{HOW_MANY}{text[vague.end('vague') :]}"
    return line, Blank(mark=HOW_MANY, question=question, example="about 12", number=True, without=vague["vague"])


def of_object(text: str, *, present: bool) -> tuple[str, Blank] | None:
    """ "Schedule appointments for patients": how many of the plain plural."""
    match = _BARE.match(text)
    found = verb_form(match["verb"]) if match else None
    if not match or not found or found[1] not in ("past", "base"):
        return None
    words = match["thing"].split()
    if _FEW.fullmatch(words[-1]) or not plural(words[-1]) or verb_form(words[0]):
        return None
    goes_on = present and found[1] == "base"
    question = f"How many {match['thing']} {'do' if goes_on else 'did'} you {found[0].base}?"
    line = f"{text[: match.start('thing')]}{HOW_MANY} {text[match.start('thing') :]}"
    example = example_of(question, found[0].base, present=goes_on)
    return line, Blank(mark=HOW_MANY, question=question, example=example, number=True)


def example_of(question: str, verb: str, *, present: bool) -> str:
    """The form of an answer to "how many": a rate where the work comes back."""
    rated = re.search(r"\b(?:daily|weekly|monthly|yearly)\b", question)
    return "about 40 a week" if not rated and (present or _RECURRING.fullmatch(verb)) else "about 12"
