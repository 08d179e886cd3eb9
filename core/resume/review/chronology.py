"""Checks of time: dates of jobs, their order, gaps, and dates that cannot be."""

from itertools import pairwise

from core.resume.review.facts import Entry, Facts
from core.resume.review.model import Check, Flaw, Measured, check, passed
from core.resume.review.months import moment, this_month
from core.resume.review.phrasing import counted, number_of

_GAP = 12  # months without a job or studies from which a reader asks
CHECKED_YEARS = 8  # beyond which nobody asks
_RECENT = CHECKED_YEARS * 12  # months


def _head(facts: Facts, entry: Entry) -> tuple[str, tuple[int, ...]]:
    lines = entry.lines[:1]
    return (facts.document.lines[lines[0]].text if lines else "", lines)


@check(
    "dates",
    "completeness",
    2.5,
    "Dates for every job",
    "Every job has a start and an end (or “present”); a job with one of them counts half.",
)
def dates(facts: Facts) -> Measured | None:
    if not facts.jobs:
        return None
    bad = [job for job in facts.jobs if not (job.written[0] and job.written[1])]
    if not bad:
        return passed(f"All {len(facts.jobs)} jobs have dates." if len(facts.jobs) > 1 else "The job has dates.")
    lost = sum(0.5 if job.written[0] or job.written[1] else 1.0 for job in bad)
    flaws = tuple(_undated(facts, job) for job in bad)
    return Measured(
        1 - lost / len(facts.jobs), f"{number_of(len(bad), len(facts.jobs), 'job', 'lacks', 'lack')} a date.", flaws
    )


def _undated(facts: Facts, job: Entry) -> Flaw:
    quote, lines = _head(facts, job)
    half = bool(job.written[0] or job.written[1])
    return Flaw(
        title=f"When did {job.label} end?"
        if job.written[0]
        else f"No dates for {job.label}"
        if not half
        else f"When did {job.label} begin?",
        why="Systems add up your experience from dates; a job without them counts as nothing. People suspect "
        "that it was short.",
        mend="Add month and year at both ends, such as “Jun 2024 – Aug 2024”, or “– Present” for work that goes on.",
        quote=quote,
        lines=lines,
        example=f"{quote} · [month year] – [month year]" if quote and not half else "",
        key=job.path,
        share=0.5 if half else 1.0,
    )


@check("date order", "completeness", 1, "Newest first", "Jobs are in order, the latest first.")
def order(facts: Facts) -> Measured | None:
    dated = [job for job in facts.jobs if job.start]
    if len(dated) < 2:
        return None
    wrong = [(upper, lower) for upper, lower in pairwise(dated) if _later(lower, upper)]
    if not wrong:
        return passed("The latest job stands first.")
    flaws = tuple(_misordered(facts, upper, lower) for upper, lower in wrong)
    return Measured(max(0.0, 1 - len(wrong) / 2), f"{counted(len(wrong), 'job')} above a later one.", flaws)


def _later(lower: Entry, upper: Entry) -> bool:
    """Whether the lower job is the later by both its ends, so that no honest order puts it below."""
    if not (lower.start and upper.start and lower.end and upper.end):
        return False
    return lower.start.first > upper.start.last and lower.end.first > upper.end.last


def _misordered(facts: Facts, upper: Entry, lower: Entry) -> Flaw:
    quote, lines = _head(facts, lower)
    return Flaw(
        title=f"{lower.label} is later than {upper.label} but stands below it",
        why="Readers take the first job for the current one and judge your level by it; here they would judge by "
        "an older you.",
        mend="Order the jobs by date, the latest first, within each section.",
        quote=quote,
        lines=lines,
        severity="minor",
        key=lower.path,
    )


@check(
    "possible dates",
    "completeness",
    1,
    "Dates that can be",
    "No job or project ends before it begins, or begins after this month.",
)
def possible(facts: Facts) -> Measured | None:
    dated = [entry for entry in facts.entries if entry.start and entry.end]
    if not dated:
        return None
    now = this_month(facts.today).first
    wrong = [entry for entry in dated if _impossible(entry, now)]
    if not wrong:
        return passed("No date contradicts another.")
    flaws = tuple(_wrong_date(facts, entry) for entry in wrong)
    return Measured(
        1 - len(wrong) / len(dated),
        f"{number_of(len(wrong), len(dated), 'entry', 'has', 'have')} dates that cannot be.",
        flaws,
    )


def _impossible(entry: Entry, now: int) -> bool:
    if not (entry.start and entry.end):
        return False
    return entry.end.last < entry.start.first or (entry.start.first > now and entry.written[1] == "present")


def _wrong_date(facts: Facts, entry: Entry) -> Flaw:
    quote, lines = _head(facts, entry)
    return Flaw(
        title=f"{entry.label}: from {entry.start} to {'now' if entry.written[1] == 'present' else entry.end}?",
        why="An end before the start makes systems count negative time or refuse the entry, and makes people "
        "doubt the other dates.",
        mend="Check both dates of this entry; most often a year is mistyped.",
        quote=quote,
        lines=lines,
        key=entry.path,
    )


@check(
    "gaps",
    "completeness",
    0.5,
    "No unexplained year",
    "No gap of more than a year between jobs within the last eight years, unless studies, projects or voluntary work "
    "lie in it. It weighs half a point at most: "
    "a gap is nobody's fault, only a question that a line can answer.",
)
def gaps(facts: Facts) -> Measured | None:
    jobs = [job for job in facts.jobs if job.start and job.end]
    if len(jobs) < 2:
        return None
    spans = sorted(_spans(facts))
    since = this_month(facts.today).first - _RECENT
    reached, found = spans[0][1], None
    for first, last in spans:
        if first - max(reached, since) > _GAP:
            found = (reached, first)
        reached = max(reached, last)
    if not found:
        return passed(f"{covered(facts, spans[0][0])} hold no untold year.")
    after = min(
        (job for job in jobs if job.start and job.start.first >= found[1]),
        key=lambda job: job.start.first if job.start else 0,
        default=jobs[0],
    )
    quote, lines = _head(facts, after)
    years = max(1, round((found[1] - found[0]) / 12))
    flaw = Flaw(
        title=f"About {years} years before {after.label} are not told"
        if years > 1
        else f"About a year before {after.label} is not told",
        why="Many readers do not mind a break, but all of them wonder. A word of yours is kinder than their guess.",
        mend="If you like, add one line: study, family, travel, own projects, recovery; no detail is owed.",
        quote=quote,
        lines=lines,
        severity="minor",
        key=f"gap before {after.path}",
    )
    return Measured(0.0, "In the last 8 years a year or more between two jobs is not told.", (flaw,))


def covered(facts: Facts, first: int) -> str:
    """The time that the check of gaps looked at, in words, where the told time begins with the month `first`."""
    months = this_month(facts.today).first - first
    return "The last 8 years" if months >= _RECENT else "The years told"


def _spans(facts: Facts) -> list[tuple[int, int]]:
    """The months that something fills: jobs, projects, voluntary work, studies; open ends run to today."""
    now = this_month(facts.today).last
    spans = [(entry.start.first, entry.end.last) for entry in facts.entries if entry.start and entry.end]
    for study in facts.resume.education:
        start, end = moment(study.start_date, facts.today), moment(study.end_date, facts.today)
        if end:
            spans.append((start.first if start else end.first - 36, min(end.last, now)))
    return spans


CHECKS: tuple[Check, ...] = (dates, order, possible, gaps)
