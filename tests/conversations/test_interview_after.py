"""After an answer: one's own score, another try, the model answer, today's question, and what is said late."""

import pytest

from core.interview.cards.store import CardStore
from core.interview.history.store import AnswerStore
from core.interview.sessions.store import Given
from tests.conversations.interviewing import answers, asks, at_hand, is_through
from tests.plain import Someone
from tests.world import World

QUESTION = "failure-mistake-with-consequences"
STORY = (
    "In 2023 I ran the ticket system of a small theatre, alone. On the night of the premiere it broke, and 240 people "
    "waited outside. I called the cashier, explained in two sentences what I needed, and wrote a script that printed "
    "the list from a backup. We let everybody in within ten minutes. Since then I keep a printed list in the drawer, "
    "because I learned that a plan on paper beats a clever system. I would tell the director sooner today."
)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough here: test_interview.py has both."""
    return sqlite_url


async def kept(world: World, number: int) -> Given:
    async with world.store.begin() as tx:
        found = await AnswerStore(tx, 1).answer(number)
    assert found
    return found


async def test_both_scores_are_kept(ada: Someone, world: World) -> None:
    await ada.says("/interview hashing 2")
    await answers(ada, "I don't know")
    ada.sees("0 of 10", "Not to know is fine")
    question = at_hand(ada)
    await ada.presses("I disagree")
    ada.sees("What did your answer hold?", "I said 0 of 10", f"1. {question.points[0].idea}")
    menu = ada.last.reply.menu
    assert menu
    assert not any(choice.chosen for choice in menu.choices)
    await ada.says("all of it")
    ada.sees("What did your answer hold?")
    await ada.picks(*(choice.label for choice in menu.choices))
    ada.sees("You say 10, I said 0: I keep both.")
    given = await kept(world, 1)
    assert (given.own, given.mark and given.mark.score) == (10.0, 0.0)
    async with world.store.begin() as tx:
        assert await CardStore(tx, 1).card(given.question) is None, "what was known does not come again"
    await ada.presses("Back to the feedback")
    ada.sees("You say 10, I said 0")
    await ada.presses("I disagree")
    assert ada.last.reply.menu
    assert all(choice.chosen for choice in ada.last.reply.menu.choices)
    await ada.presses("Next question", next(one for one in ada.messages if "Next question" in one.labels))
    ada.sees("Question 2 of 2")


async def test_ticking_nothing_is_an_answer(ada: Someone, world: World) -> None:
    await ada.says("/interview sorting 1")
    await is_through(ada)
    await ada.presses("I disagree")
    await ada.picks()
    ada.sees("You say 0, I said ")
    assert (await kept(world, 1)).own == 0.0


async def test_another_try_shows_both_and_the_session_goes_on(ada: Someone, world: World) -> None:
    await ada.says("/interview hashing 2")
    question = at_hand(ada)
    await is_through(ada, question.points[0].accept[0])
    await ada.presses("Try again")
    assert at_hand(ada) is question
    ada.sees("Once more; your two answers are then shown side by side")
    await is_through(ada)
    first, second = await kept(world, 1), await kept(world, 2)
    assert first.mark
    assert second.mark
    assert second.mark.score > first.mark.score
    assert second.retry_of == 1
    ada.sees(f"{first.mark.score:g} → {second.mark.score:g} (+", "New: ", "Then: “", "Now: “")
    await ada.presses("Side by side")
    ada.sees("Newly covered: ", "Then · ", "Now · ")
    await ada.presses("Next question")
    ada.sees("Question 2 of 2")
    await ada.says("/history")
    ada.sees("2 answers", "↑ from")
    await ada.says("/retry 99")
    ada.sees("no longer kept")


async def test_the_model_answer_stands_behind_a_button(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    await answers(ada, "I have no idea")
    question = at_hand(ada)
    assert question.answer not in ada.last.text
    await ada.presses("Model answer")
    ada.sees(question.answer, "Typical slips", question.mistakes[0])
    await ada.presses("Back to the feedback")
    ada.sees("What was missed")


async def test_a_told_story_has_a_checklist_and_is_known_again(ada: Someone, world: World) -> None:
    await asks(ada, "failure", QUESTION)
    await is_through(ada, STORY)
    ada.sees("by the checklist", "What a told story shows", "✓", "Situation", "An open checklist")
    world.passes(days=3)
    await ada.says("/interview pressure 1")
    await is_through(ada, STORY)
    ada.sees("You told this story on November 22, 2026 to “")
    await ada.presses("I disagree")
    ada.sees("1. Situation")
    await ada.picks("1 · Situation")
    ada.sees("You say ")


async def test_nobody_reaches_what_is_somebody_elses(ada: Someone, world: World) -> None:
    await ada.says("/interview hashing 2")
    await is_through(ada)
    bo = world.person("Bo")
    for line in ("feedback 1", "model_answer 1", "disagree 1", "retry 1", "attempt 1", "compare 1"):
        await bo.says(f"/{line}")
        bo.sees("no longer kept")
    await bo.says("/ivreopen 1")
    bo.sees("That interview is over")
    await bo.says("/ivreport 1")
    bo.sees("no answers to report on")
    await bo.says("/skip 1 1.1")
    bo.sees("That question is over")
    await ada.presses("Next question")
    ada.sees("Question 2 of 2")


async def test_everything_can_be_forgotten(ada: Someone) -> None:
    await ada.says("/interview hashing 2")
    await is_through(ada)
    await ada.says("/privacy")
    ada.sees("Interviews", "1 session with 1 answer")
    await ada.says("/forget interviews")
    await ada.presses("Yes")
    await ada.says("/interview")
    ada.sees("Interview practice")
    await ada.says("/history")
    ada.sees("No interview answers yet")


async def test_one_question_a_day(ada: Someone, world: World) -> None:
    await ada.says("/daily")
    ada.sees("Today's question.", "Question · ")
    question = at_hand(ada)
    await ada.says("/cancel")
    await ada.says("/interview daily")
    assert at_hand(ada) is question, "the same all day"
    await answers(ada, "I don't know")
    ada.sees("0 of 10", "It comes again on")
    assert ada.last.labels == ["I disagree", "Try again", "Model answer", "Another round", "History"]
    await ada.says("/daily")
    ada.sees("answered already; here is one more")
    assert at_hand(ada) is not question
    world.passes(days=2)
    await ada.says("/daily")
    assert at_hand(ada) is question
    ada.sees("It is due again.")


async def test_what_is_said_late_can_still_count(ada: Someone, world: World) -> None:
    await asks(ada, "hashing", "hash-table-worst-case")
    await is_through(ada, "Many keys collide in one bucket, and a lookup has to walk a long chain: that makes it O(n).")
    before = (await kept(world, 1 + at_place(ada))).mark
    await ada.says("The hash function turns the key into the index of a bucket, so that nothing has to be searched.")
    ada.sees("Was that more of your answer to “Why is a lookup in a hash table")
    await ada.presses("Yes, count it")
    ada.sees("“The hash function turns the key")
    after = (await kept(world, 1 + at_place(ada))).mark
    assert before
    assert after
    assert after.score > before.score
    await ada.says("next")
    ada.sees("Question ")


@pytest.mark.parametrize("words", ["done", "that's it", "yes, please"])
async def test_done_counts_what_was_said_late(ada: Someone, words: str) -> None:
    await asks(ada, "hashing", "hash-table-worst-case")
    await is_through(ada, "Many keys collide in one bucket, and a lookup has to walk a long chain: that makes it O(n).")
    await ada.says("The hash function turns the key into the index of a bucket,")
    await ada.says("so that nothing of the table has to be searched at all.")
    ada.sees("Was that more of your answer")
    await ada.says(words)
    ada.sees("“The hash function turns the key")


async def test_what_was_said_for_a_question_that_waits_is_done_at_once(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    question = at_hand(ada)
    await ada.says("/help")
    await ada.says(question.answer.replace("\n", " "))
    ada.sees("Is that your answer to")
    await ada.says("done")
    ada.sees("of 10 · Hashing", "What landed")


async def test_the_labels_under_feedback_can_be_typed(ada: Someone) -> None:
    await ada.says("/interview hashing 2")
    question = at_hand(ada)
    await is_through(ada, question.points[0].accept[0])
    await ada.says("model answer")
    ada.sees("A model answer", "Typical slips")
    for words in ("I disagree", "disagree."):
        await ada.says(words)
        ada.sees("What did your answer hold?")
        await ada.presses("Leave it as it is")
    await ada.says("Try again")
    ada.sees("Once more; your two answers")
    await is_through(ada)
    await ada.says("next")
    ada.sees("Question 2 of 2")
    await is_through(ada)
    await ada.says("next")
    ada.sees("the last question", "Another round?")


def at_place(ada: Someone) -> int:
    """How many questions were skipped before the one at hand."""
    return sum("Skipped" in message.text for message in ada.messages)


async def test_an_answer_after_another_matter_is_recognised(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    question = at_hand(ada)
    await ada.says("/help")
    await ada.says("A hash map finds a value by the hash of its key, without any search.")
    ada.sees(f"Is that your answer to “{question.question}”?")
    await ada.says("yes")
    ada.sees("Noted: 1 message, 15 words")
    await ada.says("/help")
    await ada.says("what is a hash map good for, in your opinion, my friend?")
    assert "your answer" not in ada.last.text
    await ada.says("The rest of what I wanted to say about it is this one sentence.")
    await ada.presses("No")
    ada.sees("I leave it out")
    assert ada.last.labels == ["Go on", "History"]
    await ada.says("done")
    assert "There is no answer yet" not in ada.last.text
