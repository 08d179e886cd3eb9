"""Rewrites a person's own line so that it opens with what they did; gives up where no sound sentence comes of it.

Nothing is added but blanks in brackets and neutral words: no number, tool or outcome that the line does not state.
"""

import re

from core.resume.review.carrying import carried
from core.resume.review.lead import Lead, lead
from core.resume.review.verbs import MAKING, NOMINAL, VERBS, Form, Verb, verb_form
from core.resume.review.wording import DROPPED, REPLACEABLE, REPLACED, TYPOS
from core.topics import skills_in

_LETTERS = re.compile(r"[^\W\d_]+")
_PART = "[your part: __] of"
_OWN = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|we|me|us|myself|ourselves|I've|I’ve|I'm|I’m)\b(?!/)")
_BY_SELF = re.compile(r"\s+by (?:me|us|myself)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^(?P<thing>(?:(?:The|A|An|All|Several|Many|New|This|These)\s)?(?:[\w/+.#'-]+\s){1,6}?)(?:was|were|has been|"
    r"have been)\s"
    r"(?P<verb>\w+)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROLE_WAS = re.compile(
    r"^(?:My|Our)\s(?:main\s)?(?:role|job|task|duty|work|responsibility)\s(?:was|is)\sto\s", re.IGNORECASE
)
_PRONOUN_START = re.compile(r"^(?:I|We)(?:\s(?:have|had|was able to|were able to|also))?\s+|^I['’]ve\s+", re.IGNORECASE)
# Things of which "built or extended or fixed" can be said in every trade; of others the verb is for the person to find.
MADE_OF_CODE = re.compile(
    r"(?:[\w.+#/'-]+\s){0,4}?(?:apps?|applications?|scripts?|web ?sites?|websites?|sites?|bots?|dashboards?|apis?|endpoints?|"
    r"services?|microservices?|platforms?|pipelines?|librar(?:y|ies)|plugins?|components?|front-?end|back-?end|databases?|"
    r"servers?|software|codebase|features?|modules?|web ?pages?|infrastructure)\b(?!\s(?:desk|team|manual|staff|quality))",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:customer|guest|food|table|room|client|patient|public|church|bus|taxi)\s+services?\b", re.IGNORECASE
)
# What follows a weak opening without being a thing that one can have built.
NO_OBJECT = re.compile(
    r"(?:\w+ing|\w+ed|as|to|with|in|on|closely|together|directly|alongside|under|different|multiple|several|many|"
    r"(?:various |all |other |daily |assigned |some |a |the )*(?:tasks?|things|activities|duties|work|stuff|"
    r"jobs?|teams?|people))\b",
    re.IGNORECASE,
)
# Words that may be written small once they no longer open the line; a name keeps its capital.
_OPENING_WORD = re.compile(r"^(?:The|A|An|All|Several|Many|New|This|These|Data|Code|[A-Z][a-z]{2,}s)\b")
_HEADS = re.compile(
    r"^(?:[\w.+#-]+\s){0,3}(?:app|application|script|website|site|tool|bot|game|dashboard|api|service|platform|"
    r"system|model|pipeline|library|project|"
    r"portal|package|plugin|extension|clone)\b",
    re.IGNORECASE,
)


# Openings in the past: such a line is kept in the past, whatever the dates say.
_PAST = re.compile(
    r"(?:(?:I|We)\s)?(?:was|were|have been|has been|been|had|worked|helped|assisted|participated|took|contributed|gained|"
    r"learned|tried|got)\b",
    re.IGNORECASE,
)


def mended(text: str, current: bool | None) -> str:
    """The line with a verb first in the right tense, without pronouns and filler; "" where that cannot be done soundly."""
    made = _opened(respelled(text.strip()), current is True and not _PAST.match(text.strip()))
    if made is None:
        return ""
    made = _OWN.sub("the", trimmed(made))
    return "" if _SELF.search(made) else _capital(made)


def respelled(text: str) -> str:
    """The line with common misspellings and the names of technologies put right."""
    right = _LETTERS.sub(lambda match: _like(TYPOS.get(match.group().lower(), match.group()), match.group()), text)
    for mention in reversed(skills_in(right)):
        if not mention.spelled_right and right[mention.end : mention.end + 1] not in ("-", "_", "/", "."):
            right = right[: mention.start] + mention.skill.name + right[mention.end :]
    return right


def trimmed(text: str) -> str:
    """The line without filler words, longer phrases replaced by the short ones."""
    short = REPLACEABLE.sub(lambda match: _like(REPLACED[match.group().lower()], match.group()), text)
    return re.sub(r"\s{2,}", " ", DROPPED.sub("", short)).strip()


def activated(text: str, current: bool | None) -> str:
    """ "The API was built with Flask" as "Built the API with Flask"; "" where another did it or it cannot be told."""
    match = _PASSIVE.match(text)
    found = verb_form(match["verb"]) if match else None
    if not match or not found or found[0].participle != match["verb"].lower():
        return ""
    rest = _BY_SELF.sub("", match["rest"])
    if re.match(r"\s+by\s(?!\w+ing\b)|\s+and\s|\s+(?:to|as)\s", rest) or _SELF.search(rest):
        return ""
    verb = found[0].base if current is True else found[0].past
    thing = match["thing"].strip()
    return _capital(f"{verb} {_lower_article(thing)}{rest}")


def _opened(text: str, current: bool) -> str | None:
    opening = lead(text)
    prefix = (
        text[: opening.start].removesuffix(" ").removesuffix(opening.adverb)
        if opening.adverb
        else text[: opening.start]
    )
    body = _body(text, opening, current)
    if body is None:
        return None
    return prefix + (_capital(body) if prefix or opening.adverb else body)


def _body(text: str, opening: Lead, current: bool) -> str | None:
    rest = text[opening.end :].lstrip()
    kind = opening.kind
    if kind in ("past", "unknown"):
        return (activated(text, current) if kind == "unknown" else "") or text[opening.start :]
    if kind in ("base", "third", "ing") and opening.verb:
        return text[opening.start :] if kind == "base" and current else _inflected(opening.verb, kind, rest, current)
    if kind == "nominal" and opening.verb:
        return _nominal(opening.verb, rest, current)
    if kind == "weak":
        return _from_weak(opening.word.lower(), rest, current)
    if kind == "pronoun":
        return _from_pronoun(text[opening.start :], current)
    return activated(text, current) or _from_noun(text[opening.start :])


def _form(verb: Verb, current: bool) -> str:
    return verb.base if current else verb.past


def _inflected(verb: Verb, kind: str, rest: str, current: bool) -> str | None:
    form: Form = "ing" if kind == "ing" else "third" if kind == "third" else "base"
    more = carried(rest, form, lambda joined: _form(joined, current))
    return None if more is None else f"{_form(verb, current)} {more}"


def _nominal(verb: Verb, rest: str, current: bool) -> str | None:
    thing = re.sub(r"^of\s+", "", rest)
    nominals = re.search(r"\b(?:and|,)\s(?:the\s)?(\w+)\sof\b", thing)
    return None if nominals else f"{_form(verb, current)} {thing}"


def _from_weak(weak: str, rest: str, current: bool) -> str | None:
    bare = re.sub(r"^the\s+(?=\w+\s+of\b)", "", rest)
    first = re.match(r"[\w-]+", bare)
    word = first.group().lower() if first else ""
    after = bare[first.end() :].lstrip() if first else ""
    shared = "involved" in weak or weak.startswith(("help", "assist", "particip", "took part", "contribut"))
    helped = re.match(r"help(?:ed)?\s+([a-z]+)$", weak)
    if helped and helped[1] in VERBS:
        return _share(VERBS[helped[1]], rest, current)
    found = verb_form(word) if not weak.startswith("learn") else None
    if found and found[1] == "ing" and after:
        return _share(found[0], after, current) if shared else _inflected(found[0], "ing", after, current)
    if found and found[1] == "base" and weak.endswith(" to") and after:
        return _share(found[0], after, current) if shared else _inflected(found[0], "base", after, current)
    if word in NOMINAL and after.startswith("of "):
        verb = VERBS[NOMINAL[word]]
        return _share(verb, after[3:], current) if shared else _nominal(verb, after, current)
    return None if shared else _which(weak, rest, current)


def _share(verb: Verb, rest: str, current: bool) -> str | None:
    """A part in making something, with a blank for which part; of other verbs the part cannot be said so."""
    if re.match(r"(?:and|or)\b|[,&]", rest):
        return None
    joined = carried(rest, "ing", lambda other: _form(other, current))
    return f"{_form(verb, current)} {_PART} {rest}" if verb.base in MAKING and joined == rest else None


def _which(weak: str, rest: str, current: bool) -> str | None:
    """The line's own object behind a choice of verbs, where only the person knows what was done."""
    if NO_OBJECT.match(rest):
        return None
    if weak.startswith("learn"):
        return None
    if weak.startswith(("worked with", "working with", "experience", "familiar", "exposure")):
        return _used(rest, current)
    of_code = MADE_OF_CODE.match(rest) and not _SERVED.search(rest)
    if of_code and weak.startswith(("worked on", "work on", "working on")):
        return f"[Built / extended / fixed – which?] {rest}"
    if of_code and ("responsib" in weak or weak.startswith(("in charge", "tasked"))):
        return f"[Ran / built / maintained – which?] {rest}"
    return None


def _used(rest: str, current: bool) -> str | None:
    found = skills_in(rest)
    plain = re.sub(r"[\s,/&.]|\band\b", "", rest)
    named = "".join(re.sub(r"[\s,/&.]|\band\b", "", mention.written) for mention in found)
    return (
        f"{'Use' if current else 'Used'} {rest.rstrip('.')} to [build what, for whom: __]"
        if found and plain == named
        else None
    )


def _from_pronoun(text: str, current: bool) -> str | None:
    role = _ROLE_WAS.match(text)
    rest = text[role.end() :] if role else _PRONOUN_START.sub("", text)
    if rest == text:
        return None
    opening = lead(rest)
    if opening.kind not in ("past", "base", "weak"):
        return None
    made = _body(rest, opening, current)
    if made is None or not text.lower().startswith("we") or opening.kind == "weak":
        return made
    word, _, thing = made.partition(" ")
    verb = verb_form(word)
    return (
        f"{word} {_PART} {thing}"
        if verb and verb[0].base in MAKING and not re.search(r"\band \w+ed\b", thing)
        else None
    )


def _from_noun(text: str) -> str | None:
    if re.match(r"\d[\d,.]*\+?\s", text) and MADE_OF_CODE.match(text):
        return f"[Built / tested / ran – which?] {text}"
    found = skills_in(text)
    if found and found[0].start == 0 and _HEADS.match(text):
        article = "an" if text[0] in "AEIOaeio" else "a"
        return f"[Built / wrote – which?] {article} {text}"
    return None


def _capital(text: str) -> str:
    """A capital first letter, where the letter has one that leads back to it (not so "ß" and "µ")."""
    first, large = text[:1], text[:1].upper()
    return (large if large.lower() == first.lower() else first) + text[1:]


def _like(word: str, model: str) -> str:
    return _capital(word) if model[:1].isupper() else word


def _lower_article(thing: str) -> str:
    named = skills_in(thing)
    return (
        thing
        if named and named[0].start == 0
        else _OPENING_WORD.sub(lambda match: match.group().lower(), thing, count=1)
    )
