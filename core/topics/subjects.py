"""What interviews ask about, roadmaps teach and problem sites tag: areas, and the subjects in each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

Area = Literal["dsa", "systems", "web", "backend", "ai_ml", "data", "devops", "design", "behavioural"]
AREAS: Mapping[Area, str] = MappingProxyType(
    {
        "dsa": "Data structures and algorithms",
        "systems": "Computer science and systems",
        "web": "Web",
        "backend": "Backend",
        "ai_ml": "AI/ML",
        "data": "Data",
        "devops": "DevOps",
        "design": "System design",
        "behavioural": "Behavioural",
    }
)


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of an area. `leetcode` holds LeetCode's tags for it, `skills` the ids of the skills that claim it."""

    id: str
    name: str
    area: Area
    aliases: tuple[str, ...] = ()
    leetcode: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


def _load() -> Mapping[str, Subject]:
    rows = json.loads(files(__package__).joinpath("subjects.json").read_text(encoding="utf-8"))
    made = (
        Subject(
            id=row["id"],
            name=row["name"],
            area=cast("Area", row["area"]),
            aliases=tuple(row["aliases"]),
            leetcode=tuple(row["leetcode"]),
            skills=tuple(row["skills"]),
        )
        for row in rows
    )
    return MappingProxyType({subject.id: subject for subject in made})


SUBJECTS: Mapping[str, Subject] = _load()


@cache
def subjects_of(area: Area) -> tuple[Subject, ...]:
    """The subjects of an area, in the order in which they are taught."""
    return tuple(subject for subject in SUBJECTS.values() if subject.area == area)
