"""The one sentence of a review."""

from collections.abc import Sequence

from core.resume.verdict import Area, AreaScore, Finding

_MUCH = 15  # points that a page loses for saying too little, from which this is the verdict
_STRENGTH: dict[Area, str] = {
    "machine reading": "machines read it without trouble",
    "evidence": "it proves what you did",
    "writing": "the lines are well written",
    "completeness": "nothing is missing",
    "fit": "it fits the track",
}
_LACK: dict[Area, str] = {
    "machine reading": "a parser would lose part of it",
    "evidence": "the lines tell what you did without saying how much or what came of it",
    "writing": "the wording hides your part",
    "completeness": "facts that a reader looks for are missing",
    "fit": "the skills that the track asks for are not shown at work",
}
_GAIN: dict[Area, str] = {
    "machine reading": "a layout that every system can read",
    "evidence": "numbers and outcomes",
    "writing": "tighter wording",
    "completeness": "the facts still missing",
    "fit": "showing the track's skills at work",
}


def verdict(score: int, areas: Sequence[AreaScore], found: Sequence[Finding]) -> str:
    """One sentence that fits the score and its shape: what carries the résumé and what holds it back most."""
    judged = [area for area in areas if area.possible > 0]
    best = max(judged, key=lambda area: area.earned / area.possible)
    worst = max(judged, key=lambda area: area.possible - area.earned)
    critical = sum(item.severity == "critical" for item in found)
    if critical and score >= 50:
        return f"Good work stands here, but {_counted(critical)} could keep it from being read at all: mend that first."
    if any(item.check == "bullets" and item.points >= _MUCH for item in found) and score < 90:
        return "A beginning: there is too little on the page yet to judge your work by; add to it first."
    if score >= 90 and not any(item.severity != "minor" for item in found):
        return (
            "A strong résumé: nothing that matters is left to mend."
            if found
            else "A strong résumé: the rules find nothing to mend."
        )
    if score >= 90:
        if max(item.points for item in found) >= _MUCH / 3:
            return f"A strong résumé: {_STRENGTH[best.area]}; one thing is worth doing, the first of the points below."
        return f"A strong résumé: {_STRENGTH[best.area]}; what is left is small; begin with {_GAIN[worst.area]}."
    if score >= 75:
        return f"A good résumé: {_STRENGTH[best.area]}; {_GAIN[worst.area]} would lift it most."
    if score >= 50:
        return f"A sound start: {_STRENGTH[best.area]}, but {_LACK[worst.area]}."
    return (
        f"The experience may be there, but it does not show yet: {_LACK[worst.area]}. Begin with the three "
        f"points below."
    )


def _counted(count: int) -> str:
    return "one serious fault" if count == 1 else f"{count} serious faults"
