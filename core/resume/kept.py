"""A review that somebody asks for by its number: theirs, or gone."""

from typing import Annotated

from core.chat.book import Option
from core.chat.turn import Apology, Transaction
from core.resume.store import Kept, ResumeStore

Review = Annotated[int, Option(question="Which review", minimum=1)]
GONE = Apology("That review is no longer kept. Send me the résumé again, and I will read it anew.")


async def kept_review(tx: Transaction, person: int, review: int) -> Kept:
    """The person's review of this number; raises `GONE` where there is none (another's does not exist for them)."""
    kept = await ResumeStore(tx, person).review(review)
    if kept is None:
        raise GONE
    return kept
