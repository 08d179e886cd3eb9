"""The six tracks: the titles that name them and the skills that each asks for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Group:
    """One thing a track asks for, which any of several skills can show ("a database")."""

    label: str
    any: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A line of work: what it always asks for (core), mostly asks for (expected), and welcomes (extra, skill ids)."""

    id: str
    name: str
    titles: tuple[str, ...]
    core: tuple[Group, ...]
    expected: tuple[Group, ...]
    extra: tuple[str, ...]


def _groups(rows: list[dict[str, Any]]) -> tuple[Group, ...]:
    return tuple(Group(row["label"], tuple(row["any"])) for row in rows)


def _load() -> Mapping[str, Track]:
    rows = json.loads(files(__package__).joinpath("tracks.json").read_text(encoding="utf-8"))
    made = (
        Track(
            id=row["id"],
            name=row["name"],
            titles=tuple(row["titles"]),
            core=_groups(row["core"]),
            expected=_groups(row["expected"]),
            extra=tuple(row["extra"]),
        )
        for row in rows
    )
    return MappingProxyType({track.id: track for track in made})


TRACKS: Mapping[str, Track] = _load()


def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{forms})(?!\w)", re.IGNORECASE)


_TITLES = {track.id: _pattern(track.titles) for track in TRACKS.values()}


def track_of_title(title: str) -> str | None:
    """The track that a job title names, by the longest known words in it; None when it names none."""
    found = [(match.group(), name) for name, pattern in _TITLES.items() for match in pattern.finditer(title)]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None
