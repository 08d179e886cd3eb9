"""What one can say about the history: list it, look at one answer again, compare, draw the trend, export."""

from typing import Annotated

from core.chat.book import Book, Option
from core.chat.outcome import Later, Outcome
from core.chat.reply import Reply
from core.chat.turn import Apology, Turn
from core.interview import phrases
from core.interview.cards.store import CardStore
from core.interview.history import attempts, jobs, views
from core.interview.history.scope import LONGEST, scope_of
from core.interview.history.store import AnswerStore
from core.interview.sessions.store import Given

book = Book().include(jobs.book)
Topic = Annotated[
    str | None, Option(question="A topic or an area; without one, everything", rest=True, maximum=LONGEST)
]
Answer = Annotated[int, Option(question="Which answer", minimum=1)]
GONE = Apology("That answer is no longer kept. /history shows those that are.")


@book.command(
    "history",
    "Your interview answers: scores, trend, retries, export",
    label="📈 Interview history",
    group="Interview",
    order=22,
    guess=("history", "answers", "scores", "trend", "attempts"),
    examples=phrases.HISTORY,
    reads=True,
)
async def history(
    turn: Turn, topic: Topic = None, page: Annotated[int, Option(question="Which page", minimum=1)] = 1
) -> Outcome:
    said = (topic or "").lower().split()
    if said == ["export"]:
        return await export(turn)
    if "trend" in said:  # also "hashing trend"
        said.remove("trend")
        return await trend(turn, " ".join(said))
    scope = scope_of(topic or "")
    if scope is None:
        return views.unknown(topic or "")
    store = AnswerStore(turn.tx, turn.person.id)
    total = await store.count(scope.topics)
    if not total:
        return views.none_on(scope) if scope.key else views.NONE
    page = min(page, views.pages_of(total))
    listed = await store.listed(views.PAGE, (page - 1) * views.PAGE, scope.topics)
    return views.listing(listed, await store.earlier(listed), turn.person, scope, page, total)


@book.command("history_topics", "Your interview answers by topic", hidden=True, reads=True)
async def topics(turn: Turn) -> Outcome:
    practised = await AnswerStore(turn.tx, turn.person.id).practised()
    return views.by_topic(practised) if practised else views.NONE


@book.command("history_trend", "Your scores over time as a picture", hidden=True)
async def trend(_turn: Turn, topic: Topic = None) -> Outcome:
    return Later(job="history.trend", args={"topic": topic or ""}, saying=Reply(text="Drawing your scores …"))


@book.command("history_export", "All your answers as files", hidden=True)
async def export(_turn: Turn) -> Outcome:
    return Later(job="history.export", saying=Reply(text="Writing down your answers …"))


@book.command("attempt", "One answer again", hidden=True, reads=True)
async def attempt(turn: Turn, answer: Answer) -> Outcome:
    given, tries = await _tries(turn, answer)
    card = await CardStore(turn.tx, turn.person.id).card(given.question)
    return attempts.attempt(given, tries, turn.person, card.due_at if card else None)


@book.command("compare", "An answer beside the one before it", hidden=True, reads=True)
async def compare(turn: Turn, answer: Answer) -> Outcome:
    given, tries = await _tries(turn, answer)
    before = attempts.before(given, tries)
    if before is None or given.mark is None:
        raise Apology("There is nothing to compare here: it takes two answers to the same question.")
    return attempts.compared(before, given, turn.person)


async def _tries(turn: Turn, answer: int) -> tuple[Given, list[Given]]:
    """An answer of this person, and all their answers to its question."""
    store = AnswerStore(turn.tx, turn.person.id)
    given = await store.answer(answer)
    if given is None:
        raise GONE
    return given, await store.to_question(given.question)
