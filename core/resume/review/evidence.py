"""Checks of the evidence: what the lines of experience prove by numbers, outcomes and scope."""

import math

from core.resume.review.blanks import with_number, with_outcome
from core.resume.review.facts import ENOUGH_LINES, ENOUGH_WORDS, Bullet, Entry, Facts
from core.resume.review.lead import lead
from core.resume.review.model import Check, Flaw, Measured, check, on_bullet, passed
from core.resume.review.phrasing import counted, number_of, wants
from core.resume.review.verbs import CHANGING, MAKING, SUPPORTING
from core.resume.review.wording import VAGUE

_NUMBERED = 0.6  # the share of lines with a number that would earn full points
_RESULTS = 0.5
_HARDLY = 0.7  # of what is needed to judge the lines
_MOST_SHOWN = 6  # findings of one check on single lines; more would be noise


@check(
    "bullets",
    "evidence",
    3,
    "Experience told in lines",
    "The latest job has at least two lines that say what was done, every other job and project (of the first "
    "six) one, and there are six lines in all on a page of 120 words. With less, all checks that judge lines count in "
    "part (three quarters' power of the share that is there); without any line they earn nothing.",
)
def bullets(facts: Facts) -> Measured | None:
    if not facts.bullets:
        return Measured(0.0, "No line under any job or project says what was done.", (_nothing_told(),))
    judged = facts.entries[:6]
    bare = [entry for entry in judged if len(entry.bullets) < _needed(facts, entry)]
    thin = facts.weight_of_lines < 1.0
    if not bare and not thin:
        return passed(f"{counted(len(facts.bullets), 'line')} of experience over {_entries(len(facts.entries))}.")
    share = facts.weight_of_lines * (1 - len(bare) / max(1, len(judged)))
    flaws = (*((_few(facts),) if thin else ()), *(_bare(facts, entry) for entry in bare))
    return Measured(share, _told(facts, bare), flaws)


def _entries(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"


def _needed(facts: Facts, entry: Entry) -> int:
    """Two lines for the latest job, one for all else."""
    return 2 if facts.jobs and entry is facts.jobs[0] else 1


def _told(facts: Facts, bare: list[Entry]) -> str:
    said = f"{counted(len(facts.bullets), 'line')} of experience on a page of {facts.word_count} words"
    if facts.weight_of_lines < 1.0:
        said += f"; from {ENOUGH_LINES} lines and {ENOUGH_WORDS} words on there is enough to judge"
    return f"{said}; too little under {', '.join(entry.label for entry in bare)}." if bare else f"{said}."


def _nothing_told() -> Flaw:
    return Flaw(
        title="No line says what you did",
        why="A reader decides from what you did, not from where you were. Without lines under a job or a project "
        "there is "
        "nothing to weigh, and half of this review has nothing to judge.",
        mend="Under each job and project write two to five lines. Each opens with a verb, names what you made or "
        "changed, "
        "and ends with what came of it.",
        example="[Built / ran / improved] [what: __] with [what: __], so that [who: __] could [do what: __]",
        severity="critical",
        key="no lines",
    )


def _few(facts: Facts) -> Flaw:
    few = len(facts.bullets) < ENOUGH_LINES
    told = f"{counted(len(facts.bullets), 'line')} of experience" if few else f"{facts.word_count} words"
    return Flaw(
        title=f"Only {told}" + (": too little to judge" if facts.weight_of_lines < _HARDLY else ""),
        why="A reader sees only a corner of your work and fills in the rest by guess. However good the few words are, "
        "they count only in part here.",
        mend=f"Bring it to {ENOUGH_LINES} lines and {ENOUGH_WORDS} words or more: a course project, voluntary work, a job "
        f"beside your studies, anything where you can say what you did and what came of it.",
        key="few lines",
    )


def _bare(facts: Facts, entry: Entry) -> Flaw:
    found = next((at for at in entry.lines), None)
    quote = facts.document.lines[found].text if found is not None else ""
    count = len(entry.bullets)
    return Flaw(
        title=f"{'Nothing' if not count else 'Only one line'} under {entry.label}",
        why="An entry with no story reads like a place you passed through. A reader skips it, and a search finds "
        "nothing in it.",
        mend="Say in two lines what you made or changed there and who used it. If it is long ago or beside the "
        "point, leave the "
        "entry out.",
        quote=quote,
        lines=(found,) if found is not None else (),
        key=entry.path,
    )


@check(
    "numbers",
    "evidence",
    11,
    "Numbers that measure something",
    "Full points when six lines in ten hold a number that measures: percent, fractions, money, time, how many people, "
    "requests, rows. "
    "Years, versions, telephone numbers, “24/7” and bare counts do not count; numbers in words do.",
    needs_bullets=True,
)
def numbers(facts: Facts) -> Measured | None:
    having = [bullet for bullet in facts.bullets if bullet.metrics]
    total = len(facts.bullets)
    wanted = math.ceil(total * _NUMBERED)
    because = (
        f"{number_of(len(having), total, 'line', 'holds', 'hold')} a number that measures something{wants(wanted)}."
    )
    missing = wanted - len(having)
    if missing <= 0:
        return passed(because)
    without = sorted((b for b in facts.bullets if not b.metrics), key=lambda bullet: -_promise(bullet))
    flaws = tuple(_unnumbered(facts, bullet) for bullet in without[: min(missing, _MOST_SHOWN)])
    return Measured(len(having) / wanted, because, flaws)


def _promise(bullet: Bullet) -> int:
    """How much a number would add to the line: most where it claims a change, then where something was made."""
    line = bullet.mended
    opening = lead(line or bullet.text)
    base = opening.verb.base if opening.verb else ""
    worth = 4 if base in CHANGING else 3 if base in MAKING else 0 if base in SUPPORTING else 1
    return worth + 2 * bullet.says_result - 3 * (not line) - 2 * bool(VAGUE.search(bullet.text))


def _figures(facts: Facts) -> str:
    """What could be counted, in the words of the trade."""
    if facts.technical:
        return "people who used it, requests, rows, hours saved, tests"
    return "how many people (customers, patients, pupils, colleagues), how much money, how often, how much time"


def _unnumbered(facts: Facts, bullet: Bullet) -> Flaw:
    line = bullet.mended
    opening = bullet.opening
    changes = opening.verb is not None and opening.verb.base in CHANGING
    return on_bullet(
        facts,
        bullet,
        title="This claims a change without its size" if changes else "No number says how much or for how many",
        why="“Better” can mean two percent or tenfold: without the size a reader assumes the smaller, and asks "
        "about it first."
        if changes
        else "Two people can write this line about a weekend's exercise and about a year's work. A number tells "
        "which it was.",
        mend="Give the figure before and after, or the percent. An honest estimate (“about a third”) is better "
        "than none."
        if changes
        else f"Add the one figure that you could defend in an interview: {_figures(facts)}. An estimate marked “about” "
        f"is fine.",
        example=with_number(line) if line else "",
    )


@check(
    "recent numbers",
    "evidence",
    4,
    "A number in the latest work",
    "The first job (or, without jobs, the first project) that has lines holds at least one number that measures "
    "something.",
    needs_bullets=True,
)
def recent_numbers(facts: Facts) -> Measured | None:
    entry = next((entry for entry in (*facts.jobs, *facts.entries) if entry.bullets), None)
    if entry is None:
        return None
    if any(bullet.metrics for bullet in entry.bullets):
        return passed(f"{entry.label} has a number that measures something.")
    best = max(entry.bullets, key=_promise)
    flaw = on_bullet(
        facts,
        best,
        title=f"Your latest work, {entry.label}, has no number",
        why="The top entry is read first and longest; many readers go no further. It is where one figure does "
        "the most.",
        mend="Choose the line here that you are proudest of and say how much, how many or how fast.",
        example=with_number(line) if (line := best.mended) else "",
    )
    return Measured(0.0, f"{entry.label} stands first and has no number that measures something.", (flaw,))


@check(
    "outcomes",
    "evidence",
    9,
    "What came of it",
    "Full points when half of the lines say what came of the work: what got faster, cheaper or larger, who could do "
    "what, where it was accepted.",
    needs_bullets=True,
)
def outcomes(facts: Facts) -> Measured | None:
    having = [bullet for bullet in facts.bullets if bullet.says_result]
    wanted = math.ceil(len(facts.bullets) * _RESULTS)
    told = number_of(len(having), len(facts.bullets), "line", "says", "say")
    because = f"{told} what came of the work{wants(wanted)}."
    missing = wanted - len(having)
    if missing <= 0:
        return passed(because)
    without = sorted((b for b in facts.bullets if not b.says_result), key=_tellable, reverse=True)
    flaws = tuple(_without_outcome(facts, bullet) for bullet in without[: min(missing, _MOST_SHOWN)])
    return Measured(len(having) / wanted, because, flaws)


def _tellable(bullet: Bullet) -> tuple[bool, bool, bool]:
    """Lines that can be rewritten first, then those without any figure, then those that made something."""
    opening = bullet.opening
    return bool(bullet.mended), not bullet.metrics, opening.verb is not None and opening.verb.base in MAKING


def _without_outcome(facts: Facts, bullet: Bullet) -> Flaw:
    line = bullet.mended
    return on_bullet(
        facts,
        bullet,
        title="It says what you did, not what came of it",
        why="A task shows that you were there; its outcome shows that it mattered. Readers remember the second.",
        mend="Ask of this line “so what?” and write the answer at its end: what became faster, cheaper, safer or "
        "possible, and for whom.",
        example=with_outcome(line) if line else "",
    )


CHECKS: tuple[Check, ...] = (bullets, numbers, recent_numbers, outcomes)
