"""Whether a story was told before: by its names, its numbers and its rare words, not by what it is about."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from core.interview.scoring.words import Word, weight, words
from core.interview.stories.fitting import rarity

SAME = 0.45  # of 1: retold stories share 0.6 and more of their weight, different ones 0.3 and less
LEAST = 2.5  # weight that must be shared: two or three rare words
NAMED = 1.2  # the weight of a name, and of a number of two digits or more
_ENDS = '.!?:;"“'


def told_before(answer: str, earlier: Sequence[tuple[int, str]]) -> int | None:
    """The id of the earlier answer (id, words) that tells the same story, the likest one; None where none does."""
    told = _marks(answer)
    alike = {number: _shared(told, _marks(text)) for number, text in earlier}
    likest = max(alike, key=lambda number: alike[number], default=None)
    return likest if likest is not None and alike[likest] >= SAME else None


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The share of the shorter story's weight that stands in both."""
    shared = sum(min(one[stem], other[stem]) for stem in one.keys() & other.keys())
    return shared / min(sum(one.values()), sum(other.values())) if shared >= LEAST else 0.0


@lru_cache(maxsize=512)
def _marks(story: str) -> Mapping[str, float]:
    """What tells a story from others, with weights: rare words, and least of all those that any such story holds."""
    found: dict[str, float] = {}
    for word in words(story):
        if not word.light:
            found[word.stem] = max(found.get(word.stem, 0.0), _weight(word, story))
    return found


def _weight(word: Word, story: str) -> float:
    if len(word.text) > 1 and any(mark.isdigit() for mark in word.text):
        return NAMED
    inside = story[: word.start].rstrip()[-1:] not in _ENDS
    if inside and word.start and word.text[0].isupper():
        return NAMED
    return weight(word.text) * rarity().get(word.stem, _most()) / _most()


@lru_cache(maxsize=1)
def _most() -> float:
    return max(rarity().values())
