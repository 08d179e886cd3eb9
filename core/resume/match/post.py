"""A job post, taken apart; and how a résumé stands against it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Need = Literal["must", "nice"]
Kind = Literal["skill", "years", "degree", "language"]
Standing = Literal["shown", "listed", "missing"]
Seniority = Literal["", "intern", "junior", "mid", "senior", "lead"]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Requirement(Frozen):
    """One thing asked for. `skills` are ids of `core.topics`, any one of which meets it ("PostgreSQL or MySQL").

    `quote` is the post's own line. `years` goes with kind "years"; `level` with "degree" (bachelor, master, phd, any)
    and "language" (B2, fluent, native). `or_experience`: experience is taken in place of the degree.
    """

    label: str
    kind: Kind
    need: Need
    quote: str
    skills: tuple[str, ...] = ()
    years: float = 0.0
    level: str = ""
    or_experience: bool = False


class Post(Frozen):
    """What a post asks for, in the order of the post. Empty: not said.

    `judged` counts the lines that gave requirements; `unread` are those that ask for what the rules cannot judge.
    """

    title: str = ""
    company: str = ""
    seniority: Seniority = ""
    place: str = ""
    remote: Literal["", "remote", "hybrid", "onsite"] = ""
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    judged: int = 0


class Verdict(Frozen):
    """How one requirement stands. `quote` is the résumé's own line (or, `from_facts`, an answer the person gave).

    `because` is one plain sentence. `addable`: it could be added truthfully, as it stands elsewhere in the résumé or
    in the person's facts; `quote` then says where.
    """

    requirement: Requirement
    standing: Standing
    quote: str = ""
    because: str = ""
    addable: bool = False
    from_facts: bool = False


class Part(Frozen):
    """One part of the percent: earned of possible points, which add up to 100."""

    name: str
    earned: float
    possible: float
    because: str


class Match(Frozen):
    """A whole match. `percent` is the rounded sum of what the parts earned; `reachable` counts what is addable as shown.

    `mirror` pairs the post's word with the résumé's for the same thing ("Kubernetes", "k8s"): words to take over.
    """

    rules_version: str
    percent: int
    reachable: int
    post: Post
    verdicts: tuple[Verdict, ...]
    parts: tuple[Part, ...]
    mirror: tuple[tuple[str, str], ...] = ()
