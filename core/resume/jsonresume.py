"""The parsed résumé in JSON Resume's terms (jsonresume.org, schema 1.0.0), with our own evidence beside it.

Dates are `YYYY-MM`, `YYYY` or `present` ("present" is ours: JSON Resume leaves the end out). Empty string: not found.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True, extra="ignore")


class Location(Part):
    address: str = ""
    city: str = ""
    region: str = ""
    country_code: str = ""


class Profile(Part):
    network: str = ""
    username: str = ""
    url: str = ""


class Basics(Part):
    name: str = ""
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    location: Location = Location()
    profiles: tuple[Profile, ...] = ()


class Work(Part):
    name: str = ""  # the employer
    position: str = ""
    location: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


class Education(Part):
    institution: str = ""
    area: str = ""
    study_type: str = ""
    location: str = ""
    start_date: str = ""
    end_date: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()


class Project(Part):
    name: str = ""
    description: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    keywords: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()


class Skill(Part):
    name: str = ""  # the group as written ("Languages"), or "" for a plain list
    keywords: tuple[str, ...] = ()


class Certificate(Part):
    name: str = ""
    issuer: str = ""
    date: str = ""
    url: str = ""


class Language(Part):
    language: str = ""
    fluency: str = ""


class Award(Part):
    title: str = ""
    date: str = ""
    awarder: str = ""
    summary: str = ""


class JsonResume(Part):
    basics: Basics = Basics()
    work: tuple[Work, ...] = ()
    volunteer: tuple[Work, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[Language, ...] = ()
    awards: tuple[Award, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The plain JSON Resume object; what was not found is left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class Section(Part):
    """A heading as printed, what it was taken for, and where: indexes into `Document.lines`."""

    heading: str
    # summary, work, education, projects, skills, certificates, languages,
    # awards, volunteer, publications, interests, references, other
    kind: str
    line: int
    end: int  # one past the section's last line


class Parsed(Part):
    """The résumé, its headings in order, and for each fact the lines it came from.

    `evidence` maps a path such as `work.0.position` or `work.0.highlights.2` to indexes into `Document.lines`.
    """

    resume: JsonResume = JsonResume()
    sections: tuple[Section, ...] = ()
    evidence: dict[str, tuple[int, ...]] = Field(default_factory=dict)
