"""What of a résumé tells who the person is: no language model needs it."""

import re
from collections.abc import Iterator

from core.resume.jsonresume import JsonResume
from core.topics.matching import skill_named

SHORTEST = 3  # letters of a part of a name, to be told from other words


def private_values(resume: JsonResume) -> tuple[str, ...]:
    """The person's name and its parts, ways to reach them, place, links and user names, each once.

    References are not among JSON Resume's parts: their names are recognised where they stand. A part of a name that is
    a technology too (Ruby, Julia) counts only within the whole name, or a list of skills would have a hole.
    """
    return tuple(dict.fromkeys(value.strip() for value in _values(resume) if len(value.strip()) >= SHORTEST))


def _values(resume: JsonResume) -> Iterator[str]:
    basics = resume.basics
    yield basics.name
    yield from (part for part in name_parts(basics.name) if not skill_named(part))
    yield from (basics.email, basics.phone, basics.location.address, basics.location.city)
    yield from (user.username for user in basics.profiles if not skill_named(user.username))
    links = (basics.url, *(user.url for user in basics.profiles), *(project.url for project in resume.projects))
    yield from (re.sub(r"^https?://(?:www\.)?|/+$", "", link) for link in links)


def name_parts(name: str) -> list[str]:
    """The words of a name, and the halves of a double one: "Quarmby-Reyes", "Quarmby", "Reyes"."""
    words = [word.strip(".,()\"'’") for word in name.split()]
    halves = [half for word in words if "-" in word for half in word.split("-")]
    return [part for part in (*words, *halves) if len(part) >= SHORTEST]
