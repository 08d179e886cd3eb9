"""Weaves an answer in words into its line: a verb for a choice, a part, what came of it."""

import re

from core.resume.review.carrying import carried
from core.resume.review.rewriting import respelled
from core.resume.review.verbs import Verb, verb_form
from core.resume.rewrite.things import place_of
from core.topics import skills_in

_SUBJECT = re.compile(r"(?:i|we)(?:['’](?:ve|d)|\s(?:have|had|also|then|mostly|mainly|just))?\s+", re.IGNORECASE)
_OWN = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:the|an?|all|most|half|parts?|some|both|each|every|its|their|\d+|one|two|three)\b|(?-i:[A-Z])", re.IGNORECASE
)
_SO = re.compile(r"(?:,\s*)?(?:so that|so|and|now|it|this|that)\s+(?=\w)", re.IGNORECASE)
_THEY = re.compile(r"(?:(?:they|people|users?|everyone) )?(?:could|can|were able to|was able to)\s+", re.IGNORECASE)
_WE_COULD = re.compile(r"(?:so (?:that )?)?(?:now )?(?:we|i) (?:now )?(?:could|can)(?: now)?\s+(?=\w)", re.IGNORECASE)
_ONE_OF_US = re.compile(r"(?:team|office|company|manager|boss|customer|client|school|ward|shop)\s")
_FINITE = re.compile(r"\b(?:could|can|was|were|is|are|had|has|no longer|did|do|got|went|will)\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:the whole (?:thing|lot)|(?:all|most) of (?:it|them)|it all|them all|everything|it|them)(?!\w)", re.IGNORECASE
)
_LOOSE_HEAD = ("is ", "was ", "are ", "were ", "has ", "had ", "can ", "could ", "now ")


def plain(answer: str) -> str:
    """The answer as it may stand in a line: no full stop, no "my", technologies spelled right, a small first letter."""
    text = _OWN.sub("the", respelled(answer.strip().rstrip(".!").strip()))
    return text if _name_first(text) else text[:1].lower() + text[1:]


def _name_first(text: str) -> bool:
    word = text.split(" ", 1)[0]
    named = skills_in(text)
    return word[1:].lower() != word[1:] or word == "I" or (bool(named) and named[0].start == 0)


def without_subject(text: str) -> str:
    """The answer without "I" or "we" before its verb."""
    return _SUBJECT.sub("", text, count=1) if _SUBJECT.match(text) else text


def deed(answer: str) -> str:
    """An answer that opens with a verb, told in the past; "" where it opens with none."""
    text = without_subject(answer.strip().rstrip(".!").strip())
    text = _OWN.sub("the", respelled(text))
    if only_verbs(text):
        return _verbs(text)
    word, _, rest = text.partition(" ")
    found = verb_form(word)
    if not found:
        return text[:1].upper() + text[1:] if re.fullmatch(r"[a-z]{3,}ed", word, re.IGNORECASE) else ""
    verb, form = found
    if form in ("past", "participle"):
        told: str | None = text if form == "past" else f"{verb.past} {rest}".strip()
    else:
        more = carried(rest, form, _past) if rest else ""
        told = None if more is None else f"{verb.past} {more}".strip()
    return told[:1].upper() + told[1:] if told else ""


def _verbs(text: str) -> str:
    """ "planning, writing" as "Planned and wrote"."""
    words = [word for word in re.findall(r"[\w-]+", text) if word.lower() != "and"]
    *others, last = [found[0].past for word in words if (found := verb_form(word))]
    told = f"{', '.join(others)} and {last}" if others else last
    return told[:1].upper() + told[1:]


def _past(verb: Verb) -> str:
    return verb.past


def only_verbs(told: str) -> bool:
    """Whether a deed has no object: "Wrote and tested"."""
    words = [word for word in re.findall(r"[\w-]+", told) if word.lower() != "and"]
    return bool(words) and all(verb_form(word) for word in words)


def done_to(told: str, thing: str) -> str:
    """A deed and the thing it was done to: "Counted" or "Counted it" and "the cash"; else "Wrote the plan for the cash"."""
    if only_verbs(told) or not thing or re.match(r"(?:in|at|for|with|on)\b", thing):
        return f"{told} {thing}"
    head, tail = _headed(thing)
    meant = _MEANT.search(told) or _named_in(told, head)
    if meant:
        return f"{told[: meant.start()]}{head}{told[meant.end() :]}{tail}"
    where = place_of(head)
    if where:
        return f"{told} {where} {thing}"
    return f"{told}, for {thing}" if " for " in told else f"{told} for {thing}"


def _headed(thing: str) -> tuple[str, str]:
    """The thing itself and what is told of it behind a comma or a dash."""
    at = re.search(r",\s| [–—] |$", thing)
    return (thing[: at.start()], thing[at.start() :]) if at else (thing, "")


def _named_in(told: str, head: str) -> re.Match[str] | None:
    """Where a deed names the thing itself: "planned the migration", or all of "the migration to Postgres"."""
    bare = re.sub(r"^(?:an?|the|its|their)\s+", "", head, flags=re.IGNORECASE)
    first = re.split(r"\s(?:of|for|in|with|to|on|from|at|by)\s", bare)[0]
    for words in dict.fromkeys((bare, first)):
        found = re.search(rf"\b(?:(?:an?|the|this|that|its|their) )?{re.escape(words)}(?!\w)", told, re.IGNORECASE)
        if found:
            return found
    return None


def part(answer: str) -> str:
    """The part that was one's own, with an article: "form validation" as "the form validation"; "" of a sentence or a count."""
    opening = verb_form(answer.strip().partition(" ")[0])
    if _SUBJECT.match(answer.strip()) or _FINITE.search(answer) or (opening and opening[1] in ("past", "participle")):
        return ""
    if re.match(r"\D{0,9}\d", answer) and not re.search(r"\d\s?%|\d (?:out )?of\b|(?:first|last) \d", answer):
        return ""
    text = re.sub(r"^(?:all|everything|all of it|the whole(?: thing)?)$", "all", plain(answer), flags=re.IGNORECASE)
    text = re.sub(r"\s+of (?:it|them|that)$", "", text)
    return text if _DETERMINED.match(text) else f"the {text}"


def divisible(verb: str, told: str) -> bool:
    """Whether "<verb> <part> of <thing>" is a sound sentence: not of what is introduced, not of "the tests for the API"."""
    return verb.lower() not in ("introduced", "introduce") and not re.search(r"\s(?:for|with|to|in|on|from|by)\s", told)


def purpose(answer: str) -> str:
    """What something was used for, as "to build …" or "for …"."""
    text = plain(without_subject(answer))
    word = text.removeprefix("to ").partition(" ")[0]
    found = verb_form(word)
    if found and found[1] in ("base", "past", "participle", "ing"):
        more = text.removeprefix("to ").partition(" ")[2]
        told = carried(more, found[1], lambda verb: verb.base)
        return f"to {found[0].base} {told}".strip() if told is not None else ""
    return f"for {text.removeprefix('for ')}"


def clause(answer: str) -> str:
    """What people could do with it, as a clause behind "so that"; "" where it is none."""
    if _WE_COULD.match(answer):
        return ""
    text = _SO.sub("", plain(without_subject(answer)), count=1) if _SO.match(answer) else plain(without_subject(answer))
    able = _THEY.match(text)
    if able:
        who = (
            "people" if not re.match(r"(?:they|people|users?|everyone)\b", text, re.IGNORECASE) else text.split(" ")[0]
        )
        return f"{who} could {text[able.end() :]}"
    word = text.partition(" ")[0]
    found = verb_form(word)
    if found and found[1] == "base" and not _FINITE.search(text):
        return f"people could {text}"
    if not _FINITE.search(text) or text.startswith(_LOOSE_HEAD) or (found and found[1] == "past"):
        return ""
    return f"the {text}" if _ONE_OF_US.match(text) else text


def result(answer: str) -> str:
    """What came of it: ", cutting errors by half" of a verb, else the words behind a dash."""
    able = _WE_COULD.match(answer)
    if able:
        return f", making it possible to {plain(answer[able.end() :])}"
    text = re.sub(r"^(?:it|this|that|which)\s+(?=\w)", "", plain(without_subject(answer)), flags=re.IGNORECASE)
    text = re.sub(r"^(sav\w+) us (?=\d|about|around|an?\b|some|over)", r"\1 ", text)
    word, _, rest = text.partition(" ")
    found = verb_form(word) if rest and not rest.startswith("by ") else None
    if found and found[1] in ("past", "third", "ing"):
        more = carried(rest, found[1], lambda verb: verb.ing)
        if more is not None:
            return f", {found[0].ing} {more}"
    if text.startswith(_LOOSE_HEAD):
        return f", which {text}"
    return f" – {text}"
