"""Whether the education meets the degree that is asked for."""

import re
from datetime import date

from core.resume.jsonresume import Education
from core.resume.match.matching.careers import Job, months
from core.resume.match.matching.evidence import Evidence
from core.resume.match.post import Requirement, Verdict
from core.resume.match.reading.degrees import field_of_study, level_named
from core.resume.review.months import moment, this_month

_RANK = {"": 0, "any": 1, "bachelor": 2, "master": 3, "phd": 4}
_COMPUTING = frozenset(
    ["computer", "computing", "software", "informatics", "informatik", "information", "cybersecurity", "ai"]
)
_TECHNICAL = _COMPUTING | frozenset(
    [
        "engineering",
        "mathematics",
        "maths",
        "statistics",
        "physics",
        "data",
        "science",
        "electrical",
        "electronics",
        "electronic",
        "mechatronics",
        "technology",
        "robotics",
        "economics",
        "econometrics",
        "quantitative",
        "stem",
        "technical",
        "mathematical",
        "analytics",
        "machine",
    ]
)
_BROAD = _TECHNICAL | frozenset(["of", "and", "in", "the", "with", "degree", "studies", "arts", "applied", "general"])
_RELATED = re.compile(
    r"\b(?:related|similar|comparable|relevant|equivalent|technical|quantitative|stem|adjacent|"
    r"other)\b",
    re.IGNORECASE,
)
_ANY_FIELD = re.compile(r"\b(?:[Aa]ny|ANY|IT)\b")
_NO_FIELD = re.compile(  # words by a degree that name no field; no field is as short as three letters
    r"\w{1,3}|with|degrees?|stud(?:y|ies)|arts|applied|general|related|similar|comparable|relevant|equivalent|adjacent|"
    r"other|another|fields?|subjects?|disciplines?|areas?|experience|such|bachelors?|masters?|your|this|close|near|"
    r"required|preferred|completed|technical|university"
)
_WORD = re.compile(r"[a-z]{2,}")
_ENOUGH = 24  # months of relevant work that stand in for a degree where the post names no number of years


def degree_verdict(evidence: Evidence, asked: Requirement, jobs: tuple[Job, ...], years: float, today: date) -> Verdict:
    """How the education stands, or the experience where the post takes it instead (`years` are those it asks for)."""
    schools = [
        (at, school)
        for at, school in enumerate(evidence.parsed.resume.education)
        if _rank(school) >= _RANK[asked.level]
    ]
    done = [(at, school) for at, school in schools if not _under_way(school, today)]
    fitting = [(at, school) for at, school in done if fits(school, asked.quote)]
    if fitting:
        return _verdict(evidence, asked, fitting[0], "shown", "Your education says so.")
    have = months(job for job in jobs if job.relevant)
    if asked.or_experience and have >= max(_ENOUGH, years * 12):
        job = max((job for job in jobs if job.relevant), key=lambda job: job.last - job.first)
        quote = evidence.line(f"{job.entry}.position") or evidence.line(f"{job.entry}.name")
        because = "The post takes experience instead, and your jobs of this kind last long enough."
        return Verdict(requirement=asked, standing="shown", quote=quote, because=because)
    if done:
        return _verdict(evidence, asked, done[0], "listed", "Your degree is in another field.")
    if schools:
        return _verdict(evidence, asked, schools[0], "listed", "Your degree is still under way.")
    because = "No degree of this level stands in the résumé."
    return Verdict(requirement=asked, standing="missing", because=because)


def _verdict(
    evidence: Evidence, asked: Requirement, found: tuple[int, Education], standing: str, because: str
) -> Verdict:
    at, school = found
    paths = (f"education.{at}.{name}" for name in ("studyType", "study_type", "area", "institution"))
    quote = next((line for path in paths if (line := evidence.line(path))), school.study_type)
    return Verdict.model_validate({"requirement": asked, "standing": standing, "quote": quote, "because": because})


def _rank(school: Education) -> int:
    level = level_named(f"{school.study_type} {school.area}") or level_named(school.study_type + " degree")
    return _RANK[level] if school.study_type or level else 0


def _under_way(school: Education, today: date) -> bool:
    end = moment(school.end_date, today)
    return school.end_date == "present" or (end is not None and end.first > this_month(today).first)


def fits(school: Education, quote: str) -> bool:
    """Whether the field is one that the post names, or near to it where the post takes related ones."""
    field = _words(f"{school.area} {school.study_type}")
    wanted = _words(quote) & _TECHNICAL
    spans = field_of_study(quote)
    named = [word for start, end in spans for word in _words(quote[start:end]) if not _NO_FIELD.fullmatch(word)]
    if named and not wanted and not _ANY_FIELD.search(quote):
        return bool(field.intersection(named))
    if not wanted or (field - _BROAD) & _words(quote) or field & wanted - {"science", "technology", "engineering"}:
        return True
    if field & _COMPUTING and wanted & _COMPUTING:
        return True
    return bool(field & _TECHNICAL) and bool(_RELATED.search(quote) or field & wanted - {"science"})


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
