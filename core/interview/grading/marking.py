"""The mark of an answer, whoever reads it."""

import asyncio
from dataclasses import dataclass

from core.chat.turn import Work
from core.interview.bank.question import Question
from core.interview.grading.reading import reread, reused
from core.interview.mark import Mark
from core.interview.scoring.scorer import Scorer
from core.interview.stories.marking import story_mark
from core.llm.desk import Desk, NoAnswer


@dataclass(frozen=True, slots=True)
class Graded:
    """A mark, and the one honest line where a model could not help ("": nothing to explain; Markdown)."""

    mark: Mark
    note: str = ""


async def mark(
    work: Work,
    question: Question,
    answer: str,
    hints: int = 0,
    private: tuple[str, ...] = (),
    earlier: Mark | None = None,
) -> Graded:
    """The mark of an answer. `private` holds the person's own values, which no model may see.

    `earlier` is the mark of the same words to the same question: what a model read then holds again.
    """
    scorer = work.tool(Scorer)
    if question.area == "behavioural":
        return Graded(await asyncio.to_thread(story_mark, question, answer, scorer, hints))
    offline = await scorer.mark(question, answer, hints)
    if earlier and (again := reused(question, offline, earlier)):
        return Graded(again)
    if offline.doubt or not work.tool(Desk).ready:  # of what is hardly an answer there is nothing to read
        return Graded(offline)
    try:
        return Graded(await reread(work, question, answer, offline, private))
    except NoAnswer as none:
        return Graded(offline, none.sentence)
