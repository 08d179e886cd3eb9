"""The slow part of the history: the picture of the trend, and the files of the export."""

import asyncio

from core.chat.book import Book
from core.chat.outcome import Outcome
from core.chat.reply import Reply
from core.chat.turn import Apology, Work
from core.interview.history import export, views
from core.interview.history.pictures import trend_picture
from core.interview.history.scope import scope_of
from core.interview.history.store import AnswerStore
from core.resume.review.phrasing import counted
from core.sandbox import Sandbox

book = Book()
MOST = 1000  # answers that a trend shows, the newest
FAILED = "I could not draw that just now. Please press the button once more."


@book.job("history.trend", failure=FAILED)
async def trend(work: Work, topic: str) -> Outcome:
    """Draws the scores over time, of one part of the history or of all."""
    scope = scope_of(topic)
    if scope is None:
        return views.unknown(topic)
    async with work.begin() as tx:
        listed = await AnswerStore(tx, work.person.id).listed(MOST, topics=scope.topics)
    if not any(one.score is not None for one in listed):
        return views.none_on(scope) if scope.key else views.NONE
    picture = await trend_picture(work.tool(Sandbox), work.person, listed, scope.name)
    if picture is None:
        raise Apology(FAILED)
    return views.trend(picture, scope)


@book.job("history.export", failure="I could not write your answers just now. Please press the button once more.")
async def export_all(work: Work) -> Outcome:
    """Hands out all answers as Markdown and as JSON."""
    async with work.begin() as tx:
        answers = await AnswerStore(tx, work.person.id).all()
    if not answers:
        return views.NONE
    files = await asyncio.to_thread(export.files, answers, work.person)
    text = (
        f"Here is all that you answered: {counted(len(answers), 'answer')}. "
        "**Markdown** is for reading, **JSON** for programs; both hold your words, the scores and what earned them."
    )
    return Reply(text=text, files=files, buttons=((views.ALL,),))
