"""A stronger version of an answer: the model's where all of it is the person's own or the question's, else by rules."""

import re

from pydantic import BaseModel, Field

from core.chat.turn import Work
from core.interview.bank.question import Question
from core.interview.grading.strengthening import ADDED, HONEST, MOST_WORDS, strengthened
from core.interview.mark import Mark
from core.interview.scoring.words import words
from core.interview.stories.telling import deeds, telling
from core.llm.desk import Desk, NoAnswer
from core.resume.rewrite.grounding import Own, numbers_of, problems_in
from core.resume.rewrite.grounding.names import case_problems
from core.resume.rewrite.grounding.vocabulary import FREE, stem
from core.topics import skills_in

FEWEST = 15  # words of a version that is one
KNOWN = 0.85  # the least share of its words that the answer, the key points or the model answer hold too
_STRANGE = re.compile(r"https?:|www\.|(?<!\w)@\w|\[[A-Z]+_\d+\]|</?[a-z]|!\[|\]\(", re.IGNORECASE)


class Stronger(BaseModel):
    """What the model answers to the prompt "stronger"."""

    text: str = Field(max_length=2000)


async def stronger(work: Work, question: Question, answer: str, mark: Mark, private: tuple[str, ...] = ()) -> str:
    """A stronger version of at most 120 words, plain text; lines that begin with ▸ hold what the person did not say."""
    ruled = strengthened(question, answer, mark)
    if mark.gate < HONEST or not work.tool(Desk).ready:
        return ruled
    points = "" if mark.checklist else "\n".join(point.idea for point in question.points)
    texts = {"question": question.question, "answer": telling(answer).text, "points": points}
    try:
        worded = await work.tool(Desk).answer(work, "stronger", texts, Stronger, private=private)
    except NoAnswer:
        return ruled
    text = " ".join(worded.text.split())
    if not sound(text, question, answer):
        return ruled
    asked = [line for line in ruled.splitlines() if mark.checklist and line.startswith(ADDED)]
    return "\n".join((text, *asked))


def sound(text: str, question: Question, answer: str) -> bool:
    """Whether a version holds no number, name, tool or deed that nobody said. Of a story only the answer counts."""
    told = telling(text)
    if _STRANGE.search(text) or told.to_grader or not FEWEST <= len(text.split()) <= MOST_WORDS:
        return False
    if _deeds(text) - _deeds(answer):
        return False
    if question.area == "behavioural":
        return not problems_in(text, Own(f"{answer}\n{question.question}"))
    ideas = (one for point in question.points for one in (point.idea, *point.accept))
    return _of(text, "\n".join((answer, question.question, question.answer, *ideas)))


def _deeds(text: str) -> frozenset[str]:
    """The stems of what "I" did."""
    return frozenset(stem(verb) for sentence in telling(text).sentences for verb in deeds(sentence.text, "i"))


def _of(text: str, source: str) -> bool:
    """Whether numbers, orders of growth, technologies and names all stand in the source, and nearly all words do."""
    skills = {mention.skill.id for mention in skills_in(source)}
    if not set(numbers_of(text)) <= set(numbers_of(source)):
        return False
    if any(mention.skill.id not in skills for mention in skills_in(text)) or any(case_problems(text, source)):
        return False
    said = {word.stem for word in words(source)}
    found = [word for word in words(text) if not word.light and word.text.lower() not in FREE]
    if any(word.stem.startswith("o(") and word.stem not in said for word in found):
        return False
    return sum(word.stem in said for word in found) >= KNOWN * len(found)
