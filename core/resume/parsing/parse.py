"""Puts the parts together: lines → headings → sections → entries → JSON Resume."""

from collections.abc import Callable
from dataclasses import replace

from core.resume.document import Document
from core.resume.jsonresume import (
    Award,
    Basics,
    Certificate,
    Education,
    JsonResume,
    Language,
    Parsed,
    Project,
    Skill,
    Work,
)
from core.resume.parsing.contact import Contact, location, profiles
from core.resume.parsing.credentials import awards, certificates, languages
from core.resume.parsing.education import schools
from core.resume.parsing.facts import Facts, collect
from core.resume.parsing.headings import find_headings
from core.resume.parsing.layout import Row, in_order, rows_of, whole_rows_of
from core.resume.parsing.links import Web, annotated
from core.resume.parsing.margin import in_margin
from core.resume.parsing.names import name_of
from core.resume.parsing.paragraphs import paragraphs
from core.resume.parsing.projects import projects
from core.resume.parsing.roles import is_prose
from core.resume.parsing.sections import Block, Splitter, section_of
from core.resume.parsing.skills import skills
from core.resume.parsing.work import jobs

LONGEST = 3000  # characters of one line
Evidence = dict[str, tuple[int, ...]]


def parse(document: Document) -> Parsed:
    """The résumé that a document shows. What is not found stays empty; nothing is guessed beyond what is written."""
    document = shortened(document)
    body = in_order(document)
    headings, levels = in_margin(document, body, find_headings(document, body))
    blocks = Splitter(document, headings, levels).split(body)
    evidence: Evidence = {}
    taken = {index for heading in headings for index in heading.lines}
    basics = basics_of(document, blocks, body, taken, evidence)
    resume = JsonResume(basics=basics, **parts(document, blocks, evidence))
    sections = tuple(section_of(block.heading, block) for block in blocks if block.heading)
    return Parsed(resume=resume, sections=sections, evidence=evidence)


def shortened(document: Document) -> Document:
    """The document without the ends of overlong lines: what is longer than any paragraph is no part of a résumé."""
    if all(len(line.text) <= LONGEST for line in document.lines):
        return document
    return replace(document, lines=tuple(replace(line, text=line.text[:LONGEST]) for line in document.lines))


def gathered(
    document: Document, blocks: list[Block], kind: str, reader: Callable[[list[Row]], list[Facts]]
) -> list[Facts]:
    rows = rows_of if kind in {"skills", "languages"} else whole_rows_of
    return [facts for block in blocks if block.kind == kind for facts in reader(rows(document, block.lines))]


def parts(document: Document, blocks: list[Block], evidence: Evidence) -> dict[str, object]:
    """All entries of all sections, by their JSON Resume names."""

    def near(lines: set[int]) -> list[Web]:
        return annotated(document, lines) if document.links else []

    def of(kind: str, reader: Callable[[list[Row]], list[Facts]]) -> list[Facts]:
        return gathered(document, blocks, kind, reader)

    return {
        "work": collect("work", Work, of("work", jobs), evidence),
        "volunteer": collect("volunteer", Work, of("volunteer", jobs), evidence),
        "education": collect("education", Education, of("education", schools), evidence),
        "projects": collect("projects", Project, of("projects", lambda rows: projects(rows, near)), evidence),
        "skills": collect("skills", Skill, of("skills", skills), evidence),
        "certificates": collect("certificates", Certificate, of("certificates", certificates), evidence),
        "languages": collect("languages", Language, of("languages", languages), evidence),
        "awards": collect("awards", Award, of("awards", awards), evidence),
    }


def contact_zone(document: Document, blocks: list[Block]) -> list[int]:
    """The lines where contact details stand: before any heading, under a contact heading, in header and footer."""
    zone = [index for block in blocks if block.kind in {"", "contact"} for index in block.lines]
    seen: set[str] = set()
    for index, line in enumerate(document.lines):
        if line.furniture and line.text not in seen:
            seen.add(line.text)
            zone.append(index)
    return zone


def basics_of(document: Document, blocks: list[Block], body: list[int], taken: set[int], evidence: Evidence) -> Basics:
    zone = contact_zone(document, blocks)
    contact = Contact(document, zone, body)
    name, name_lines = name_of(document, [*body, *(i for i in zone if i not in set(body))], taken)
    email, email_lines = contact.email()
    phone, phone_lines = contact.phone()
    place, place_lines = contact.place({name})
    label, label_lines = contact.label(name_lines, name)
    found, found_lines, site, site_lines = profiles(contact.webs())
    summary, summary_lines = summary_of(document, blocks, set(name_lines) | set(label_lines))
    told = {
        "name": (name, name_lines),
        "email": (email, email_lines),
        "phone": (phone, phone_lines),
        "location": (place, place_lines),
        "label": (label, label_lines),
        "url": (site, site_lines),
        "summary": (summary, summary_lines),
    }
    evidence.update({f"basics.{path}": lines for path, (value, lines) in told.items() if value})
    evidence.update({f"basics.profiles.{i}": lines for i, lines in enumerate(found_lines)})
    return Basics(
        name=name,
        label=label,
        email=email,
        phone=phone,
        url=site,
        summary=summary,
        location=location(place),
        profiles=found,
    )


def summary_of(document: Document, blocks: list[Block], not_these: set[int]) -> tuple[str, tuple[int, ...]]:
    """The summary section, or a paragraph of prose before the first heading."""
    for block in blocks:
        if block.kind == "summary" and block.lines:
            told = paragraphs(rows_of(document, block.lines))
            return "\n".join(p.text for p in told), tuple(line for p in told for line in p.lines)
    rows = rows_of(document, [index for index in blocks[0].lines if index not in not_these])
    told = [p for p in paragraphs(rows) if is_prose(p.text) and len(p.text.split()) > 12 and "@" not in p.text]
    return "\n".join(p.text for p in told), tuple(line for p in told for line in p.lines)
