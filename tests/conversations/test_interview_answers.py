"""An answer as it comes, and what is said to it."""

import re

import pytest

from core.interview.sessions.answering import LONGEST
from tests.conversations.interviewing import answers, asks, at_hand, is_through
from tests.plain import Someone
from tests.world import World


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One database is enough here: test_interview.py has both."""
    return sqlite_url


async def test_messages_are_gathered_and_can_be_taken_back(ada: Someone) -> None:
    await ada.says("/interview databases 1")
    await ada.says("An index is a sorted structure.")
    ada.sees("Noted: 1 message, 6 words", "60 seconds")
    await ada.says("It makes writes slower.")
    ada.sees("Noted: 2 messages, 10 words")
    noted = ada.last
    await ada.presses("Undo last")
    ada.sees("Taken back", "Noted: 1 message, 6 words")
    assert ada.last is noted, "in its own message"
    await ada.says("undo")
    ada.sees("Taken back", "Question")
    await ada.says("/done")
    ada.sees("There is no answer yet")
    await ada.says("   .  ")
    ada.sees("Noted: 1 message")


async def test_what_is_shown_adds_up_to_the_score(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    await ada.presses("Hint")
    ada.sees("Hint 1: " + at_hand(ada).hints[0], "Hints so far: −0.5 of 10")
    assert len(ada.messages) == 1, "the hint stands in the question's message"
    for words in ("hint", "Hint!"):
        await ada.says(words)
    ada.sees("Hint 3: ", "That was the last hint.", "−1.5 of 10")
    assert not [label for label in ada.last.labels if "Hint" in label]
    await ada.says("/hint")
    ada.sees("That was the last hint.")
    await is_through(ada)
    ada.sees("−1.5 for hints")
    score = float(re.findall(r"^([\d.]+) of 10", ada.last.text)[0])
    earned = [float(found) for found in re.findall(r"^• ([\d.]+) of [\d.]+ ·", ada.last.text, re.MULTILINE)]
    assert round(sum(earned) - 1.5, 1) == score
    ada.sees(f"= {score:.1f}.")


async def test_quotes_are_their_own_words(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    await is_through(ada)
    quotes = re.findall(r"“…?(.+?)…?”", ada.last.text.split("What was missed")[0])
    assert quotes
    for words in quotes:
        assert words in " ".join(at_hand(ada).answer.split())


async def test_a_decisive_point_that_is_missing_is_asked_for_once(ada: Someone) -> None:
    await asks(ada, "hashing", "hash-table-worst-case")
    await answers(ada, "The table grows and rehashes when the load factor gets too high.")
    ada.sees("One more thing: Suppose somebody writes a hash function that returns 7 for every key.")
    assert "Hint" not in " ".join(ada.last.labels)
    await ada.says("hint")
    ada.sees("There are no hints to this one")
    await ada.says("All keys fall into the same bucket, and a lookup has to walk a long chain, so it becomes O(n).")
    await ada.says("that's it")
    ada.sees("of 10 · Hashing")
    assert "One more thing" not in ada.last.text
    landed = ada.last.text.split("What was missed")[0]
    assert "The table grows when the load factor passes" in landed, "both answers are scored as one"
    assert "“All keys fall into the same bucket" in landed


async def test_an_old_button_never_acts_on_the_next_question(ada: Someone) -> None:
    await ada.says("/interview hashing 3")
    old = ada.last
    await ada.presses("Skip")
    ada.sees("Question 2 of 3")
    for label in ("Skip", "Hint", "Repeat"):
        await ada.presses(label, old)
        ada.sees("That question is over")
    await ada.says("repeat")
    ada.sees("Question 2 of 3")


async def test_a_question_in_stages(ada: Someone) -> None:
    await ada.says("/interview system design 1")
    question = at_hand(ada)
    count = len(question.stages)
    ada.sees(f"Step 1 of {count} · {question.stages[0].title}", question.stages[0].ask)
    for stage in range(1, count):
        await ada.says(". ".join(one.accept[0] for one in question.points if one.stage == stage))
        await ada.presses("Done", ada.last)
        ada.sees(f"Step {stage + 1} of {count}")
    await ada.presses("Skip", ada.last)
    while "One more thing" in ada.last.text:
        await ada.presses("Skip", ada.last)
    ada.sees("of 10 · System design", "What landed")


async def test_a_step_can_be_taken_up_again(ada: Someone, world: World) -> None:
    await ada.says("/interview system design 1")
    ada.sees("About", "minutes for all")
    await ada.says("It serves a thousand people a second.")
    ada.sees("After 5 minutes without a word")
    world.passes(seconds=200)
    await world.restarts()
    await world.engine.idle()
    ada.sees("Noted: 1 message")
    world.passes(seconds=101)
    await world.restarts()
    await world.engine.idle()
    ada.sees("Step 2 of")
    assert "About" not in ada.last.text, "the time for all steps is said at the first"
    await ada.says("undo")
    ada.sees("Back to the step before", "Step 1 of", "So far: 1 message, 7 words")
    await ada.says("They are in three regions.")
    ada.sees("Noted: 2 messages")
    await ada.presses("Done")
    ada.sees("Step 2 of")
    await ada.presses("Step back", ada.last)
    ada.sees("Step 1 of", "So far: 1 message, 12 words")


async def test_what_cannot_be_read_is_said_kindly(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    await ada.sends(b"\xff\xd8\xff", "photo.jpg")
    ada.sees("I cannot read an answer from a file", "Question")
    await ada.says("/interview knitting")
    ada.sees("no questions on knitting", "The areas are")
    await ada.says("/interview hashing 99")
    ada.sees("A session has 1 to 20 questions")
    await ada.says("word " * 4000)
    ada.sees(f"I read the first {LONGEST:,} characters")
    await ada.says("and more")
    ada.sees("The rest of this is not read", "Noted: 1 message")


async def test_not_to_know_is_answered_without_a_follow_up(ada: Someone) -> None:
    await ada.says("/interview hashing 1")
    await answers(ada, "I don't know")
    ada.sees("0 of 10 · Hashing", "What was missed")


async def test_free_talk_that_plainly_asks_for_an_interview_begins_one(ada: Someone) -> None:
    await ada.says("ask me a question about the weather")
    assert "Question 1" not in ada.last.text
    await ada.says("Ask me some questions about databases, please")
    ada.sees("Question 1 of 5 · Databases")
    await ada.says("/cancel")
    await ada.says("interview me")
    ada.sees("An interview is under way")
    await ada.presses("Stop it")
    await ada.says("let's do a mock interview on hashing")
    ada.sees("No feedback until the end", "Hashing")
