"""What a rewriting comes to: proposals that can be carried out, scores with some lines rewritten, and the paper in the end.

Runs in a worker process: plain data in, plain data out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.resume.document import Document
from core.resume.jsonresume import Parsed
from core.resume.review import review
from core.resume.rewrite.proposal import Blank, Proposal
from core.resume.rewrite.proposals import proposals
from core.resume.rewrite.questions import questions
from core.resume.rewrite.session import Edit, Edits
from core.resume.verdict import Review
from core.resume.versions.editing import Paper


@dataclass(frozen=True, slots=True)
class Begun:
    """What can be better in a résumé, which blanks are worth asking, and its score as it stands."""

    proposals: tuple[Proposal, ...]
    questions: tuple[tuple[Proposal, Blank], ...]
    score: int


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The résumé with its edits, its review, and the scores before the first step and after each."""

    paper: Paper
    review: Review
    scores: tuple[int, ...]


def begun(document: Document, parsed: Parsed, track: str | None, today: date) -> Begun:
    """The proposals, the most worthwhile first, without those that the paper cannot carry."""
    paper = Paper(document, parsed)
    found = tuple(one for one in proposals(document, parsed, today=today, track=track) if _sound(paper, one))
    return Begun(found, questions(found), _score(paper, track, today))


def scored(
    document: Document, parsed: Parsed, track: str | None, today: date, variants: Sequence[Edits]
) -> tuple[int, ...]:
    """The score with each of these sets of edits."""
    paper = Paper(document, parsed)
    return tuple(_score(edited(paper, edits), track, today) for edits in variants)


def harmless(document: Document, parsed: Parsed, track: str | None, today: date, taken: Edits, offers: Edits) -> Edits:
    """Of these offers those that, taken one after the other beside what is taken, never lower the score."""
    paper = edited(Paper(document, parsed), taken)
    score, kept = _score(paper, track, today), list[Edit]()
    for offer in offers:
        tried = edited(paper, (offer,))
        then = _score(tried, track, today)
        if then >= score:
            paper, score = tried, then
            kept.append(offer)
    return tuple(kept)


def rewritten(document: Document, parsed: Parsed, track: str | None, today: date, steps: Sequence[Edits]) -> Rewritten:
    """The résumé with the edits of the last step; each of `steps` holds all edits so far, the first one none."""
    paper = edited(Paper(document, parsed), steps[-1])
    scores = scored(document, parsed, track, today, steps)
    return Rewritten(paper, review(paper.document, paper.parsed, track=track, today=today), scores)


def edited(paper: Paper, edits: Edits) -> Paper:
    """The paper with these edits; one whose words are no longer there is passed over."""
    for path, before, after in edits:
        try:
            paper = paper.reworded(path, before, after)
        except LookupError:
            continue
    return paper


def _sound(paper: Paper, proposal: Proposal) -> bool:
    try:
        paper.reworded(proposal.path, proposal.before, proposal.after)
    except LookupError:
        return False
    return True


def _score(paper: Paper, track: str | None, today: date) -> int:
    return review(paper.document, paper.parsed, track=track, today=today).score
