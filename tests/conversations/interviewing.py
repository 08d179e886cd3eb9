"""What the conversations of interviews share: the question at hand, and answers to it."""

from core.interview.bank import Question, questions
from tests.plain import Someone


def at_hand(ada: Someone) -> Question:
    """The question that was shown last."""
    for message in reversed(ada.messages):
        found = [one for one in questions().values() if one.question in message.text]
        if found:
            return found[0]
    raise AssertionError("no question was asked")


async def answers(ada: Someone, words: str = "") -> None:
    """Says the model answer, or these words, and that it is done."""
    await ada.says(words or at_hand(ada).answer)
    await ada.says("done")


async def is_through(ada: Someone, words: str = "") -> None:
    """Answers, and leaves out a follow-up."""
    await answers(ada, words)
    if "One more thing" in ada.last.text:
        await ada.presses("Skip", ada.last)


async def asks(ada: Someone, topic: str, question: str) -> None:
    """Begins an interview about a topic, and skips to this question."""
    count = sum(one.topic == topic for one in questions().values())
    await ada.says(f"/interview {topic} {count}")
    for _ in range(count):
        if at_hand(ada).id == question:
            return
        await ada.says("skip")
    raise AssertionError(f"{question} was not asked")
