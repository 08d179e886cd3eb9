"""How long somebody did the work that a post is about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.resume.jsonresume import Work
from core.resume.match.matching.evidence import Evidence
from core.resume.match.post import Post, Requirement, Verdict
from core.resume.match.reading.head import level_of
from core.resume.match.reading.years import fields_worked
from core.resume.review.months import Moment, moment
from core.topics import track_of_title

_ROLES = {
    "software": r"\b(?:software|developer|programmer|(?:back|front)[- ]?end|full[- ]?stack|web (?:dev|eng)\w*|sde|swe)\b",
    "operations": r"\b(?:devops|sre|site reliability|platform|infrastructure|systems? (?:engineer|admin\w*)|cloud engineer)\b",
    "data": r"\bdata (?:engineer|analyst|scientist|platform|warehouse|architect)|"
    r"\bhead of data\b|analytics|\bbi (?:analyst|developer)|business intelligence",
    "learning": r"machine learning|\bml\b|\bai\b|deep learning|data scientist|applied scientist|mlops",
    "quality": r"\b(?:qa|quality assurance|test(?:er|ing)?|sdet|test automation)\b",
    "mobile": r"\b(?:android|ios|mobile|flutter)\b",
    "product": r"\bproduct (?:manager|owner|lead)|head of product|\bpm\b",
    "design": r"\b(?:designer|ux|ui)\b",
    "security": r"\b(?:security|penetration|soc analyst)\b",
    "embedded": r"\b(?:embedded|firmware|hardware|fpga)\b",
    "care": r"\b(?:nurse|nursing|care assistant|physician|midwife)\b",
}
_PATTERNS = {role: re.compile(words, re.IGNORECASE) for role, words in _ROLES.items()}
_CODING = frozenset(
    {"software", "operations", "mobile", "learning", "embedded"}
)  # engineers who write code for a living
_TECHNICAL = frozenset(_ROLES) - {"care"}
_NO_TRADE = re.compile(  # words of titles that name no trade by themselves
    r"engineer|developer|manager|analyst|lead|head|director|officer|assistant|specialist|consultant|coordinator|"
    r"owner|administrator|architect|designer|scientist|associate|executive|supervisor|worker|deputy|team|data|"
    r"software|product|technical|it|web|digital|systems|system|platform|vp|chief|general|full|part|time|remote"
)
_SHARED = 3  # skills of the post that a job shows, from which it counts whatever its title
NEARLY = 0.75  # of the years asked for


@dataclass(frozen=True, slots=True)
class Job:
    """A job with its first and last month (whole months since year 0); -1 where its dates are not known.

    `relevant`: it is of the post's kind. `near`: it is at least in the wider line of work, as any technical job is to another.
    """

    work: Work
    entry: str
    first: int
    last: int
    relevant: bool
    near: bool


def jobs_of(evidence: Evidence, post: Post, today: date) -> tuple[Job, ...]:
    """The jobs of a résumé, and which of them are of the post's kind."""
    asked = frozenset(skill for one in post.requirements if one.kind == "skill" for skill in one.skills)
    found = []
    for at, work in enumerate(evidence.parsed.resume.work):
        entry = f"work.{at}"
        start, end = moment(work.start_date, today), moment(work.end_date, today)
        first, last = (_middle(start), _middle(end)) if start and end else (-1, -2)
        shown = frozenset(skill for piece in evidence.of(entry) if piece.shows for skill in piece.named)
        relevant = of_a_kind(work.position, post.title) or len(shown & asked) >= _SHARED
        near = relevant or (bool(asked) and bool(roles_of(work.position) & _TECHNICAL))
        found.append(Job(work, entry, first, last, relevant, near))
    return tuple(found)


def _middle(when: Moment) -> int:
    return (when.first + when.last) // 2


def months(jobs: Iterable[Job]) -> int:
    """The months in which any of the jobs ran; those that overlap count once."""
    total, reached = 0, -1
    for job in sorted(jobs, key=lambda job: job.first):
        if job.last >= job.first >= 0:
            total += max(0, job.last - max(job.first, reached + 1) + 1)
            reached = max(reached, job.last)
    return total


def roles_of(title: str) -> frozenset[str]:
    """The lines of work that a title names."""
    return frozenset(role for role, pattern in _PATTERNS.items() if pattern.search(title))


def alike(title: str, other: str) -> bool:
    """Whether two titles are of one line of work."""
    mine, theirs = roles_of(title), roles_of(other)
    track = track_of_title(title)
    return (
        bool(mine & theirs)
        or (track is not None and track == track_of_title(other))
        or bool(mine & _CODING and theirs & _CODING)
    )


def of_a_kind(title: str, other: str) -> bool:
    """Whether two titles are of one line of work, or say the same in the words that name a trade ("Store Manager")."""
    mine, theirs = words_of(title), words_of(other)
    return (
        alike(title, other)
        or bool(mine and mine == theirs)
        or any(not _NO_TRADE.fullmatch(word) for word in mine & theirs)
    )


def words_of(title: str) -> frozenset[str]:
    """The words of a title that name the job, without its level."""
    words = re.sub(r"[,/()]", " ", title.lower().replace("-", "")).split()
    return frozenset(
        word for word in words if not level_of(word) and word not in ("ii", "iii", "i", "of", "the", "and", "&", "in")
    )


def years_verdict(evidence: Evidence, asked: Requirement, jobs: tuple[Job, ...]) -> Verdict:
    """Whether the dates of the relevant jobs add up to the years asked for."""
    relevant = [job for job in jobs if _counts(evidence, asked, job)]
    have, need = months(relevant), asked.years * 12
    every = months(job for job in jobs if job.near or job in relevant) if _known(evidence, asked) else 0
    standing = "shown" if have >= need else "listed" if have >= NEARLY * need or every >= need else "missing"
    best = max(relevant or jobs, key=lambda job: job.last - job.first, default=None)
    quote = evidence.line(f"{best.entry}.position") or evidence.line(f"{best.entry}.name") if best else ""
    of = "that show it" if asked.skills else "of this kind"
    because = f"Your jobs {of} add up to {_told(have)}." if have else f"No job {of} has dates to add up."
    if standing == "listed" and have < NEARLY * need:
        because += f" With jobs near to it they make {_told(every)}."
    return Verdict(
        requirement=asked, standing=standing, quote=quote if have or standing != "missing" else "", because=because
    )


def _known(evidence: Evidence, asked: Requirement) -> bool:
    """Whether the résumé speaks at all of what the years are of."""
    return not asked.skills or any(piece.covered & set(asked.skills) for piece in evidence.pieces)


def _counts(evidence: Evidence, asked: Requirement, job: Job) -> bool:
    if not asked.skills:
        return job.relevant or of_a_kind(job.work.position, _field(asked.quote))
    if "software-development" in asked.skills and roles_of(job.work.position) & _CODING:
        return True
    return any(piece.covered & set(asked.skills) for piece in evidence.of(job.entry))


def _field(quote: str) -> str:
    """What the years are asked of: "data engineering" in "8+ years in data engineering"."""
    return " ".join(quote[start:end] for start, end in fields_worked(quote))


def _told(count: int) -> str:
    """A span in words: "2 years and 3 months"."""
    years, rest = divmod(count, 12)
    parts = [
        f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in ((years, "year"), (rest, "month")) if number
    ]
    return " and ".join(parts) or "less than a month"
