"""Facts under their JSON Resume names, each with the lines that it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from core.resume.jsonresume import Part

P = TypeVar("P", bound=Part)


@dataclass(slots=True)
class Facts:
    """What is known of one entry; empty values are not kept."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def put(self, name: str, value: str, lines: Iterable[int]) -> None:
        if value:
            self.values[name] = value
            self.lines[name] = tuple(dict.fromkeys(lines))

    def put_all(self, name: str, found: Iterable[tuple[str, tuple[int, ...]]]) -> None:
        kept = [(value, lines) for value, lines in found if value]
        if kept:
            self.values[name] = tuple(value for value, _ in kept)
            self.lines |= {f"{name}.{i}": lines for i, (_, lines) in enumerate(kept)}

    def extend(self, name: str, other: "Facts") -> None:
        """Adds the other's items of that name behind the own ones."""
        own = [(text, self.lines[f"{name}.{i}"]) for i, text in enumerate(self.values.get(name, ()))]
        more = [(text, other.lines[f"{name}.{i}"]) for i, text in enumerate(other.values.get(name, ()))]
        self.put_all(name, [*own, *more])

    def get(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def build(self, part: type[P]) -> P:
        return part(**self.values)


def collect(name: str, part: type[P], found: list[Facts], evidence: dict[str, tuple[int, ...]]) -> tuple[P, ...]:
    """The entries of one kind as JSON Resume parts; their evidence goes into `evidence`."""
    for i, facts in enumerate(found):
        evidence.update({f"{name}.{i}.{path}": lines for path, lines in facts.lines.items()})
    return tuple(facts.build(part) for facts in found)
