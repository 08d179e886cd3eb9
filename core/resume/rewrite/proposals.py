"""What can be better in a résumé, line by line, by rules alone: words put right, and gaps that only the person can fill."""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review import CHECKS
from core.resume.review.evidence import numbers, outcomes, recent_numbers
from core.resume.review.facts import Bullet, Entry, Facts
from core.resume.review.gathering import gather
from core.resume.review.scoring import findings, mark
from core.resume.rewrite.bettering import Better, with_number, with_outcome, worded
from core.resume.rewrite.filling import resulting
from core.resume.rewrite.proposal import Proposal
from core.resume.verdict import Finding

_SPARE = 1  # gaps beyond what the review wants, as some are skipped
_MOST_BLANKS = 2  # on one line

Place = tuple[str, Entry, Bullet]


def proposals(document: Document, parsed: Parsed, *, today: date, track: str | None) -> tuple[Proposal, ...]:
    """A better form of every line of experience that the rules can better, the most worthwhile first."""
    facts = gather(document, parsed, today, track or "")
    found = findings(facts, mark(facts, CHECKS))
    places = list(_places(facts))
    gains = [_gain(facts, bullet, found) for _, _, bullet in places]
    better = [worded(bullet, of_thing=entry.kind == "projects") for _, entry, bullet in places]
    better = _numbered(facts, better, gains)
    better = _told(facts, better, gains)
    made = [_proposal(place, line, gain) for place, line, gain in zip(places, better, gains, strict=True)]
    return tuple(sorted((one for one in made if one), key=lambda one: -one.gain))


def _places(facts: Facts) -> Iterator[Place]:
    """Every line with its path; the sentences of a paragraph have that of the paragraph."""
    for entry in facts.entries:
        kind, at = entry.path.split(".")
        row = getattr(facts.resume, kind)[int(at)]
        prose = f"{entry.path}.{'description' if kind == 'projects' else 'summary'}"
        left = list(enumerate(row.highlights))
        for bullet in entry.bullets:
            while not bullet.prose and left and left[0][1].strip() != bullet.text:
                left.pop(0)
            if bullet.prose:
                yield prose, entry, bullet
            elif left:
                yield f"{entry.path}.highlights.{left.pop(0)[0]}", entry, bullet


def _gain(facts: Facts, bullet: Bullet, found: Sequence[Finding]) -> float:
    """The points of the findings that quote this line."""
    quote = facts.quote(bullet)
    return round(sum(item.points for item in found if item.quote and item.quote == quote), 2)


def _numbered(facts: Facts, better: list[Better], gains: Sequence[float]) -> list[Better]:
    """Gaps for figures in as many lines as the review wants: one in the latest work, then where they tell most."""
    measured = numbers.measure(facts)
    wanted = math.ceil(len(better) * 0.6) - sum(bool(line.bullet.metrics) or line.numbered for line in better)
    if measured is None or measured.share == 1.0:
        wanted = 0
    latest = recent_numbers.measure(facts)
    missing = latest is not None and latest.share < 1.0
    first = next((line.bullet.entry for line in better), "")

    def rank(at: int, line: Better) -> tuple[bool, bool, bool, float]:
        recent = missing and line.bullet.entry == first
        return not recent, not line.tells, not line.counted, -gains[at]

    return _placed(better, with_number, rank, max(wanted, int(missing)), gains)


def _told(facts: Facts, better: list[Better], gains: Sequence[float]) -> list[Better]:
    """Gaps for outcomes in as many lines as the review wants, those that have no gap yet first."""
    measured = outcomes.measure(facts)
    wanted = math.ceil(len(better) / 2) - sum(line.tells for line in better)
    if measured is None or measured.share == 1.0:
        return better

    def rank(at: int, line: Better) -> tuple[bool, float]:
        return len(line.blanks) > 1, -gains[at]

    return _placed(better, with_outcome, rank, wanted, gains)


def _placed(
    better: list[Better],
    gap: Callable[[Better], Better | None],
    rank: Callable[[int, Better], tuple[object, ...]],
    wanted: int,
    gains: Sequence[float],
) -> list[Better]:
    """The lines, the best of them with one gap more."""
    if wanted <= 0:
        return better
    open_to = [(at, line) for at, line in enumerate(better) if gains[at] > 0 and len(line.blanks) < _MOST_BLANKS]
    able = [(at, line) for at, old in open_to if (line := gap(old))]
    chosen = dict(sorted(able, key=lambda pair: rank(*pair))[: wanted + _SPARE])
    return [chosen.get(at, line) for at, line in enumerate(better)]


def _proposal(place: Place, made: Better, gain: float) -> Proposal | None:
    path, entry, bullet = place
    if made.text == bullet.text or not made.reasons:
        return None
    draft = Proposal(
        path=path,
        entry=", ".join(part for part in (entry.title, entry.place) if part),
        before=bullet.text,
        after=made.text,
        plain="",
        reasons=made.reasons,
        blanks=made.blanks,
        safe=made.sure and not made.blanks,
        sure=made.sure,
        gain=gain,
    )
    return draft.model_copy(update={"plain": resulting(draft, {})})
