"""The fields of a parsed résumé by their paths ("work.0.highlights.2"): looking one up, putting another value there."""

from collections.abc import Iterator
from typing import Any

from core.resume.jsonresume import Location, Parsed, Part, Profile


def at(part: Any, path: str) -> Any:
    """What stands at a path; raises `LookupError` where there is no such field."""
    for step in path.split("."):
        part = _child(part, step)
    return part


def _child(part: Any, step: str) -> Any:
    if isinstance(part, tuple) and step.isdecimal() and int(step) < len(part):
        return part[int(step)]
    if isinstance(part, Part) and step in type(part).model_fields:
        return getattr(part, step)
    raise LookupError(step)


def text_at(part: Any, path: str) -> str:
    """The words of a field that is text; raises `LookupError` for every other."""
    value = at(part, path)
    if not isinstance(value, str):
        raise LookupError(path)
    return value


def put(part: Any, path: str, value: Any) -> Any:
    """The same with another value at a path."""
    step, _, rest = path.partition(".")
    inner = put(_child(part, step), rest, value) if rest else value
    if isinstance(part, tuple):
        return (*part[: int(step)], inner, *part[int(step) + 1 :])
    return part.model_copy(update={step: inner})


def words_of(value: Any) -> list[str]:
    """The words that a field has taken from its lines."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, Location):
        return [value.city] if value.city else []
    if isinstance(value, Profile):
        return [value.username] if value.username else []
    return []


def renamed(parsed: Parsed, stem: str, numbers: dict[int, int]) -> Parsed:
    """Evidence of the list at `stem` under new numbers; that of numbers which are not among them is left out."""
    return parsed.model_copy(update={"evidence": dict(_renamed(parsed, f"{stem}.", numbers))})


def _renamed(parsed: Parsed, stem: str, numbers: dict[int, int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for path, lines in parsed.evidence.items():
        if not path.startswith(stem):
            yield path, lines
            continue
        number, dot, rest = path.removeprefix(stem).partition(".")
        if not number.isdecimal():
            yield path, lines
        elif int(number) in numbers:
            yield f"{stem}{numbers[int(number)]}{dot}{rest}", lines
