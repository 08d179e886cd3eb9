"""An answer's feedback with all that belongs to it, and the ways on from there."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from core.chat.book import Book, Option
from core.chat.markdown import escape
from core.chat.outcome import Outcome
from core.chat.person import Person
from core.chat.reply import Button, Reply
from core.chat.turn import Apology, Transaction, Turn, Work
from core.interview.bank import Question, questions
from core.interview.cards.store import CardStore
from core.interview.grading.strengthening import strengthened
from core.interview.grading.wording import stronger
from core.interview.history.store import AnswerStore
from core.interview.sessions import beginning, ending
from core.interview.sessions.feedback import Feedback, feedback
from core.interview.sessions.session import Plan, Planned
from core.interview.sessions.store import Given, Session, SessionStore
from core.interview.stories.retelling import told_before
from core.resume.private import private_values
from core.resume.store import ResumeStore
from core.topics.subjects import subjects_of

book = Book()
AnswerNumber = Annotated[int, Option(question="The number of an answer", minimum=1)]
EARLIER = 200  # of the newest stories among which one is looked for that was told before
GONE = "That answer is no longer kept. /history shows those that are."
RETIRED = "That question is no longer among mine. /history still shows your answer to it."


async def told(work: Work, session: Session, given: Given, note: str = "") -> Reply:
    """The feedback to an answer that was just marked."""
    stronger = await _stronger(work, given)
    async with work.begin() as tx:
        about = await gathered(tx, work.person, given, work.now())
        going = await SessionStore(tx, work.person.id).open()
        answers = await AnswerStore(tx, work.person.id).of_session(session.id)
    reply = feedback(replace(about, note=note, stronger=stronger))
    last = ending.summary(answers) if session.state == "done" else ""
    text = f"{reply.text}\n\n{last}" if last else reply.text
    return replace(reply, text=text, buttons=ways(given, going=going is not None))


async def _stronger(work: Work, given: Given) -> str:
    """A stronger version of the answer; "" for a skipped question."""
    if given.mark is None:
        return ""
    return await stronger(work, question_of(given), given.whole, given.mark, private=await private(work))


async def private(work: Work) -> tuple[str, ...]:
    """The person's own values, which no model may see."""
    async with work.begin() as tx:
        kept = await ResumeStore(tx, work.person.id).latest()
    return private_values(kept.parsed.resume) if kept else ()


async def gathered(tx: Transaction, person: Person, given: Given, now: datetime) -> Feedback:
    """What is known around an answer: when its question is due again, and the answer that it tries anew."""
    card = await CardStore(tx, person.id).card(given.question)
    before = await AnswerStore(tx, person.id).answer(given.retry_of) if given.retry_of else None
    due = card.due_at if card and card.due_at > now else None
    question = question_of(given)
    better = strengthened(question, given.whole, given.mark) if given.mark else ""
    told = await _told_before(tx, person.id, given) if question.area == "behavioural" else None
    return Feedback(given=given, question=question, person=person, due=due, before=before, stronger=better, told=told)


async def _told_before(tx: Transaction, person: int, given: Given) -> Given | None:
    """An earlier answer to another question that tells the same story."""
    behaviour = [subject.id for subject in subjects_of("behavioural")]
    kept = await AnswerStore(tx, person).newest(behaviour, before=given.id, most=EARLIER)
    earlier = {one.id: one for one in kept if one.question != given.question and one.mark}
    found = told_before(given.whole, [(number, one.whole) for number, one in earlier.items()])
    return earlier[found] if found is not None else None


def ways(given: Given, *, going: bool) -> tuple[tuple[Button, ...], ...]:
    """The buttons under feedback. With a session `going` on: the next question."""
    doubts = (Button("I disagree", run=f"disagree {given.id}"),) if given.mark else ()
    own = (
        *doubts,
        Button("Try again", run=f"retry {given.id}"),
        Button("Model answer", run=f"model_answer {given.id}"),
    )
    compare = ((Button("Side by side", run=f"compare {given.id}"),),) if given.retry_of else ()
    onward = (Button("Next question", run="ivgo", style="primary"), Button("Stop", run="stop"))
    return (onward, own, *compare) if going else (own, *compare, ending.ANEW)


async def kept_answer(tx: Transaction, person: int, answer: int) -> Given:
    """An answer by its number; ends with a sentence where it is no longer kept."""
    given = await AnswerStore(tx, person).answer(answer)
    if given is None:
        raise Apology(GONE)
    return given


def question_of(given: Given) -> Question:
    """The question that was answered; ends with a sentence where the bank no longer holds it."""
    found = questions().get(given.question)
    if found is None:
        raise Apology(RETIRED)
    return found


@book.command("feedback", "The feedback to an answer", hidden=True, reads=True)
async def shown(turn: Turn, answer: AnswerNumber) -> Outcome:
    given = await kept_answer(turn.tx, turn.person.id, answer)
    about = await gathered(turn.tx, turn.person, given, turn.now)
    going = await SessionStore(turn.tx, turn.person.id).open()
    reply = feedback(about)
    asked = f"**{escape(about.question.question)}**"
    return replace(reply, text=f"{asked}\n\n{reply.text}", buttons=ways(given, going=going is not None))


@book.command("model_answer", "A model answer to a question that was answered", hidden=True, reads=True)
async def model_answer(turn: Turn, answer: AnswerNumber) -> Outcome:
    given = await kept_answer(turn.tx, turn.person.id, answer)
    return model(given, question_of(given))


def model(given: Given, question: Question) -> Reply:
    """The model answer, with the slips that are typical."""
    slips = "\n".join(f"- {escape(slip)}" for slip in question.mistakes)
    text = f"**{escape(question.question)}**\n\n{escape(question.answer)}\n\n**Typical slips**\n{slips}"
    ways = (Button("Try again", run=f"retry {given.id}"), Button("Back to the feedback", run=f"feedback {given.id}"))
    return Reply(title="A model answer", text=text, buttons=(ways,))


@book.command("retry", "Answer a question again", hidden=True)
async def retry(turn: Turn, answer: AnswerNumber) -> Outcome:
    """The same question again; a session that is under way goes on after it."""
    given = await kept_answer(turn.tx, turn.person.id, answer)
    why = "once more; your two answers are then shown side by side"
    again = Planned(question=question_of(given).id, why=why)
    made = Plan(questions=(again,), wish="Once more", retry_of=given.id)
    return await beginning.begin(turn.tx, turn.person.id, "retry", made, turn.now)
