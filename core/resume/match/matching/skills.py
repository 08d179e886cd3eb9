"""Whether a résumé shows, lists or lacks a skill that is asked for."""

import re

from core.resume.match.matching.evidence import Evidence, Piece
from core.resume.match.post import Requirement, Verdict
from core.topics import SKILLS, Mention, covered_by, relatives_of, skills_in, with_implied

_DENIED = re.compile(
    r"\b(?:no|not|never|none|nothing|without|nope|neither|don(?:'|’)?t|haven(?:'|’)?t|didn(?:'|’)?t|hardly|yet to|"
    r"can(?:'|’)?t|"
    r"won(?:'|’)?t|isn(?:'|’)?t|wasn(?:'|’)?t)\b",
    re.IGNORECASE,
)
_TESTING = frozenset({"automated-testing", "unit-testing", "test-automation"})
_TESTS = re.compile(
    r"\b(?:wrote|writ\w+|added|adding|built|created|maintain\w*)\b[^.;]{0,40}\btests\b|\btests\b[^.;]{0,20}\b(?:written|"
    r"added|built|created|maintained)\b",
    re.IGNORECASE,
)


def skill_verdict(evidence: Evidence, asked: Requirement, facts: tuple[str, ...]) -> Verdict:
    """How a requirement of one skill, or of any of several, stands."""
    wanted = frozenset(asked.skills)
    shown = _best([piece for piece in evidence.pieces if piece.shows and piece.covered & wanted], wanted)
    if shown:
        return Verdict(requirement=asked, standing="shown", quote=shown.text, because=_shown(shown, wanted))
    listed = _best([piece for piece in evidence.pieces if piece.covered & wanted], wanted)
    if listed:
        because = _listed(listed, wanted)
        return Verdict(requirement=asked, standing="listed", quote=listed.text, because=because, addable=True)
    told = next((fact for fact in facts if _fact_shows(fact, wanted)), "")
    near = _nearest(evidence, wanted)
    tests = next((one for one in evidence.pieces if one.works and _TESTING & wanted and _TESTS.search(one.text)), None)
    said = "You told me so, but no line of the résumé says it." if told else ""
    if near:
        piece, name = near
        because = said or f"{SKILLS[name].name} is close to it, so it is covered in part."
        return Verdict(
            requirement=asked,
            standing="listed",
            quote=told or piece.text,
            because=because,
            addable=bool(told),
            from_facts=bool(told),
        )
    if tests and not told:
        because = "A line of your work speaks of tests, but does not say that they run by themselves."
        return Verdict(requirement=asked, standing="listed", quote=tests.text, because=because)
    return Verdict(
        requirement=asked,
        standing="missing",
        quote=told,
        because=said or "Nothing in the résumé speaks of it.",
        addable=bool(told),
        from_facts=bool(told),
    )


def _best(pieces: list[Piece], wanted: frozenset[str]) -> Piece | None:
    """The piece that names what is wanted and tells most of it; the earlier one of two alike."""
    return max(pieces, key=lambda piece: (bool(piece.named & wanted), piece.worth), default=None)


def _means(piece: Piece, wanted: frozenset[str]) -> tuple[Mention, str]:
    """The words of the piece that say it, and the wanted skill (id) that they cover, its own name before others."""
    pairs = [(mention, name) for mention in piece.mentions for name in covered_by(mention.skill.id) & wanted]
    return min(pairs, key=lambda pair: (pair[0].skill.id != pair[1], pair[0].start, pair[1]))


def _shown(piece: Piece, wanted: frozenset[str]) -> str:
    mention, asked = _means(piece, wanted)
    return f"A line of your work names {mention.written}{_relation(mention, asked)}."


def _listed(piece: Piece, wanted: frozenset[str]) -> str:
    mention, asked = _means(piece, wanted)
    where = "a line that only lists names" if piece.works else piece.where
    relation = _relation(mention, asked)
    subject = f"{mention.written}{relation}," if relation else mention.written
    return f"{subject} stands only in {where}; no line of your work shows it."


def _relation(mention: Mention, asked: str) -> str:
    """How what is named covers what is asked for; "" where it is the same."""
    name = mention.skill.id
    if name == asked:
        return ""
    implied = asked in with_implied([name])
    return f", which {'is not used without' if implied else 'counts as'} {SKILLS[asked].name}"


def _nearest(evidence: Evidence, wanted: frozenset[str]) -> tuple[Piece, str] | None:
    """A piece that names a close relative of what is wanted, and the relative."""
    near = frozenset(name for skill in wanted for name in relatives_of(skill))
    pieces = [piece for piece in evidence.pieces if piece.named & near]
    piece = max(pieces, key=lambda piece: (piece.shows, piece.worth), default=None)
    return (piece, next(m.skill.id for m in piece.mentions if m.skill.id in near)) if piece else None


def _fact_shows(fact: str, wanted: frozenset[str]) -> bool:
    """Whether an answer of the person's says that they used it; "No, never Kafka" does not."""
    named = (covered_by(mention.skill.id) for mention in skills_in(fact))
    return not _DENIED.search(fact) and any(covered & wanted for covered in named)
