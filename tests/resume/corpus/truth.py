"""What a parser should find in a sample: the person's facts as far as the layout prints them."""

from dataclasses import dataclass, field

from tests.resume.corpus.people import Job, Person
from tests.resume.corpus.wording import Wording


@dataclass(frozen=True)
class Sheet:
    """A person and a wording: all that a layout needs. `omits` names what the layout leaves out."""

    person: Person
    wording: Wording
    omits: frozenset[str] = frozenset()

    def sections(self) -> list[str]:
        """The kinds of the sections that have something to print, in order."""
        return [kind for kind in self.wording.order if kind not in self.omits and getattr(self.person, kind)]

    def heading(self, kind: str) -> str:
        return self.wording.heading(kind)

    def when(self, start: str, end: str) -> str:
        return self.wording.period(start, end)


@dataclass(frozen=True)
class Truth:
    name: str
    email: str
    phone: str
    location: str
    links: tuple[str, ...]
    sections: tuple[str, ...]
    work: tuple[Job, ...]
    education: tuple[dict[str, str], ...] = ()
    projects: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    bullets: bool = field(default=True)


def truth_of(sheet: Sheet) -> Truth:
    person, known = sheet.person, sheet.wording.known
    printed = sheet.sections()
    work = tuple(Job(j.company, j.position, known(j.start), known(j.end), j.location, j.bullets) for j in person.work)
    education = tuple(
        {
            "institution": s.institution,
            "degree": s.title,
            "start": "" if "school starts" in sheet.omits else known(s.start),
            "end": known(s.end),
        }
        for s in person.education
    )
    return Truth(
        name=person.name,
        email=person.email,
        phone=person.phone,
        location="" if "location" in sheet.omits else person.location,
        links=() if "links" in sheet.omits else person.links,
        sections=tuple(sheet.heading(kind) for kind in printed),
        work=work if "work" in printed else (),
        education=education if "education" in printed else (),
        projects=tuple(p.name for p in person.projects) if "projects" in printed else (),
        skills=skills_of(sheet) if "skills" in printed else (),
        certificates=tuple(c.name for c in person.certificates) if "certificates" in printed else (),
        languages=tuple(name for name, _ in person.languages) if "languages" in printed else (),
    )


def skills_of(sheet: Sheet) -> tuple[str, ...]:
    words = tuple(word for group in sheet.person.skills.values() for word in group)
    return words[:3] if "skills but three" in sheet.omits else words
