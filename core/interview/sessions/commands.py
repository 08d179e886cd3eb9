"""What one can say about interviews: begin one, go on with it, today's question, and one question again."""

import re
from datetime import timedelta
from typing import Annotated, cast

from core.chat.book import Book, Option
from core.chat.outcome import Later, Outcome
from core.chat.reply import Button, Reply
from core.chat.turn import Turn
from core.interview import phrases
from core.interview.cards.daily import day_of, todays
from core.interview.cards.store import CardStore
from core.interview.choosing.plan import plan
from core.interview.choosing.wish import read_wish
from core.interview.sessions import answering, beginning, disagreeing, ending, jobs, late, start, telling
from core.interview.sessions.session import MOST, Plan
from core.interview.sessions.start import LEVELS
from core.interview.sessions.store import SessionStore
from core.resume.store import ResumeStore
from core.topics.subjects import AREAS, SUBJECTS, Area

book = Book().include(answering.book, jobs.book, telling.book, disagreeing.book, late.book)
ASIDE = timedelta(days=7)  # for which a session that was stopped is offered again
SessionNumber = Annotated[int, Option(question="The number of a session", minimum=1)]
_WANTED = re.compile(
    r"(?:please |can you |could you |let'?s |start |begin |do |hold |i want )*"
    r"(?:(?:interview|quiz|examine) me|ask me (?:an? |some )?(?:interview )?questions?|(?:an? )?(?:mock )?interview)"
    r"(?: now| please)*(?: (?:on|about|in|for) (?P<topic>[^.!?\n]{2,60}))?[.!?]*",
    re.IGNORECASE,
)
MODES = (("practice", "Practice: feedback after each answer"), ("mock", "Mock interview: a report at the end"))


async def topics(_sender: object, typed: str) -> tuple[str, ...]:
    """Areas and topics that begin with, or hold, what was typed."""
    names = ["me", *AREAS.values(), *(one.name for one in SUBJECTS.values())]
    return tuple(name for name in names if typed.lower() in name.lower())


@book.command(
    "interview",
    "Practise interview questions, and see what each answer earned",
    label="🎤 Interview",
    group="Interview",
    order=20,
    guess=("interview", "mock", "practise", "practice", "question", "quiz"),
    examples=phrases.INTERVIEW,
)
async def interview(
    turn: Turn,
    topic: Annotated[str | None, Option(question="A topic, or “me”", rest=True, suggest=topics)] = None,
    level: Annotated[
        str | None, Option(question="How hard", choices=tuple((one, one.capitalize()) for one in LEVELS))
    ] = None,
    length: Annotated[int | None, Option(question="How many questions", minimum=1, maximum=MOST)] = None,
    mode: Annotated[str | None, Option(question="Practice or mock interview", choices=MODES)] = None,
) -> Outcome:
    """A session as it is wished for; without a wish the one under way, or what there is to choose from."""
    if topic is None and level is None and length is None and mode is None:
        session = await SessionStore(turn.tx, turn.person.id).open()
        return start.under_way(session) if session else await ivnew(turn)
    if (topic or "").strip().lower() == "daily":
        return await daily(turn)
    wish = read_wish(topic, level, length, mode)
    if isinstance(wish, str):
        return Reply(text=wish, buttons=((Button("What there is", run="ivnew"),),), notice=await _asking(turn))
    seed = await SessionStore(turn.tx, turn.person.id).count()
    made = await plan(turn.tx, turn.person, wish, turn.now, seed)
    note = start.UNKNOWN if wish.me and not wish.subjects and not await _known(turn) else ""
    return await beginning.begin(turn.tx, turn.person.id, wish.mode, made, turn.now, note)


async def _known(turn: Turn) -> bool:
    """Whether there is a résumé of theirs."""
    return await ResumeStore(turn.tx, turn.person.id).count() > 0


async def _asking(turn: Turn) -> bool:
    """Whether a question of an interview is at hand, which a slip must not close."""
    return await SessionStore(turn.tx, turn.person.id).open() is not None


@book.listen
async def wanted(turn: Turn, text: str) -> Outcome | None:
    """Free talk that plainly asks for an interview, and names what about or nothing at all; None for all other talk."""
    asks = _WANTED.fullmatch(text.strip())
    if not asks or isinstance(read_wish(asks["topic"] or "me"), str):
        return None
    if await _asking(turn):
        return await interview(turn)
    mock = " mock" if "mock" in text.lower() else ""
    return await interview(turn, (asks["topic"] or "me") + mock)


@book.command("ivnew", "What there is to be asked about", hidden=True)
async def ivnew(turn: Turn) -> Outcome:
    _, tomorrow = day_of(turn.person, turn.now)
    due = await CardStore(turn.tx, turn.person.id).count(tomorrow)
    aside = await SessionStore(turn.tx, turn.person.id).set_aside(turn.now - ASIDE)
    return start.start(due, aside, resume=await _known(turn))


@book.command("ivarea", "The topics of an area", hidden=True)
async def ivarea(
    _turn: Turn, area: Annotated[str, Option(question="Which area", choices=tuple(AREAS.items()))]
) -> Outcome:
    return start.area(cast("Area", area))


@book.command("ivgo", "Go on with the interview", hidden=True)
async def ivgo(turn: Turn) -> Outcome:
    session = await SessionStore(turn.tx, turn.person.id).open()
    if session is None:
        return Reply(text="No interview is under way.", buttons=((Button("Interview", run="ivnew"),),))
    return await beginning.resume(turn.tx, turn.person.id, session, turn.now)


@book.command("ivreopen", "Go on with an interview that was stopped", hidden=True)
async def ivreopen(turn: Turn, session: SessionNumber) -> Outcome:
    store = SessionStore(turn.tx, turn.person.id)
    stopped = await store.session(session)
    if stopped is None or stopped.state == "done":
        return Reply(text="That interview is over. /history shows its answers.", buttons=(ending.ANEW,))
    await store.reopen(session, turn.now)
    return await ivgo(turn)


@book.command("ivreport", "The report of a mock interview", hidden=True)
async def ivreport(_turn: Turn, session: SessionNumber) -> Outcome:
    return Later(job=ending.REPORT, args={"session": session}, saying=Reply(text="Writing your report …"))


@book.command(
    "daily",
    "Today's question: what is due again, or a new one",
    label="🗓 Daily question",
    group="Interview",
    order=21,
    guess=("daily", "today", "due"),
    examples=phrases.DAILY,
)
async def daily(turn: Turn) -> Outcome:
    """One question a day; whoever wants more gets one more."""
    planned, already = await todays(turn.tx, turn.person, turn.now)
    session = await SessionStore(turn.tx, turn.person.id).open()
    if session and session.mode == "daily" and session.plan.questions[0].question == planned.question:
        return await beginning.resume(turn.tx, turn.person.id, session, turn.now)
    note = "Today's question is answered already; here is one more." if already else "Today's question."
    made = Plan(questions=(planned,), wish="Today's question")
    return await beginning.begin(turn.tx, turn.person.id, "daily", made, turn.now, note)
