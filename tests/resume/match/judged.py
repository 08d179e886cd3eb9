"""The judged pairs, read and matched; and short hands for small posts and résumés."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.match.matching import match
from core.resume.match.post import Match, Post, Requirement, Verdict
from core.resume.match.reading import read_post
from core.resume.match.reading.degrees import level_named
from core.resume.parsing import parse
from core.resume.reading import read
from core.topics import skill_named, skills_in
from tests.resume.review.builder import build

TODAY = date(2026, 11, 22)
FOLDERS = sorted(path.parent for path in Path(__file__).with_name("pairs").glob("*/expected.json"))


@dataclass(frozen=True)
class Pair:
    """A résumé, a post, and what a recruiter says of them."""

    name: str
    document: Document
    parsed: Parsed
    text: str
    post: Post
    expected: dict[str, Any]

    def against(self, post: Post) -> Match:
        return match(self.document, self.parsed, post, today=TODAY)


@cache
def pairs() -> tuple[Pair, ...]:
    return tuple(_pair(folder) for folder in FOLDERS)


def _pair(folder: Path) -> Pair:
    document = read((folder / "resume.md").read_bytes(), "resume.md")
    text = (folder / "post.txt").read_text(encoding="utf-8")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Pair(folder.name, document, parse(document), text, read_post(text), expected)


def verdict_for(row: dict[str, Any], result: Match) -> Verdict | None:
    """Our verdict on the requirement that the recruiter means, or None where we did not read it."""
    likeness = [(_likeness(row, verdict.requirement), verdict) for verdict in result.verdicts]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _likeness(row: dict[str, Any], ours: Requirement) -> float:
    if ours.kind != row["kind"]:
        return 0.0
    if ours.kind == "language":
        return float(ours.label.split(" (")[0] in row["label"])
    theirs, mine = ids(row["skills"]), set(ours.skills)
    if ours.kind == "skill":
        return len(theirs & mine) / len(theirs | mine)
    if ours.kind == "degree":
        return 1.0 + (ours.level == level_named(row["label"]))
    return 1.0 + (bool(theirs) == bool(mine))


def ids(names: list[str]) -> set[str]:
    """The ids of skills by their names."""
    found = (skill_named(name) for name in names)
    known = {skill.id for skill in found if skill}
    return known | {mention.skill.id for name in names if not skill_named(name) for mention in skills_in(name)}


def asked(text: str) -> dict[str, str]:
    """What a post asks for: label → need."""
    return {one.label: one.need for one in read_post(text).requirements}


def matched(script: str, post: str, facts: tuple[str, ...] = (), **document: Any) -> Match:
    """The match of a script's résumé with a post's text."""
    return match(*build(script, **document), read_post(post), facts=facts, today=TODAY)


def standing(result: Match) -> dict[str, str]:
    """The verdicts: label → standing."""
    return {verdict.requirement.label: verdict.standing for verdict in result.verdicts}
