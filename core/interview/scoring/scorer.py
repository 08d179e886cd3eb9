"""The offline scorer as one tool: an answer in, a mark with its make-up out. No network, no key."""

import asyncio
import re

from core.interview.bank.question import Point, Question
from core.interview.mark import Mark, Standing, Verdict, score_of

SCORER_VERSION = "1.0"
COVERED, PARTLY = 0.65, 0.35  # the least share of a point that counts as covered, or partly
_WORD = re.compile(r"[a-z0-9+#]+")
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]?")


class Scorer:
    """Scores answers offline. One per process; safe to share."""

    @property
    def version(self) -> str:
        """What scored, as it is kept beside each score."""
        return f"{SCORER_VERSION} words"

    async def mark(self, question: Question, answer: str, hints: int = 0) -> Mark:
        """The mark of an answer, made in a thread of its own."""
        return await asyncio.to_thread(self.mark_now, question, answer, hints)

    def mark_now(self, question: Question, answer: str, hints: int = 0) -> Mark:
        """The mark of an answer."""
        known = _words(question.question)
        verdicts = tuple(_verdict(point, answer, known) for point in question.points)
        score = score_of(question.points, verdicts, hints=hints)
        return Mark(score=score, verdicts=verdicts, hints=hints, scorer=self.version)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower()) if len(word) > 2)


def _verdict(point: Point, answer: str, known: frozenset[str]) -> Verdict:
    best, quote = 0.0, ""
    for sentence in _SENTENCE.findall(answer):
        said = _words(sentence)
        for phrasing in (point.idea, *point.accept):
            wanted = _words(phrasing) - known or _words(phrasing)
            share = len(wanted & said) / max(1, len(wanted))
            if share > best:
                best, quote = share, sentence.strip()
    standing: Standing = "covered" if best >= COVERED else "partly" if best >= PARTLY else "missed"
    if standing == "missed":
        return Verdict(point=point.id, standing=standing, share=0.0)
    return Verdict(point=point.id, standing=standing, share=round(best, 2), quote=quote[:160])
