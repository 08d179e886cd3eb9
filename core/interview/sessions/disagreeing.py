"""The person's own score: they tick what their answer held, and both scores are kept."""

from collections.abc import Sequence
from typing import Any

from core.chat.book import Book
from core.chat.markdown import escape
from core.chat.outcome import Ask, Outcome
from core.chat.reply import Button, Choice, Menu, Reply
from core.chat.turn import Answer, Turn
from core.interview.bank import Question
from core.interview.cards.remembering import correct
from core.interview.history.store import AnswerStore
from core.interview.mark import FULL, HINT, Mark, ticked
from core.interview.sessions.advice import brief
from core.interview.sessions.makeup import worth_of
from core.interview.sessions.store import Given
from core.interview.sessions.telling import AnswerNumber, kept_answer, question_of

book = Book()
STEP = "interview.ticks"
LABEL = 60  # characters of a choice


@book.command("disagree", "Score an answer yourself", hidden=True)
async def disagree(turn: Turn, answer: AnswerNumber) -> Outcome:
    given = await kept_answer(turn.tx, turn.person.id, answer)
    if given.mark is None:
        return Reply(text="You skipped that question, so there is nothing to score. *Try again* answers it.")
    return asked(given, given.mark, question_of(given))


def asked(given: Given, mark: Mark, question: Question) -> Ask:
    """The ticks: what was counted stands ticked already."""
    ideas = _ideas(mark, question)
    chosen = set(given.ticks) if given.ticks is not None else counted_in(mark)
    listed = "\n".join(f"{n}. {escape(idea)}" for n, (_, _, idea) in enumerate(ideas, start=1))
    choices = tuple(
        Choice(f"{n} · {label}"[:LABEL], value, chosen=value in chosen)
        for n, (value, label, _) in enumerate(ideas, start=1)
    )
    reply = Reply(
        title="What did your answer hold?",
        text=f"Tick what it said, in whatever words. I said {mark.score:g} of 10.\n\n{listed}",
        menu=Menu(choices, answer="?", several=True, prompt="What your answer held"),
        buttons=((Button("Leave it as it is", run=f"feedback {given.id}"),),),
    )
    return Ask(reply=reply, then=STEP, state={"answer": given.id})


def counted_in(mark: Mark) -> set[str]:
    """The points (ids) or items (numbers) that the mark counted."""
    if mark.checklist:
        return {str(at) for at, item in enumerate(mark.checklist) if item.there}
    return {verdict.point for verdict in mark.verdicts if verdict.standing == "covered"}


def _ideas(mark: Mark, question: Question) -> list[tuple[str, str, str]]:
    """What can be ticked: a value, a short name, and all of it in words."""
    if mark.checklist:
        return [(str(at), item.name, item.name) for at, item in enumerate(mark.checklist)]
    return [(point.id, brief(point.idea), point.idea) for point in question.points]


def own_score(mark: Mark, question: Question, ticks: Sequence[str]) -> float:
    """The score by ticks; hints cost what they cost."""
    if not mark.checklist:
        return ticked(question.points, frozenset(ticks), mark.hints)
    there = sum(worth_of(item) for at, item in enumerate(mark.checklist) if str(at) in ticks)
    return round(max(0.0, FULL * there / sum(map(worth_of, mark.checklist)) - HINT * mark.hints), 1)


@book.step(STEP, takes="press")
async def ticks(turn: Turn, state: dict[str, Any], answer: Answer) -> Outcome:
    """The ticks as they were sent: none of them is an answer, too."""
    given = await kept_answer(turn.tx, turn.person.id, state["answer"])
    question = question_of(given)
    if given.mark is None or answer.text or answer.files:
        return asked(given, given.mark, question) if given.mark else await disagree(turn, given.id)
    values = [value for value, _, _ in _ideas(given.mark, question) if value in answer.values]
    own = own_score(given.mark, question, values)
    await AnswerStore(turn.tx, turn.person.id).correct(given.id, values, own)
    held = values if not given.mark.checklist else counted_in(given.mark.model_copy(update={"checklist": ()}))
    missed = [point.id for point in question.points if point.id not in held]
    await correct(turn.tx, turn.person.id, question, own, missed, given.answered_at)
    text = f"You say **{own:g}**, I said **{given.mark.score:g}**: I keep both. Yours counts from now on."
    onward = Button("Go on", run="ivgo", style="primary")
    back = Button("Back to the feedback", run=f"feedback {given.id}")
    return Reply(title="Thank you", text=text, buttons=((onward, back),))
