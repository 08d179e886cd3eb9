"""The skills that the product knows, read from the package's own data."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    one without (Django implies Python).
    """

    id: str
    name: str
    family: Family
    aliases: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ambiguous: Ambiguity = ""
    implies: tuple[str, ...] = ()

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
        ambiguous=cast("Ambiguity", row.get("ambiguous", "")),
    )


def _load() -> Mapping[str, Skill]:
    rows = json.loads(files(__package__).joinpath("skills.json").read_text(encoding="utf-8"))
    return MappingProxyType({row["id"]: _skill(row) for row in rows})


SKILLS: Mapping[str, Skill] = _load()


def with_implied(ids: Iterable[str]) -> frozenset[str]:
    """These skills and all that they imply, however many steps away."""
    reached: set[str] = set()
    waiting = list(ids)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += SKILLS[name].implies
    return frozenset(reached)
