"""What a rewrite proposes for one line of experience: before, after, why, and the blanks that only the person can fill."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Blank(Frozen):
    """A gap in a proposed line. `mark` is its exact text in the line ("[serving __ requests a day]").

    `question` is what the person is asked; `example` shows the form of an answer. `choices` are offered as buttons
    (for "[Built / extended / fixed – which?]"). `without` are the words that stand in its place when it is skipped.
    `claim` opens the line only with an answer ("Reduced"), `unclaimed` without one ("Worked to reduce").
    `reason` is the one of the proposal's reasons that holds only once the blank is filled.
    """

    mark: str
    question: str
    example: str = ""
    number: bool = False
    choices: tuple[str, ...] = ()
    without: str = ""
    claim: str = ""
    unclaimed: str = ""
    reason: str = ""


class Proposal(Frozen):
    """A better form of one line. `path` names the field (see `core.resume.versions.editing.Paper`).

    `before` is verbatim. `after` may hold blanks; `plain` is the line when every blank is skipped (it may equal `before`).
    `safe`: only words changed, no blank, nothing that the person must confirm; `sure`: so is `plain`. `gain`: points that
    the review would give for it (an estimate used for the order only; 0.0 where unknown).
    """

    path: str
    entry: str  # "Backend Engineer, Acme Payments"
    before: str
    after: str
    plain: str
    reasons: tuple[str, ...]
    blanks: tuple[Blank, ...] = ()
    safe: bool = False
    sure: bool = False
    gain: float = 0.0
    source: Literal["rules", "model"] = "rules"
