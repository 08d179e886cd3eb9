"""Where interviews begin: what there is to choose from."""

from collections.abc import Sequence

from core.chat.markdown import escape
from core.chat.reply import Button, Choice, Menu, Reply
from core.interview.bank import Question, questions
from core.interview.bank.question import Level
from core.interview.sessions.beginning import asked
from core.interview.sessions.session import MOCK_MINUTES, PRACTICE
from core.interview.sessions.store import Session
from core.resume.review.phrasing import counted
from core.topics.subjects import AREAS, Area, subjects_of

LABEL = 60  # characters on a button
FITTING = "that fit your résumé, your job posts and what you missed."
MIXED = "of all areas; once you send me your résumé, they fit that."
UNKNOWN = "I have no résumé of yours yet, so these are a mix. /resume takes one; then they fit you."
RESUME = Button("📄 Résumé", run="resume")
LEVELS: tuple[Level, ...] = ("junior", "mid", "senior")


def start(due: int, aside: Session | None = None, *, resume: bool = True) -> Reply:
    """The start: for me, a mock, today's question, or an area.

    `due` questions come again; `aside` can be taken up; `resume` is whether there is a résumé to choose by.
    """
    again = f" {counted(due, 'question')} {'is' if due == 1 else 'are'} due again." if due else ""
    text = (
        f"Real questions, a score that says why, and what to do next.{again}\n"
        f"*For me* asks {PRACTICE} {FITTING if resume else MIXED} "
        f"A *mock interview* takes {MOCK_MINUTES} minutes, with a report at the end.\n"
        "Or say what you want: `/interview databases senior 10`."
    )
    choices = tuple(Choice(name, area) for area, name in AREAS.items())
    lacking = () if resume else ((RESUME,),)
    waits = ((_go_on(aside),),) if aside else ()
    return Reply(
        title="Interview practice",
        text=text,
        menu=Menu(choices, run="ivarea", prompt="Or choose an area:"),
        buttons=(
            (Button("For me", run="interview me", style="primary"), Button("Mock interview", run="interview me mock")),
            (Button("Today's question", run="daily"), Button("History", run="history")),
            *lacking,
            *waits,
        ),
        slot="interview",
    )


def _go_on(session: Session) -> Button:
    total = len(session.plan.questions)
    where = f" at {asked(session)} of {total}" if total > 1 else ""
    return Button(f"Go on with {session.plan.wish}{where}"[:LABEL], run=f"ivreopen {session.id}")


def area(chosen: Area) -> Reply:
    """One area: a mix of it at once, at a level, or one of its topics."""
    held = [one for one in questions().values() if one.area == chosen]
    topics = [one for one in subjects_of(chosen) if any(question.topic == one.id for question in held)]
    choices = tuple(Choice(f"{one.name} ({_count(held, one.id)})", one.id) for one in topics)
    return Reply(
        title=AREAS[chosen],
        text=f"{counted(len(held), 'question')}: begin with {PRACTICE} of all its topics, or with one topic.",
        menu=Menu(choices, run="interview", prompt="Topics:"),
        buttons=(
            (Button("Begin with a mix", run=f"interview {chosen}", style="primary"),),
            tuple(Button(level.capitalize(), run=f"interview {chosen} {level}") for level in LEVELS),
            (Button("‹ All areas", run="ivnew"),),
        ),
        slot="interview",
    )


def _count(held: Sequence[Question], topic: str) -> int:
    return sum(one.topic == topic for one in held)


def under_way(session: Session) -> Reply:
    """That a session waits: go on, begin another, or stop."""
    total = len(session.plan.questions)
    about = f" ({escape(session.plan.wish)})" if session.plan.wish else ""
    where = f"at question {asked(session)} of {total}" if total > 1 else "at your question"
    kind = " of a mock interview" if session.mode == "mock" else ""
    return Reply(
        title="An interview is under way",
        text=f"You are {where}{kind}{about}. Go on?",
        buttons=(
            (
                Button("Go on", run="ivgo", style="primary"),
                Button("Start new", run="ivnew"),
                Button("Stop it", run="stop"),
            ),
        ),
    )
