"""Guesses the track of a résumé from its titles and skills."""

from core.resume.review.facts import Facts
from core.topics import TRACKS, Track, track_of_title

_LEAST = 4.0  # below this nothing is guessed: the person may not be in technology at all


def guess_track(facts: Facts) -> str:
    """The track that titles and skills point to most, or "" where they point to none."""
    titles = _titles(facts)
    scores = {track.id: _score(facts, track) + titles.get(track.id, 0.0) for track in TRACKS.values()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LEAST else ""


def _score(facts: Facts, track: Track) -> float:
    """What is shown in experience counts twice what is only listed; what every track asks for (Git) counts nothing."""
    named = {**dict.fromkeys(facts.listed, 0.5), **dict.fromkeys(facts.shown, 1.0)}
    groups = [(group, 2.0) for group in track.core] + [(group, 1.0) for group in track.expected]
    total = sum(
        weight * max((named.get(skill, 0.0) for skill in group.any), default=0.0)
        for group, weight in groups
        if group.label != "Git"
    )
    return total / sum(weight for group, weight in groups if group.label != "Git") * 12


def _titles(facts: Facts) -> dict[str, float]:
    found: dict[str, float] = {}
    for words, weight in [
        (facts.resume.basics.label, 5.0),
        *((job.title, 4.0 if not at else 1.0) for at, job in enumerate(facts.jobs[:3])),
    ]:
        track = track_of_title(words)
        if track:
            found[track] = found.get(track, 0.0) + weight
    return found
