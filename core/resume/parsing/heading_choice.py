"""Which lines that may be headings are headings: known names, and lines that are set as those are."""

from collections import Counter
from dataclasses import dataclass

from core.resume.parsing.dates import find as find_dates
from core.resume.parsing.heading_names import head_words, normal

CORE = frozenset({"work", "education", "projects", "skills", "summary"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set. Two lines with the same look play the same part."""

    size: float
    bold: bool
    caps: bool
    style: str
    column: int


@dataclass(frozen=True, slots=True)
class Candidate:
    index: int
    kind: str  # "" where the name is unknown
    text: str
    look: Look
    weight: float
    end: int
    alone: bool
    gap: bool
    edge: float  # its left edge, in points
    first: bool = True  # whether nothing stands before it on its row


def reference_weights(named: list[Candidate]) -> dict[int, float]:
    """For each column the weight that its headings have: of the look that most known names share."""
    by_column: dict[int, Counter[Look]] = {}
    weights: dict[Look, float] = {}
    seen: set[tuple[int, str]] = set()
    for candidate in named:
        worth = 2 if candidate.kind in CORE else 1
        worth += 2 if candidate.weight >= 1.5 else 0
        if (candidate.look.column, candidate.kind) in seen:
            worth = 1
        seen.add((candidate.look.column, candidate.kind))
        by_column.setdefault(candidate.look.column, Counter())[candidate.look] += worth
        weights[candidate.look] = max(weights.get(candidate.look, -9.0), candidate.weight)
    return {
        column: weights[max(looks, key=lambda look: (looks[look], weights[look]))]
        for column, looks in by_column.items()
    }


def known_headings(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with known names that are set at least as strongly as their column's headings."""
    named = [c for c in candidates if c.kind]
    reference = reference_weights(named)
    strongest = max(reference.values(), default=0.0)
    looks = {c.look for c in named if c.weight >= reference[c.look.column] and c.kind in CORE}
    margin = sum(not c.alone for c in named if c.kind in CORE) > sum(c.alone for c in named if c.kind in CORE)
    kept: list[Candidate] = []
    entries = Counter(c.look for c in candidates if not c.kind)
    sizes = [c.look.size for c in named if c.look in looks]
    largest = max(sizes, key=sizes.count, default=0.0)
    below = 0.93 * largest if sizes.count(largest) > 1 else 0.0
    named = [c for c in named if c.look.size >= below or not entries[c.look]]
    for c in named:
        needed = reference[c.look.column] if reference[c.look.column] >= 1 or strongest < 1 else 1.0
        same = c.look in looks or c.weight >= needed
        plain = c.weight < 1 and (c.text[0].islower() or not c.gap)
        if (
            kept
            and c.index == kept[-1].end
            and c.look.column == kept[-1].look.column
            and c.look.size < kept[-1].look.size
        ):
            continue
        level = c.look in looks and c.weight >= 2 and c.gap and c.first
        if same and not plain and (c.alone or margin or level or c.weight > needed):
            kept.append(c)
    return kept + left_alone(named, kept)


def not_repeated(known: list[Candidate]) -> list[Candidate]:
    """The headings without names that come back within one section: those are captions inside its entries."""
    times = Counter((normal(c.text), c.look) for c in known)
    often = {key for key, count in times.items() if count > 1}
    captions = {
        key for key in often if times[key] > 2 or not any(c.kind in CORE for c in known if key[0] == normal(c.text))
    }
    return [c for c in known if (normal(c.text), c.look) not in captions]


def left_alone(named: list[Candidate], kept: list[Candidate]) -> list[Candidate]:
    """Core sections that no accepted heading opens, under a name that stands out a little (as in a text box)."""
    found: dict[str, Candidate] = {}
    inside = {c.index for c in kept}
    for c in named:
        missing = c.kind in CORE and c.index not in inside and all(k.kind != c.kind for k in kept)
        if missing and c.weight >= 1 and c.alone and c.gap:
            found.setdefault(c.kind, c)
    return list(found.values())


def like_known(candidates: list[Candidate], known: list[Candidate], size: float) -> list[Candidate]:
    """Candidates with unknown names that look exactly as the known headings do."""
    if len(known) < 2:
        return []
    margin = margin_of(known)
    counts = Counter(c.look for c in known)
    columns_start = {c.look.column: min(k.index for k in known if k.look.column == c.look.column) for c in known}
    others = [c for c in candidates if not c.kind and c.look in counts]
    found = []
    for c in others:
        early = c.index < columns_start[c.look.column]
        rivals = sum(o.look == c.look and o.alone for o in others)
        distinct = (size and c.look.size > size * 1.06) or c.look.style.startswith("heading")
        hint = any(word in head_words() for word in normal(c.text).split())
        if early and not (hint and c.alone and c.gap and distinct):
            continue
        if margin and any(abs(c.edge - k.edge) < 3 for k in known):
            found.append(c)
        elif not c.alone or c.weight < 1.5 or find_dates(c.text):
            continue
        elif (
            (distinct and rivals <= max(counts[c.look], 2))
            or (hint and c.gap and rivals <= counts[c.look] + 1)
            or (c.look.caps and c.look.bold and c.gap and rivals <= 1 and size and "(" not in c.text)
        ):
            found.append(c)
    return found


def margin_of(known: list[Candidate]) -> bool:
    """Whether the headings stand in a margin of their own: level with other text, all at one edge."""
    return len(known) > 2 and sum(not c.alone for c in known) > 0.6 * len(known)
