"""What part of the history is looked at: all of it, an area, or some topics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from core.interview.choosing.wish import read_wish
from core.topics.subjects import AREAS, SUBJECTS, Area, subjects_of

_NAMES: Mapping[str, str] = dict([*AREAS.items(), *((one.id, one.name) for one in SUBJECTS.values())])
_OTHER = re.compile(r"[^a-z0-9_+#.&/-]+")  # what no name of a topic holds
LONGEST = 40  # characters of a topic's words: they travel on buttons


@dataclass(frozen=True, slots=True)
class Scope:
    """`key` finds it again, `name` says it back, `topics` are ids; all empty: everything."""

    key: str = ""
    name: str = ""
    topics: tuple[str, ...] = ()


def name_of(key: str) -> str:
    """An area or a topic under its name; one that is known no more under its id."""
    return _NAMES.get(key, key)


def scope_of(words: str) -> Scope | None:
    """The topics that words name; None where they name none."""
    key = " ".join(_OTHER.sub(" ", words.lower()).split())
    if not words.strip() or key in ("all", "everything"):
        return Scope()
    if key in AREAS:
        return Scope(key, name_of(key), tuple(one.id for one in subjects_of(cast("Area", key))))
    if key in SUBJECTS:
        return Scope(key, name_of(key), (key,))
    wish = read_wish(key) if key else ""
    if isinstance(wish, str):
        return None
    return Scope(key, wish.words, wish.subjects) if wish.subjects else Scope()
