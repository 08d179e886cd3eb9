"""Blanks for how many there were: of the line's object, of a vague "several", of a team."""

import re

from core.resume.review.verbs import ALSO_NOUNS, MAKING, verb_form
from core.resume.rewrite.marks import HOW_MANY
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.things import plural

_VAGUE = re.compile(
    r"(?P<vague>\b(?:several|multiple|many|numerous|some|a few|a lot of|lots of|a number of|tons of|a bunch of))\s"
    r"(?P<thing>(?:[a-z-]+ ){0,2}?[a-z-]{3,}(?<!ss)s)(?=$|[\s.,;])",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(r"\bteam of (?=([a-z]+(?: [a-z]+)?(?<!ss)s(?: and [a-z]+s)?)\b)", re.IGNORECASE)
_RECURRING = re.compile(r"answer|handle|help|serve|sell|review|resolve|process|treat|schedule|close|prepare|grade")
# Of what one has at the same time, not one after the other.
_LASTING = re.compile("monitor|maintain|manage|administer|support|supervise|mentor|coach|lead|own|run|collaborate|work")
_FEW = re.compile(
    r"supplies|goods|results|findings|requirements|needs|resources|relations|trends|insights|"
    r"data|sales|operations|analysis|logistics|business|access|process|relationships|aws|kubernetes|windows|devops|"
    r"skills|activities|tasks|duties|things|communications|documentation|standards|policies|procedures|aspects|others"
)
_PLACE = "in|on|for|from|with|at|across|to|by|using|of|about|within|between|through|during|as|such|than|per"
_ANY_OF = "the|an?|all|its|their|this|that|these|each|every|both|my|our|other|others|daily|only|new hires"
_PLURAL = rf"(?!(?:{_PLACE}|and|up|out)\b)[A-Za-z][\w-]*(?<!ss)s|staff|children|people"
_BARE = re.compile(
    rf"(?P<verbs>[A-Za-z]+(?:-[a-z]+)?(?:(?:, [a-z]+)? and [a-z]+)?)(?P<particle> up| out|(?: closely)? with)?\s"
    rf"(?P<thing>(?!(?:{_ANY_OF})\b)(?:(?!(?:{_PLACE}|that|which|up|out|{_ANY_OF})\b)[\w/+-]+ ){{0,3}}?(?:{_PLURAL})"
    rf"(?: and (?![a-z]+ed )(?:[a-z-]+ )?[a-z-]{{3,}}(?<!ss)s)?)(?=$|[.,;]|\s(?:{_PLACE}|and)\b)"
)
_SERVED = re.compile(
    rf"\b(?:for|from|with|across|so that|to|of)\s(?P<thing>(?!(?:{_ANY_OF}|{_PLACE})\b)(?:[a-z-]+ )?(?:{_PLURAL}))"
    rf"(?=$|[.,;]|\s(?:{_PLACE}|can|could|see|and)\b)"
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
    match = _BARE.match(text) if not text.startswith("Introduc") else None
    found = [verb_form(verb) for verb in re.findall(r"(?!and\b)[A-Za-z-]+", match["verbs"])] if match else []
    told = [one for one in found if one and one[1] in ("past", "base")]
    if not match or not numerable(match["thing"]):
        return None
    if len(told) != len(found):
        return _of_unknown(text, match)
    goes_on = present and told[0][1] == "base"
    verbs = " and ".join(verb.base for verb, _ in told[-2:]) + (match["particle"] or "").replace(" closely", "")
    question = f"How many {match['thing']} {'do' if goes_on else 'did'} you {verbs}?"
    line = f"{text[: match.start('thing')]}{HOW_MANY} {text[match.start('thing') :]}"
    example = example_of(question, told[0][0].base, present=goes_on)
    return line, Blank(mark=HOW_MANY, question=question, example=example, number=True)


def _of_unknown(text: str, match: re.Match[str]) -> tuple[str, Blank] | None:
    """The same of a past that we do not know as a verb: "Serviced vans"."""
    if not re.fullmatch(r"[\w-]+ed(?:(?:, [\w-]+ed)? and [\w-]+ed)?", match["verbs"]) or match["particle"]:
        return None
    return _counted(text, match)


def of_those_served(text: str) -> tuple[str, Blank] | None:
    """ "Gathered requirements from business users": how many of those were there."""
    found = sorted(_SERVED.finditer(text), key=lambda match: not match.group().startswith("so that"))
    match = found[0] if found else None
    if not match or not numerable(match["thing"]):
        return None
    return _counted(text, match)


def _counted(text: str, match: re.Match[str]) -> tuple[str, Blank]:
    line = f"{text[: match.start('thing')]}{HOW_MANY} {text[match.start('thing') :]}"
    return line, Blank(
        mark=HOW_MANY, question=f"How many {match['thing']} were there?", example="about 12", number=True
    )


def numerable(thing: str) -> bool:
    """Whether a phrase names things of which there can be twelve."""
    words = thing.split()
    forms = [(at, found) for at, word in enumerate(words[:-1]) if word.islower() and (found := verb_form(word))]
    for at, (verb, form) in forms:
        done = form in ("past", "participle") and at > 0 and words[at - 1] == "and"
        if done or (form == "base" and verb.base not in ALSO_NOUNS):
            return False
    last = words[-1]
    return not _FEW.fullmatch(last.lower()) and (plural(last) or last in ("staff", "children", "people"))


def example_of(question: str, verb: str, *, present: bool) -> str:
    """The form of an answer to "how many": a rate where the work comes back."""
    rated = re.search(r"\b(?:daily|weekly|monthly|yearly)\b", question)
    if _RECURRING.fullmatch(verb) and not rated:
        return "about 40 a week"
    if present and not _LASTING.fullmatch(verb):
        return "about 10 a year" if verb in MAKING else "about 12 a month"
    return "about 12"
