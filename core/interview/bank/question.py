"""A question of an interview and what a good answer to it holds. The bank's JSON is checked against these models."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from core.topics import SKILLS, TRACKS
from core.topics.subjects import SUBJECTS, Area

Level = Literal["junior", "mid", "senior"]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Line = Annotated[str, StringConstraints(min_length=2, max_length=400, strip_whitespace=True)]
WORDS = {"question": (4, 60), "idea": (4, 40), "answer": (80, 200)}  # least and most words


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Point(_Frozen):
    """One idea that a good answer holds.

    `accept` are phrasings of which each alone earns the point, as somebody would say it; `wrong` are sentences that
    show a misconception about it; without a `decisive` one an answer cannot stand. `stage` counts from 1 where a
    question is asked in stages, and is 0 elsewhere.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,24}$")]
    idea: Line
    weight: Annotated[int, Field(ge=1, le=3)]
    accept: Annotated[tuple[Line, ...], Field(min_length=2, max_length=8)]
    wrong: Annotated[tuple[Line, ...], Field(max_length=4)] = ()
    decisive: bool = False
    stage: Annotated[int, Field(ge=0, le=6)] = 0


class FollowUp(_Frozen):
    """What to ask next when the point `missed` was missed; it leads towards the point without saying it."""

    missed: str
    question: Line


class Stage(_Frozen):
    """One step of a question that is asked in steps."""

    title: Line
    ask: Line


class Question(_Frozen):
    """A question with its key points, a model answer, and the way to it. `minutes` is the time that an answer takes.

    `skills` holds ids of the skills whose claim in a résumé this question tests; no `tracks`: every track.
    """

    id: Id
    topic: str
    level: Level
    tracks: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    question: Line
    stages: Annotated[tuple[Stage, ...], Field(max_length=6)] = ()
    points: Annotated[tuple[Point, ...], Field(min_length=3, max_length=7)]
    answer: Annotated[str, StringConstraints(min_length=200, max_length=2000, strip_whitespace=True)]
    follow_ups: Annotated[tuple[FollowUp, ...], Field(min_length=2, max_length=2)]
    hints: Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)]
    mistakes: Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]
    minutes: Annotated[int, Field(ge=1, le=30)]

    @property
    def area(self) -> Area:
        """The area that its topic belongs to."""
        return SUBJECTS[self.topic].area

    @model_validator(mode="after")
    def _known(self) -> Self:
        points = [point.id for point in self.points]
        stages = {point.stage for point in self.points}
        problems = {
            "a topic that no subject has": self.topic not in SUBJECTS,
            "an unknown track": not set(self.tracks) <= set(TRACKS),
            "an unknown skill": not set(self.skills) <= set(SKILLS),
            "two points of one id": len(set(points)) < len(points),
            "a follow-up on no point": not {one.missed for one in self.follow_ups} <= set(points),
            "both follow-ups on one point": len({one.missed for one in self.follow_ups}) < len(self.follow_ups),
            "no decisive point": not any(point.decisive for point in self.points),
            "stages that its points do not follow": stages != (set(range(1, len(self.stages) + 1)) or {0}),
            **{
                f"{name} of {len(text.split())} words": not _fits(name, text)
                for name, text in (("question", self.question), ("answer", self.answer))
            },
            **{
                f"idea of {point.id}: {len(point.idea.split())} words": not _fits("idea", point.idea)
                for point in self.points
            },
        }
        found = [problem for problem, there in problems.items() if there]
        if found:
            raise ValueError(f"{self.id}: {'; '.join(found)}")
        return self


def _fits(name: str, text: str) -> bool:
    least, most = WORDS[name]
    return least <= len(text.split()) <= most
