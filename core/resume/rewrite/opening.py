"""Makes a line open with what the person did, or with a gap where only the person knows what that was."""

import re
from dataclasses import replace

from core.resume.review.lead import Lead, lead
from core.resume.review.rewriting import MADE_OF_CODE, NO_OBJECT
from core.resume.review.verbs import ALSO_NOUNS, CHANGING, NOMINAL, verb_form
from core.resume.rewrite.claiming import modest
from core.resume.rewrite.marks import DEED, HOW_MANY, PART, which
from core.resume.rewrite.turning import (
    ASSISTED,
    DUTY,
    Opened,
    active,
    by_review,
    capital,
    gerunds,
    named,
    of_thing_done,
    pronoun_gone,
    why,
)
from core.topics import skills_in

# "my spare time" is not "the spare time": such a line is left as it is.
_ONLY_MINE = re.compile(
    r"\b(?:my|our) (?:(?:free|spare|own) time|best|(?:\w+ )?knowledge|(?:\w+ )?skills?|strengths?|career|life|"
    r"experience|understanding|learning|studies|self|time|way|love|passion|interest)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\s+(?:an?|the|our|my|new|all|\d+|their|its|each|every|[a-z]+(?<!ss)s|[A-Z][\w.+#-]*|\[|[a-z]+ (?:and )?[a-z-]+s)\b"
)
_COMPOUND = re.compile(
    r"(?:help[- ]?desk|open[- ]source|front of|check[- ]?(?:in|list|out)|set[- ]?up|run time)\b", re.IGNORECASE
)
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
_DUTY_OF_MINE = re.compile(r"I(?: am|['’]m) (responsible for|in charge of)\b", re.IGNORECASE)
_WORKING = re.compile(r"(?:I )?(?:was|am|have been|had been) working on\b", re.IGNORECASE)
_OBSERVED = re.compile(
    r"(?:an? |the |our |my |all )?(?:[\w-]+ ){0,2}(?:meetings?|stand-?ups?|reviews?|classes|courses?|training|discussions?|"
    r"events?|workshops?|seminars?|lectures|hackathons?|competitions?|programm?e?|conferences?|fairs?|rotas?|rotations?)\b",
    re.IGNORECASE,
)

_GAP_MADE = re.compile(r"\[[^\]]+ – which\?\]|\w+ \[your part: __\] of|to \[build what, for whom: __\]")
_MADE_HEAD = re.compile(rf"{MADE_OF_CODE.pattern}(?=$|,|\s(?:and|or|&)\s)", re.IGNORECASE)
_HEAD_END = re.compile(r"[,;(]|\s(?:of|for|in|with|using|on|to|that|which|from|at|by)\s")
_ACTIVITY = re.compile(
    r"\b(?:development|design|backups?|maintenance|support|security|testing|administration|operations?|deployments?|"
    r"management|analysis|monitoring|work|programming|engineering)\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(r"\s(?:an?|the|our|my|its|their|this|new|[A-Z])\b|\s\w+ (?:app|site|page|system|tool)\b")
_PLAIN_THING = re.compile(r"(?:the|an?|its|their|my|our) |[a-z-]+(?<!ss)s(?: (?:in|of|for|on|from)\b|$)", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or) (\w+) (?=(?:the|an?|all|its|new|[a-z]+s)\b)")
_WORDS = re.compile(r"[\w-]+")
_LISTED = re.compile(r"([A-Z][a-z]+)(?: ?,(?: and)?| and| or| &) ([\w-]+)")
_NO_VERB = re.compile(
    r"\w+(?:s|ed|ing|al|ic|ive|ary)|mobile|the|an?|its|their|in|on|for|with|to|by|new|old|small|other|all|web"
)
_MANY_DONE = re.compile(
    r"(?P<verb>[a-z]+)\s(?P<thing>(?:[a-z-]+ )?[a-z-]{3,}(?<!ss)s)(?=$|[.,;]|\s(?:in|on|for|from|with|at|of|across|to)\b)"
)
_NOT_MANY = re.compile(r"\b(?:the|its|this|an?|and|all|sales|news|analysis|process|business|access|operations)\b")
_SCREEN = re.compile(r"(?:an?|the) (?:[\w-]+ ){0,2}(?:page|screen|form|game|view|menu|chat|shop|store|clone)s?\b")
_TASKS = re.compile(
    r"(?P<empty>(?:(?:Was |I was )?Responsible for )?(?:(?:various|different|several|many|daily|other|all|general|the)\s)*"
    r"(?:tasks|duties|activities|things))(?P<rest>(?:\s(?:in|at|for|with|on)\s.*)?)$",
    re.IGNORECASE,
)


def opened(text: str, current: bool | None, *, of_thing: bool = False) -> Opened:
    """The line with a verb first, or with a gap where only the person knows it; unchanged where neither is sound.

    `of_thing`: the line stands under a project, so that "Shows free bicycles" says what the thing does.
    """
    plainer = _WORKING.sub("Worked on", _DUTY_OF_MINE.sub(lambda match: capital(match[1]), text))
    if plainer != text:
        turned = opened(plainer, current, of_thing=of_thing)
        own = text.removesuffix(plainer.removeprefix(turned.without)).strip() if turned.mark and turned.without else ""
        return replace(turned, without=own) if own else Opened(text)
    opening = _lead(text)
    if (of_thing and opening.kind == "third") or _unsure_verb(text, opening) or _ONLY_MINE.search(text):
        return Opened(text)
    turned = (
        active(text)
        or gerunds(text, opening, current)
        or of_thing_done(text, opening, current)
        or _own_count(text, opening)
        or _by_rule(text, opening, current)
        or _code(text, opening)
        or _asked(text, opening)
        or _emptied(text)
        or _thing_first(text, opening)
        or Opened(text)
    )
    return modest(text, turned)


def _lead(text: str) -> Lead:
    """The opening, which for "Assisted in the introduction" ends before the thing."""
    match = ASSISTED.match(text)
    return Lead("weak", match.group(), 0, match.end()) if match else lead(text)


def _unsure_verb(text: str, opening: Lead) -> bool:
    """Whether a verb at the head may as well be a noun ("Help desk tickets")."""
    rest = text[opening.end :]
    also_noun = opening.verb is not None and opening.verb.base in ALSO_NOUNS and opening.kind in ("base", "third")
    return bool(_COMPOUND.match(text, opening.start)) or (also_noun and not _OBJECT.match(rest))


def _own_count(text: str, opening: Lead) -> Opened | None:
    """ "Involved in fixing bugs": how many of them were one's own is asked for."""
    if opening.kind != "weak" or not opening.word.lower().startswith((*_SHARED, *_TAKEN_PART)):
        return None
    match = _MANY_DONE.match(text[opening.end :].strip())
    found = verb_form(match["verb"]) if match else None
    if (
        not match
        or not found
        or found[1] not in ("ing", "base")
        or found[0].base in CHANGING
        or _NOT_MANY.search(match["thing"])
    ):
        return None
    mark = f"{capital(found[0].past)} {HOW_MANY}"
    rest = text[opening.end :].strip()[match.end("verb") :].strip()
    return Opened(f"{mark} {rest}", why(opening), mark, f"{opening.word.strip()} {match['verb']}")


def _code(text: str, opening: Lead) -> Opened | None:
    """ "Worked on a booking page using React": whether it was built, extended or fixed is asked for."""
    rest = text[opening.end :].strip()
    if opening.kind != "weak" or not opening.word.lower().startswith(("worked on", "working on")):
        return None
    if not skills_in(rest) or not _SCREEN.match(rest):
        return None
    mark = which("Built", "extended", "fixed")
    return Opened(f"{mark} {rest}", why(opening), mark, opening.word.strip())


def _emptied(text: str) -> Opened | None:
    """ "Various tasks in the computer lab": one thing that was done there is asked for."""
    match = _TASKS.match(text)
    if not match:
        return None
    return Opened(f"{DEED} {match['rest']}".strip(), "“Tasks” leaves open what you did", DEED, match["empty"].strip())


def _by_rule(text: str, opening: Lead, current: bool | None) -> Opened | None:
    made = by_review(text, current)
    if not made:
        return None
    if made.lower() == text.lower():
        return Opened(capital(text), "Begins with a capital letter")
    if opening.kind in ("weak", "base", "third", "pronoun") and _half_told(made):
        return None
    if opening.kind in ("weak", "ing", "pronoun") and _list_torn(text, made):
        return Opened(text)
    part = _GAP_MADE.search(made)
    if not part:
        return Opened(made, why(opening) if opening.kind not in ("past", "unknown") else pronoun_gone(text, made))
    mark = part.group()
    if mark.endswith("which?]") and not _is_thing(made[part.end() :].strip()):
        return Opened(text)
    article = re.match(r" an?(?= )", made[part.end() :])
    if opening.kind in ("noun", "unknown") and article and not re.match(r"an? ", text, re.IGNORECASE):
        mark += article.group()
    said = opening.word.strip() if opening.kind == "weak" else ""
    if mark.endswith(PART) and not _ONE_THING.match(made[part.end() :]):
        return None
    if mark.endswith(PART) and not said:
        return (
            None if not text.lower().startswith("we ") else Opened(made, why(opening), mark, _until(text, made, mark))
        )
    return Opened(made, why(opening), mark, "" if mark.startswith("to ") else _until(text, made, mark))


def _is_thing(rest: str) -> bool:
    """Whether the thing to be built heads the phrase, not "backups of the servers" or "frontend development"."""
    head = _HEAD_END.split(rest, maxsplit=1)[0]
    return _MADE_HEAD.search(head) is not None and not _ACTIVITY.search(head)


def _half_told(made: str) -> bool:
    """Whether a verb that the rules do not know may have kept its old form: "Answered phones and file documents"."""
    joined = (match[1] for match in _JOINED.finditer(made))
    return any(word.islower() and not verb_form(word) and not _NO_VERB.fullmatch(word) for word in joined)


def _list_torn(text: str, made: str) -> bool:
    """Whether of a list of gerunds only the first has become a verb: "Hired, training and rotas"."""
    match = _LISTED.match(made)
    first = verb_form(match[1]) if match else None
    return bool(
        match and first and all(word in _WORDS.findall(text.lower()) for word in (first[0].ing, match[2].lower()))
    )


def _until(text: str, made: str, mark: str) -> str:
    """What stood in the place of the mark: what comes before the words that follow it."""
    before, _, rest = made.partition(mark)
    at = text.rfind(rest.strip()[:12])
    return text[len(before) : at].strip() if at > len(before) else ""


def _asked(text: str, opening: Lead) -> Opened | None:
    """A weak opening before a plain thing: what was done with it is asked for."""
    weak = opening.word.strip().lower()
    rest = text[opening.end :].strip()
    if opening.kind != "weak" or not rest or not weak.startswith((*DUTY, *_SHARED, *_TAKEN_PART, "worked on")):
        return None
    first = re.match(r"[\w-]+", rest)
    found = verb_form(first.group()) if first else None
    gerund = found is not None and found[1] in ("ing", "base") and not named(rest)
    nominal = first is not None and first.group().lower() in NOMINAL
    if (
        re.match(r"(?:and|or)\b|[,&]", rest)
        or NO_OBJECT.match(rest)
        or gerund
        or nominal
        or _OBSERVED.match(rest)
        or not _PLAIN_THING.match(rest)
    ):
        return None
    rest = re.sub(r"\b(?:my|our)\b", "the", rest)
    return Opened(f"{DEED} {rest}", why(opening), DEED, opening.word.strip())


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
    return Opened(f"{mark} {thing[0].lower()}{thing[1:]}", why(opening), mark)
