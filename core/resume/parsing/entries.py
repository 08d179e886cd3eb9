"""Where one job, school or project ends and the next begins, told from how a section is laid out."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from core.resume.parsing.heads import Look, Section, dated, look, periods_of, told
from core.resume.parsing.layout import Row
from core.resume.parsing.roles import as_employer, as_position, is_degree, is_school


@dataclass(slots=True)
class Entry:
    """One entry: the rows of its head, and the rows of what is told about it."""

    head: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


def runs(section: Section) -> list[Entry]:
    """Heads with what follows each, before heads that stand directly below each other are told apart."""
    found: list[Entry] = []
    for row, head in zip(section.rows, section.heads, strict=True):
        if head and (not found or found[-1].body):
            found.append(Entry())
        if not found:
            found.append(Entry())
        (found[-1].head if head else found[-1].body).append(row)
    return found


def entries(rows: list[Row]) -> list[Entry]:
    """The entries of a section, in order."""
    section = Section(rows)
    found: list[Entry] = []
    firsts = Counter(look(run.head[0]) for run in runs(section) if run.head)
    for run in runs(section):
        parts = split_heads(run.head, section.leading, firsts)
        if found and parts and not any(dated(row) for row in parts[0]) and subordinate(parts[0], found, firsts):
            found[-1].body += parts.pop(0)
        found += [Entry(part, []) for part in parts]
        if not found:
            found.append(Entry())
        found[-1].body += run.body
    return found


def subordinate(head: list[Row], found: list[Entry], firsts: Counter[Look]) -> bool:
    """Whether an undated head is a caption inside the entry above: others have dates, and begin with another look."""
    others = sum(any(dated(row) for row in entry.head) for entry in found)
    usual = firsts.most_common(1)[0][0]
    plausible = look(head[0]) == usual or max(as_position(head[0].text), as_employer(head[0].text)) >= 1.5
    return others * 2 > len(found) and not plausible


def split_heads(head: list[Row], usual_gap: float, firsts: Counter[Look]) -> list[list[Row]]:
    """Rows of heads that stand directly below each other, one list for each entry."""
    if not head:
        return []
    marks = [i for i, row in enumerate(head) if dated(row)]
    if len(marks) < 2:
        return undated(head, usual_gap) if not marks else [head]
    starts = [0]
    offset = marks[0]
    if offset == 0 and len(marks) > 1 and covers(head[0], head[1:]):
        marks = marks[1:]
    for previous, mark in pairwise(marks):
        best = max(range(previous + 1, mark + 1), key=lambda p: start_score(head, p, mark - offset, usual_gap, firsts))
        starts.append(best)
    return [head[a:b] for a, b in zip(starts, [*starts[1:], len(head)], strict=True)]


def covers(first: Row, others: list[Row]) -> bool:
    """Whether the first row is an employer whose dates span those of the positions below it."""
    spans = [periods_of(row) for row in others]
    own = periods_of(first)[0]
    inner = [period for found in spans for period in found]
    later = [
        p
        for p in inner
        if p.start < own.start or (own.end != "present" and (p.end == "present" or p.end[:4] > own.end[:4]))
    ]
    name = " ".join(told(first))
    role = as_position(name) >= 3 and as_position(name) > as_employer(name)
    return (
        not later
        and not role
        and as_position(others[0].text) >= max(1.5, as_employer(others[0].text))
        and own.start[:4] <= min(p.start for p in inner)[:4]
    )


def start_score(head: list[Row], at: int, expected: int, usual_gap: float, firsts: Counter[Look]) -> float:
    row = head[at]
    same = look(row) == look(head[0])
    telling = same and look(row) != look(head[at - 1])
    wide = row.gap > usual_gap + 2.5 or row.apart
    return 2.5 * telling + 0.5 * same + 2.0 * wide + 1.0 * (at == max(expected, 1)) + 0.2 * firsts[look(row)]


def undated(head: list[Row], usual_gap: float) -> list[list[Row]]:
    """Heads without dates: a new one begins where the look of the first comes back, or after white space."""
    parts: list[list[Row]] = [[head[0]]]
    for before, row in pairwise(head):
        again = look(row) == look(head[0]) and (look(before) != look(head[0]) or row.gap > usual_gap + 2.5)
        school = is_school(row.text) and any(is_school(r.text) for r in parts[-1])
        degree = is_degree(row.text) and look(row) == look(before) and any(is_degree(r.text) for r in parts[-1])
        if again or school or degree:
            parts.append([])
        parts[-1].append(row)
    return parts
