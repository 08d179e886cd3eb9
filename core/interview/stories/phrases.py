"""The phrases that people tell the parts of a story with, as patterns. They stand in phrases.json."""

import json
import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def _data() -> MappingProxyType[str, Any]:
    return MappingProxyType(json.loads(files(__package__).joinpath("phrases.json").read_text(encoding="utf-8")))


def words_of(name: str) -> tuple[str, ...]:
    """The plain words of this name."""
    return tuple(_data()[name].split())


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any phrase of this name, as whole words."""
    alternatives = "|".join(_data()[name]).replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
