"""The verbs of résumé lines: their forms, and which of them make, change or merely support something."""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

Form = Literal["base", "past", "participle", "ing", "third"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb in the forms that résumés use."""

    base: str
    past: str
    participle: str
    ing: str
    third: str


def _regular(base: str) -> Verb:
    past = base + "d" if base.endswith("e") else base[:-1] + "ied" if _consonant_y(base) else base + "ed"
    return Verb(base, past, past, _ing(base), _third(base))


def _doubling(base: str) -> Verb:
    stem = base + base[-1]
    return Verb(base, stem + "ed", stem + "ed", stem + "ing", _third(base))


_DOUBLE_ING = {"run", "cut", "set", "win", "get", "put", "split", "spin", "begin", "let"}


def _irregular(base: str, past: str, participle: str = "") -> Verb:
    ing = base + base[-1] + "ing" if base in _DOUBLE_ING else _ing(base)
    return Verb(base, past, participle or past, ing, _third(base))


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


def _ing(base: str) -> str:
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    return (base[:-1] if silent else base) + "ing"


def _third(base: str) -> str:
    if _consonant_y(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


_DATA: dict[str, Any] = json.loads(files(__package__).joinpath("verbs.json").read_text(encoding="utf-8"))

VERBS: dict[str, Verb] = {
    **{base: _regular(base) for base in _DATA["regular"].split()},
    **{base: _doubling(base) for base in _DATA["doubling"].split()},
    **{base: _irregular(base, *rest) for base, rest in _DATA["irregular"].items()},
}
ALSO_NOUNS = frozenset(_DATA["also_nouns"].split())
MAKING = frozenset(_DATA["making"].split())
CHANGING = frozenset(_DATA["changing"].split())
SUPPORTING = frozenset(_DATA["supporting"].split())
NOMINAL: dict[str, str] = _DATA["nominal"]


_ORDER: tuple[Form, ...] = ("past", "base", "participle", "ing", "third")


def _forms() -> dict[str, tuple[Verb, Form]]:
    """Pasts come first over all verbs: "found" opens a line as the past of "find"."""
    table: dict[str, tuple[Verb, Form]] = {}
    for form in _ORDER:
        for verb in VERBS.values():
            table.setdefault(getattr(verb, form), (verb, form))
    return table


FORMS = _forms()


def verb_form(word: str) -> tuple[Verb, Form] | None:
    """The verb and form that a word is, if it is one we know; "co-designed" counts as "designed"."""
    low = word.lower()
    return FORMS.get(low) or (FORMS.get(low[3:]) if low.startswith("co-") else None)
