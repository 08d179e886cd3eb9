"""Checks of the person's own part: how large the work was, what was theirs, and whether it is said exactly."""

import math

from core.resume.review.facts import Bullet, Entry, Facts
from core.resume.review.model import Check, Flaw, Measured, by_share, check, on_bullet, passed
from core.resume.review.phrasing import number_of, wants
from core.resume.review.verbs import SUPPORTING
from core.resume.review.wording import VAGUE

_MOST_SHOWN = 6


@check(
    "scope",
    "evidence",
    4,
    "How large the work was",
    "At least half of the jobs and projects that have lines say how large the work was: users, data, requests, a "
    "team or a budget.",
    needs_bullets=True,
)
def scope(facts: Facts) -> Measured | None:
    told = [entry for entry in facts.entries if entry.bullets]
    small = [entry for entry in told if not any(bullet.metrics for bullet in entry.bullets)]
    wanted = math.ceil(len(told) / 2)
    having = len(told) - len(small)
    because = f"{number_of(having, len(told), 'entry', 'says', 'say')} how large the work was{wants(wanted)}."
    if having >= wanted:
        return passed(because)
    flaws = tuple(_unscoped(facts, entry) for entry in small[: wanted - having])
    return Measured(having / wanted, because, flaws)


def _unscoped(facts: Facts, entry: Entry) -> Flaw:
    found = entry.lines[:1] or entry.bullets[0].lines[:1]
    return Flaw(
        title=f"How large was the work at {entry.label}?" if entry.kind == "work" else f"How large was {entry.label}?",
        why="Without a size a reader cannot tell a class exercise from a system that people rely on."
        if facts.technical
        else "Without a size a reader cannot tell a small post from a large one.",
        mend="Say once per entry how large it was: people who used it, data it held, the team's size, the budget."
        if facts.technical
        else "Say once per entry how large it was: the people you looked after or served, the team's size, the budget.",
        quote=facts.document.lines[found[0]].text if found else "",
        lines=found,
        key=entry.path,
    )


@check(
    "ownership",
    "evidence",
    2,
    "Your own part",
    "Every job and project with lines has at least one line that opens with a verb of making, changing or leading.",
    needs_bullets=True,
)
def ownership(facts: Facts) -> Measured | None:
    told = [entry for entry in facts.entries if entry.bullets]
    hazy = [entry for entry in told if not any(_owns(bullet) for bullet in entry.bullets)]
    if not hazy:
        return passed("Every entry has a line that says what you yourself did.")
    flaws = tuple(_hazy(facts, entry) for entry in hazy[:_MOST_SHOWN])
    return Measured(
        1 - len(hazy) / len(told),
        f"{number_of(len(hazy), len(told), 'entry', 'does', 'do')} not say what you yourself did.",
        flaws,
    )


def _owns(bullet: Bullet) -> bool:
    opening = bullet.opening
    supports = opening.verb is not None and opening.verb.base in SUPPORTING
    return opening.kind in ("past", "base", "third", "ing", "unknown", "nominal") and not supports


def _hazy(facts: Facts, entry: Entry) -> Flaw:
    first = entry.bullets[0]
    line = first.mended
    return on_bullet(
        facts,
        first,
        title=f"Your own part at {entry.label} stays hidden"
        if entry.kind == "work"
        else f"Your own part in {entry.label} stays hidden",
        why="“Helped”, “worked on” and “was responsible for” leave open what you did with your own hands. "
        "Readers then assume little.",
        mend="Name one thing here that would not have happened without you, and open a line with it.",
        example=line if line != first.text else "",
    )


@check(
    "vague words",
    "evidence",
    1.5,
    "Said exactly",
    "Lines name things instead of “various”, “several”, “many”, “tasks”, “etc.”. One such line in ten is free; "
    "none earns nothing from six in ten.",
    needs_bullets=True,
)
def vague(facts: Facts) -> Measured | None:
    hazy = [bullet for bullet in facts.bullets if VAGUE.search(bullet.text) and not bullet.metrics]
    total = len(facts.bullets)
    share = by_share(len(hazy), total, spare=0.1, worst=0.6)
    if share == 1.0:
        few = f"Only {number_of(len(hazy), total, 'line', 'stays', 'stay')} vague."
        return passed(few if hazy else "Lines name things instead of speaking of “various” and “several”.")
    flaws = tuple(_vague(facts, bullet) for bullet in hazy[:_MOST_SHOWN])
    return Measured(share, f"{number_of(len(hazy), total, 'line', 'stays', 'stay')} vague.", flaws)


def _vague(facts: Facts, bullet: Bullet) -> Flaw:
    match = VAGUE.search(bullet.text)
    word = match.group() if match else ""
    return on_bullet(
        facts,
        bullet,
        title=f"“{word}” hides the best part",
        why="The reader cannot picture “various” or “several”; the names behind them are what a search and an "
        "interviewer look for.",
        mend=f"Replace “{word}” by the two or three things themselves, or by how many there were.",
        severity="minor",
        example=_named(bullet.text, word),
    )


def _named(text: str, word: str) -> str:
    if word.lower() in ("various", "several", "multiple", "many", "numerous", "different"):
        return text.replace(word, "[how many, which: __]", 1)
    return ""


CHECKS: tuple[Check, ...] = (scope, ownership, vague)
