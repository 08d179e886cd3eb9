"""How much a text of a résumé says about what a job post asks for."""

import re

from core.resume.match.post import Match, Requirement
from core.topics import skills_in
from core.topics.vocabulary import covered_by

WEIGHTS = {"must": 3.0, "nice": 1.5}
DUTY, MOST_DUTIES = 0.25, 1.0  # for each longer word shared with the post's duties, and at most for all of them
NUMBER = 0.5  # a line with a number goes before its like
_WORD = re.compile(r"[^\W\d_]{6,}")


def named(text: str) -> frozenset[str]:
    """The skills that a text names, with all that these cover (ids)."""
    return frozenset(skill for mention in skills_in(text) for skill in covered_by(mention.skill.id))


class Relevance:
    """Counts what texts are worth for one post."""

    def __init__(self, match: Match) -> None:
        self._asked = [verdict.requirement for verdict in match.verdicts if verdict.requirement.kind == "skill"]
        self._quoted = {verdict.quote: verdict.requirement for verdict in match.verdicts if verdict.standing == "shown"}
        self._duties = frozenset(_WORD.findall(" ".join(match.post.duties).lower()))

    def asked(self, text: str) -> tuple[Requirement, ...]:
        """The skills asked for that a text speaks of."""
        skills = named(text)
        return tuple(one for one in self._asked if skills & set(one.skills) or self._quoted.get(text) == one)

    def of(self, text: str) -> float:
        """The worth of a text; 0.0 where it has nothing to do with the post."""
        worth = sum(WEIGHTS[requirement.need] for requirement in self.asked(text))
        shared = len(self._duties & set(_WORD.findall(text.lower())))
        worth += min(MOST_DUTIES, DUTY * shared)
        return worth + NUMBER if worth and re.search(r"\d", text) else worth

    def order(self, texts: list[str]) -> list[int]:
        """The places of the texts, the most relevant first; those alike stay as they are."""
        return sorted(range(len(texts)), key=lambda at: -self.of(texts[at]))
