"""A model's reading of an answer, turned into a mark by code: its words count only where they stand in the answer."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, Field

from core.chat.turn import Work
from core.interview.bank.question import Point, Question
from core.interview.mark import Mark, Standing, Verdict, score_of
from core.interview.scoring.scorer import SCORER_VERSION, Scorer
from core.interview.scoring.sentences import pieces
from core.interview.stories.telling import speaks_to_grader
from core.llm.desk import Desk
from core.llm.prompts import prompt

FLOOR = 0.2  # the least share of a point that a quoted passage must cover by itself, read offline
LONGEST = 60  # words of a quote: more is no quote, but the answer
SHARES: Mapping[Standing, float] = {"covered": 1.0, "partly": 0.5, "missed": 0.0, "contradicted": -0.5}
_WORD = re.compile(r"[^\W_]+")


class PointRead(BaseModel):
    """What the model says of one key point."""

    point: str = Field(max_length=60)
    standing: Literal["covered", "partly", "missed", "contradicted"]
    quote: str = Field(max_length=1200)


class Reading(BaseModel):
    """What the model answers to the prompt "grade"."""

    points: list[PointRead] = Field(max_length=14)


def reader() -> str:
    """Who reads with a model, and in which version, as it is kept beside each score."""
    return f"{SCORER_VERSION} model {prompt('grade').version}"


async def reread(work: Work, question: Question, answer: str, offline: Mark, private: tuple[str, ...]) -> Mark:
    """The mark with the model's verdicts where they stand up; raises `core.llm.desk.NoAnswer`."""
    points = "\n".join(f"{point.id}: {point.idea}" for point in question.points)
    texts = {"question": question.question, "points": points, "answer": answer}
    reading = await work.tool(Desk).answer(work, "grade", texts, Reading, private=private)
    return judged(question, answer, offline, reading, work.tool(Scorer))


def judged(question: Question, answer: str, offline: Mark, reading: Reading, scorer: Scorer) -> Mark:
    """The mark that a reading makes; what does not stand up leaves the point's offline verdict."""
    named = Counter(one.point for one in reading.points)
    read = {one.point: one for one in reading.points if named[one.point] == 1}
    known = {verdict.point: verdict for verdict in offline.verdicts}
    verdicts = []
    for point in question.points:
        own = known[point.id]
        one = read.get(point.id)
        verdicts.append((_verdict(question, point, answer, one, scorer) if one else None) or own)
    return _marked(question, offline, tuple(verdicts))


def reused(question: Question, offline: Mark, earlier: Mark) -> Mark | None:
    """The verdicts that a model gave to the same words before; None where no model of this version did."""
    points = [point.id for point in question.points]
    if earlier.scorer != reader() or [verdict.point for verdict in earlier.verdicts] != points:
        return None
    return _marked(question, offline, earlier.verdicts)


def _marked(question: Question, offline: Mark, verdicts: tuple[Verdict, ...]) -> Mark:
    score = score_of(question.points, verdicts, offline.gate, offline.hints)
    return offline.model_copy(update={"score": score, "verdicts": verdicts, "scorer": reader()})


def _verdict(question: Question, point: Point, answer: str, read: PointRead, scorer: Scorer) -> Verdict | None:
    """The verdict on a point; None where the model's quote does not bear it out."""
    if read.standing == "missed":
        return Verdict(point=point.id, standing="missed", share=0.0)
    quote = standing_in(answer, read.quote)
    if not quote or len(quote.split()) > LONGEST or any(map(speaks_to_grader, pieces(quote))):
        return None
    alone = {verdict.point: verdict.share for verdict in scorer.mark_now(question, quote).verdicts}
    if read.standing != "contradicted" and alone[point.id] < FLOOR:
        return None
    return Verdict(point=point.id, standing=read.standing, share=SHARES[read.standing], quote=quote)


def standing_in(answer: str, quote: str) -> str:
    """The passage of the answer that a quote repeats, as the answer has it, whatever its case, marks and blanks; "" if none."""
    wanted = [word.casefold() for word in _WORD.findall(quote)]
    said = list(_WORD.finditer(answer))
    words = [word.group().casefold() for word in said]
    if not wanted:
        return ""
    for start in range(len(words) - len(wanted) + 1):
        if words[start : start + len(wanted)] == wanted:
            return answer[said[start].start() : said[start + len(wanted) - 1].end()]
    return ""
