"""Which commands free talk means, by rules over their names, the words they listen for, and examples of what people say.

Each word speaks for a command by the share of that command in all that is declared with the word (as in naive Bayes), and
a text that resembles one example as a whole (cosine of weighted words and pairs of words) speaks for its command, too.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from core.chat.book import Command

LONGEST = 60  # words of a text that are looked at
SURE = 0.22  # the least score at which a command is offered; set on phrases of our own, with small talk among them
NEAR = 0.55  # a second offer has at least this part of the first one's score
MISTYPED = 83  # rapidfuzz's ratio, 0–100, for two words to be taken as the same word mistyped
_IDLE = ""  # in place of a command's name: talk that asks for nothing
_NAME, _GUESS, _EXAMPLE = 3.0, 2.0, 1.0
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_ENDINGS = ("ations", "ation", "ings", "ing", "ment", "ers", "ies", "ed", "es", "er", "ly", "s", "e", "y")
_STOP = frozenset(
    re.findall(
        r"\w+",
        """a an the and or of to in on at for from with by as is are was were be been am do does did can could would will
        shall should may might i me my mine we us our you your it its that these those there so just please pls plz hey hi
        hello some any have has had im ive id let lets want wanna like need get got give make s t m re ve ll really very
        too also if but then than ok okay now again more""",
    )
)
_KEPT = frozenset({"hi", "hello", "hey"})  # a text of nothing else is a greeting


class Intents:
    """The index over a set of commands, made once. Words of one group in `same` count as one word; `idle` are phrases of
    small talk that ask for nothing.
    """

    def __init__(
        self, commands: Sequence[Command], same: Sequence[tuple[str, ...]] = (), idle: Sequence[str] = ()
    ) -> None:
        self._same = {stem(word): stem(words[0]) for words in same for word in words}
        self._words: list[str] = []
        self._commands = {command.name: command for command in commands}
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)  # term → command → weight
        self._examples: list[tuple[str, dict[str, float]]] = []
        phrases = [(command.name, phrase) for command in commands for phrase in command.examples]
        said = [(name, self._terms(phrase)) for name, phrase in [*phrases, *((_IDLE, phrase) for phrase in idle)]]
        seen = Counter(term for _, terms in said for term in set(terms))
        self._rarity = {term: math.log(1 + len(said) / count) for term, count in seen.items()}
        for command in commands:
            self._listen(command.name, [command.name], _NAME)
            self._listen(command.name, command.guess, _GUESS)
        for name, terms in said:
            self._examples.append((name, self._vector(terms)))
            for term in set(terms):
                # Saturating: a word that stands in ten examples of one command is not ten times as telling
                known = self._weights[term].get(name, 0.0)
                self._weights[term][name] = known + _EXAMPLE / (1 + known)
        self._words = [*(term for term in self._weights if " " not in term), *self._same]

    def _listen(self, name: str, words: Sequence[str], weight: float) -> None:
        for word in words:
            for term in self._terms(word):
                self._weights[term][name] = max(weight, self._weights[term].get(name, 0.0))
                self._rarity.setdefault(term, math.log(1 + len(self._commands)))

    def meant(self, text: str) -> list[tuple[float, Command]]:
        """The commands that a text means with their scores (0 to about 1), the surest first; none where nothing is sure."""
        terms = self._terms(text)
        scores = {name: self._score(name, terms) for name in self._commands}
        best = max(scores.values(), default=0.0)
        if best < SURE or best < self._score(_IDLE, terms):
            return []
        found = [(score, self._commands[name]) for name, score in scores.items() if score >= max(SURE, NEAR * best)]
        return sorted(found, key=lambda pair: -pair[0])

    def _terms(self, text: str) -> list[str]:
        """The stems of a text's telling words, one for all that mean the same, and the pairs of neighbours among them."""
        stems = [self._same.get(known, known) for known in map(self._known, stems_of(text))]
        return stems + [f"{one} {other}" for one, other in pairwise(stems)]

    def _known(self, term: str) -> str:
        """The stem itself, or the known one that it mistypes."""
        if term in self._weights or term in self._same or len(term) < 4:
            return term
        near = process.extractOne(term, self._words, scorer=fuzz.ratio, score_cutoff=MISTYPED)
        return near[0] if near and near[0][0] == term[0] else term

    def _score(self, name: str, terms: list[str]) -> float:
        words = [term for term in terms if " " not in term]
        if not words:
            return 0.0
        spoken = sum(self._share(name, term) for term in terms)
        vector = self._vector(terms)
        alike = max((_cosine(vector, known) for owner, known in self._examples if owner == name), default=0.0)
        return 0.55 * min(1.0, spoken / (0.6 + 0.45 * len(words))) + 0.45 * alike

    def _share(self, name: str, term: str) -> float:
        weights = self._weights.get(term, {})
        whole = sum(weights.values())
        if not whole:
            return 0.0
        telling = min(1.0, whole / 2) * (0.5 if " " in term else 1.0)
        return float(telling * (weights.get(name, 0.0) / whole) ** 1.5)

    def _vector(self, terms: Sequence[str]) -> dict[str, float]:
        unknown = math.log(1 + max(1, len(self._examples)))
        return {term: self._rarity.get(term, unknown if " " not in term else 0.0) for term in terms}


@lru_cache(maxsize=4)
def intents(commands: tuple[Command, ...], same: tuple[tuple[str, ...], ...], idle: tuple[str, ...]) -> Intents:
    """The index over these commands, kept for the next text."""
    return Intents(commands, same, idle)


def stems_of(text: str) -> list[str]:
    """The stems of a text's telling words."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", text.lower().replace("’", "'")) if not unicodedata.combining(c)
    )
    words = _WORD.findall(plain)[:LONGEST]
    telling = [word for word in words if word not in _STOP] or [word for word in words if word in _KEPT]
    return [stem(word) for word in telling]


def stem(word: str) -> str:
    """The word without its ending, so that "improving" and "improve" are one; crude, but the same on both sides."""
    word = word.split("'", maxsplit=1)[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
