"""Makes one finding of several that ask for the same mending; the one that stays carries the points of the others."""

from collections.abc import Callable, Iterator, Sequence

from core.resume.review.facts import Facts
from core.resume.verdict import Finding

_MOST_ON_A_LINE = 2
# Checks whose findings ask to rewrite a line, the weightiest first; the order is fixed, so that mending one line does not
# change what is said of another. Plain slips (spelling, links, dates) are not among them: each stays.
_OF_A_LINE = {
    check: place
    for place, check in enumerate(
        [
            "recent numbers",
            "numbers",
            "outcomes",
            "weak openings",
            "verb first",
            "ownership",
            "passive",
            "line length",
            "vague words",
            "tense",
            "pronouns",
            "filler",
            "informal words",
        ]
    )
}

Pair = tuple[Finding, Finding]  # the one that goes, the one that stays


def merged(facts: Facts, found: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another stands for; the points of all add up to the same."""
    left = list(found)
    for rule in _RULES:
        for gone, kept in list(rule(facts, left)):
            at = next((at for at, item in enumerate(left) if item.id == kept.id), None)
            if at is not None and any(item.id == gone.id for item in left):
                points = round(left[at].points + next(item.points for item in left if item.id == gone.id), 2)
                left[at] = left[at].model_copy(update={"points": points})
                left = [item for item in left if item.id != gone.id]
    return left


def _of(found: Sequence[Finding], check: str) -> list[Finding]:
    return [item for item in found if item.check == check]


def _one_word(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    """ "various" is to be replaced, so it is not also to be struck; "don't" is one fault too."""
    for vague in _of(found, "vague words"):
        for other in (*_of(found, "filler"), *_of(found, "informal words")):
            if vague.quote == other.quote and _word(vague) == _word(other):
                yield other, vague


def _word(finding: Finding) -> str:
    return finding.title.partition("“")[2].partition("”")[0].lower()


def _no_skills(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    section = [item for item in _of(found, "main sections") if "skills" in item.title]
    yield from ((item, section[0]) for item in _of(found, "skills listed") if section)


def _no_education(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    section = [item for item in _of(found, "main sections") if "education" in item.title]
    yield from ((item, section[0]) for item in _of(found, "education") if section and not item.quote)


def _one_skill(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    for core in _of(found, "core skills"):
        for other in _of(found, "skills proven"):
            if core.quote and core.quote == other.quote:
                yield other, core


def _too_few_words(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    """A page with too little on it is told so once."""
    few = [item for item in _of(found, "bullets") if item.title.startswith("Only") and not item.quote]
    yield from ((item, few[0]) for item in _of(found, "length") if few and item.title.startswith("Only"))


def _one_entry(facts: Facts, found: list[Finding]) -> Iterator[Pair]:
    """A number in the latest work also says how large that work was."""
    entry_of = {at: entry.path for entry in facts.entries for at in entry.lines}
    entry_of |= {at: bullet.entry for bullet in facts.bullets for at in bullet.lines}
    for latest in _of(found, "recent numbers"):
        for scope in _of(found, "scope"):
            if {entry_of.get(place.line) for place in latest.places} & {
                entry_of.get(place.line) for place in scope.places
            }:
                yield scope, latest


def _one_line(_: Facts, found: list[Finding]) -> Iterator[Pair]:
    """Of several findings on one line two stay: the weightiest, and the weightiest of another area."""
    by_line: dict[str, list[Finding]] = {}
    for item in found:
        if item.check in _OF_A_LINE and item.places and item.severity != "critical":
            by_line.setdefault(f"{item.places[0].line} {item.quote}", []).append(item)
    for items in by_line.values():
        items.sort(key=lambda item: (_OF_A_LINE[item.check], item.id))
        other = next((item for item in items if item.area != items[0].area), items[min(1, len(items) - 1)])
        kept = [items[0], other]
        for gone in items if len(items) > _MOST_ON_A_LINE else ():
            if gone in kept:
                continue
            yield gone, next((item for item in kept if item.area == gone.area), kept[0])


_RULES: tuple[Callable[[Facts, list[Finding]], Iterator[Pair]], ...] = (
    _one_word,
    _no_skills,
    _no_education,
    _one_skill,
    _too_few_words,
    _one_entry,
    _one_line,
)
