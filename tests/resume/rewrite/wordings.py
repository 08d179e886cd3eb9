"""The rewrites that were written before the check, and the résumé that they are about."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from core.resume.assess import Assessed, assess
from core.resume.rewrite.grounding import Fact, Own, Problem, own_words, problems

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Rewording:
    """What a model might answer for one bullet. `invented` is the part that the person never said ("" in sound ones)."""

    id: str
    kind: str
    bullet: str
    candidate: str
    facts: tuple[str, ...] = ()
    invented: str = ""

    @property
    def path(self) -> str:
        return paths()[self.bullet]

    @property
    def own(self) -> Own:
        return own_of(self.bullet, self.facts)

    def found(self) -> tuple[Problem, ...]:
        return problems(self.bullet, self.candidate, self.own, self.path)


@cache
def mara() -> Assessed:
    return assess((HERE / "inventions-resume.md").read_bytes(), "mara.md", None, TODAY)


@cache
def own_of(bullet: str, answers: tuple[str, ...]) -> Own:
    return own_words(mara().document, mara().parsed, [Fact(answer, bullet) for answer in answers])


@cache
def paths() -> dict[str, str]:
    """Where each line of the résumé stands."""
    resume = mara().parsed.resume
    entries = {"work": resume.work, "projects": resume.projects}
    return {
        line: f"{section}.{at}.highlights.{number}"
        for section, rows in entries.items()
        for at, row in enumerate(rows)
        for number, line in enumerate(row.highlights)
    }


def _read(name: str) -> tuple[Rewording, ...]:
    rows = json.loads((HERE / name).read_text("utf-8"))
    return tuple(Rewording(**{**row, "facts": tuple(row.get("facts", ()))}) for row in rows)


INVENTIONS = _read("inventions.json")
SOUND = _read("sound.json")
