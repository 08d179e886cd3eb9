"""Reads the bank's files, once."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from pydantic import TypeAdapter

from core.interview.bank.question import Question
from core.topics.subjects import AREAS

_QUESTIONS: TypeAdapter[tuple[Question, ...]] = TypeAdapter(tuple[Question, ...])


def _files() -> list[Traversable]:
    folders = [files(__package__).joinpath(area) for area in AREAS]
    return [file for folder in folders for file in sorted(folder.iterdir(), key=lambda file: file.name)]


def read_bank(rows: object) -> tuple[Question, ...]:
    """The questions in parsed JSON; raises `pydantic.ValidationError`, which is a ValueError."""
    return _QUESTIONS.validate_python(rows)


@cache
def questions() -> Mapping[str, Question]:
    """All questions by id, in the bank's order; raises ValueError for an id that stands twice."""
    found = [one for file in _files() for one in read_bank(json.loads(file.read_text(encoding="utf-8")))]
    by_id = {one.id: one for one in found}
    if len(by_id) < len(found):
        twice = sorted({one.id for one in found if by_id[one.id] is not one})
        raise ValueError(f"ids that stand twice: {', '.join(twice)}")
    return MappingProxyType(by_id)
