"""What is kept of a person's interviews."""

from core.account.keeping import Keeper
from core.chat.turn import Transaction
from core.interview.cards.store import CardStore
from core.interview.history.store import AnswerStore
from core.interview.sessions.store import SessionStore
from core.resume.review.phrasing import counted


async def _tell(tx: Transaction, person: int) -> str:
    sessions = await SessionStore(tx, person).count()
    cards = await CardStore(tx, person).count()
    if not sessions and not cards:
        return "none"
    answers = await AnswerStore(tx, person).count()
    return (
        f"{counted(sessions, 'session')} with {counted(answers, 'answer')} in your words and their scores, "
        f"and {counted(cards, 'question')} to ask again"
    )


async def _forget(tx: Transaction, person: int) -> str:
    await SessionStore(tx, person).forget()
    await CardStore(tx, person).forget()
    return ""


KEEPER = Keeper("Interviews", _tell, _forget, name="interviews")
