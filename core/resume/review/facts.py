"""What the checks look at: entries, bullets and skills of one résumé, each with the lines it stands on."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.resume.document import Document
from core.resume.jsonresume import JsonResume, Parsed
from core.resume.review.guessing import guess_track
from core.resume.review.lead import Lead, lead
from core.resume.review.metrics import Metric, metrics_in, says_result
from core.resume.review.months import Moment
from core.resume.review.rewriting import mended
from core.resume.verdict import Place
from core.topics import SKILLS, TRACKS, Mention, skills_in, with_implied

QUOTE_LIMIT = 300  # characters
ENOUGH_LINES, ENOUGH_WORDS = 6, 120


@dataclass(frozen=True)
class Bullet:
    """One line of experience as written; `prose` where it was cut from a paragraph."""

    text: str
    lines: tuple[int, ...]
    entry: str  # the path of its job or project, such as `work.0`
    current: bool | None  # whether that entry still runs; None where its dates do not say
    prose: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def opening(self) -> Lead:
        """How the line opens."""
        return lead(self.text)

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """The numbers in it that measure something."""
        return metrics_in(self.text)

    @cached_property
    def says_result(self) -> bool:
        """Whether it says what came of the work."""
        return says_result(self.text, self.metrics)

    @cached_property
    def mended(self) -> str:
        """The line rewritten to open with what the person did; "" where the rules cannot."""
        return mended(self.text, self.current)


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project or voluntary work."""

    path: str
    kind: str  # work, projects, volunteer
    title: str
    place: str
    url: str
    written: tuple[str, str]  # start and end as parsed
    start: Moment | None
    end: Moment | None
    current: bool | None
    lines: tuple[int, ...]
    bullets: tuple[Bullet, ...] = ()

    @property
    def label(self) -> str:
        """The words by which a person knows the entry."""
        return self.place or self.title or "this entry"


@dataclass(frozen=True)
class Facts:
    """One résumé laid out for the checks. `asked` is the track that was asked for, empty where it is to be guessed.

    `mentions` holds the skills named on each line of the document.
    """

    document: Document
    parsed: Parsed
    today: date
    entries: tuple[Entry, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    asked: str = ""

    @property
    def resume(self) -> JsonResume:
        return self.parsed.resume

    @cached_property
    def track(self) -> str:
        """The track by which the résumé is judged: the one asked for, else the one that it suggests, if any."""
        titles = [job.title for job in self.jobs]
        return self.asked or guess_track(self.resume.basics.label, titles, self.listed, self.shown)

    @cached_property
    def technical(self) -> bool:
        """Whether advice may speak of code: a track is known, or three technologies of programmers are listed."""
        families = [SKILLS[name].family for name in self.listed]
        return bool(self.track) or sum(family in ("language", "framework", "database") for family in families) >= 3

    @cached_property
    def bullets(self) -> tuple[Bullet, ...]:
        return tuple(bullet for entry in self.entries for bullet in entry.bullets)

    @cached_property
    def jobs(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind == "work")

    @cached_property
    def projects(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind == "projects")

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of skills that the experience itself names or implies: bullets, and lines that head a job or a project."""
        lines = {line for entry in self.entries for line in entry.lines}
        lines |= {line for bullet in self.bullets for line in bullet.lines}
        named = {mention.skill.id for line in lines for mention in self.mentions[line]}
        keywords = (word for project in self.resume.projects for word in project.keywords)
        return with_implied(named | {mention.skill.id for word in keywords for mention in skills_in(word)})

    @cached_property
    def listed(self) -> dict[str, str]:
        """Skills of the skills section: id → the words as written."""
        words = (word for group in self.resume.skills for word in group.keywords)
        return {mention.skill.id: mention.written for word in words for mention in skills_in(word)}

    @cached_property
    def asked_for(self) -> frozenset[str]:
        """The words of listed skills that the check of core skills speaks of, as no line shows what they stand for."""
        if not self.track:
            return frozenset()
        core = [frozenset(group.any) for group in TRACKS[self.track].core if not self.shown & frozenset(group.any)]
        return frozenset(
            written for skill, written in self.listed.items() if any(with_implied([skill]) & group for group in core)
        )

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.document.lines)

    @cached_property
    def word_count(self) -> int:
        return len(self.text.split())

    @cached_property
    def weight_of_lines(self) -> float:
        """How far the lines can be judged at all (0..1): wholly from six lines and 120 words on the page."""
        enough = min(1.0, len(self.bullets) / ENOUGH_LINES, self.word_count / ENOUGH_WORDS)
        return float(round(enough**0.75, 2))

    @cached_property
    def academic(self) -> bool:
        """Whether it is a scholar's CV, which may run long and lists publications."""
        return any(section.kind == "publications" for section in self.parsed.sections)

    def section(self, *kinds: str) -> bool:
        """Whether a section of one of these kinds has a heading."""
        return any(section.kind in kinds for section in self.parsed.sections)

    def evidence(self, path: str) -> tuple[int, ...]:
        """The lines that a parsed fact came from, those outside the document left out."""
        return tuple(line for line in self.parsed.evidence.get(path, ()) if 0 <= line < len(self.document.lines))

    def locate(self, words: str) -> tuple[int, ...]:
        """The first line that holds these words, as a tuple of none or one."""
        found = (at for at, line in enumerate(self.document.lines) if words and words in line.text)
        first = next(found, None)
        return () if first is None else (first,)

    def quote(self, bullet: Bullet) -> str:
        """The bullet as the file has it, cut at a word where it is very long."""
        written = " ".join(self.document.lines[at].text for at in bullet.lines)
        return shortened(bullet.text if bullet.text in written or not written else written)

    def places(self, lines: tuple[int, ...]) -> tuple[Place, ...]:
        return tuple(Place(line=at, page=self.document.lines[at].page) for at in lines)


def shortened(text: str) -> str:
    """The text, or its first words where it is longer than a quote may be."""
    return text if len(text) <= QUOTE_LIMIT else (text[:QUOTE_LIMIT].rsplit(None, 1) or [text])[0]


_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z])")


def sentences(paragraph: str) -> list[str]:
    """A paragraph cut at the ends of its sentences."""
    return [piece.strip() for piece in _SENTENCE.split(paragraph) if piece.strip()]
