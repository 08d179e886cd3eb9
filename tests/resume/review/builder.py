"""Builds a read and parsed résumé from a short script, so that tests of the rules do not depend on reading files.

`# name`, then one contact line with parts between bars; `## heading`; `@ title | place | start | end | url` opens an
entry; `- text` is a bullet; `Group: a, b` under skills is a list; other lines are running text.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from core.resume.document import Document, Line, Page
from core.resume.jsonresume import JsonResume, Parsed, Section

KINDS = {
    "summary": "summary",
    "profile": "summary",
    "objective": "summary",
    "experience": "work",
    "employment": "work",
    "projects": "projects",
    "education": "education",
    "skills": "skills",
    "volunteering": "volunteer",
    "certifications": "certificates",
    "languages": "languages",
    "awards": "awards",
    "publications": "publications",
    "interests": "interests",
    "references": "references",
}


@dataclass
class _Build:
    lines: list[Line] = field(default_factory=list)
    resume: dict[str, Any] = field(default_factory=lambda: {"basics": {"profiles": []}})
    evidence: dict[str, tuple[int, ...]] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    kind: str = ""

    def add(self, text: str, **more: Any) -> int:
        self.lines.append(Line(text, row=len(self.lines), **more))
        return len(self.lines) - 1


def build(script: str, **document: Any) -> tuple[Document, Parsed]:
    """The Document and Parsed that a script describes; keyword arguments replace fields of the Document."""
    made = _Build()
    for row in (row.strip() for row in script.strip().splitlines()):
        if row:
            _row(made, row)
    ends = [section.line for section in made.sections[1:]] + [len(made.lines)] * bool(made.sections)
    sections = tuple(s.model_copy(update={"end": end}) for s, end in zip(made.sections, ends, strict=True))
    read = Document("pdf", pages=(Page(1),), lines=tuple(made.lines))
    parsed = Parsed(resume=JsonResume.model_validate(made.resume), sections=sections, evidence=made.evidence)
    return replace(read, **document), parsed


def _row(made: _Build, row: str) -> None:
    if row.startswith("# "):
        made.resume["basics"]["name"] = row[2:]
        made.evidence["basics.name"] = (made.add(row[2:], size=20),)
    elif row.startswith("## "):
        heading = row[3:]
        made.kind = KINDS.get(heading.lower(), "other")
        at = made.add(heading, size=13, bold=True)
        made.sections.append(Section(heading=heading, kind=made.kind, line=at, end=at))
    elif row.startswith("@ "):
        _entry(made, [part.strip() for part in row[2:].split("|")])
    elif row.startswith("- "):
        _bullet(made, row[2:])
    elif not made.kind:
        _contact(made, row)
    else:
        _text(made, row)


def _contact(made: _Build, row: str) -> None:
    at = made.add(row, size=10)
    basics = made.resume["basics"]
    for part in (part.strip() for part in row.split(" | ")):
        if "@" in part:
            basics["email"] = part
        elif re.fullmatch(r"[+\d][\d\s().-]{6,}", part):
            basics["phone"] = part
        elif match := re.match(r"(?:https?://)?(?:www\.)?(linkedin|github)\.com/\S*", part):
            basics["profiles"].append({"network": {"linkedin": "LinkedIn", "github": "GitHub"}[match[1]], "url": part})
        elif re.search(r"https?://|\w\.\w{2,}$", part):
            basics["url"] = part
        elif part.startswith("Title: "):
            basics["label"] = part[7:]
        else:
            basics["location"] = {"city": part}
    made.evidence["basics.email"] = (at,)


def _entry(made: _Build, parts: list[str]) -> None:
    title, place, start, end, url = (*parts, "", "", "", "", "")[:5]
    at = made.add(" – ".join(part for part in (title, place, start, end, url) if part), size=10)
    dates = {"start_date": start, "end_date": end}
    rows = made.resume.setdefault(made.kind, [])
    path = f"{made.kind}.{len(rows)}"
    if made.kind in ("work", "volunteer"):
        rows.append({"position": title, "name": place, "url": url, "highlights": [], **dates})
    elif made.kind == "projects":
        rows.append({"name": title, "description": place, "url": url, "highlights": [], **dates})
    elif made.kind == "education":
        rows.append({"study_type": title, "institution": place, **dates})
    made.evidence[f"{path}.name"] = made.evidence[f"{path}.position"] = (at,)


def _bullet(made: _Build, text: str) -> None:
    at = made.add(text, size=10, bullet=True)
    rows = made.resume.get(made.kind)
    if made.kind in ("work", "projects", "volunteer") and rows:
        made.evidence[f"{made.kind}.{len(rows) - 1}.highlights.{len(rows[-1]['highlights'])}"] = (at,)
        rows[-1]["highlights"].append(text)


def _text(made: _Build, row: str) -> None:
    at = made.add(row, size=10)
    if made.kind == "summary":
        made.resume["basics"]["summary"] = f"{made.resume['basics'].get('summary', '')} {row}".strip()
        made.evidence["basics.summary"] = (*made.evidence.get("basics.summary", ()), at)
    elif made.kind == "skills":
        group, _, words = row.rpartition(":")
        made.resume.setdefault("skills", []).append(
            {"name": group.strip(), "keywords": [word.strip() for word in words.split(",") if word.strip()]}
        )
    elif made.kind in ("work", "projects") and made.resume.get(made.kind):
        made.resume[made.kind][-1]["summary" if made.kind == "work" else "description"] = row
