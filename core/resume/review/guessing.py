"""Guesses the track of a résumé from its titles and skills."""

import re
from collections.abc import Iterable, Mapping, Sequence

from core.topics import TRACKS, Track, track_of_title

_LEAST = 4.0  # below this nothing is guessed: the person may not be in technology at all
_LISTED_CORE, _SHOWN_CORE = 3, 2  # core skills named, and of these shown at work, that stand in for a technical title
_TECHNICAL = re.compile(
    r"\b(?:software|developer|programmer|(?:software|web|data|machine learning|cloud|systems|platform|full[- ]?stack) "
    r"engineer\w*|coder)\b",
    re.IGNORECASE,
)


def guess_track(label: str, jobs: Sequence[str], listed: Iterable[str], shown: Iterable[str]) -> str:
    """The track that the headline, the titles of the jobs and the skills (ids) point to most, or "" where to none.

    What is shown in experience counts twice what is only listed.
    """
    titles = _titles(label, jobs)
    named = {**dict.fromkeys(listed, 0.5), **dict.fromkeys(shown, 1.0)}
    scores = {track.id: _score(named, track) + titles.get(track.id, 0.0) for track in TRACKS.values()}
    best = max(scores, key=lambda name: scores[name])
    technical = best in titles or any(_TECHNICAL.search(words) for words in (label, *jobs))
    return best if scores[best] >= _LEAST and (technical or _at_home(named, TRACKS[best])) else ""


def _at_home(named: Mapping[str, float], track: Track) -> bool:
    """Whether enough of the core is known, and used, that no title is needed."""
    best = [max((named.get(skill, 0.0) for skill in group.any), default=0.0) for group in track.core]
    return sum(worth > 0 for worth in best) >= _LISTED_CORE and best.count(1.0) >= _SHOWN_CORE


def _score(named: Mapping[str, float], track: Track) -> float:
    """How much of what the track asks for is there; what every track asks for (Git) counts nothing."""
    groups = [(group, 2.0) for group in track.core] + [(group, 1.0) for group in track.expected]
    total = whole = 0.0
    for group, weight in groups:
        if group.label != "Git":
            total += weight * max([named.get(skill, 0.0) for skill in group.any], default=0.0)
            whole += weight
    return total / whole * 12


def _titles(label: str, jobs: Sequence[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for words, weight in [(label, 5.0), *((title, 4.0 if not at else 1.0) for at, title in enumerate(jobs[:3]))]:
        track = track_of_title(words)
        if track:
            found[track] = found.get(track, 0.0) + weight
    return found
