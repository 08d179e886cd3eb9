"""Says what is good, as precisely as the faults: each praise rests on words that stand in the file."""

from collections.abc import Callable, Iterator, Sequence

from core.resume.review.chronology import CHECKED_YEARS
from core.resume.review.facts import Bullet, Facts
from core.resume.review.months import moment, this_month
from core.resume.review.scoring import Marked
from core.resume.verdict import Area, Praise
from core.topics import SKILLS, TRACKS

_MOST = 8  # more praise than this is no longer read


def praise(facts: Facts, marked: Sequence[Marked]) -> tuple[Praise, ...]:
    """What the résumé does well: first single lines, then what holds for the whole."""
    full = {item.check.name for item in marked if item.measured.share >= 1.0}
    said = [made for maker in _MAKERS for made in maker(facts, full)]
    quoted: set[str] = set()
    chosen = []
    for item in said:
        if not item.quote or item.quote not in quoted:
            chosen.append(item)
            quoted.add(item.quote)
    return tuple(chosen[:_MOST])


Maker = Callable[[Facts, set[str]], Iterator[Praise]]


def _on(facts: Facts, check: str, area: Area, text: str, bullet: Bullet) -> Praise:
    return Praise(check=check, area=area, text=text, quote=facts.quote(bullet), places=facts.places(bullet.lines))


def _first(facts: Facts, test: Callable[[Bullet], bool]) -> Bullet | None:
    return next((bullet for bullet in facts.bullets if test(bullet)), None)


def _change_told(facts: Facts, _: set[str]) -> Iterator[Praise]:
    best = _first(facts, lambda b: any(m.written.startswith("from ") for m in b.metrics))
    if best:
        yield _on(
            facts,
            "numbers",
            "evidence",
            "Before and after in one line: the reader sees the size of the change without asking.",
            best,
        )


def _outcome_and_number(facts: Facts, _: set[str]) -> Iterator[Praise]:
    best = _first(
        facts, lambda b: b.says_result and any(m.kind == "change" for m in b.metrics) and b.opening.kind == "past"
    )
    if best:
        measured = next(metric.written for metric in best.metrics if metric.kind == "change")
        yield _on(facts, "outcomes", "evidence", f"Deed, means and result in one line, measured by “{measured}”.", best)


def _large_scope(facts: Facts, _: set[str]) -> Iterator[Praise]:
    best = _first(facts, lambda b: any(m.kind == "scope" for m in b.metrics))
    if best:
        measured = next(metric.written for metric in best.metrics if metric.kind == "scope")
        yield _on(facts, "scope", "evidence", f"“{measured}” tells at once how large the work was.", best)


def _led(facts: Facts, _: set[str]) -> Iterator[Praise]:
    leading = {
        "lead",
        "mentor",
        "train",
        "supervise",
        "teach",
        "coach",
        "found",
        "organize",
        "organise",
        "direct",
        "manage",
        "recruit",
    }
    best = _first(facts, lambda b: b.opening.verb is not None and b.opening.verb.base in leading and bool(b.metrics))
    if best:
        yield _on(
            facts,
            "ownership",
            "evidence",
            "Responsibility for people, with their number: few readers pass over that.",
            best,
        )


def _began(facts: Facts, _: set[str]) -> Iterator[Praise]:
    opening = {
        "introduce",
        "initiate",
        "launch",
        "establish",
        "propose",
        "pioneer",
        "found",
        "start",
        "replace",
        "redesign",
    }
    best = _first(facts, lambda b: b.opening.verb is not None and b.opening.verb.base in opening and b.says_result)
    if best:
        yield _on(
            facts,
            "ownership",
            "evidence",
            "Something that was not there before you, and what came of it: that is initiative shown, not claimed.",
            best,
        )


def _adopted(facts: Facts, _: set[str]) -> Iterator[Praise]:
    best = _first(
        facts,
        lambda b: any(
            word in b.text for word in ("adopted", "used by", "stars", "downloads", "contributors", "merged")
        ),
    )
    if best:
        yield _on(facts, "outcomes", "evidence", "Others use what you made: the strongest witness there is.", best)


def _awarded(facts: Facts, _: set[str]) -> Iterator[Praise]:
    words = (
        "promoted",
        "awarded",
        " won ",
        "selected ",
        "published in",
        "ranked",
        "1st place",
        "first place",
        "first prize",
    )
    best = _first(facts, lambda b: any(word in f" {b.text.lower()}" for word in words))
    if best:
        yield _on(
            facts,
            "outcomes",
            "evidence",
            "A judgement by others, which weighs more than any adjective of one's own.",
            best,
        )


def _skills_at_work(facts: Facts, full: set[str]) -> Iterator[Praise]:
    proven = [SKILLS[name].name for name in facts.listed if name in facts.shown and SKILLS[name].cased]
    if "skills proven" in full and len(proven) >= 3:
        named = ", ".join(proven[:3])
        yield Praise(
            check="skills proven",
            area="completeness",
            text=f"What is listed is also shown at work: {named} stand in lines of experience.",
        )


def _core_shown(facts: Facts, full: set[str]) -> Iterator[Praise]:
    if facts.track and "core skills" in full:
        labels = ", ".join(group.label for group in TRACKS[facts.track].core)
        yield Praise(
            check="core skills",
            area="fit",
            text=f"All that {TRACKS[facts.track].name} always asks for is shown at work or implied by it: {labels}.",
        )


def _strong_openings(facts: Facts, full: set[str]) -> Iterator[Praise]:
    verbs = list(
        dict.fromkeys(
            b.opening.word.capitalize() for b in facts.bullets if b.opening.verb and b.opening.kind in ("past", "base")
        )
    )
    if {"verb first", "weak openings", "repeated verbs"} <= full and len(verbs) >= 5:
        yield Praise(
            check="verb first",
            area="writing",
            text=f"The lines open with {len(verbs)} different verbs, among them {', '.join(verbs[:4])}.",
        )


def _easy_to_read(facts: Facts, full: set[str]) -> Iterator[Praise]:
    if {"line length", "full stops", "filler"} <= full and len(facts.bullets) >= 6:
        middle = sorted(bullet.words for bullet in facts.bullets)[len(facts.bullets) // 2]
        yield Praise(
            check="line length",
            area="writing",
            text=f"{len(facts.bullets)} lines of about {middle} words, without filler: quick to read.",
        )


def _clean_for_machines(facts: Facts, full: set[str]) -> Iterator[Praise]:
    if {"e-mail", "name", "main sections", "section names", "columns", "tables"} <= full:
        headings = ", ".join(section.heading for section in facts.parsed.sections[:4])
        yield Praise(
            check="section names",
            area="machine reading",
            text=f"A machine finds everything: one column, and headings that it knows ({headings}).",
        )


def _linked_projects(facts: Facts, full: set[str]) -> Iterator[Praise]:
    linked = [entry for entry in facts.projects if entry.url]
    if "project links" in full and linked:
        yield Praise(
            check="project links",
            area="completeness",
            text=f"{linked[0].title or 'A project'} can be looked at: the link saves you a paragraph of claims.",
        )


def _unbroken(facts: Facts, full: set[str]) -> Iterator[Praise]:
    if {"dates", "date order", "gaps"} <= full and len(facts.jobs) >= 2:
        starts = [job.start.first for job in facts.jobs if job.start]
        now = moment("present", facts.today) or this_month(facts.today)
        years = (now.first - min(starts)) // 12 if starts else 0
        if years >= 3:
            told = f"{years} years" if years < CHECKED_YEARS else f"The last {CHECKED_YEARS} years"
            yield Praise(
                check="dates",
                area="completeness",
                text=f"{told} are told without a gap of more than a year, the latest first.",
            )


_MAKERS: tuple[Maker, ...] = (
    _change_told,
    _outcome_and_number,
    _large_scope,
    _led,
    _began,
    _adopted,
    _awarded,
    _core_shown,
    _skills_at_work,
    _strong_openings,
    _clean_for_machines,
    _linked_projects,
    _easy_to_read,
    _unbroken,
)
