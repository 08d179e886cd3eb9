"""Makes a session's plan out of a wish and what is known of the person."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.chat.person import Person
from core.chat.turn import Transaction
from core.interview.bank import questions
from core.interview.bank.question import Question
from core.interview.choosing.choice import LEVELS, Choice
from core.interview.choosing.facts import Facts, gather
from core.interview.choosing.naming import spoken
from core.interview.choosing.reasons import Chosen
from core.interview.choosing.wish import Wish
from core.interview.sessions.session import Plan, Planned
from core.resume.review.phrasing import counted
from core.topics import SKILLS
from core.topics.subjects import SUBJECTS, subjects_of

DELICATE = ("motivation-salary-expectations", "motivation-resume-gap")  # never in a mix by chance, and never first


async def plan(tx: Transaction, person: Person, wish: Wish, now: datetime, seed: int) -> Plan:
    """What a session asks; the same for the same wish, facts, bank and seed. It has at least one question."""
    facts = await gather(tx, person.id, now, now, closely=wish.me)
    return planned(questions(), wish, facts, now, seed)


def planned(bank: Mapping[str, Question], wish: Wish, facts: Facts, now: datetime, seed: int) -> Plan:
    """The plan by facts at hand; raises ValueError for a bank without questions."""
    if not bank:
        raise ValueError("a bank without questions")
    pool, wider = _pool(bank, wish, facts)
    choice = Choice(wish, facts, now, seed)
    chosen = choice.of(pool)
    ordered = sorted(chosen, key=lambda pair: (*_place(pair[0], choice, wish), choice.order(pair[0])))
    minutes = wish.minutes or (sum(one.minutes for one, _ in chosen) if wish.mode == "mock" else 0)
    return Plan(
        questions=tuple(Planned(question=one.id, why=why) for one, why in ordered),
        wish=_said(wish, chosen, wider),
        minutes=minutes,
    )


def _pool(bank: Mapping[str, Question], wish: Wish, facts: Facts) -> tuple[Mapping[str, Question], str]:
    """The questions of the topics, or, where they have none, of their areas (said in words), or all."""
    if not wish.subjects:
        mixed = {name: one for name, one in bank.items() if name not in DELICATE or name in facts.due}
        return mixed or bank, ""
    areas = {SUBJECTS[topic].area for topic in wish.subjects}
    wider = {one.id for area in areas for one in subjects_of(area)}
    for topics, words in ((set(wish.subjects), ""), (wider, spoken(wider)), (set(SUBJECTS), "All topics")):
        found = {name: one for name, one in bank.items() if one.topic in topics}
        if found:
            return found, words
    return bank, "All topics"


def _place(one: Question, choice: Choice, wish: Wish) -> tuple[bool, bool, bool, int, int, int]:
    """Behaviour first, then the level wished for, then from easy to hard; a design, which takes long, at the end."""
    off = choice.distance(one) if wish.level else 0
    late = one.id in DELICATE
    return late, one.area != "behavioural", one.area == "design", off, LEVELS.index(one.level), one.minutes


def _said(wish: Wish, chosen: Sequence[Chosen], wider: str) -> str:
    """The wish as it could be met: "Heaps (only 2 of them are senior)"."""
    total = len(chosen)
    right = sum(one.level == wish.level for one, _ in chosen)
    about = any(set(wish.skills) & set(one.skills) for one, _ in chosen)
    words = f"{wider} (nothing on {wish.words} yet)" if wider else wish.words
    notes = []
    if wish.level and right < total:
        notes.append(
            f"only {right} of them {'is' if right == 1 else 'are'} {wish.level}" if right else f"none {wish.level}"
        )
    if wish.skills and not about:
        notes.append(f"none on {' or '.join(SKILLS[skill].name for skill in wish.skills)} alone")
    if wish.subjects and total < wish.length:
        notes.append(f"{counted(total, 'question')}, all that I have")
    level = f", {wish.level}" if wish.level and right == total else ""
    return f"{words}{level}" + (f" ({'; '.join(notes)})" if notes else "")
