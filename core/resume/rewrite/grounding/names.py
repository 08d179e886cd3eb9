"""Technologies, proper names and addresses in a wording: each stands in the person's own words, and is written as it is."""

import re
from collections.abc import Iterator

from core.resume.rewrite.grounding.own import Problem
from core.resume.rewrite.grounding.vocabulary import FREE, stem
from core.topics import Mention, skills_in

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = re.compile(r"(?<=\S )[A-Z][^\W_]*(?:[ -][A-Z][^\W_]*)+")
_LISTED = re.compile(r"\s*(?:[,/&+|·]|,?\sand)\s*", re.IGNORECASE)
_DIRECTED = re.compile(r"\b(from|to)\s(?:the\s|an?\s)?([^\W_]+)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\w|(?<!\w)@\w[\w-]+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:/[^\s),;]*)?",
    re.IGNORECASE,
)


def without_skills(text: str, mentions: list[Mention]) -> str:
    """The text with a blank for each of these mentions."""
    for mention in reversed(mentions):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def known_skills(candidate: str, said: str) -> list[Mention]:
    """Skills of the candidate that the own words name in some form."""
    own = {mention.skill.id for mention in skills_in(said)}
    return [mention for mention in skills_in(candidate) if mention.skill.id in own or _verbatim(mention.written, said)]


def skill_problems(candidate: str, said: str) -> Iterator[Problem]:
    """Technologies that the own words do not name, or that are not spelled as their makers or the person spell them."""
    known = known_skills(candidate, said)
    for mention in skills_in(candidate):
        if mention not in known and mention.skill.cased:
            yield Problem("technology", mention.written, f"You did not name “{mention.written}” here.")
        elif mention in known and not mention.spelled_right and not _verbatim(mention.written, said):
            yield Problem("broken", mention.written, f"“{mention.written}” is not how {mention.skill.name} is written.")


def _verbatim(words: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said) is not None


def address_problems(candidate: str, said: str) -> Iterator[Problem]:
    """Links, e-mail addresses and handles that do not stand in the own words as they are."""
    for match in _ADDRESS.finditer(candidate):
        named = skills_in(match.group())
        if not (named and named[0].written == match.group()) and match.group() not in said:
            yield Problem("link", match.group(), f"“{match.group()}” is no address that you gave here.")


def case_problems(candidate: str, said: str) -> Iterator[Problem]:
    """Words whose capitals are not the person's own; what opens one of their lines may be written small."""
    plain = without_skills(candidate, known_skills(candidate, said))
    own = set(WORD.findall(said))
    openings = {words[0].lower() for words in map(WORD.findall, said.splitlines()) if words}
    first = {words[0] for words in map(WORD.findall, re.split(r"(?<=[.!?])\s", candidate)) if words}
    for match in WORD.finditer(plain):
        word = match.group()
        if word in own or (word in first and word[1:] == word[1:].lower()):
            continue
        if word != word.lower():
            yield Problem("name", word, f"You did not write “{word}” here.")
        elif word not in openings and word not in FREE and _only_as_name(word, own):
            yield Problem("broken", word, f"“{word}” is a name that you write with a capital.")


def _only_as_name(word: str, own: set[str]) -> bool:
    """Whether the own words have it with capitals only."""
    forms = {other for other in own if other.lower() == word}
    return bool(forms) and word not in forms


def neighbour_problems(candidate: str, before: str) -> Iterator[Problem]:
    """Names that lost the word they belong to: of "the MIT licence" the candidate may not make "at MIT"."""
    known = {mention.written for mention in skills_in(before)}
    for match in re.finditer(r"(?<=\S )([A-Z][^\W_]*)[ -]([a-z][^\W_]+)", before):
        name, following = match[1], match[2]
        if following in FREE or any(name in written for written in known) or match[1] not in WORD.findall(candidate):
            continue
        after = re.findall(rf"(?<!\w){re.escape(name)}[ -]([^\W_]+)", candidate)
        if not any(stem(word) == stem(following) for word in after):
            yield Problem("name", name, f"You wrote “{name} {following}”, not “{name}” alone.")
    for run in _RUN.findall(before):
        parts = WORD.findall(run)
        if run not in candidate and not skills_in(run) and any(part in WORD.findall(candidate) for part in parts):
            yield Problem("name", run, f"“{run}” is one name: it stays whole.")


def order_problems(candidate: str, before: str) -> Iterator[Problem]:
    """Technologies of two things in another order, as they may have changed things; "from" and "to" that changed places."""
    place = _places(before)
    order = [place[one] for one in _cased(candidate) if one in place]
    if order != sorted(order):
        yield Problem("technology", "", "The technologies changed places.")
    was, now = _directions(before), _directions(candidate)
    for word, direction in now.items():
        if was.get(word, direction) != direction:
            yield Problem("broken", word, "“From” and “to” changed places.")


def _cased(text: str) -> list[str]:
    return list(dict.fromkeys(mention.skill.id for mention in skills_in(text) if mention.skill.cased))


def _places(text: str) -> dict[str, int]:
    """For each technology the number of the list that it stands in: within one list the order says nothing."""
    mentions = [mention for mention in skills_in(text) if mention.skill.cased]
    places: dict[str, int] = {}
    number = 0
    for last, mention in zip([None, *mentions], mentions, strict=False):
        if last and not _LISTED.fullmatch(text[last.end : mention.start]):
            number += 1
        places.setdefault(mention.skill.id, number)
    return places


def _directions(text: str) -> dict[str, str]:
    """The words behind "from" and "to"."""
    return {match[2].lower(): match[1].lower() for match in _DIRECTED.finditer(text)}
