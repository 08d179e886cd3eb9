"""What is most worth doing about a match: what can be shown truthfully first, then what must be learned."""

from core.resume.match.post import Match, Verdict

MOST = 3


def steps(match: Match, most: int = MOST) -> tuple[Verdict, ...]:
    """The requirements that are most worth work: must-haves first, and of these what can be added truthfully."""
    open_ = [verdict for verdict in match.verdicts if verdict.standing != "shown"]
    return tuple(sorted(open_, key=_rank)[:most])


def _rank(verdict: Verdict) -> tuple[bool, int]:
    nearness = 0 if verdict.addable else 1 if verdict.standing == "listed" else 2
    return verdict.requirement.need != "must", nearness


def addable(match: Match) -> list[Verdict]:
    """What could be shown truthfully: it stands elsewhere in the résumé, or the person told of it."""
    return [verdict for verdict in match.verdicts if verdict.addable and verdict.standing != "shown"]


def unproven(match: Match) -> list[Verdict]:
    """What is only listed or implied, and nothing known would show it."""
    return [verdict for verdict in match.verdicts if verdict.standing == "listed" and not verdict.addable]


def to_learn(match: Match) -> list[Verdict]:
    """What stands nowhere, must-haves first."""
    missing = [verdict for verdict in match.verdicts if verdict.standing == "missing" and not verdict.addable]
    return sorted(missing, key=lambda verdict: verdict.requirement.need != "must")


def advice(verdict: Verdict) -> str:
    """What to do about one requirement, by rules; names only what the post and the verdict hold."""
    label, kind = verdict.requirement.label, verdict.requirement.kind
    if verdict.addable and kind == "skill":
        told = "You told me of it" if verdict.from_facts else "It stands in your résumé, but in no line of your work"
        return f"{told}. If you used {label} at work, name it in the line that tells what you did with it."
    if kind == "skill":
        if verdict.standing == "listed":
            return f"{verdict.because} If you have used {label} at work, say where and what came of it.".strip()
        return f"Nothing shows {label}. If you have used it, add where; otherwise it is to be learned first."
    if kind == "degree" and verdict.standing == "missing":
        return "No such degree is in your résumé. If you have one, or the experience they take instead, say so."
    if kind == "language" and verdict.standing == "missing":
        return f"{label} is not in your résumé. If you speak it, add it with your level."
    return verdict.because or f"{label} is only partly shown."
