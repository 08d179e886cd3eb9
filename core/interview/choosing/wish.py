"""What somebody wants to be asked, read from their words: "databases senior 10", "me", "mock", "45 minutes"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.chat.markdown import code
from core.interview.bank.question import Level
from core.interview.choosing.naming import Named, longest, named, nearest_names, nearly, spoken, tokens
from core.interview.sessions.session import MOCK_MINUTES, MOST, PRACTICE
from core.topics.subjects import AREAS, SUBJECTS

_READ = 200  # characters of a wish that are read
_MINUTES = (5, 120)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "fifteen", "twenty")
_NUMBERS = {**{word: at for at, word in enumerate(_COUNTS[:10], start=1)}, "fifteen": 15, "twenty": 20}
_CLOCK = re.compile(
    r"\b(?:(?P<n>\d{1,4})\s*-?\s*(?:minutes?|mins?|m)|(?P<half>half an hour)|(?P<h>\d|an?|one) ?h(?:ours?)?)\b"
)
_COUNT = re.compile(
    rf"(?<![\w.+/-])(?:(?P<n>\d{{1,4}})(?:\s*questions?)?|(?P<word>{'|'.join(_COUNTS)}) questions?)(?!\w)"
)
_SEVERAL = re.compile(r"[,;/&+]|\b(?:and|or)\b")
_FOR_ME = re.compile(r"^me\b|\b(?:for|by) me\b|\bmy (?:cv|resume|résumé|profile|track)\b")
_LEVELS: dict[Level, str] = {
    "junior": "junior jr entry entry-level beginner graduate grad intern internship fresher trainee easy",
    "mid": "mid middle medium intermediate mid-level regular",
    "senior": "senior sr lead staff principal expert advanced hard",
}
_LEVEL_WORDS: dict[str, Level] = {word: level for level, words in _LEVELS.items() for word in words.split()}
_MODES: dict[str, Literal["practice", "mock"]] = {
    **dict.fromkeys(("mock", "exam", "simulation", "simulate", "real"), "mock"),
    **dict.fromkeys(("practice", "practise", "practising", "train", "training"), "practice"),
}
_ALL = frozenset(("all", "any", "anything", "everything", "random", "mixed", "mix", "whatever", "surprise"))
_FILLING = """
a about an as ask at based basic basics begin by can could day developer engineer engineering for from give hi hello how
i in interview interviews is it job let level like ll m need of on one please position prepare preparation prep question
questions role round s session some something start technical tell the them to today tomorrow topic topics want we what
with would you me my myself cv resume résumé profile track personal
"""
_SILENT = frozenset(_FILLING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to ask: any of `subjects` (topic ids, (): all), best with `skills` (ids), at a level ("": any).

    `length` counts questions, 0: as many as fill `minutes`; `minutes` 0: no clock. `me`: chosen by what is known of the
    person. `words` say it back ("Databases", without the level).
    """

    subjects: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    level: Level | Literal[""] = ""
    length: int = PRACTICE
    mode: Literal["practice", "mock"] = "practice"
    minutes: int = 0
    me: bool = False
    words: str = "All topics"


@dataclass
class _Heard:
    topics: frozenset[str] = frozenset()
    skills: tuple[str, ...] = ()
    level: Level | Literal[""] = ""
    mode: Literal["practice", "mock", ""] = ""
    me: bool = False
    any: bool = False
    loose: bool = False
    strange: list[str] = field(default_factory=list)


def read_wish(
    text: str | None = None, level: str | None = None, length: int | None = None, mode: str | None = None
) -> Wish | str:
    """What the words and the options ask for, or one sentence (Markdown) that says what can be asked for."""
    said = (text or "")[:_READ].lower()
    rest, minutes, count = _numbers(said)
    heard = _hear(rest, several=bool(_SEVERAL.search(said)))
    given_level, given_mode = (level or "").strip().lower(), (mode or "").strip().lower()
    if heard.strange and not heard.topics and not heard.any and not _FOR_ME.search(said):
        return _unknown(" ".join(heard.strange))
    if given_level and given_level not in _LEVEL_WORDS:
        return f"{code(level or '')} is no level: choose junior, mid or senior."
    if given_mode and given_mode not in _MODES:
        return f"{code(mode or '')} is no kind of session: choose practice or mock."
    heard.level = _LEVEL_WORDS.get(given_level, heard.level)
    heard.mode = _MODES.get(given_mode, heard.mode)
    return _wish(said, heard, minutes, length if length is not None else count)


def _wish(said: str, heard: _Heard, minutes: int, length: int | None) -> Wish | str:
    if length is not None and length > MOST and not minutes and heard.mode == "mock":
        minutes, length = length, None  # "mock 45"
    if minutes and not _MINUTES[0] <= minutes <= _MINUTES[1]:
        return f"A session takes {_MINUTES[0]} to {_MINUTES[1]} minutes: say for example *45 minutes*."
    if length is not None and not 1 <= length <= MOST:
        return f"A session has 1 to {MOST} questions: say for example *databases 10*."
    mock = heard.mode == "mock" or bool(minutes and not heard.mode)
    if mock and length is None:
        minutes = minutes or MOCK_MINUTES
    me = bool(_FOR_ME.search(said)) or not (heard.topics or heard.any)
    subjects = tuple(topic for topic in SUBJECTS if topic in heard.topics)
    return Wish(
        subjects=subjects,
        skills=heard.skills,
        level=heard.level,
        length=length if length is not None else 0 if minutes else PRACTICE,
        mode="mock" if mock else "practice",
        minutes=minutes,
        me=me,
        words=spoken(subjects, heard.skills) if subjects else "For you" if me else "All topics",
    )


def _numbers(said: str) -> tuple[str, int, int | None]:
    """The words without their numbers, the minutes (0: none said), and how many questions (None: none said)."""
    clock = _CLOCK.search(said)
    minutes = 0
    if clock:
        hours = int(clock["h"]) if (clock["h"] or "").isdigit() else 1
        minutes = int(clock["n"]) if clock["n"] else 30 if clock["half"] else 60 * hours
        said = said.replace(clock.group(), " ", 1)
    count = _COUNT.search(said)
    if not count:
        return said, minutes, None
    return said.replace(count.group(), " ", 1), minutes, int(count["n"] or _NUMBERS[count["word"]])


def _hear(text: str, *, several: bool) -> _Heard:
    """What the words name, the longest names first. Names side by side narrow each other down; `several` add up."""
    heard = _Heard()
    for part in re.split("[,;]", text):
        words = tokens(part)
        while words:
            words = words[_next(heard, words, several=several) :]
    return heard


def _next(heard: _Heard, words: Sequence[str], *, several: bool) -> int:
    """Takes what the first of these words say; how many they are."""
    found = longest(named, words, least=2)
    if not found and not _control(heard, words[0]):
        found = longest(named, words) or longest(nearly, words)
        heard.strange += [] if found else words[:1]
    if not found:
        return 1
    topic, used = found
    _add(heard, topic, several=several)
    return used


def _control(heard: _Heard, word: str) -> bool:
    """Takes a word that says how to ask, or says nothing; False for one that may be a topic."""
    heard.level = _LEVEL_WORDS.get(word, heard.level)
    heard.mode = _MODES.get(word, heard.mode)
    heard.any = heard.any or word in _ALL
    return word in _LEVEL_WORDS or word in _MODES or word in _ALL or word in _SILENT


def _add(heard: _Heard, found: Named, *, several: bool) -> None:
    heard.skills = tuple(dict.fromkeys((*heard.skills, *filter(None, (found.skill,)))))
    if not heard.topics or heard.loose > found.loose:
        heard.topics, heard.loose = found.topics, found.loose
    elif heard.loose == found.loose:  # but in "python databases" the topic says where, the skill only what with
        both = heard.topics & found.topics
        heard.topics = both if both and not several else heard.topics | found.topics


def _unknown(words: str) -> str:
    near = nearest_names(words)
    start = f"I have no questions on {code(words)}."
    nearest = f" Nearest: {', '.join(near)}." if near else ""
    return f"{start}{nearest} The areas are {', '.join(AREAS.values())}; or say *me*, and I choose for you."
