"""What is known of a person that says what to ask them: résumé, job post, earlier answers, and what is due."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from core.chat.turn import Transaction
from core.interview.bank.question import Level
from core.interview.cards.store import CardStore
from core.interview.history.store import AnswerStore, Listed
from core.resume.jsonresume import JsonResume
from core.resume.match.post import Seniority
from core.resume.match.store import KeptPost, MatchStore
from core.resume.store import ResumeStore
from core.topics import skills_in

_ANSWERS, _POSTS, _DUE = 500, 5, 60  # how many of the newest are looked at
_SENIOR = re.compile(r"\b(?:senior|sr|lead|principal|staff|head|architect)\b", re.IGNORECASE)
_JUNIOR = re.compile(r"\b(?:junior|jr|intern|internship|trainee|graduate|working student)\b", re.IGNORECASE)
_SENIORITY: Mapping[Seniority, Level] = {
    "intern": "junior",
    "junior": "junior",
    "mid": "mid",
    "senior": "senior",
    "lead": "senior",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that a job post asks for: in words, the skills (ids) that meet it, and whether the résumé lacks it."""

    label: str
    skills: tuple[str, ...]
    lacking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What chooses questions. All empty for a person of whom nothing is known.

    `used` are skills (ids) named in the résumé's jobs and projects, `listed` those that only its other parts name;
    `post` is the job post's name. `due` are questions, the longest due first; `last` says when each question was
    answered last; `scores` are those of each topic, the newest first, of 10.
    """

    track: str = ""
    level: Level | Literal[""] = ""
    used: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    post: str = ""
    asked: tuple[Asked, ...] = ()
    due: tuple[str, ...] = ()
    last: Mapping[str, datetime] = field(default_factory=dict)
    scores: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


async def gather(tx: Transaction, person: int, due_by: datetime, before: datetime, *, closely: bool) -> Facts:
    """The facts from what is kept: cards due by a moment, answers given `before` one; `closely`: résumé and post too."""
    answers = [one for one in await AnswerStore(tx, person).listed(_ANSWERS) if one.answered_at < before]
    due = tuple(card.question for card in await CardStore(tx, person).due(due_by, _DUE))
    last = {one.question: one.answered_at for one in reversed(answers)}
    if not closely:
        return Facts(due=due, last=last, scores=_scores(answers))
    kept = await ResumeStore(tx, person).latest()
    resume = kept.parsed.resume if kept else JsonResume()
    post = await _newest_post(MatchStore(tx, person))
    used = _named(_worked(resume))
    return Facts(
        track=kept.review.track if kept else "",
        level=(_SENIORITY.get(post.post.seniority) if post and post.post else None) or _level(resume),
        used=used,
        listed=tuple(skill for skill in _named(_told(resume)) if skill not in used),
        post=post.name if post else "",
        asked=_asked(post) if post else (),
        due=due,
        last=last,
        scores=_scores(answers),
    )


def _scores(answers: Iterable[Listed]) -> dict[str, tuple[float, ...]]:
    found: dict[str, tuple[float, ...]] = {}
    for one in answers:
        if one.score is not None:
            found[one.topic] = (*found.get(one.topic, ()), one.score)
    return found


async def _newest_post(store: MatchStore) -> KeptPost | None:
    """The newest job post that was read."""
    for listed in await store.posts(_POSTS):
        kept = await store.post(listed.id)
        if kept and kept.post:
            return kept
    return None


def _asked(kept: KeptPost) -> tuple[Asked, ...]:
    """The skills that a post asks for: first what the résumé lacks, must-haves before the rest."""
    if kept.post is None:
        return ()
    missing = (
        [one.requirement for one in kept.result.match.verdicts if one.standing == "missing"] if kept.result else []
    )
    asked = [one for one in kept.post.requirements if one.kind == "skill" and one.skills]
    ordered = sorted(asked, key=lambda one: (one not in missing, one.need != "must"))
    return tuple(Asked(label=one.label, skills=one.skills, lacking=one in missing) for one in ordered)


def _level(resume: JsonResume) -> Level | Literal[""]:
    """The level that the newest job's title or the headline names."""
    titles = " ".join((resume.basics.label, *(work.position for work in resume.work[:1])))
    return "senior" if _SENIOR.search(titles) else "junior" if _JUNIOR.search(titles) else ""


def _worked(resume: JsonResume) -> Iterator[str]:
    for work in (*resume.work, *resume.volunteer):
        yield from (work.position, work.summary, *work.highlights)
    for project in resume.projects:
        yield from (project.description, *project.highlights, *project.keywords)


def _told(resume: JsonResume) -> Iterator[str]:
    yield resume.basics.summary
    for group in resume.skills:
        yield from group.keywords


def _named(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.skill.id for text in texts if text for mention in skills_in(text)))
