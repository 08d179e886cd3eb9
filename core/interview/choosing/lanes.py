"""The lanes from which a session's questions are taken in turn: by reason for one person, by area as in a real interview."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from core.interview.bank.question import Question
from core.interview.choosing import reasons
from core.interview.choosing.facts import Facts
from core.interview.choosing.reasons import Chosen, Draw, in_turn
from core.interview.choosing.wish import Wish
from core.topics.subjects import AREAS, Area

EACH = 5  # questions of a mixed session, of which one asks about behaviour
_TRACKS = 3  # with no track known, a question of a track's own area is for so many tracks at least
_COMMON: tuple[Area, ...] = ("dsa", "systems")  # what every track is asked about
_ELSEWHERE: tuple[Area, ...] = (*_COMMON, "design", "behavioural")

Pool = Mapping[str, Question]
Lanes = Sequence[Sequence[Chosen]]


def lanes(pool: Pool, wish: Wish, facts: Facts, draw: Draw, seed: int) -> Lanes:
    """The lanes for a wish. A pool's order is the order of chance, which every lane keeps."""
    due = reasons.due(pool, facts)
    if not wish.me and (wish.subjects or wish.mode == "practice"):
        holding = [one for one in pool.values() if set(wish.skills) & set(one.skills)]
        return due, unexplained((*spread(holding), *spread(pool.values())))
    told = [due]
    if wish.me:
        told += [reasons.posted(pool, facts), reasons.claimed(pool, facts, draw), reasons.weak(pool, facts)]
    if wish.mode == "mock" and not wish.subjects:
        return _as_interviewed(pool, in_turn(told), wish, facts)
    turn = seed % len(told)
    rest = unexplained(spread(pool.values()) if wish.subjects else _mix(pool, facts, draw))
    return (*told[turn:], *told[:turn], _behavioural(pool, wish), rest)


def spread(questions: Iterable[Question]) -> list[Question]:
    """Questions so ordered that areas, and the topics of each, come in turn."""
    areas: dict[str, dict[str, list[Question]]] = {}
    for one in questions:
        areas.setdefault(one.area, {}).setdefault(one.topic, []).append(one)
    return in_turn([in_turn(topics.values()) for topics in areas.values()])


def unexplained(questions: Iterable[Question]) -> list[Chosen]:
    return [(one, "") for one in questions]


def _as_interviewed(pool: Pool, told: Sequence[Chosen], wish: Wish, facts: Facts) -> Lanes:
    """One lane for each part of an interview; what there is a reason for comes first in each."""
    level = wish.level or facts.level
    parts: list[Collection[Area]] = [
        ["behavioural"],
        ["dsa"],
        [one for one in AREAS if one not in _ELSEWHERE],
        ["systems"],
    ]
    if level in ("mid", "senior"):
        parts.append(["design"])
    mixed = [*told, *unexplained(spread(one for one in pool.values() if _for_track(one, facts.track)))]
    return [[chosen for chosen in mixed if chosen[0].area in part] for part in parts]


def _behavioural(pool: Pool, wish: Wish) -> list[Chosen]:
    several = (wish.length or EACH) >= EACH and not wish.subjects
    return unexplained(spread(one for one in pool.values() if several and one.area == "behavioural"))


def _mix(pool: Pool, facts: Facts, draw: Draw) -> list[Question]:
    """What every track is asked about, and as much again of the person's own track; chance says which begins."""
    fitting = [one for one in pool.values() if _for_track(one, facts.track)]
    common = spread(one for one in fitting if one.area in _COMMON)
    own = spread(one for one in fitting if one.area not in _ELSEWHERE)
    return in_turn([own, common] if draw("mix") % 2 else [common, own])


def _for_track(one: Question, track: str) -> bool:
    """Whether a track's people are asked this; with no track known, whether most are."""
    if not one.tracks or one.area in _COMMON:
        return not one.tracks or not track or track in one.tracks
    return track in one.tracks if track else len(one.tracks) >= _TRACKS
