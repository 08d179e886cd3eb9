"""How much of a sample's truth a parse has right, field by field."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from core.resume.jsonresume import Education, Parsed, Work
from tests.resume.corpus.people import Job
from tests.resume.corpus.truth import Truth

CLOSE = 90  # of 100: a bullet counts as right from here on


@dataclass
class Tally:
    """Right and possible answers by field, and what was wrong."""

    right: Counter[str] = field(default_factory=Counter)
    possible: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, truth: str, found: str) -> None:
        self.possible[name] += 1
        if plain(truth) == plain(found):
            self.right[name] += 1
        else:
            self.wrong.append(f"{name}: {truth!r} read as {found!r}")

    def add_all(self, name: str, truth: Sequence[str], found: Sequence[str]) -> None:
        """Items in any order; one too many counts as wrong too."""
        left = [plain(item) for item in found]
        for item in truth:
            self.possible[name] += 1
            if plain(item) in left:
                left.remove(plain(item))
                self.right[name] += 1
            else:
                self.wrong.append(f"{name}: {item!r} missing")
        extra = max(0, len(found) - len(truth))
        self.possible[name] += extra
        if extra:
            self.wrong.append(f"{name}: too many, {left!r}")

    def add_close(self, name: str, truth: Sequence[str], found: Sequence[str]) -> None:
        for item in truth:
            self.possible[name] += 1
            if any(fuzz.ratio(plain(item), plain(other)) >= CLOSE for other in found):
                self.right[name] += 1
            else:
                self.wrong.append(f"{name}: {item!r} missing")
        self.possible[name] += max(0, len(found) - len(truth))
        if len(found) > len(truth):
            self.wrong.append(f"{name}: too many, {found!r}")

    def merge(self, other: "Tally") -> None:
        self.right += other.right
        self.possible += other.possible
        self.wrong += other.wrong

    def share(self, name: str = "") -> float:
        right = self.right[name] if name else sum(self.right.values())
        possible = self.possible[name] if name else sum(self.possible.values())
        return right / possible if possible else 1.0


def plain(text: str) -> str:
    """A text without case, punctuation and the ways of writing a dash, for comparison."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", text)
    return " ".join(re.sub(r"[^\w+#.@/%-]+", " ", re.sub(r"[‐-―−]", "-", text)).strip(" .-/").split())


def unjoined(degree: str) -> str:
    """A degree without "in" and "of": where the degree ends and the field begins is not part of the question."""
    return " ".join(word for word in re.split(r"[\s,]+", degree.casefold()) if word not in {"in", "of"})


def likeness(job: Job, work: Work) -> float:
    return (
        fuzz.ratio(plain(job.company), plain(work.name))
        + fuzz.ratio(plain(job.position), plain(work.position))
        + 50 * (job.start == work.start_date)
    )


def score(truth: Truth, parsed: Parsed) -> Tally:
    """Every field of one sample."""
    tally, resume = Tally(), parsed.resume
    basics = resume.basics
    tally.add("name", truth.name, basics.name)
    tally.add("e-mail", truth.email, basics.email)
    tally.add("phone", truth.phone, basics.phone)
    if truth.location:
        tally.add("location", truth.location, basics.location.address)
    tally.add_all("links", truth.links, [p.url for p in basics.profiles] + ([basics.url] if basics.url else []))
    tally.add_all("section headings", truth.sections, [s.heading for s in parsed.sections if s.kind != "contact"])
    score_work(tally, truth, resume.work)
    score_education(tally, truth, resume.education)
    tally.add_all("project names", truth.projects, [p.name for p in resume.projects])
    tally.add_all("skills", truth.skills, [word for group in resume.skills for word in group.keywords])
    tally.add_all("certificates", truth.certificates, [c.name for c in resume.certificates])
    tally.add_all("languages", truth.languages, [one.language for one in resume.languages])
    return tally


def score_work(tally: Tally, truth: Truth, found: Sequence[Work]) -> None:
    left = list(found)
    for job in truth.work:
        best = max(left, key=lambda work: likeness(job, work), default=Work())
        if best in left:
            left.remove(best)
        tally.add("company", job.company, best.name)
        tally.add("position", job.position, best.position)
        tally.add("start", job.start, best.start_date)
        tally.add("end", job.end, best.end_date)
        told = best.highlights or ((best.summary,) if best.summary else ())
        tally.add_close("bullets", job.bullets, told)
    for work in left:
        tally.add("company", "", work.name or work.position)


def score_education(tally: Tally, truth: Truth, found: Sequence[Education]) -> None:
    left = list(found)
    for school in truth.education:
        best = max(
            left,
            key=lambda one: (
                fuzz.ratio(school["institution"], one.institution)
                + fuzz.ratio(school["degree"], one.study_type + one.area)
            ),
            default=Education(),
        )
        if best in left:
            left.remove(best)
        tally.add("institution", school["institution"], best.institution)
        degree = f"{best.study_type} in {best.area}" if best.area and best.study_type else best.study_type + best.area
        tally.add("degree and area", unjoined(school["degree"]), unjoined(degree))
        tally.add("education dates", f"{school['start']} {school['end']}", f"{best.start_date} {best.end_date}")
    for one in left:
        tally.add("institution", "", one.institution or one.study_type)
