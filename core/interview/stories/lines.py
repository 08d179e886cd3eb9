"""The lines of the checklist: what each is worth, and what to do where it is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `phrases` names those by which it is found, "" where it is found otherwise."""

    worth: int
    advice: str
    phrases: str = ""


LINES: Mapping[str, Line] = MappingProxyType(
    {
        "Situation": Line(
            1, "Begin with where and when it was, and what you were there, in one sentence.", "situation"
        ),
        "Task": Line(1, "Say what you had to do, or what was going wrong.", "task"),
        "Action": Line(2, "Tell step by step what you did: “I asked …”, “I built …”."),
        "Result": Line(2, "Say what came of it: what was different afterwards, and who could see it.", "result"),
        "I and we": Line(1, "Say “I” for what you did yourself: it is you who is being hired."),
        "Reflection": Line(1, "End with what you learned, or would do differently today.", "reflection"),
        "A clear claim": Line(2, "Answer in your first sentence, in the first person.", "claim"),
        "A reason": Line(2, "Say why: “because …”, “that is why …”.", "reason"),
        "Where it shows": Line(2, "Name one occasion on which it showed.", "showing"),
        "An example": Line(2, "Back it with one thing that you did.", "example"),
        "The link to the role": Line(2, "Tie it to this job: what you bring to it, or seek in it.", "role"),
        "A difference made": Line(2, "Say what was different afterwards, and for whom.", "result"),
        "What you do about it": Line(2, "Say what you do about it today.", "remedy"),
        "The way back": Line(2, "Say how you kept your hand in, and that you are back.", "return"),
        "A number": Line(1, "Give one number: how many, how long, from how much to how much.", "number"),
        "Length": Line(1, "Aim at one to two minutes, 60 to 350 words."),
        "This question": Line(1, "Come back to what was asked, in the words of the question."),
    }
)
