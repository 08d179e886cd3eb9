"""What is said to one answer: its score, what earned it, and what was missed."""

from dataclasses import replace

from core.chat.markdown import escape, quote
from core.chat.reply import Button, Reply
from core.interview.bank import Point, Question
from core.interview.mark import FULL, Mark, Verdict
from core.topics.subjects import SUBJECTS


def feedback(question: Question, mark: Mark, answer: int, note: str = "") -> Reply:
    """The feedback to the answer of this number."""
    points = {point.id: point for point in question.points}
    landed = [_landed(question, points[one.point], one) for one in mark.verdicts if one.share > 0]
    missed = [f"- {escape(points[one.point].idea)}" for one in mark.verdicts if one.standing != "covered"]
    parts = [
        note,
        "**What landed**\n" + "\n".join(landed) if landed else "",
        "**What was missed**\n" + "\n".join(missed) if missed else "",
    ]
    return Reply(
        title=f"{mark.score:g} of 10 · {SUBJECTS[question.topic].name}",
        text="\n\n".join(filter(None, parts)),
        footer=f"Scored offline by rules {mark.scorer}: a coach's number, not an examiner's.",
        buttons=((Button("I disagree", run=f"disagree {answer}"), Button("Try again", run=f"again {answer}")),),
    )


def with_next(reply: Reply, following: Button | None) -> Reply:
    """The feedback with the way on."""
    return replace(reply, buttons=((following,), *reply.buttons)) if following else reply


def _landed(question: Question, point: Point, verdict: Verdict) -> str:
    worth = FULL * point.weight / sum(one.weight for one in question.points)
    return f"- {worth * verdict.share:.1f} of {worth:.1f} · {escape(point.idea)}\n{quote(verdict.quote)}"
