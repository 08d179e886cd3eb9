"""One answer looked at again: whole, with its score and the other tries at its question, or beside the one before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.account.dates import day
from core.chat.lines import line
from core.chat.markdown import quote
from core.chat.person import Person
from core.chat.reply import Button, Choice, Menu, Reply
from core.interview.bank import questions
from core.interview.history.scope import name_of
from core.interview.history.views import ALL, SLOT, asked
from core.interview.mark import FULL
from core.interview.sessions.feedback import Feedback, feedback, newly
from core.interview.sessions.store import Given

LONG = 600  # characters of an answer that are shown
TRIES = 10  # tries that can be picked


def attempt(given: Given, tries: Sequence[Given], person: Person, due: datetime | None) -> Reply:
    """One answer whole; `tries` are all answers to its question, the oldest first, `due` when it comes again."""
    question = questions().get(given.question)
    told = feedback(Feedback(given=given, question=question, person=person, due=due)) if question else _gone(given)
    parts = (_question(given), _said(given, person), told.text, _tries(given, tries, person))
    choices = tuple(Choice(_when(one, person), str(one.id), chosen=one.id == given.id) for one in tries[-TRIES:])
    return replace(
        told,
        text="\n\n".join(filter(None, parts)),
        menu=Menu(choices, run="attempt", prompt="Tries") if len(tries) > 1 else None,
        buttons=_ways(given, tries, again=question is not None),
        slot=SLOT,
    )


def compared(before: Given, after: Given, person: Person) -> Reply:
    """An answer and the one before it to the same question, with what is new and what was left out."""
    question = questions().get(after.question)
    gained, lost = (
        (newly(question, before.mark, after.mark), newly(question, after.mark, before.mark)) if question else ([], [])
    )
    parts = (
        _question(after),
        f"Newly covered: {', '.join(gained)}." if gained else "",
        f"Not said this time: {', '.join(lost)}." if lost else "",
        f"**Then · {_score(before)}**\n{_said(before, person)}",
        f"**Now · {_score(after)}**\n{_said(after, person)}",
    )
    again = (Button("Try again", run=line("retry", after.id), style="primary"),) if question else ()
    return Reply(
        title=f"{_score(before).split()[0]} → {_score(after)} · {name_of(after.topic)}",
        text="\n\n".join(filter(None, parts)),
        buttons=((*again, Button("Back", run=line("attempt", after.id)), ALL),),
        slot=SLOT,
    )


def before(given: Given, tries: Sequence[Given]) -> Given | None:
    """The answer to the same question before this one that was not skipped."""
    return next((one for one in reversed(tries) if one.id < given.id and one.mark), None)


def _ways(given: Given, tries: Sequence[Given], *, again: bool) -> tuple[tuple[Button, ...], ...]:
    first = [Button("Try again", run=line("retry", given.id), style="primary")] if again else []
    if given.mark and before(given, tries):
        first.append(Button("Old and new side by side", run=line("compare", given.id)))
    return tuple(row for row in (tuple(first), (ALL,)) if row)


def _gone(given: Given) -> Reply:
    """What is left of an answer whose question the bank has no more."""
    told = "This question is no longer asked, so its points cannot be shown."
    return Reply(title=f"{_score(given)} · {name_of(given.topic)}", text=told)


def _question(given: Given) -> str:
    return f"**Question**\n{asked(given.question)}"


def _said(given: Given, person: Person) -> str:
    when = day(given.answered_at, person)
    if not given.mark:
        return f"Skipped on {when}."
    then = f"\n\nTo the follow-up:\n{quote(_shortened(given.follow_up))}" if given.follow_up else ""
    return f"Your answer on {when}:\n{quote(_shortened(given.text))}{then}"


def _shortened(words: str) -> str:
    return words if len(words) <= LONG else words[:LONG].rstrip() + " … (the export has all of it)"


def _tries(given: Given, tries: Sequence[Given], person: Person) -> str:
    if len(tries) < 2:
        return ""
    lines = (f"**{_when(one, person)}**" if one.id == given.id else _when(one, person) for one in tries[-TRIES:])
    return "**All tries**\n" + "\n".join(f"- {one}" for one in lines)


def _when(given: Given, person: Person) -> str:
    return f"{day(given.answered_at, person)}: {_score(given)}"


def _score(given: Given) -> str:
    return "skipped" if given.score is None else f"{given.score:.1f} of {FULL:g}"
