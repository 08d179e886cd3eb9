"""The lines of the checklist: what each is worth, and what to do where it is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `phrases` names those by which it is found, "" where it is found otherwise.

    `asks` stands in a stronger version where the person has to fill it in; "" where another line asks already.
    """

    worth: int
    advice: str
    phrases: str = ""
    asks: str = ""


LINES: Mapping[str, Line] = MappingProxyType(
    {
        "Situation": Line(
            1,
            "Begin with where and when it was, and what you were there, in one sentence.",
            "situation",
            "when and where was it, and what were you there?",
        ),
        "Task": Line(
            1,
            "Say what you had to do, or what was going wrong.",
            "task",
            "what did you have to do, or what was going wrong?",
        ),
        "Action": Line(
            2,
            "Tell step by step what you did: “I asked …”, “I built …”.",
            asks="what did you do yourself, step by step?",
        ),
        "Result": Line(
            2,
            "Say what came of it: what was different afterwards, and who could see it.",
            "result",
            "what was the result? a number if you have one",
        ),
        "I and we": Line(
            1,
            "Say “I” for what you did yourself: it is you who is being hired.",
            asks="which of this did you do yourself?",
        ),
        "Reflection": Line(
            1,
            "End with what you learned, or would do differently today.",
            "reflection",
            "what did you learn, or would you do differently?",
        ),
        "A clear claim": Line(
            2, "Answer in your first sentence, in the first person.", "claim", "your answer in one sentence"
        ),
        "A reason": Line(2, "Say why: “because …”, “that is why …”.", "reason", "why is that so?"),
        "Where it shows": Line(2, "Name one occasion on which it showed.", "showing", "when did it show?"),
        "An example": Line(2, "Back it with one thing that you did.", "example", "one thing that you did"),
        "The link to the role": Line(
            2, "Tie it to this job: what you bring to it, or seek in it.", "role", "what has it to do with this job?"
        ),
        "A difference made": Line(
            2,
            "Say what was different afterwards, and for whom.",
            "result",
            "what was different afterwards, and for whom?",
        ),
        "What you do about it": Line(2, "Say what you do about it today.", "remedy", "what do you do about it today?"),
        "The way back": Line(
            2, "Say how you kept your hand in, and that you are back.", "return", "how did you keep your hand in?"
        ),
        "A number": Line(
            1,
            "Give one number: how many, how long, from how much to how much.",
            "number",
            "a number: how many, how long, from how much to how much?",
        ),
        "Length": Line(1, "Aim at one to two minutes, 60 to 350 words."),
        "This question": Line(1, "Come back to what was asked, in the words of the question."),
    }
)
