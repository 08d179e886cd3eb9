"""Chooses the questions of a session from the bank, by a wish and what is known of the person."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from core.interview.bank.question import Question
from core.interview.choosing.facts import Facts
from core.interview.choosing.lanes import EACH, lanes
from core.interview.choosing.reasons import Chosen
from core.interview.choosing.wish import Wish
from core.interview.sessions.session import MOST

RESTS = timedelta(days=14)  # how long an answered question rests, unless it is due
LEVELS = ("junior", "mid", "senior")
_EACH_MINUTES = 20  # of a mixed session, for which it asks one question about behaviour
_LEFT = 5  # minutes that may stay unfilled


class Choice:
    """A choice in the making: `picked` holds what was chosen so far, in the order of choosing."""

    def __init__(self, wish: Wish, facts: Facts, now: datetime, seed: int) -> None:
        self._wish, self._facts, self._now, self._seed = wish, facts, now, seed
        self._level = wish.level or (facts.level if wish.me else "")
        self._mixed = not wish.subjects and (wish.me or wish.mode == "mock")
        self.picked: dict[str, Chosen] = {}

    def of(self, pool: Mapping[str, Question]) -> list[Chosen]:
        """The chosen questions in the order of choosing: fresh ones of the right level as far as they go, then others."""
        stages: dict[tuple[bool, int], dict[str, Question]] = {}
        for one in sorted(pool.values(), key=self.order):
            stages.setdefault((self._rests(one), self.distance(one)), {})[one.id] = one
        for _, stage in sorted(stages.items(), key=lambda pair: pair[0]):
            self._pick(stage)
        if not self.picked and pool:  # not one fits the minutes
            shortest = min(pool.values(), key=lambda one: (one.minutes, self.order(one)))
            self.picked[shortest.id] = (shortest, "")
        return list(self.picked.values())

    def order(self, one: Question) -> tuple[float, int]:
        """By chance, but what was answered before comes last, the latest at the very end."""
        last = self._facts.last.get(one.id)
        return last.timestamp() if last else 0.0, self._draw(one.id)

    def _draw(self, name: str) -> int:
        return int.from_bytes(hashlib.blake2b(f"{self._seed}:{name}".encode(), digest_size=8).digest(), "big")

    def _rests(self, one: Question) -> bool:
        last = self._facts.last.get(one.id)
        return last is not None and self._now - last < RESTS and one.id not in self._facts.due

    def distance(self, one: Question) -> int:
        """How far its level is from the one asked for; chosen for a person, only whether it is too far."""
        at = LEVELS.index(one.level)
        if self._wish.level:
            return abs(at - LEVELS.index(self._wish.level))
        if not self._wish.me or one.id in self._facts.due:
            return 0
        return int(abs(at - LEVELS.index(self._level or "junior")) > 1)

    def _pick(self, pool: Mapping[str, Question]) -> None:
        waiting = [iter(lane) for lane in lanes(pool, self._wish, self._facts, self._draw, self._seed)]
        while waiting:
            waiting = [lane for lane in waiting if self._takes_one(lane)]

    def _takes_one(self, lane: Iterator[Chosen]) -> bool:
        """Takes the next of a lane that is new and fits; False where none is left."""
        for one, why in lane:
            if one.id not in self.picked and self._fits(one):
                self.picked[one.id] = (one, why)
                return True
        return False

    def _fits(self, one: Question) -> bool:
        wish = self._wish
        taken = sum(chosen.minutes for chosen, _ in self.picked.values())
        if len(self.picked) >= (wish.length or MOST):
            return False
        if wish.minutes and (taken + one.minutes > wish.minutes or taken + _LEFT > wish.minutes):
            return False
        return not self._mixed or self._taken(one.area) < self._most(one.area)

    def _taken(self, area: str) -> int:
        return sum(chosen.area == area for chosen, _ in self.picked.values())

    def _most(self, area: str) -> int:
        """How many questions of an area a mixed session may have."""
        if area == "design":
            return 1  # each takes as long as five others
        if area != "behavioural":
            return MOST
        return max(1, self._wish.length // EACH if self._wish.length else self._wish.minutes // _EACH_MINUTES)
