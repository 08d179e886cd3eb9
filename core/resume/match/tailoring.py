"""A résumé put in the order and the spelling of a job post: what it says stays the person's own, nothing is added."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.resume.match.opening import summary_of
from core.resume.match.post import Match
from core.resume.match.relevance import Relevance
from core.resume.match.spelling import full_names
from core.resume.review.phrasing import counted
from core.resume.versions.editing import Paper
from core.topics import skills_in

MOST_BULLETS = 6  # at one job: of more, those are left out that say nothing of what the post asks for, and no number


@dataclass(frozen=True, slots=True)
class Tailored:
    """The changed résumé, each change in one plain sentence, and the lines that were left out, verbatim."""

    paper: Paper
    changes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def changed(self, paper: Paper, *changes: str) -> "Tailored":
        return replace(self, paper=paper, changes=(*self.changes, *changes))


def tailored(paper: Paper, match: Match, today: date, summary: str = "") -> Tailored:
    """The résumé for this post. `summary` takes the place of the person's own; "": theirs stays, or rules make one."""
    relevance = Relevance(match)
    made = _mirrored(Tailored(paper), match)
    made = _summarised(made, summary or _missing_summary(made.paper, match, today), own=not summary)
    for step in (_shortened, _bullets, _projects, _keywords, _groups):
        made = step(made, relevance)
    return made


def _missing_summary(paper: Paper, match: Match, today: date) -> str:
    return "" if paper.parsed.resume.basics.summary else summary_of(paper.parsed, match, today)


def _summarised(made: Tailored, summary: str, *, own: bool) -> Tailored:
    had = made.paper.parsed.resume.basics.summary
    if not summary or summary == had:
        return made
    paper = _tried(made.paper, made.paper.summarised, summary)
    if paper is made.paper:
        return made
    source = "your titles, dates and skills" if own else "your own words"
    verb = "Reworded your summary" if had else "Added a summary"
    return made.changed(paper, f"{verb}, made of {source}: “{summary}”")


def _mirrored(made: Tailored, match: Match) -> Tailored:
    for mine, wanted in full_names(match).items():
        paper, count = made.paper, 0
        for path, text in list(_texts(paper)):
            if _fits(wanted, mine, text):
                changed = _tried(paper, paper.reworded, path, mine, wanted)
                count, paper = count + (changed is not paper), changed
        if count:
            made = made.changed(paper, f"Wrote {wanted} for {mine}, as the post does ({counted(count, 'place')}).")
    return made


def _fits(wanted: str, mine: str, text: str) -> bool:
    """Whether the other word can stand there: it does not yet, and the article before it stays right."""
    article = re.search(rf"(?i)\b(an?)\s+{re.escape(mine)}(?!\w)", text)
    right = not article or (article[1].lower() == "an") == (wanted[0].lower() in "aeiou")
    return right and _stands(mine, text) and not _stands(wanted, text)


def _stands(word: str, text: str) -> bool:
    return any(mention.written == word for mention in skills_in(text)) or text == word


def _texts(paper: Paper) -> Iterator[tuple[str, str]]:
    """The texts in which a skill may be spelled otherwise, by path: no name, no title, no date."""
    resume = paper.parsed.resume
    yield "basics.summary", resume.basics.summary
    for section, entries in (("work", resume.work), ("volunteer", resume.volunteer)):
        for at, job in enumerate(entries):
            yield f"{section}.{at}.summary", job.summary
            yield from ((f"{section}.{at}.highlights.{number}", text) for number, text in enumerate(job.highlights))
    for at, project in enumerate(resume.projects):
        yield f"projects.{at}.description", project.description
        yield from ((f"projects.{at}.highlights.{number}", text) for number, text in enumerate(project.highlights))
    for at, group in enumerate(resume.skills):
        yield from ((f"skills.{at}.keywords.{number}", word) for number, word in enumerate(group.keywords))


def _tried(paper: Paper, change: Callable[..., Paper], *how: Any) -> Paper:
    """The changed paper, or the same one where the change cannot be made soundly."""
    try:
        return change(*how)
    except LookupError:
        return paper


def _shortened(made: Tailored, relevance: Relevance) -> Tailored:
    """Leaves out what has nothing to do with the post where one job has more lines than anyone reads."""
    for at, job in enumerate(made.paper.parsed.resume.work):
        idle = [n for n, text in enumerate(job.highlights) if not relevance.of(text) and not re.search(r"\d", text)]
        room = max(0, len(job.highlights) - MOST_BULLETS)
        for number in list(reversed(idle))[:room]:
            paper = _tried(made.paper, made.paper.without, f"work.{at}.highlights.{number}")
            if paper is not made.paper:
                made = replace(made, paper=paper, left_out=(*made.left_out, job.highlights[number]))
    return made


def _bullets(made: Tailored, relevance: Relevance) -> Tailored:
    for at, job in enumerate(made.paper.parsed.resume.work):
        order = relevance.order(list(job.highlights))
        paper = _reordered(made.paper, f"work.{at}", order)
        if paper is not made.paper:
            first = job.highlights[order[0]]
            where = job.name or job.position or "one job"
            made = made.changed(
                paper, f"{where}: the lines that the post asks for come first, beginning with “{first}”"
            )
    return made


def _reordered(paper: Paper, path: str, order: list[int]) -> Paper:
    return paper if order == sorted(order) else _tried(paper, paper.ordered, path, order)


def _projects(made: Tailored, relevance: Relevance) -> Tailored:
    projects = made.paper.parsed.resume.projects
    texts = [" ".join((one.name, one.description, *one.highlights, *one.keywords)) for one in projects]
    paper = made.paper
    for at, project in enumerate(projects):
        paper = _reordered(paper, f"projects.{at}", relevance.order(list(project.highlights)))
    order = relevance.order(texts)
    paper = _reordered(paper, "projects", order)
    if paper is made.paper:
        return made
    return made.changed(paper, f"Projects: the most relevant comes first ({projects[order[0]].name or 'unnamed'}).")


def _keywords(made: Tailored, relevance: Relevance) -> Tailored:
    """Within each group of skills, those asked for come first."""
    paper, moved = made.paper, []
    for at, group in enumerate(paper.parsed.resume.skills):
        asked = [bool(relevance.asked(word)) for word in group.keywords]
        order = sorted(range(len(asked)), key=lambda number: not asked[number])
        changed = _reordered(paper, f"skills.{at}", order)
        if changed is not paper:
            moved += [word for word, wanted in zip(group.keywords, asked, strict=True) if wanted]
            paper = changed
    return made.changed(paper, f"Skills: what the post asks for comes first ({', '.join(moved)}).") if moved else made


def _groups(made: Tailored, relevance: Relevance) -> Tailored:
    """Groups of skills of which the post asks for none go behind the others."""
    groups = made.paper.parsed.resume.skills
    asked = [any(relevance.asked(word) for word in group.keywords) for group in groups]
    paper = _reordered(made.paper, "skills", sorted(range(len(groups)), key=lambda at: not asked[at]))
    if paper is made.paper:
        return made
    return made.changed(paper, "Skills: groups that the post does not ask for go last.")
