"""What one can say about interviews: begin one, and go on with it."""

from typing import Annotated

from core.chat.book import Book, Option
from core.chat.outcome import Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Turn
from core.interview.bank import questions
from core.interview.sessions import answering, beginning, jobs
from core.interview.sessions.session import PRACTICE, Plan, Planned
from core.interview.sessions.store import SessionStore
from core.topics.subjects import AREAS, SUBJECTS

book = Book().include(answering.book, jobs.book)


@book.command(
    "interview",
    "Practise interview questions, and see what each answer earned",
    label="🎤 Interview",
    group="Interview",
    order=20,
)
async def interview(
    turn: Turn, topic: Annotated[str | None, Option(question="A topic, or “me”", rest=True)] = None
) -> Outcome:
    """A session about a topic; without one, the session under way."""
    if topic is None:
        return await ivgo(turn)
    chosen = [
        one for one in questions().values() if topic.lower() in (one.area, one.topic, SUBJECTS[one.topic].name.lower())
    ]
    if not chosen:
        return Reply(text=f"Topics: {', '.join(AREAS.values())}.")
    plan = Plan(
        questions=tuple(Planned(question=one.id) for one in chosen[:PRACTICE]), wish=SUBJECTS[chosen[0].topic].name
    )
    return await beginning.begin(turn.tx, turn.person.id, "practice", plan, turn.now)


@book.command("ivgo", "Go on with the interview", hidden=True)
async def ivgo(turn: Turn) -> Outcome:
    session = await SessionStore(turn.tx, turn.person.id).open()
    if session is None:
        return Reply(text="No interview is under way.", buttons=((Button("Begin one", run="interview me"),),))
    return beginning.resume(session, turn.now)
