"""Makes a line open with what the person did: the review's own rules, and a few that only a rewrite may use."""

import re
from dataclasses import dataclass

from core.resume.review.carrying import NOUN_GERUNDS
from core.resume.review.lead import Lead, lead
from core.resume.review.passive import passive_in
from core.resume.review.rewriting import MADE_OF_CODE, NO_OBJECT, mended
from core.resume.review.verbs import ALSO_NOUNS, NOMINAL, Verb, verb_form
from core.resume.rewrite.marks import DEED, PART, which
from core.topics import skills_in

_BY_WHOM = re.compile(r"\s+by (me|myself|us|ourselves|(?:my|our) team)\b", re.IGNORECASE)
_FRIENDS = re.compile(
    r"\b(?:my|our) (?=(?:\w+ )?(?:friends|classmates|colleagues|teammates|team ?mates|peers|co-?workers|family)\b)",
    re.IGNORECASE,
)
_MY_OWN = re.compile(r"\b(?:my|our) own\b", re.IGNORECASE)
# "my spare time" is not "the spare time": such a line is left as it is.
_ONLY_MINE = re.compile(
    r"\b(?:my|our) (?:(?:free|spare|own) time|best|knowledge|skills?|strengths?|career|life|role|job|part|duties|"
    r"responsibilit\w+|experience|understanding|learning|studies|self|time|way|love|passion|interest)\b",
    re.IGNORECASE,
)
_GERUNDS = re.compile(r"(?P<list>[a-z-]+ing(?:, [a-z-]+ing)*,? and [a-z-]+ing) (?P<rest>\S.*)$", re.DOTALL)
_OBJECT = re.compile(
    r"\s+(?:an?|the|our|my|new|all|\d+|their|its|each|every|[a-z]+(?<!ss)s|[A-Z][\w.+#-]*|\[|[a-z]+ (?:and )?[a-z-]+s)\b"
)
_COMPOUND = re.compile(
    r"(?:help[- ]?desk|open[- ]source|front of|check[- ]?(?:in|list|out)|set[- ]?up|run time)\b", re.IGNORECASE
)
_DUTY = ("responsib", "was responsib", "were responsib", "in charge", "tasked", "i was responsib")
_SHARED = (
    "helped with",
    "helping with",
    "help",
    "assist",
    "been involved",
    "have been",
    "being",
    "involved",
    "was involved",
)
_TAKEN_PART = ("particip", "took part", "contribut")
_SMALL_FIRST = re.compile(
    r"small|simple|public|web|mobile|command|command-line|real-time|personal|desktop|online|full-stack|"
    r"browser-based|basic|responsive|cross-platform|offline|multiplayer",
    re.IGNORECASE,
)
_MADE_ALREADY = re.compile(
    r"\b(?:built|made|written|developed|created|designed|coded|implemented|done)\b", re.IGNORECASE
)
_AFTER_HEAD = re.compile(r"\s*(?:$|[.,;(]|\b(?:in|for|that|which|with|using|to|on|based|of)\b)")
_OBSERVED = re.compile(
    r"(?:an? |the |our |my )?(?:\w+ )?(?:meetings?|stand-?ups?|reviews?|classes|courses?|training|discussions?|events?|"
    r"workshops?|seminars?|lectures|hackathons?|competitions?|programm?e?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A line that opens well. `without` is what stood where its first gap is; `sure`: nothing for the person to confirm."""

    text: str
    reason: str = ""
    mark: str = ""
    without: str = ""
    sure: bool = True


def opened(text: str, current: bool | None, *, of_thing: bool = False) -> Opened:
    """The line with a verb first, or with a gap where only the person knows it; unchanged where neither is sound.

    `of_thing`: the line stands under a project, so that "Shows free bicycles" says what the thing does.
    """
    opening = lead(text)
    if (of_thing and opening.kind == "third") or _unsure_verb(text, opening) or _ONLY_MINE.search(text):
        return Opened(text)
    return (
        _passive(text)
        or _gerunds(text, opening, current)
        or _by_rule(text, opening, current)
        or _asked(text, opening)
        or _thing_first(text, opening)
        or Opened(text)
    )


def _unsure_verb(text: str, opening: Lead) -> bool:
    """Whether a verb at the head may as well be a noun ("Help desk tickets")."""
    rest = text[opening.end :]
    also_noun = opening.verb is not None and opening.verb.base in ALSO_NOUNS and opening.kind in ("base", "third")
    return bool(_COMPOUND.match(text, opening.start)) or (also_noun and not _OBJECT.match(rest))


def _passive(text: str) -> Opened | None:
    """ "The site was designed by me" is the person's; without a doer the person must say so; of "by us" a part is asked."""
    if not passive_in(text) or lead(text).kind not in ("noun", "unknown"):
        return None
    by = _BY_WHOM.search(text)
    made = _soundly(text, None) if not by or by[1].lower() in ("me", "myself") else ""
    if not made or lead(made).kind != "past":
        return None
    return Opened(
        made,
        "Says who did it: you" if by else "Says that it was you; take it only if it was",
        sure=by is not None,
    )


def _gerunds(text: str, opening: Lead, current: bool | None) -> Opened | None:
    """ "Responsible for designing, building and testing features" as "Designed, built and tested features"."""
    at = opening.end if opening.kind == "weak" else opening.start if opening.kind == "ing" else -1
    shared = opening.kind == "weak" and not opening.word.lower().startswith((*_DUTY, "worked on", "working on"))
    match = _GERUNDS.match(text[at:].lstrip()) if at >= 0 and not shared else None
    if not match or not re.match(r"(?:an?|the|our|my|new|all|\d+|[a-z]+s|[A-Z])", match["rest"]):
        return None
    words = re.split(r",? and |, ", match["list"])
    forms = [verb_form(word) for word in words]
    if words[0] in NOUN_GERUNDS or not all(form and form[1] == "ing" for form in forms) or "ing" in match["rest"]:
        return None
    told = [_tense(form[0], current) for form in forms if form]
    joined = f"{', '.join(told[:-1])} and {told[-1]}"
    return Opened(_capital(f"{joined} {match['rest']}"), _why(opening))


def _by_rule(text: str, opening: Lead, current: bool | None) -> Opened | None:
    made = _soundly(text, current)
    if not made or made == text:
        return Opened(text) if made else None
    part = re.match(r"(\[[^\]]+ – which\?\])|(\w+ \[your part: __\] of)|.* (to \[build what, for whom: __\])", made)
    if not part:
        return Opened(made, _why(opening) if opening.kind not in ("past", "unknown") else _pronoun_gone(text, made))
    mark = next(group for group in part.groups() if group)
    said = opening.word.strip() if opening.kind == "weak" else ""
    if mark.endswith(PART) and not said:
        return None if not text.lower().startswith("we ") else Opened(made, _why(opening), mark, mark.split(" [")[0])
    return Opened(made, _why(opening), mark, "" if mark.startswith("to ") else _until(text, made, mark))


def _until(text: str, made: str, mark: str) -> str:
    """What stood before the words that follow the mark."""
    rest = made.split(mark, 1)[1].strip()
    at = text.rfind(rest[:12])
    return text[:at].strip() if at > 0 else ""


def _soundly(text: str, current: bool | None) -> str:
    """What the review's rules make of a line, or "" where their sentence may not stand."""
    kept = _MY_OWN.sub("its-own-self", _FRIENDS.sub("", text))
    made = mended(kept, current).replace("its-own-self", "my own")
    return "" if _verbless(made, current) else made


def _verbless(made: str, current: bool | None) -> bool:
    opening = lead(made)
    return not made or (opening.kind == "base" and current is False)


def _asked(text: str, opening: Lead) -> Opened | None:
    """A weak opening before a plain thing: what was done with it is asked for."""
    weak = opening.word.strip().lower()
    rest = text[opening.end :].strip()
    if opening.kind != "weak" or not rest or not weak.startswith((*_DUTY, *_SHARED, *_TAKEN_PART, "worked on")):
        return None
    first = re.match(r"[\w-]+", rest)
    found = verb_form(first.group()) if first else None
    gerund = found is not None and found[1] in ("ing", "base") and not _named(rest)
    nominal = first is not None and first.group().lower() in NOMINAL
    if NO_OBJECT.match(rest) or gerund or nominal or _OBSERVED.match(rest) or "[" in rest:
        return None
    return Opened(f"{DEED} {rest}", _why(opening), DEED, opening.word.strip())


def _named(rest: str) -> bool:
    named = skills_in(rest)
    return bool(named) and named[0].start == 0


def _thing_first(text: str, opening: Lead) -> Opened | None:
    """ "Small web app in Flask that shows tide times": how it came about is asked for."""
    first = re.match(r"(?:An? )?([\w-]+)", text)
    head = MADE_OF_CODE.match(text)
    if opening.kind not in ("noun", "unknown") or not first or not head or _MADE_ALREADY.search(text):
        return None
    word = first[1].lower()
    if not _SMALL_FIRST.fullmatch(word) or head.group().endswith("s") or not _AFTER_HEAD.match(text[head.end() :]):
        return None
    thing = re.sub(r"^An? ", "", text)
    article = "an" if thing[0] in "aeioAEIO" else "a"
    mark = f"{which('Built', 'extended', 'fixed')} {article}"
    return Opened(f"{mark} {thing[0].lower()}{thing[1:]}", _why(opening), mark)


def _why(opening: Lead) -> str:
    words = opening.word.strip()
    if opening.kind == "weak":
        duty = words.lower().startswith(_DUTY)
        return (
            f"“{words}” names a duty; the line opens with what you did" if duty else "Opens with what you yourself did"
        )
    if opening.kind in ("base", "third"):
        return "The work has ended, so it is told in the past"
    if opening.kind == "pronoun":
        return f"“{words}” can go: the page is about you"
    return "Opens with what you did"


def _pronoun_gone(text: str, made: str) -> str:
    for word in re.findall(r"\b(?:my|our)\b", text, re.IGNORECASE):
        if not re.search(rf"\b{word}\b", made):
            return f"“{word.capitalize()}” can go: the page is about you"
    return "Begins with a capital letter" if text[:1].islower() else "Opens with what you did"


def _tense(verb: Verb, current: bool | None) -> str:
    return verb.base if current is True else verb.past


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
