"""How a percent is made up."""

import re
from collections.abc import Callable

from core.resume.jsonresume import JsonResume
from core.resume.match.matching.careers import Job, alike, roles_of, words_of
from core.resume.match.post import Part, Post, Requirement, Seniority, Verdict
from core.resume.match.reading.head import level_of
from core.resume.review.phrasing import counted
from core.topics import track_of_title

WEIGHTS = {
    "Must-haves": 60.0,
    "Nice-to-haves": 10.0,
    "Years and level": 15.0,
    "Title": 10.0,
    "Degree and languages": 5.0,
}
"""What each part weighs where a post asks for all five; the parts that it does not ask for leave their points to the others."""

LISTED, NEAR = 0.5, 0.3
"""What a skill earns of its share that is only listed, and one that only a close relative covers; shown earns all of it."""

_STEPS: dict[Seniority, int] = {"intern": 0, "junior": 1, "mid": 2, "senior": 3, "lead": 4}
_MANAGING = re.compile(r"\b(?:engineering|development|science|analytics|software|qa) manager\b", re.IGNORECASE)
_KIND_OF_JOB, _SAME_TRACK = 0.7, 0.9
_ANSWERS = {"shown": "yes", "listed": "nearly", "missing": "no"}
Share = tuple[float, str]


def parts_of(post: Post, verdicts: tuple[Verdict, ...], resume: JsonResume, jobs: tuple[Job, ...]) -> tuple[Part, ...]:
    """The parts of a percent, which add up to it; none where the post asks for nothing."""
    if not verdicts:
        return ()
    shares = {
        "Must-haves": _skills(verdicts, lambda asked: asked.need == "must"),
        "Nice-to-haves": _skills(verdicts, lambda asked: asked.need == "nice"),
        "Years and level": _career(post, verdicts, resume, jobs),
        "Title": _title(post, resume, jobs),
        "Degree and languages": _papers(verdicts),
    }
    asked = {name: share for name, share in shares.items() if share is not None}
    whole = sum(WEIGHTS[name] for name in asked)
    points = {name: round(100 * WEIGHTS[name] / whole, 1) for name in asked}
    first = next(iter(points))
    points[first] = round(points[first] + 100 - sum(points.values()), 1)
    return tuple(
        Part(name=name, earned=round(points[name] * share, 1), possible=points[name], because=because)
        for name, (share, because) in asked.items()
    )


def percent_of(parts: tuple[Part, ...]) -> int:
    """The sum of what the parts earned, in whole percent; a half is rounded up."""
    return int(round(sum(part.earned for part in parts), 1) + 0.5)


def credit(verdict: Verdict) -> float:
    """What a verdict earns of its requirement's share (0..1)."""
    if verdict.standing == "shown":
        return 1.0
    if verdict.standing == "missing":
        return 0.0
    return LISTED if verdict.requirement.kind != "skill" or (verdict.addable and not verdict.from_facts) else NEAR


def _skills(verdicts: tuple[Verdict, ...], chosen: Callable[[Requirement], bool]) -> Share | None:
    those = [one for one in verdicts if one.requirement.kind == "skill" and chosen(one.requirement)]
    if not those:
        return None
    shown = sum(one.standing == "shown" for one in those)
    listed = sum(one.standing == "listed" for one in those)
    missing = len(those) - shown - listed
    because = f"{shown} of {counted(len(those), 'skill')} shown, {listed} listed or close, {missing} missing."
    return sum(map(credit, those)) / len(those), because


def _career(post: Post, verdicts: tuple[Verdict, ...], resume: JsonResume, jobs: tuple[Job, ...]) -> Share | None:
    years = [one for one in verdicts if one.requirement.kind == "years"]
    shares = [credit(one) for one in years]
    reasons = [f"{one.requirement.label}: {_ANSWERS[one.standing]}." for one in years]
    if post.seniority:
        share, because = _level(post.seniority, resume, jobs)
        shares.append(share)
        reasons.append(because)
    return (sum(shares) / len(shares), " ".join(reasons)) if shares else None


def _level(wanted: Seniority, resume: JsonResume, jobs: tuple[Job, ...]) -> Share:
    """How near the person's level is to the post's: what the latest titles say, else the years worked in the field."""
    titles = [resume.basics.label, *(job.work.position for job in jobs[:2])]
    named = [
        _STEPS[level] for title in titles if alike(title, resume.basics.label or title) and (level := _held(title))
    ]
    worked = sum(job.last - job.first + 1 for job in jobs if job.relevant and job.first >= 0) / 12
    mine = max(named, default=3 if worked >= 5 else 2 if worked >= 2 else 1)
    if not any(job.relevant for job in jobs):
        mine = min(mine, 1)
    below = _STEPS[wanted] - mine
    if below <= 0:
        return 1.0, f"Your level fits “{wanted}”."
    return max(0.0, 1 - below / 2), f"Your titles and years speak of less than “{wanted}”."


def _held(title: str) -> Seniority:
    """The level that a title of the person's speaks of; who manages a trade leads in it ("Data Engineering Manager")."""
    return level_of(title) or ("lead" if _MANAGING.search(title) else "")


def _title(post: Post, resume: JsonResume, jobs: tuple[Job, ...]) -> Share | None:
    if not post.title:
        return None
    titles = [title for title in (resume.basics.label, *(job.work.position for job in jobs)) if title]
    share = max((_likeness(title, post.title) for title in titles), default=0.0)
    if share == 1.0:
        return share, "A title of yours says the same."
    if share >= _SAME_TRACK:
        return share, "A title of yours is close to it."
    return share, "A title of yours is of a kind with it." if share else "No title of yours is near it."


def _likeness(title: str, wanted: str) -> float:
    """How near two titles are (0..1): one within the other, the same track or trade, or trades that are neighbours."""
    mine, theirs = words_of(title), words_of(wanted)
    if theirs and (theirs <= mine or (len(mine) > 1 and mine <= theirs)):
        return 1.0
    track = track_of_title(title)
    same = roles_of(title) & roles_of(wanted)
    if same or (track and track == track_of_title(wanted)):
        return _SAME_TRACK
    return _KIND_OF_JOB if alike(title, wanted) else 0.0


def _papers(verdicts: tuple[Verdict, ...]) -> Share | None:
    those = [one for one in verdicts if one.requirement.kind in ("degree", "language")]
    if not those:
        return None
    shown = sum(one.standing == "shown" for one in those)
    return sum(map(credit, those)) / len(those), f"{shown} of {len(those)} there as asked."
