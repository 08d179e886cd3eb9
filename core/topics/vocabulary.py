"""The skills that the product knows, read from the package's own data."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

Family = Literal["language", "framework", "database", "cloud", "tool", "concept", "practice"]
Ambiguity = Literal["", "word", "capital"]


@dataclass(frozen=True, slots=True)
class Skill:
    """A technology or practice: its one right spelling, other accepted forms, and forms that are mistakes.

    `ambiguous` marks names that are common words too: a "word" (Go, Spring) needs support from the words around it,
    a "capital" (React, Excel) only its capital inside a sentence. `implies` holds ids of skills that nobody can use this
    one without (Django implies Python). `kinds` holds ids of what this is one of (PostgreSQL is a relational database):
    whoever asks for the kind is content with it. A kind is `broad` where its members do not stand in for one another,
    as Python does not for Java, though both are programming languages.
    """

    id: str
    name: str
    family: Family
    aliases: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ambiguous: Ambiguity = ""
    implies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    broad: bool = False

    @property
    def cased(self) -> bool:
        """Whether capitals matter: they do for products, not for concepts and practices."""
        return self.family not in ("concept", "practice")

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form by which the skill is recognised, right or wrong."""
        return (self.name, *self.aliases, *self.wrong)


def _skill(row: dict[str, Any]) -> Skill:
    return Skill(
        id=row["id"],
        name=row["name"],
        family=cast("Family", row["family"]),
        aliases=tuple(row.get("aliases", ())),
        wrong=tuple(row.get("wrong", ())),
        tags=tuple(row["tags"]),
        implies=tuple(row.get("implies", ())),
        kinds=tuple(row.get("kinds", ())),
        broad=row.get("broad", False),
        ambiguous=cast("Ambiguity", row.get("ambiguous", "")),
    )


def _load() -> Mapping[str, Skill]:
    rows = json.loads(files(__package__).joinpath("skills.json").read_text(encoding="utf-8"))
    return MappingProxyType({row["id"]: _skill(row) for row in rows})


SKILLS: Mapping[str, Skill] = _load()


def with_implied(ids: Iterable[str]) -> frozenset[str]:
    """These skills and all that they imply, however many steps away."""
    return _reached(ids, lambda skill: skill.implies)


@cache
def covered_by(name: str) -> frozenset[str]:
    """All that whoever uses this skill has used: itself, what it implies, and the kinds of these (EKS: a cloud too)."""
    return _reached([name], lambda skill: skill.implies + skill.kinds)


def _reached(ids: Iterable[str], steps: Callable[[Skill], tuple[str, ...]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(ids)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += steps(SKILLS[name])
    return frozenset(reached)


def _members() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for skill in SKILLS.values():
        for kind in skill.kinds:
            found.setdefault(kind, set()).add(skill.id)
    return MappingProxyType({kind: frozenset(ids) for kind, ids in found.items()})


MEMBERS: Mapping[str, frozenset[str]] = _members()
"""For each kind, the ids of the skills that are directly of it."""


@cache
def relatives_of(name: str) -> frozenset[str]:
    """Skills that do much the same job, so that one helps to learn the other: of one kind that is not broad, or the kind."""
    close = [kind for kind in SKILLS[name].kinds if not SKILLS[kind].broad]
    return frozenset({*close, *(member for kind in close for member in MEMBERS[kind])} - {name})
