"""The offline scorer as one tool: an answer in, a mark with its make-up out. No network, no key."""

import asyncio
from collections.abc import Callable
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from core.interview.bank.question import Question
from core.interview.mark import Mark, score_of

if TYPE_CHECKING:  # numpy, the tokenizer and the model are loaded at the first answer, not when the bot starts
    from core.interview.scoring.coverage import Covering
    from core.interview.scoring.embedding import Vector
    from core.interview.scoring.gate import Gate
    from core.interview.scoring.target import Target, Wanted
    from core.interview.scoring.windows import Windows

SCORER_VERSION = "1.0"
TARGETS = 400  # questions that are kept ready, some 50 kB each


class Scorer:
    """Scores answers offline. One per process; safe to share. The model is loaded at the first answer.

    Where the model is missing, is not the one that was measured, or `words_only`, words alone score, less well.
    """

    def __init__(self, *, words_only: bool = False) -> None:
        self._words_only = words_only
        self._lock = Lock()
        self._target = lru_cache(maxsize=TARGETS)(self._made)

    @property
    def version(self) -> str:
        """What scores, as it is kept beside each score."""
        return f"{SCORER_VERSION} {'minilm' if self._embed else 'words'}"

    async def mark(self, question: Question, answer: str, hints: int = 0) -> Mark:
        """The mark of an answer, made in a thread of its own."""
        return await asyncio.to_thread(self.mark_now, question, answer, hints)

    def mark_now(self, question: Question, answer: str, hints: int = 0) -> Mark:
        """The mark of an answer, the same for the same answer."""
        from core.interview.scoring.target import Wanted

        asked = " ".join((question.question, *(stage.ask for stage in question.stages)))
        wanted = tuple(
            Wanted(point.id, (point.idea, *point.accept), point.wrong, point.weight) for point in question.points
        )
        shown = (*question.hints, *(one.question for one in question.follow_ups))
        aim = self._target(asked, wanted, question.answer, shown)
        _, covering, gated = self._judged(aim, answer)
        score = score_of(question.points, covering.verdicts, gated.factor, hints)
        return Mark(
            score=score,
            verdicts=covering.verdicts,
            gate=gated.factor,
            doubt=gated.doubt,
            hints=hints,
            scorer=self.version,
        )

    def reference_score(self, question: str, reference_answer: str, answer: str) -> float:
        """0 to 10 for an answer to a question that has a reference answer and no key points; two decimals."""
        from core.interview.scoring import reference

        wanted = reference.wanted(reference_answer)
        if not wanted:
            return 0.0
        aim = self._target(question, wanted)
        found, _, gated = self._judged(aim, answer)
        if not found.pieces:
            return 0.0
        heard = " ".join(piece.text for piece in found.pieces)
        return reference.score(question, reference_answer, heard, gated=gated, embed=self._embed)

    def _judged(self, aim: "Target", answer: str) -> "tuple[Windows, Covering, Gate]":
        from core.interview.scoring.coverage import cover
        from core.interview.scoring.gate import Gate, gate, signs_of
        from core.interview.scoring.windows import heard, read, windows

        said = read(answer)
        found = windows(heard(said, aim), aim, self._embed)
        covering = cover(found, aim)
        return (
            found,
            covering,
            gate(signs_of(said, covering, aim), met=sum(one.standing != "missed" for one in covering.verdicts))
            if said
            else Gate(0.0, "empty"),
        )

    def _made(
        self, question: str, wanted: "tuple[Wanted, ...]", answer: str = "", given: tuple[str, ...] = ()
    ) -> "Target":
        from core.interview.scoring.target import target

        return target(question, wanted, self._embed, answer, given)

    @property
    def _embed(self) -> "Callable[[str], Vector] | None":
        with self._lock:
            return self._loaded

    @cached_property
    def _loaded(self) -> "Callable[[str], Vector] | None":
        from core.interview.scoring.embedding import Embedder, Missing

        try:
            return None if self._words_only else Embedder().embed
        except Missing:
            return None
