"""A summary for a job post out of what the résumé itself says: the title held, its years, and skills shown at work."""

from datetime import date

from core.resume.jsonresume import Parsed, Work
from core.resume.match.matching.careers import alike
from core.resume.match.post import Match
from core.resume.match.spelling import full_names
from core.resume.review.months import moment
from core.topics import skills_in
from core.topics.vocabulary import covered_by

SKILLS = 4
# all words of a summary that are not the person's own
NEUTRAL = frozenset(("with", "year", "years", "of", "experience", "including", "work", "and"))


def summary_of(parsed: Parsed, match: Match, today: date) -> str:
    """One sentence, or "" where the résumé names no title and nothing that the post asks for."""
    job = _latest(parsed.resume.work, today)
    skills = _shown(match)
    if not job or not skills:
        return ""
    years = _months(parsed.resume.work, job, today) // 12
    held = f" with {years} {'year' if years == 1 else 'years'} of experience," if years else ","
    return f"{job.position}{held} including work with {_listed(skills)}."


def _latest(jobs: tuple[Work, ...], today: date) -> Work | None:
    """The job held last, among those with a title and dates."""
    dated = [(end.last, job) for job in jobs if job.position and (end := moment(job.end_date or job.start_date, today))]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _months(jobs: tuple[Work, ...], like: Work, today: date) -> int:
    """Months in jobs of the same line of work that are sure; overlapping ones count once."""
    months: set[int] = set()
    for job in jobs:
        start, end = moment(job.start_date, today), moment(job.end_date or job.start_date, today)
        if start and end and (job.position == like.position or alike(job.position, like.position)):
            months |= set(range(start.last, min(end.first, today.year * 12 + today.month - 1) + 1))
    return len(months)


def _shown(match: Match) -> list[str]:
    """Skills asked for that a line of the résumé shows, in its own words or their full names; must-haves first."""
    found: dict[str, str] = {}
    full = full_names(match)
    for verdict in sorted(match.verdicts, key=lambda verdict: verdict.requirement.need != "must"):
        if verdict.standing != "shown" or verdict.from_facts:
            continue
        asked = set(verdict.requirement.skills)
        for mention in skills_in(verdict.quote):
            if asked & covered_by(mention.skill.id):
                found.setdefault(mention.skill.id, full.get(mention.written, mention.written))
                break
    return list(found.values())[:SKILLS]


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
