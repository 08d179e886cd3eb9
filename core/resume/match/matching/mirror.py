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
    pairs: list[tuple[str, str]] = []
    for name, theirs in _asked(verdicts).items():
        used = mine.get(name, [])
        if used and not any(_same(one, other) for one in theirs for other in used):
            pairs.append((theirs[0], used[0]))
    return tuple(pairs)


def _asked(verdicts: tuple[Verdict, ...]) -> dict[str, list[str]]:
    """The post's words for each skill asked for that is not missing."""
    found: dict[str, list[str]] = {}
    for verdict in verdicts:
        for mention in skills_in(verdict.requirement.quote) if verdict.standing != "missing" else ():
            if mention.skill.id in verdict.requirement.skills:
                found.setdefault(mention.skill.id, []).append(mention.written)
    return found


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(word: str) -> str:
    return word.lower().replace("-", " ").removesuffix("s")
