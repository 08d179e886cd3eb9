"""Which skills of a sentence are one request ("PostgreSQL or MySQL", "a cloud (AWS, GCP)") and which stand alone."""

import re
from itertools import combinations, pairwise

from core.topics import SKILLS, Mention, covered_by, relatives_of

_OR = re.compile(
    r"[\s()]*,?\s*(?:\b(?:or|and/or|but any|(?:but )?if you(?:'|’)?(?: ha)?ve (?:only |already )?(?:used|"
    r"worked with|written))\b(?:\s+(?:even|possibly|an?|the|any|other|with|in|experience|knowledge|of|similar|"
    r"else)\b)*|/|\|)\s*[(]?",
    re.IGNORECASE,
)
_AND = re.compile(r"[\s)]*,?\s*(?:\band\b|&|\+|\bas well as\b|\bplus\b)(?:\s+[\w-]+){0,3}?\s*", re.IGNORECASE)
_COMMA = re.compile(r"[\s)]*,\s*")
_OPENED = re.compile(
    r"[\w\s-]{0,30}(?:\(|:|,?\s*\b(?:such as|like|e\.g\.|for example|for instance|including|"
    r"whether (?:that(?:'|’)?s|that is|it(?:'|’)?s|it is)|"
    r"especially|particularly|i\.e\.)|\s[–—-]\s)\s*[(,:]?\s*(?:(?:such as|like|e\.g\.|eg|for example|for instance|"
    r"i\.e\.|we use|mainly|mostly|either|any of|one of|at least one of),?)?\s*",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:one(?: or more| or two)?|any|some|either|at least (?:one|two))\b(?:\s+[\w-]+){0,5}\W*$|\b(?:such as|e\.g\.|"
    r"like|for example|for instance)\W*$",
    re.IGNORECASE,
)
_SIMILAR = re.compile(
    r"[^.;]{0,25}?\b(?:or|and)\b\s+(?:an?\s+|any\s+|some\s+)?(?:other\s+|another\s+)?(?:similar|comparable|equivalent|"
    r"alike|the like|related|others?|another|like|something (?:like|similar))\b|[^.;,]{0,5}\betc\b|,?\s?whatever you\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"[\w\s-]{0,30},?\s+(?:with|in|using|via|through|on|w/)\s*(?:(?:either|any of|one of|tools|like|such as)\s*)*",
    re.IGNORECASE,
)
_AS = re.compile(r"\s+(?:for|as)\s+(?:our\s+|your\s+|an?\s+)?", re.IGNORECASE)  # "Git for version control"
_FINE = re.compile(
    r",?\s+(?:(?:is|are|would be|will be|works|counts)\s+)?(?:(?:also|just|equally|as)\s+)*(?:fine|ok(?:ay)?|accept\w+|"
    r"good|do|works?|alright)\b(?! to)(?:,?\s*(?:too|as well|also))?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(;,–—-]+\s*(?:but |and |or )?$", re.IGNORECASE)
_TOGETHER = frozenset({"html", "css"})  # HTML/CSS are two, though a slash stands between


def groups_in(text: str, mentions: list[Mention]) -> list[tuple[Mention, ...]]:
    """The skills of a sentence, those together that any one of them meets."""
    found: list[list[Mention]] = []
    at = 0
    while at < len(mentions):
        run = _run(text, mentions, at)
        found += _split(text, run)
        at += len(run)
    return [tuple(group) for group in _with_kinds(text, _with_fine(text, found))]


def _with_fine(text: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Joins what is said to be as good: "Java or Go (Python is fine, too)" is one request."""
    found: list[list[Mention]] = []
    for group in groups:
        gap = text[found[-1][-1].end : group[0].start] if found else ""
        fine = bool(gap) and _ASIDE.fullmatch(gap) and _FINE.match(text, group[-1].end)
        if fine and akin(found[-1][-1].skill.id, group[0].skill.id):
            found[-1].extend(group)
        else:
            found.append(list(group))
    return found


def also_similar(text: str, group: tuple[Mention, ...]) -> frozenset[str]:
    """The kinds that "or similar" opens behind a group: whatever else is of the same kind will do."""
    if not _SIMILAR.match(text, group[-1].end):
        return frozenset()
    shared = frozenset.intersection(*(frozenset(SKILLS[mention.skill.id].kinds) for mention in group))
    return frozenset(kind for kind in shared if not SKILLS[kind].broad) or shared


def _run(text: str, mentions: list[Mention], at: int) -> list[Mention]:
    """The mentions from one on that commas, "and" and "or" hold together."""
    run = [mentions[at]]
    for before, here in pairwise(mentions[at:]):
        if not _link(text, before, here):
            break
        run.append(here)
    return run


def _link(text: str, before: Mention, here: Mention) -> str:
    gap = text[before.end : here.start]
    if _OR.fullmatch(gap):
        both = {before.skill.id, here.skill.id}
        return "and" if both == _TOGETHER else "slash" if re.search(r"[/|]", gap) else "or"
    if _COMMA.fullmatch(gap):
        return "comma"
    return "and" if len(gap) < 40 and _AND.fullmatch(gap) else ""


def _split(text: str, run: list[Mention]) -> list[list[Mention]]:
    """A run cut into requests: "A and one of B, C or D" are two, "A, B" are two, "A, B or C" is one."""
    kind = run[-1].skill.id
    if len(run) > 1 and _link(text, *run[-2:]) == "or" and all(kind in covered_by(one.skill.id) for one in run):
        return [run]
    offered = len(run) > 1 and _ANY.search(text[max(0, run[0].start - 80) : run[0].start])
    if offered and (_alike(run) or _link(text, *run[-2:]) == "or"):
        return [run]
    found: list[list[Mention]] = []
    part = [run[0]]
    for before, here in pairwise(run):
        if _link(text, before, here) == "and":
            found += _offered(text, part)
            part = []
        part.append(here)
    return found + _offered(text, part)


def _offered(text: str, part: list[Mention]) -> list[list[Mention]]:
    """A run without "and": one request where "or" ends it, else one each but for those that "or" or a slash joins."""
    links = [_link(text, before, here) for before, here in pairwise(part)]
    similar = len(part) > 1 and bool(_SIMILAR.match(text, part[-1].end))
    if (similar and "or" not in links and "slash" not in links) or (links[-1:] == ["or"] and _alike(part)):
        return [part]
    groups = [[part[0]]]
    for before, link, mention in zip(["", *links], links, part[1:], strict=False):
        apart = before == "comma" and not akin(groups[-1][-1].skill.id, mention.skill.id)
        if link == "slash" or (link == "or" and not apart):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _alike(run: list[Mention]) -> bool:
    """Whether each of them is of a kind with another, so that a list can offer them as alternatives."""
    near = {mention.skill.id: set[str]() for mention in run}
    for one, other in combinations(near, 2):
        if akin(one, other):
            near[one].add(other)
            near[other].add(one)
    return all(near.values()) or len(near) == 1


def akin(one: str, other: str) -> bool:
    """Whether two skills share a kind, or one is a kind of the other, at one remove at most."""
    return bool(_upward(one) & _upward(other)) or other in relatives_of(one)


def _upward(name: str) -> set[str]:
    """A skill, its kinds, and their kinds."""
    kinds = SKILLS[name].kinds
    return {name, *kinds, *(above for kind in kinds for above in SKILLS[kind].kinds)}


def _with_kinds(text: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Joins a kind to the members behind it: "a relational database (PostgreSQL or MySQL)" is one request."""
    found: list[list[Mention]] = []
    joined = False
    for group in groups:
        outer = found[-1] if found else []
        behind = bool(outer) and _OPENED.fullmatch(text[outer[-1].end : group[0].start])
        inside = joined and bool(outer) and "(" not in text[outer[-1].end : group[0].start]
        opens = behind or (inside and ")" not in text[outer[-1].end : group[0].start])
        listing = bool(outer) and ":" in text[outer[-1].end : group[0].start] and not _said_or(text, group)
        joined = bool(outer) and bool(opens) and not listing and _is_kind(outer[0], group)
        if joined:
            outer.extend(group)
        elif (
            outer
            and _BY.fullmatch(text[outer[-1].end : group[0].start])
            and len(outer) == 1
            and _is_kind(outer[0], group)
        ):
            found[-1] = list(group)
        elif outer and _AS.fullmatch(text[outer[-1].end : group[0].start]) and _is_kind(group[0], outer):
            continue
        else:
            found.append(list(group))
    return found


def _said_or(text: str, group: list[Mention]) -> bool:
    return bool(re.search(r"\bor\b", text[group[0].start : group[-1].end]))


def _is_kind(outer: Mention, group: list[Mention]) -> bool:
    name = outer.skill.id
    return all(name in covered_by(mention.skill.id) - {mention.skill.id} and _names_kind(name) for mention in group)


def _names_kind(name: str) -> bool:
    return SKILLS[name].family in ("concept", "practice")
