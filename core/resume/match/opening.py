"""A summary for a job post out of what the résumé itself says: titles held, their years, and skills shown in these jobs."""

from datetime import date

from core.resume.jsonresume import Parsed, Work
from core.resume.match.matching.careers import alike
from core.resume.match.post import Match
from core.resume.match.spelling import full_names
from core.resume.review.months import moment
from core.topics import skills_in
from core.topics.vocabulary import covered_by

SKILLS, TITLES = 4, 2
# all words of a summary that are not the person's own
NEUTRAL = frozenset(("with", "year", "years", "of", "experience", "including", "work", "and"))


def summary_of(parsed: Parsed, match: Match, today: date) -> str:
    """One sentence, or "" where no title held is of the post's kind, or these jobs show nothing that it asks for."""
    jobs = _of_the_kind(parsed.resume.work, match.post.title, today)
    skills = _shown(match, jobs)
    if not jobs or not skills:
        return ""
    years = len({month for job in jobs for month in _months(job, today)}) // 12
    titles = " and ".join(dict.fromkeys(job.position for job in jobs))
    held = f" with {years} {'year' if years == 1 else 'years'} of experience," if years else ","
    return f"{titles}{held} including work with {_listed(skills)}."


def _of_the_kind(jobs: tuple[Work, ...], wanted: str, today: date) -> tuple[Work, ...]:
    """Dated jobs of the post's line of work, the last first, under at most two titles: the years are of these titles."""
    dated = [(end.last, job) for job in jobs if job.position and (end := moment(job.end_date or job.start_date, today))]
    alike_jobs = [job for _, job in sorted(dated, key=lambda pair: -pair[0]) if alike(job.position, wanted)]
    titles = list(dict.fromkeys(job.position for job in alike_jobs))[:TITLES]
    return tuple(job for job in alike_jobs if job.position in titles)


def _months(job: Work, today: date) -> range:
    """The months of a job that are sure; those of two jobs that overlap count once."""
    start, end = moment(job.start_date, today), moment(job.end_date or job.start_date, today)
    return range(start.last, min(end.first, today.year * 12 + today.month - 1) + 1) if start and end else range(0)


def _shown(match: Match, jobs: tuple[Work, ...]) -> list[str]:
    """Skills asked for that these jobs show, in the person's words or their right spelling; must-haves first."""
    text = "\n".join("\n".join((job.position, job.summary, *job.highlights)) for job in jobs)
    mentions = skills_in(text)
    found: dict[str, str] = {}
    full = full_names(match)
    for verdict in sorted(match.verdicts, key=lambda verdict: verdict.requirement.need != "must"):
        if verdict.standing != "shown" or verdict.from_facts:
            continue
        asked = set(verdict.requirement.skills)
        for mention in mentions:
            if asked & covered_by(mention.skill.id):
                name = mention.skill.name if mention.written.lower() == mention.skill.name.lower() else mention.written
                found.setdefault(mention.skill.id, full.get(mention.written, name))
                break
    return list(found.values())[:SKILLS]


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
