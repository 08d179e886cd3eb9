"""The post's words for what the résumé calls otherwise."""

from core.resume.match.matching.evidence import Evidence
from core.resume.match.post import Verdict
from core.topics import skills_in


def mirrored(evidence: Evidence, verdicts: tuple[Verdict, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of the post's word and the résumé's for one skill ("Kubernetes", "k8s"), where the résumé never uses the post's."""
    mine: dict[str, list[str]] = {}
    for piece in evidence.pieces:
        for mention in piece.mentions:
            mine.setdefault(mention.skill.id, []).append(mention.written)
    pairs: dict[str, tuple[str, str]] = {}
    for verdict in verdicts:
        for mention in skills_in(verdict.requirement.quote):
            name = mention.skill.id
            used = mine.get(name) if name in verdict.requirement.skills and verdict.standing != "missing" else None
            if used and not any(_same(mention.written, word) for word in used):
                pairs.setdefault(name, (mention.written, used[0]))
    return tuple(pairs.values())


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(word: str) -> str:
    return word.lower().replace("-", " ").removesuffix("s")
