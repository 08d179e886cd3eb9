"""The people of the corpus: facts alone, from one JSON file each."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "people"


@dataclass(frozen=True)
class Job:
    company: str
    position: str
    start: str
    end: str
    location: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class School:
    institution: str
    degree: str
    area: str
    start: str
    end: str
    location: str = ""
    score: str = ""

    @property
    def title(self) -> str:
        return f"{self.degree} in {self.area}" if self.area else self.degree


@dataclass(frozen=True)
class Project:
    name: str
    keywords: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Certificate:
    name: str
    issuer: str
    date: str


@dataclass(frozen=True)
class Person:
    name: str
    label: str
    email: str
    phone: str
    location: str
    summary: str
    links: tuple[str, ...] = ()
    work: tuple[Job, ...] = ()
    education: tuple[School, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    awards: tuple[str, ...] = ()
    volunteer: tuple[Job, ...] = ()


def made(kind: Any, values: dict[str, Any]) -> Any:
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})


@cache
def person(name: str) -> Person:
    """The facts of one person of the corpus."""
    facts = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    facts["work"] = [made(Job, job) for job in facts["work"]]
    facts["volunteer"] = [made(Job, job) for job in facts.get("volunteer", [])]
    facts["education"] = [made(School, school) for school in facts["education"]]
    facts["projects"] = [made(Project, project) for project in facts["projects"]]
    facts["certificates"] = [made(Certificate, one) for one in facts["certificates"]]
    facts["languages"] = [tuple(pair) for pair in facts["languages"]]
    facts["skills"] = {name: tuple(words) for name, words in facts["skills"].items()}
    result = made(Person, facts)
    assert isinstance(result, Person)
    return result
