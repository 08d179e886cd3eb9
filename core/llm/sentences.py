"""Why the model gave nothing, as one honest line for the person."""

from datetime import UTC, datetime, timedelta

from core.chat.person import Person
from core.llm.port import Reason

_OWN = "so I did this by my rules alone."
SENTENCES: dict[Reason, str] = {
    "off": "",
    "busy": f"The language model has too much to do right now, {_OWN}",
    "quota": f"The language model's account has nothing left at its provider, {_OWN} Whoever hosts me can top it up.",
    "refused": f"The language model declined to answer, {_OWN}",
    "too long": f"The language model's answer was too long and broke off, {_OWN}",
    "garbled": f"The language model's answer made no sense, {_OWN}",
    "timeout": f"The language model did not answer in time, {_OWN}",
    "unreachable": f"The language model could not be reached, {_OWN}",
    "rejected": f"The language model did not take my request, {_OWN} Whoever hosts me can see why in `bot check`.",
}
_TYPE = "Type your answer instead, or record it again later."
UNHEARD: dict[Reason, str] = {
    "off": "I cannot listen to recordings: that needs a transcription model, which whoever hosts me has not switched on. "
    "Please type your answer.",
    "spent": f"You have used up today's share of the model, so I cannot listen to this one. {_TYPE}",
    "busy": f"The transcription model has too much to do right now. {_TYPE}",
    "quota": f"The transcription model's account has nothing left at its provider. {_TYPE}",
    "refused": f"The transcription model declined that recording. {_TYPE}",
    "too long": "That recording is too long for the transcription model. Say it in shorter ones, or type your answer.",
    "garbled": f"What the transcription model gave back made no sense. {_TYPE}",
    "timeout": "The transcription model did not finish in time. Say it in shorter recordings, or type your answer.",
    "unreachable": f"The transcription model could not be reached. {_TYPE}",
    "rejected": "The transcription model did not take that recording; it may be broken, or whoever hosts me can see why "
    "in `bot check`. Please type your answer.",
}


def sentence_for(reason: Reason, person: Person, now: datetime) -> str:
    """The line for this reason; for a spent budget it says when there is more, on the person's own clock."""
    if reason != "spent":
        return SENTENCES[reason]
    clock = f"{person.local(_tomorrow(now)):%H:%M}"
    return f"Today's tokens for the language model do not suffice any more, {_OWN} There are new ones at {clock} on your clock."


def _tomorrow(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
