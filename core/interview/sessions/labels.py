"""The labels of the buttons under feedback, typed: they do what the buttons do while that feedback is fresh."""

import re
from collections.abc import Mapping
from datetime import timedelta

from core.chat.outcome import Outcome
from core.chat.turn import Turn
from core.interview.history.store import AnswerStore
from core.interview.sessions import disagreeing, telling

FRESH = timedelta(hours=2)  # since an answer was scored
_LABELS: Mapping[str, str] = {
    "disagree": r"(?:i )?(?:disagree|do not agree|don'?t agree)(?: with (?:that|this|it|the score))?",
    "model": r"(?:the |a |show (?:me )?(?:the |a )?)?model answer",
    "again": r"(?:let me )?(?:try|retry)(?: it| this| that)?(?: again| once more)|retry",
}
_SAID = {name: re.compile(rf"{words}(?:,? please)?[.!]*", re.IGNORECASE) for name, words in _LABELS.items()}


async def pressed(turn: Turn, text: str) -> Outcome | None:
    """What the button does whose label this is; None for other words, or where no feedback is fresh."""
    said = text.strip().replace("’", "'")
    label = next((name for name, words in _SAID.items() if words.fullmatch(said)), "")
    newest = await AnswerStore(turn.tx, turn.person.id).listed(1) if label else []
    if not newest or newest[0].score is None or turn.now - newest[0].answered_at > FRESH:
        return None
    if label == "disagree":
        return await disagreeing.disagree(turn, newest[0].id)
    if label == "model":
        return await telling.model_answer(turn, newest[0].id)
    return await telling.retry(turn, newest[0].id)
