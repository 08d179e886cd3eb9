"""The mark of an answer, whoever reads it."""

from dataclasses import dataclass

from core.chat.turn import Work
from core.interview.bank.question import Question
from core.interview.mark import Mark
from core.interview.scoring.scorer import Scorer


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
    private: tuple[str, ...] = (),  # noqa: ARG001 # the model's reading needs it
) -> Graded:
    """The mark of an answer; `private` holds the person's own values, which no model may see."""
    return Graded(await work.tool(Scorer).mark(question, answer, hints))
