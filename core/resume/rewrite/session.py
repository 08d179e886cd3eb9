"""A rewriting under way: for each line what is proposed and what the person decided, and the scores on the way."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from pydantic import BaseModel

from core.resume.rewrite.closing import skipped
from core.resume.rewrite.filling import filled, resulting
from core.resume.rewrite.proposal import Blank, Proposal

Edit = tuple[str, str, str]  # path, before, after: what `core.resume.versions.editing.Paper.reworded` takes
Edits = tuple[Edit, ...]


class Taking(BaseModel):
    """A decision that took a line as `text`: by an answer (`answered`), in the person's words (`own`), or as proposed."""

    step: int
    text: str
    answered: str = ""
    own: bool = False


class Draft(BaseModel):
    """One line being rewritten. `step` counts the decisions that took a line, from 1; 0 while it is not taken."""

    proposal: Proposal
    state: Literal["open", "taken", "left"] = "open"
    text: str = ""  # the line as it was taken
    own: bool = False  # the words are the person's
    answers: dict[str, str] = {}  # a blank's mark → what the person said; only while the line is taken
    skipped: list[str] = []  # marks
    step: int = 0
    takings: list[Taking] = []  # the decisions that made the line what it is, the oldest first
    costly: bool = False  # left out of "all safe ones", as it would lower the score

    @property
    def gaps(self) -> list[Blank]:
        """The blanks that wait for an answer."""
        if self.state == "left" or self.own:
            return []
        return [
            blank for blank in self.proposal.blanks if blank.mark not in self.answers and blank.mark not in self.skipped
        ]

    @property
    def offered(self) -> str:
        """The line as it was taken, or would be without a further answer."""
        return self.text if self.state == "taken" else self.proposal.plain

    @property
    def shown(self) -> str:
        """The line with the answers so far, and with the blanks that still wait."""
        if not self.gaps:
            return self.offered
        text = self.proposal.after
        for blank in self.proposal.blanks:
            if blank.mark in self.answers:
                text = filled(text, blank, self.answers[blank.mark])
            elif blank.mark in self.skipped:
                text = skipped(text, blank)
        return text

    @property
    def better(self) -> bool:
        """Whether there is anything to take without a further answer."""
        return self.offered != self.proposal.before

    @property
    def safe(self) -> bool:
        """Whether only words would change, and nothing is left to ask or to confirm."""
        words_only = self.proposal.safe or (self.proposal.sure and not self.gaps)
        return self.state == "open" and words_only and self.better and not self.costly

    @property
    def reasons(self) -> list[str]:
        """Why the line is better as it was taken, or would be with every blank filled that was not skipped."""
        unfilled = {
            blank.reason
            for blank in self.proposal.blanks
            if blank.mark in self.skipped or (self.state == "taken" and blank.mark not in self.answers)
        }
        return [reason for reason in self.proposal.reasons if reason not in unfilled]

    def text_at(self, step: int) -> str:
        """The line as it was taken up to and with this step; "" where it was not yet."""
        return next((taking.text for taking in reversed(self.takings) if taking.step <= step), "")

    def take(self, text: str, step: int, *, own: bool = False, answered: str = "") -> None:
        self.state, self.text, self.own, self.step = "taken", text, own, step
        self.takings.append(Taking(step=step, text=text, answered=answered, own=own))

    def answer(self, blank: Blank, said: str, step: int) -> None:
        """Fills a blank, and takes the line with it; raises `core.resume.rewrite.closing.BadAnswer`."""
        filled(self.proposal.after, blank, said)  # refuses an empty answer, which would count as skipped below
        answers = {**self.answers, blank.mark: said}
        text = resulting(self.proposal, answers)
        self.answers = answers
        self.take(text, step, answered=said)

    def decline(self, state: Literal["open", "left"]) -> None:
        """Leaves the line as it is, or opens it again with all its blanks."""
        self.state, self.text, self.own, self.step = state, "", False, 0
        self.answers, self.skipped, self.takings = {}, [], []


class Session(BaseModel):
    """Everything about one rewriting. `review` is the review whose file is rewritten; lines count from 1.

    `scores` are those of the file with some lines rewritten, each under the key of these edits, as of `day`.
    `version` is the file made in the end, `made` its review.
    """

    review: int
    day: date
    drafts: list[Draft]
    asked: list[tuple[int, str]] = []  # line and mark, in the order of the questions
    scores: dict[str, int] = {}
    version: int = 0
    made: int = 0

    @classmethod
    def begun(
        cls,
        review: int,
        day: date,
        proposals: Sequence[Proposal],
        questions: Sequence[tuple[Proposal, Blank]],
        score: int,
    ) -> "Session":
        """A rewriting in which nothing is decided."""
        places = {(one.path, one.before): number for number, one in enumerate(proposals, 1)}
        asked = [(places[one.path, one.before], blank.mark) for one, blank in questions]
        drafts = [Draft(proposal=one) for one in proposals]
        return cls(review=review, day=day, drafts=drafts, asked=asked, scores={key(()): score})

    def draft(self, number: int) -> Draft | None:
        return self.drafts[number - 1] if 1 <= number <= len(self.drafts) else None

    @property
    def steps(self) -> int:
        """How many decisions took lines so far."""
        return max((draft.step for draft in self.drafts), default=0)

    def edits(self, through: int | None = None) -> Edits:
        """What is taken, up to and with this step."""
        last = self.steps if through is None else through
        return tuple(_edit(draft, text) for draft in self.drafts if (text := draft.text_at(last)))

    def edits_with(self, number: int) -> Edits:
        """What is taken, and this line as it is offered."""
        return tuple(
            _edit(draft, draft.offered)
            for at, draft in enumerate(self.drafts, 1)
            if draft.state == "taken" or at == number
        )

    def score(self, edits: Edits) -> int | None:
        """The score with these edits; None where it was not counted yet."""
        return self.scores.get(key(edits))

    def uncounted(self, number: int = 0) -> list[Edits]:
        """The edits whose scores have to be known to show where things stand, and what this line would bring."""
        wanted = [(), self.edits(self.steps - 1), self.edits()]
        draft = self.draft(number)
        if draft and draft.state != "taken" and draft.better:
            wanted.append(self.edits_with(number))
        return [edits for edits in dict.fromkeys(wanted) if self.score(edits) is None]

    @property
    def now(self) -> int | None:
        return self.score(self.edits())

    def taken(self) -> list[Draft]:
        """The lines that are taken, in the file's order."""
        return [draft for draft in self.drafts if draft.state == "taken"]

    def takings(self, step: int) -> list[tuple[Draft, Taking]]:
        """What a step took, in the file's order."""
        return [(draft, taking) for draft in self.drafts for taking in draft.takings if taking.step == step]

    def offers(self) -> Edits:
        """What taking all safe lines would change."""
        return tuple(_edit(draft, draft.offered) for draft in self.safe())

    def take_safe(self, harmless: Edits) -> int:
        """Takes the safe lines that are harmless, and marks the others as costly; returns the step."""
        step = self.steps + 1
        for draft in self.safe():
            if _edit(draft, draft.offered) in harmless:
                draft.take(draft.offered, step)
            else:
                draft.costly = True
        return step

    def safe(self) -> list[Draft]:
        return [draft for draft in self.drafts if draft.safe]

    def questions(self) -> list[tuple[int, Blank]]:
        """The questions that wait: line and blank."""
        return [
            (number, blank)
            for number, mark in self.asked
            for blank in self.drafts[number - 1].gaps
            if blank.mark == mark
        ]

    def undecided(self, after: int = 0) -> int:
        """The next line that waits for a decision, from behind `after` on and around; 0 where none does."""
        numbers = [number for number, draft in enumerate(self.drafts, 1) if draft.state == "open"]
        return next((number for number in numbers if number > after), numbers[0] if numbers else 0)

    def unfilled(self) -> int:
        """The first line that has a blank left; 0 where none has."""
        return next((number for number, draft in enumerate(self.drafts, 1) if draft.gaps), 0)


def _edit(draft: Draft, text: str) -> Edit:
    return draft.proposal.path, draft.proposal.before, text


def key(edits: Iterable[Edit]) -> str:
    """A short name for a set of edits."""
    return hashlib.sha256(json.dumps(sorted(edits)).encode()).hexdigest()[:16]
