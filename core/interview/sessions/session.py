"""A session as it is kept: what it asks, and the question at hand with all that was said to it so far. Plain JSON."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Mode = Literal["practice", "mock", "daily", "retry"]
State = Literal["open", "done", "stopped"]
MOCK_MINUTES = 45
PRACTICE = 5  # questions of a practice session
MOST = 20  # questions of any session


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Planned(_Frozen):
    """One question of a session's plan, and in words why it was chosen ("you say that you used Kafka"); "": no reason."""

    question: str
    why: str = ""


class Sitting(_Frozen):
    """The question at hand. `at` counts from 0; `stage` from 1 where a question is asked in stages.

    `parts` are the messages since the last *Done*; `said` the whole answers to the stages before, and to all of it once
    a follow-up on the point `missed` is being asked. `answer` is the number of the answer that was kept, while its
    feedback is read and the next question has not been asked; 0 before. `heard` names the requests whose recordings
    are among the parts.
    """

    at: int
    stage: Annotated[int, Field(ge=1)] = 1
    parts: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    missed: str = ""
    hints: Annotated[int, Field(ge=0, le=3)] = 0
    answer: int = 0
    heard: tuple[str, ...] = ()
    asked_at: datetime


class Plan(_Frozen):
    """What a session asks: `wish` is what the person wanted, in words ("Databases, senior"); `minutes` 0: no clock."""

    questions: tuple[Planned, ...]
    wish: str
    minutes: int = 0
    retry_of: int = 0  # the answer that is tried again
