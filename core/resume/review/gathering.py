"""Lays a read and parsed résumé out as the facts that checks look at."""

import re
from collections.abc import Iterator
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed, Project, Work
from core.resume.review.facts import Bullet, Entry, Facts, sentences
from core.resume.review.months import Moment, moment, this_month
from core.topics import skill_named, skills_in

_SEPARATOR = re.compile(r"\s*[·•|,;]\s*")
_PROSE_WORDS = 7  # a shorter description is a tagline, not a line of experience


def gather(document: Document, parsed: Parsed, today: date, track: str) -> Facts:
    """The facts of a résumé on a given day, for a track or ("") the one that it suggests."""
    finder = Finder(document, parsed)
    mentions = tuple(tuple(skills_in(line.text)) for line in document.lines)
    return Facts(document, parsed, today, tuple(_entries(finder, parsed, today)), mentions, track)


class Finder:
    """Knows on which lines a parsed text stands: by the parser's evidence, or by looking."""

    def __init__(self, document: Document, parsed: Parsed) -> None:
        self._lines = [line.text for line in document.lines]
        self._evidence = parsed.evidence

    def lines(self, path: str, text: str) -> tuple[int, ...]:
        known = tuple(at for at in self._evidence.get(path, ()) if 0 <= at < len(self._lines))
        return known or self._search(text)

    def _search(self, text: str) -> tuple[int, ...]:
        for at, line in enumerate(self._lines):
            if text and text in line:
                return (at,)
            if line and text.startswith(line) and (run := self._continued(text, at)):
                return run
        return ()

    def _continued(self, text: str, at: int) -> tuple[int, ...]:
        joined = ""
        for end in range(at, len(self._lines)):
            joined = f"{joined} {self._lines[end]}".strip()
            if joined == text:
                return tuple(range(at, end + 1))
            if not text.startswith(joined):
                break
        return ()


def _entries(finder: Finder, parsed: Parsed, today: date) -> Iterator[Entry]:
    resume = parsed.resume
    for kind, rows in (("work", resume.work), ("volunteer", resume.volunteer)):
        for at, work in enumerate(rows):
            yield _entry(finder, f"{kind}.{at}", work, (work.position, work.name), work.summary, today)
    for at, project in enumerate(resume.projects):
        yield _entry(finder, f"projects.{at}", project, (project.name, ""), project.description, today)


def _entry(finder: Finder, path: str, row: Work | Project, names: tuple[str, str], prose: str, today: date) -> Entry:
    start, end = moment(row.start_date, today), moment(row.end_date, today)
    current = _runs(row.end_date, end, today)
    bullets = tuple(_bullets(finder, path, row.highlights, prose, current))
    heads = {
        line
        for name, words in zip(("position", "name"), _heads(row), strict=False)
        for line in finder.lines(f"{path}.{name}", words)
    }
    return Entry(
        path=path,
        kind=path.split(".", maxsplit=1)[0],
        title=names[0],
        place=names[1],
        url=row.url,
        written=(row.start_date, row.end_date),
        start=start,
        end=end,
        current=current,
        lines=tuple(sorted(heads)),
        bullets=bullets,
    )


def _runs(written: str, end: Moment | None, today: date) -> bool | None:
    """Whether work still runs; None where the dates do not say, as with an end in this year but of no month."""
    if end is None:
        return None
    now = this_month(today).first
    return True if written == "present" or end.first >= now else None if end.last >= now else False


def _heads(row: Work | Project) -> tuple[str, str]:
    return (row.position, row.name) if isinstance(row, Work) else ("", row.name)


def _only_names(text: str) -> bool:
    """Whether it lists the technologies of an entry ("TypeScript · PostgreSQL") and tells nothing."""
    parts = [part.strip() for part in _SEPARATOR.split(text)]
    return (
        len(parts) > 1
        and all(skill_named(part) or len(part.split()) == 1 for part in parts)
        and any(map(skill_named, parts))
    )


def _bullets(
    finder: Finder, path: str, highlights: tuple[str, ...], prose: str, current: bool | None
) -> Iterator[Bullet]:
    for at, text in enumerate(highlights):
        if text.strip() and not _only_names(text):
            yield Bullet(text.strip(), finder.lines(f"{path}.highlights.{at}", text.strip()), path, current)
    name = "description" if path.startswith("projects") else "summary"
    if highlights or len(prose.split()) < _PROSE_WORDS:
        return
    lines = finder.lines(f"{path}.{name}", prose)
    for sentence in sentences(prose):
        yield Bullet(sentence, finder.lines("", sentence) or lines, path, current, prose=True)
