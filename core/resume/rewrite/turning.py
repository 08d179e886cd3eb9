"""Turns a line round by words alone: passive to active, gerunds to pasts, by the review's own rules where they suffice."""

import re
from dataclasses import dataclass

from core.resume.review.carrying import NOUN_GERUNDS
from core.resume.review.lead import Lead, lead
from core.resume.review.passive import passive_in
from core.resume.review.rewriting import mended
from core.resume.review.verbs import NOMINAL, Verb, verb_form
from core.topics import skills_in

_WHOSE, _CONFIRM = "Says who did it: you", "Says that it was you: take it only if it was"
_BY_WHOM = re.compile(r"\s+by (me|myself|us|ourselves|(?:my|our) team)\b", re.IGNORECASE)
_FRIENDS = re.compile(
    r"\b(?:my|our) (?=(?:\w+ )?(?:friends|classmates|colleagues|teammates|team ?mates|peers|co-?workers|family)\b)",
    re.IGNORECASE,
)
_GERUND_OF = re.compile(r"\b(for|with) (?:the )?([a-z]+ing) of (?=\w)", re.IGNORECASE)
_ROLE_TO = re.compile(r"((?:my|our) (?:\w+ )?\w+ (?:was|is) to .*?\b(?:and|or)) to (?=\w)", re.IGNORECASE)
_MY_OWN = re.compile(r"\b(?:my|our) own\b", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:(?:I was |Was )?(?:Responsible for|In charge of) )?(?:the )?(?P<one>[a-z]+) and (?P<two>[a-z]+) of (?P<thing>.+)",
    re.IGNORECASE,
)
_GERUNDS = re.compile(r"(?P<list>[a-z-]+ing(?:, [a-z-]+ing)*,? and [a-z-]+ing) (?P<rest>\S.*)$", re.DOTALL)
DUTY = ("responsib", "was responsib", "were responsib", "in charge", "tasked", "i was responsib")
ASSISTED = re.compile(r"Assist(?:ed|ing) (?:in|with) (?=(?:the|an?) )", re.IGNORECASE)
_PARTICLE = re.compile(
    r"(?P<thing>[^.;]+?) (?:was|were|has been|have been) (?P<verb>[a-z]+) (?P<particle>up|out)(?: by me)?"
    r"(?P<rest>(?: (?:for|in|on|at|with|using|to)\b.*)?)$"
)
# Common nouns at the head of a passive line, which lose their capital behind the verb.
_COMMON = re.compile(r"(?<=[a-z] )[A-Z][a-z]+(?:tion|tions|ment|ware|work|data|base|ups|sites?|pages?|code)\b")


@dataclass(frozen=True, slots=True)
class Opened:
    """A line that opens well. `without` is what stood where its first gap is; `sure`: nothing for the person to confirm.

    `deed` is a line that claims more than `text`, for which a figure has to be told; "" where there is none.
    """

    text: str
    reason: str = ""
    mark: str = ""
    without: str = ""
    sure: bool = True
    deed: str = ""


def active(text: str) -> Opened | None:
    """ "The site was designed by me" is the person's; without a doer the person must say so; of "by us" a part is asked."""
    made = _set_up(text)
    if made:
        return Opened(made, _WHOSE if " by me" in text else _CONFIRM, sure=" by me" in text)
    if not passive_in(text) or lead(text).kind not in ("noun", "unknown"):
        return None
    by = _BY_WHOM.search(text)
    if by and by[1].lower() not in ("me", "myself"):
        return Opened(text)
    made = by_review(text, None)
    made = _COMMON.sub(lambda match: match.group().lower(), made)
    if not made or lead(made).kind != "past":
        return None
    return Opened(
        made,
        _WHOSE if by else _CONFIRM,
        sure=by is not None,
    )


def _set_up(text: str) -> str:
    """ "CI was set up by me for 4 teams" as "Set up CI for 4 teams"."""
    match = _PARTICLE.match(text)
    found = verb_form(match["verb"]) if match else None
    if not match or not found or found[0].participle != match["verb"]:
        return ""
    thing = match["thing"]
    thing = (
        thing
        if named(thing) and not re.match(r"[A-Z][a-z]+ [a-z]", thing)
        else re.sub(r"^(?:The|An?|All|New|[A-Z][a-z]+(?:s|tion|ing))\b", _small, thing)
    )
    return f"{capital(found[0].past)} {match['particle']} {thing}{match['rest']}"


def _small(match: re.Match[str]) -> str:
    return match.group().lower()


def gerunds(text: str, opening: Lead, current: bool | None) -> Opened | None:
    """ "Responsible for designing, building and testing features" as "Designed, built and tested features"."""
    at = opening.end if opening.kind == "weak" else opening.start if opening.kind == "ing" else -1
    shared = opening.kind == "weak" and not opening.word.lower().startswith((*DUTY, "worked on", "working on"))
    match = _GERUNDS.match(text[at:].lstrip()) if at >= 0 and not shared else None
    if not match or not re.match(r"(?:an?|the|our|my|new|all|\d+|[a-z]+s|[A-Z])", match["rest"]):
        return None
    words = re.split(r",? and |, ", match["list"])
    forms = [verb_form(word) for word in words]
    if words[0] in NOUN_GERUNDS or not all(form and form[1] == "ing" for form in forms) or "ing" in match["rest"]:
        return None
    told = [_tense(form[0], current) for form in forms if form]
    joined = f"{', '.join(told[:-1])} and {told[-1]}"
    return Opened(capital(f"{joined} {match['rest']}"), why(opening))


def of_thing_done(text: str, opening: Lead, current: bool | None) -> Opened | None:
    """ "Handling of invoices" as "Handled invoices"."""
    both = _BOTH.fullmatch(text)
    verbs = [verb_form(NOMINAL.get(both[one].lower(), "")) for one in ("one", "two")] if both else []
    if both and all(verbs):
        told = " and ".join(_tense(found[0], current) for found in verbs if found)
        return Opened(capital(f"{told} {both['thing']}"), why(opening))
    if opening.kind != "ing" or not opening.verb or not text[opening.end :].startswith(" of ") or opening.start:
        return None
    return Opened(capital(f"{_tense(opening.verb, current)}{text[opening.end + 3 :]}"), why(opening))


def by_review(text: str, current: bool | None) -> str:
    """What the review's rules make of a line, or "" where their sentence may not stand."""
    kept = _GERUND_OF.sub(r"\1 \2 ", text) if lead(text).kind == "weak" else _ROLE_TO.sub(r"\1 ", text)
    kept = _MY_OWN.sub("its-own-self", _FRIENDS.sub("", ASSISTED.sub("Helped with ", kept)))
    made = mended(kept, current).replace("its-own-self", "my own")
    return "" if _verbless(made, current) else made


def _verbless(made: str, current: bool | None) -> bool:
    opening = lead(made)
    return not made or (opening.kind == "base" and current is False)


def named(rest: str) -> bool:
    named = skills_in(rest)
    return bool(named) and named[0].start == 0


def why(opening: Lead) -> str:
    words = opening.word.strip()
    if opening.kind == "weak":
        duty = words.lower().startswith(DUTY)
        return f"“{words}” names a duty, not a deed" if duty else "Opens with what you yourself did"
    if opening.kind in ("base", "third"):
        return "The work has ended, so it is told in the past"
    if opening.kind == "pronoun":
        return f"“{words}” can go: the page is about you"
    return "Opens with a verb"


def pronoun_gone(text: str, made: str) -> str:
    for word in re.findall(r"\b(?:my|our)\b", text, re.IGNORECASE):
        if not re.search(rf"\b{word}\b", made):
            return f"“{word.capitalize()}” can go: the page is about you"
    return "Begins with a capital letter" if text[:1].islower() else "Opens with a verb"


def _tense(verb: Verb, current: bool | None) -> str:
    return verb.base if current is True else verb.past


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
