"""Why a question is for this person: it is due, a job post asks for it, the résumé claims it, the topic is weak."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from statistics import fmean
from typing import TypeVar

from core.interview.bank.question import Question
from core.interview.choosing.facts import Facts
from core.topics import SKILLS, covered_by
from core.topics.subjects import SUBJECTS

T = TypeVar("T")
Chosen = tuple[Question, str]  # a question, and in words why it was chosen
Draw = Callable[[str], int]  # a number for a name: the order of chance, the same for the same seed
DUE = "it is due again"
WEAK = 6.0  # a mean score of ten below which a topic is weak
_LATELY = 5  # answers of a topic that make its mean
_NAME = 60  # characters of a post's name and of what it asks for that are said


def in_turn(groups: Iterable[Sequence[T]]) -> list[T]:
    """The first of each group, then the second of each, and so on."""
    return [one for row in zip_longest(*groups) for one in row if one is not None]


def due(pool: Mapping[str, Question], facts: Facts) -> list[Chosen]:
    """The questions that come again, the longest due first."""
    return [(pool[name], DUE) for name in facts.due if name in pool]


def posted(pool: Mapping[str, Question], facts: Facts) -> list[Chosen]:
    """Questions about what the newest job post asks for; what the résumé lacks comes first."""
    groups = []
    for asked in facts.asked:
        why = f"the post “{_short(facts.post)}” asks for {_short(asked.label)}"
        why += ", which your résumé lacks" if asked.lacking else ""
        groups.append([(one, why) for one in _about(pool, asked.skills)])
    return in_turn(groups)


def claimed(pool: Mapping[str, Question], facts: Facts, draw: Draw) -> list[Chosen]:
    """Questions about what the résumé claims: what was used comes before what is only listed."""
    used = [(skill, f"you say that you used {SKILLS[skill].name}") for skill in sorted(facts.used, key=draw)]
    listed = [(skill, f"your résumé lists {SKILLS[skill].name}") for skill in sorted(facts.listed, key=draw)]
    return in_turn([(one, why) for one in _about(pool, (skill,))] for skill, why in (*used, *listed))


def weak(pool: Mapping[str, Question], facts: Facts) -> list[Chosen]:
    """Questions on topics that went badly of late, the worst first."""
    means = {topic: fmean(scores[:_LATELY]) for topic, scores in facts.scores.items() if topic in SUBJECTS and scores}
    worst = sorted((topic for topic, mean in means.items() if mean < WEAK), key=lambda topic: (means[topic], topic))
    groups = []
    for topic in worst:
        last, on = facts.scores[topic][0], f"on “{SUBJECTS[topic].name}”"
        why = (
            f"your last answer {on} got {last:.1f}" if last < WEAK else f"your answers {on} average {means[topic]:.1f}"
        )
        groups.append([(one, f"{why} of 10") for one in pool.values() if one.topic == topic])
    return in_turn(groups)


def _about(pool: Mapping[str, Question], skills: Sequence[str]) -> Iterator[Question]:
    """The questions that test one of these skills, before those that test what it stands on."""
    direct = set(skills)
    near = {name for skill in skills if skill in SKILLS for name in covered_by(skill) if not SKILLS[name].broad}
    for wanted, not_wanted in ((direct, set()), (near, direct)):
        yield from (one for one in pool.values() if wanted & set(one.skills) and not not_wanted & set(one.skills))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _NAME else f"{flat[: _NAME - 1].rstrip()}…"
