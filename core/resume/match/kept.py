"""A job post that somebody asks for by its number: theirs, or gone."""

from typing import Annotated

from core.chat.book import Option
from core.chat.turn import Apology, Transaction
from core.resume.match.store import KeptPost, MatchStore, Result

PostId = Annotated[int, Option(question="Which post", minimum=1)]
GONE = Apology("That post is no longer kept. Send it again behind /match, and I match it anew.")
UNMATCHED = Apology("That post is not matched yet. /match shows your posts.")


async def kept_post(tx: Transaction, person: int, post: int) -> KeptPost:
    """The person's post of this number; raises `GONE` where there is none (another's does not exist for them)."""
    kept = await MatchStore(tx, person).post(post)
    if kept is None:
        raise GONE
    return kept


async def matched_post(tx: Transaction, person: int, post: int) -> tuple[KeptPost, Result]:
    """The same with its last match; raises `UNMATCHED` where there was none."""
    kept = await kept_post(tx, person, post)
    if kept.result is None:
        raise UNMATCHED
    return kept, kept.result
