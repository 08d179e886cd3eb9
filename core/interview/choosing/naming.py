"""What people call the topics of interviews: areas, subjects, skills, and all of these misspelt."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from core.interview.bank import questions
from core.topics import SKILLS, TRACKS, Skill, covered_by, relatives_of, skill_named
from core.topics.subjects import AREAS, SUBJECTS, Area, subjects_of

Key = tuple[str, ...]
_TOKEN = re.compile(r"[^\W_]+(?:[.+#][^\W_]*)*")
_AREA_WORDS: Mapping[Area, str] = {
    "dsa": "dsa, data structures, algorithms, algorithm, algo, algos, coding, leetcode, data structures algorithms",
    "systems": "systems, computer science, cs, cs fundamentals, fundamentals, core cs",
    "web": "web, frontend, front end, web development, ui, client side",
    "backend": "backend, back end, server side, servers",
    "ai_ml": "ai, ai ml, ml ai, artificial intelligence, data science",
    "data": "data, data engineering, analytics, data analysis, data analytics",
    "devops": "devops, dev ops, platform engineering, operations, infrastructure",
    "design": "system design, systems design, design, hld, high level design",
    "behavioural": "behavioural, behavioral, behaviour, behavior, hr, soft skills, star, culture fit, stories",
}
_MORE_WORDS = {
    "web-security": "security, cybersecurity, cyber security, infosec",
    "authentication": "security, cybersecurity, cyber security",
    "databases": "nosql, rdbms",
    "networks": "udp, sockets",
    "service-design": "design patterns, oop, object oriented design, low level design, lld",
}
_TRACK_WORDS = {"mobile": "mobile", "mobile development": "mobile", "app development": "mobile"}
_LONGEST = 5  # words of a name
_TYPO_FROM = 4  # letters of a word in which a slip is forgiven: in shorter ones a slip is another word

_NEAR = 0.85  # similarity by Jaro and Winkler, 0–1, from which a name is worth suggesting


@dataclass(frozen=True, slots=True)
class Named:
    """What some words name: topics (ids), and the skill (id) that they came by; `loose` where no topic is of that skill."""

    topics: frozenset[str]
    skill: str = ""
    loose: bool = False


def tokens(text: str) -> Key:
    """The words of a text as names are compared: small letters, without "and"."""
    found = (match.group().rstrip(".") for match in _TOKEN.finditer(text.lower()))
    return tuple(word for word in found if word != "and")


@cache
def _names() -> Mapping[Key, Named]:
    """Every name of a topic. A name that two subjects share names both; an area's name comes before a subject's."""
    found: dict[Key, set[str]] = {}
    for one in SUBJECTS.values():
        for name in (one.id, one.name, *one.aliases):
            found.setdefault(tokens(name), set()).add(one.id)
    for topic, words in _MORE_WORDS.items():
        for name in words.split(", "):
            found.setdefault(tokens(name), set()).add(topic)
    found |= {tokens(one.id): {one.id} for one in SUBJECTS.values()}  # what a menu sends means that alone
    for area, words in _AREA_WORDS.items():
        for name in (area, AREAS[area], *words.split(", ")):
            found[tokens(name)] = {one.id for one in subjects_of(area)}
    found[("full", "stack")] = found[("fullstack",)] = found[("web",)] | found[("backend",)]
    for name, track in _TRACK_WORDS.items():
        found[tokens(name)] = {one.topic for one in questions().values() if track in one.tracks}
    return {key: Named(frozenset(topics), _skill_id(" ".join(key))) for key, topics in found.items()}


def _skill_id(words: str) -> str:
    skill = skill_named(words)
    return skill.id if skill and skill.cased else ""


def named(words: Sequence[str]) -> Named | None:
    """What exactly these words name; None where they name nothing that interviews ask about."""
    known = _names().get(tuple(words))
    if known:
        return known
    skill = skill_named(" ".join(words)) if len("".join(words)) > 1 else None
    return _by_skill(skill) if skill else None


@cache
def _by_skill(skill: Skill) -> Named | None:
    asked = {one.topic for one in questions().values() if skill.id in one.skills}
    topics = _claimed_by({skill.id})
    loosely = (
        topics or asked or _claimed_by(relatives_of(skill.id)) or _claimed_by(covered_by(skill.id)) or _at_home(skill)
    )
    return Named(frozenset(loosely), skill.id, loose=not topics) if loosely else None


def _at_home(skill: Skill) -> frozenset[str]:
    """The topics of the first area, or else track, that uses this skill."""
    return next((_names()[key].topics for key in map(tokens, skill.tags) if key in _homes()), frozenset())


def _homes() -> frozenset[Key]:
    return frozenset(map(tokens, (*AREAS, *_TRACK_WORDS)))


def _claimed_by(skills: Iterable[str]) -> set[str]:
    wanted = frozenset(skills)
    return {one.id for one in SUBJECTS.values() if wanted & set(one.skills)}


def nearly(words: Sequence[str]) -> Named | None:
    """What these words name with one slip (two in long words) in all; None where nothing, or several things, are near."""
    text = " ".join(words)
    if len(text) < _TYPO_FROM:
        return None
    slips = 1 if len(text) < 2 * _TYPO_FROM else 2
    far = {key: OSA.distance(text, key, score_cutoff=slips) for key in _spellings() if key[0] == text[0]}
    least = min(far.values(), default=slips + 1)
    nearest = {named(tokens(key)) for key, distance in far.items() if distance == least <= slips}
    return nearest.pop() if len(nearest) == 1 else None


@cache
def _spellings() -> tuple[str, ...]:
    own = (" ".join(key) for key in _names())
    skills = (skill.name.lower() for skill in SKILLS.values() if not skill.ambiguous and _by_skill(skill))
    return tuple(dict.fromkeys(word for word in (*own, *skills) if len(word) >= _TYPO_FROM))


def longest(
    find: Callable[[Sequence[str]], Named | None], words: Sequence[str], least: int = 1
) -> tuple[Named, int] | None:
    """What the first of these words name, as many of them as do but at `least` so many, and how many these are."""
    for count in range(min(_LONGEST, len(words)), least - 1, -1):
        found = find(words[:count])
        if found:
            return found, count
    return None


def nearest_names(text: str, most: int = 3) -> list[str]:
    """The subjects whose names are nearest to words that name none."""
    names = {
        name.lower(): one.name
        for one in SUBJECTS.values()
        for name in (*one.name.split(), one.name, *one.aliases)
        if len(name) >= _TYPO_FROM
    }
    if len(text) < _TYPO_FROM:
        return []
    hits = process.extract(text.lower(), list(names), scorer=JaroWinkler.similarity, limit=2 * most, score_cutoff=_NEAR)
    return list(dict.fromkeys(names[hit[0]] for hit in hits))[:most]


def spoken(topics: Iterable[str], skills: Sequence[str] = ()) -> str:
    """Topics as they are said back, whole areas by their names: "Databases, Data structures and algorithms"."""
    left = set(topics)
    names = [TRACKS[track].name for track in set(_TRACK_WORDS.values()) if left == _names()[(track,)].topics]
    left -= left if names else set()
    for area, name in AREAS.items():
        of_area = [one.id for one in subjects_of(area)]
        if left.issuperset(of_area):
            names.append(name)
        else:
            names += [SUBJECTS[topic].name for topic in of_area if topic in left]
    base = ", ".join(names) if len(names) <= 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"
    tools = [SKILLS[skill].name for skill in skills if SKILLS[skill].name.lower() not in base.lower()]
    return f"{', '.join(tools)}: {base}" if tools else base
