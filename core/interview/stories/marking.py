"""The mark of a told story: its checklist is the score, and its key points are read beside it."""

from core.interview.bank.question import Question
from core.interview.mark import FULL, HINT, Mark
from core.interview.scoring.scorer import Scorer
from core.interview.stories.checklist import checklist, worth
from core.interview.stories.doubts import gate
from core.interview.stories.telling import telling


def story_mark(question: Question, answer: str, scorer: Scorer, hints: int = 0) -> Mark:
    """The mark of an answer to a behavioural question; the verdicts on its key points inform, and do not count."""
    verdicts = scorer.mark_now(question, answer).verdicts
    items, closed = checklist(question, answer, verdicts), gate(question, telling(answer), verdicts)
    earned = sum(worth(item) for item in items if item.there)
    whole = sum(worth(item) for item in items)
    return Mark(
        score=round(max(0.0, FULL * closed.share * earned / whole - HINT * hints), 1),
        verdicts=verdicts,
        gate=closed.share,
        doubt=closed.doubt,
        hints=hints,
        checklist=items,
        scorer=scorer.version,
    )
