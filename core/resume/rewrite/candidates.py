"""Asks the model for a better wording of single lines, and lets through only what the person themselves said."""

import asyncio
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field

from core.chat.turn import Work
from core.llm.desk import SECONDS, Desk, NoAnswer
from core.resume.review.phrasing import counted
from core.resume.rewrite.grounding import Own, problems
from core.resume.rewrite.proposal import Proposal
from core.resume.rewrite.ranking import better, reasons

BATCH = 10  # lines of one request
log = logging.getLogger(__name__)


class Line(BaseModel):
    """One line as the model words it; `number` is the one it was given."""

    number: int = Field(ge=0, le=1000)
    text: str = Field(max_length=2000)


class Wording(BaseModel):
    """What the model answers: a wording for each of the lines, or for some."""

    lines: list[Line] = Field(max_length=4 * BATCH)


@dataclass
class _Tally:
    """What became of the model's wordings so far."""

    taken: int = 0
    refused: int = 0


async def worded(
    work: Work, desk: Desk, proposals: Sequence[Proposal], own: Own, *, private: tuple[str, ...] = ()
) -> tuple[tuple[Proposal, ...], str]:
    """These proposals, in the model's wording where that is sound and no worse, and one honest line where it is not.

    `private` are the person's own values that do not go to the model. Blanks stay as the rules put them: a line that
    has one within is not asked about. Whatever fails leaves the rules' proposals as they were.
    """
    open_lines = [at for at, proposal in enumerate(proposals) if _base(proposal)]
    made: dict[int, Proposal] = {}
    tally = _Tally()
    end = asyncio.get_running_loop().time() + SECONDS
    note = ""
    for start in range(0, len(open_lines), BATCH):
        batch = dict(enumerate(open_lines[start : start + BATCH], 1))
        asked = {number: proposals[at] for number, at in batch.items()}
        left = end - asyncio.get_running_loop().time()
        try:
            answer = await desk.answer(work, "rewrite", _texts(asked, own), Wording, private=private, seconds=left)
        except NoAnswer as none:
            note = none.sentence
            break
        made |= {batch[number]: found for number, found in _accepted(asked, answer, own, tally)}
    log.info("the model's wordings", extra={"taken": tally.taken, "refused": tally.refused})
    return tuple(made.get(at, proposal) for at, proposal in enumerate(proposals)), note or _honest(tally)


def _texts(asked: Mapping[int, Proposal], own: Own) -> dict[str, str]:
    """What goes to the model: the lines under their numbers, and below the same numbers what the person answered."""
    facts = [f"{number}. {fact}" for number, line in asked.items() for fact in own.about(line.before)]
    lines = "\n".join(f"{number}. {' '.join(line.before.split())}" for number, line in asked.items())
    return {"line": lines, "facts": "\n".join(facts)} if facts else {"line": lines}


def _accepted(
    asked: Mapping[int, Proposal], answer: Wording, own: Own, tally: _Tally
) -> Iterator[tuple[int, Proposal]]:
    """The sound wordings among the answer's, the first of each number."""
    for number, text in _once(answer.lines):
        proposal = asked.get(number)
        if proposal is None or text in (proposal.before, proposal.plain):
            continue
        if problems(proposal.before, text, own, proposal.path):
            tally.refused += 1
        elif better(text, proposal.plain, proposal.before):
            tally.taken += 1
            yield number, _reworded(proposal, text)


def _once(lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    seen: set[int] = set()
    for line in lines:
        if line.number not in seen:
            seen.add(line.number)
            yield line.number, line.text.strip()


def _base(proposal: Proposal) -> str:
    """The proposed line up to its blanks, where these stand at its end and hang on nothing else; "" where within."""
    if not proposal.blanks:
        return proposal.plain
    first = min(proposal.after.find(blank.mark) for blank in proposal.blanks)
    base = proposal.after[: max(first, 0)].rstrip(" ,–-")
    return base if base and base == proposal.plain.rstrip(".") else ""


def _reworded(proposal: Proposal, text: str) -> Proposal:
    """The proposal with this wording; a blank at the end stays, if the line still ends with the words that it hung on."""
    base = _base(proposal)
    if proposal.blanks and base.split()[-1] != text.rstrip(".").split()[-1]:
        return proposal
    after = text.rstrip(".") + proposal.after[len(base) :] if proposal.blanks else text
    told = reasons(text, proposal.before)
    return proposal.model_copy(update={"after": after, "plain": text, "reasons": told, "source": "model"})


def _honest(tally: _Tally) -> str:
    if tally.taken or not tally.refused:
        return ""
    lines = counted(tally.refused, "line")
    return f"The model's wording of {lines} held something you did not say, so you see mine."
