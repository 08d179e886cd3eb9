"""An interview for practice on each database: from the first question to the last, with restarts, and taken up again."""

from tests.conversations.interviewing import at_hand, is_through
from tests.plain import Someone
from tests.world import World


async def test_a_session_from_the_menu_to_its_end(ada: Someone) -> None:
    await ada.says("/interview")
    ada.sees("Interview practice", "once you send me your résumé")
    ada.sees("A mock interview takes 45 minutes", "/interview databases senior 10")
    assert "📄 Résumé" in ada.last.labels
    await ada.picks("Data structures and algorithms")
    ada.sees("120 questions")
    assert len(ada.messages) == 1, "the menu changes in its message"
    assert {"Begin with a mix", "Junior", "Senior"} <= set(ada.last.labels)
    await ada.presses("All areas")
    await ada.says("/interview hashing 2")
    ada.sees("Question 1 of 2 · Hashing", "2 questions · Hashing", "About")
    assert ada.last.labels == ["Hint −0.5", "Skip", "Repeat", "Stop"]
    await is_through(ada)
    ada.sees(
        "of 10 · Hashing", "What landed", "One thing to sharpen", "Next step", "/interview hashing", "a coach's number"
    )
    assert ada.last.labels == ["Next question", "Stop", "I disagree", "Try again", "Model answer"]
    await ada.presses("Next question")
    ada.sees("Question 2 of 2")
    await ada.presses("Skip")
    ada.sees("Skipped; it comes again", "last of 2 questions", "over 1 answered (1 skipped)")
    assert ada.last.labels == ["Another round", "History"]


async def test_a_pause_ends_an_answer(ada: Someone, world: World) -> None:
    await ada.says("/interview hashing 1")
    await ada.says(at_hand(ada).answer)
    ada.sees("Noted: 1 message")
    await world.restarts()
    world.passes(seconds=61)
    await world.restarts()
    await world.engine.idle()
    ada.sees("of 10 · Hashing")


async def test_nothing_is_lost_when_the_process_ends_anywhere(ada: Someone, world: World) -> None:
    await ada.says("/interview hashing 2")
    await world.restarts()
    first, *others = at_hand(ada).answer.split(". ")
    await ada.says(first)
    await world.restarts()
    await ada.says(". ".join(others))
    ada.sees("Noted: 2 messages")
    await world.restarts()
    await ada.presses("Done")
    while "One more thing" in ada.last.text:
        await ada.presses("Skip", ada.last)
    ada.sees("of 10 · Hashing")
    await world.restarts()
    await ada.presses("Next question")
    ada.sees("Question 2 of 2")


async def test_an_interview_that_is_open_can_go_on_be_stopped_and_taken_up_again(ada: Someone) -> None:
    await ada.says("/interview hashing 3")
    await ada.says("skip")
    await ada.says("a first thought")
    await ada.says("/cancel")
    ada.sees("Stopped. The interview stays open", "/interview goes on")
    await ada.says("/interview")
    ada.sees("You are at question 2 of 3 (Hashing). Go on?")
    await ada.presses("Go on")
    ada.sees("Question 2 of 3", "So far: 1 message, 3 words")
    await ada.says("stop")
    ada.sees("Interview stopped", "1 question of 3", "What you wrote to the question at hand waits")
    await ada.says("/interview")
    ada.sees("Interview practice")
    await ada.presses("Go on after all")
    ada.sees("Question 2 of 3", "So far: 1 message, 3 words")
    await ada.says("/interview sorting 1")
    ada.sees("set your other interview aside at question 2 of 3", "Sorting")
