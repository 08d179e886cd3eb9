"""What to do next: the one thing to sharpen, why an answer is in doubt, and where to practise."""

import re
from collections.abc import Mapping
from datetime import datetime

from core.account.dates import day
from core.chat.markdown import code, escape
from core.chat.person import Person
from core.interview.bank import Question
from core.interview.mark import Doubt, Mark
from core.interview.sessions.makeup import MakeUp, Part, tenths
from core.topics.subjects import SUBJECTS

BRIEF = 48  # characters of an idea that is only named
_SPOKEN = 130  # words a minute
DOUBTS: Mapping[Doubt, str] = {
    "empty": "There were no words that I could read as an answer. Even one sentence of what you know earns something.",
    "unknown": "Not to know is fine, and honest. Say what you do know, even a guess with its reason: a part earns points.",
    "echo": "That was mostly the question again. Say the answer after it: what it is, how it works, why.",
    "terms": "Those are the right words, but without sentences. Say how they hang together: what does what, and why.",
    "elsewhere": "I found too little in this that answers the question. Read it again, and answer it in a few plain sentences.",
    "negated": "This says the opposite of what holds. Look at the model answer, and say it again the right way round.",
    "ramble": "There is much here that does not answer the question. Three to six plain sentences earn more.",
    "grader": "That spoke to me and not to the question. Only what answers the question earns points.",
}
SOUND = (  # of a story whose signs are mostly there
    "The story is sound, but it does not seem to answer this question, and that takes off far more than its line "
    "below: see the sum. Tell another one, or say in your first sentence how this one answers."
)
_WORD = re.compile(r"[a-z]{4,}")


def doubt_of(mark: Mark) -> str:
    """Why an answer is in doubt, in a sentence or two; "" where it is in none."""
    there = sum(item.there for item in mark.checklist)
    if mark.doubt == "elsewhere" and 2 * there > len(mark.checklist):
        return SOUND
    return DOUBTS[mark.doubt] if mark.doubt else ""


def sharpen(question: Question, made: MakeUp, text: str) -> str:
    """The one thing to sharpen, in a sentence or two (Markdown)."""
    wrong = [part for part in made.parts if part.verdict.standing == "contradicted"]
    if wrong:
        worst = max(wrong, key=lambda part: part.worth)
        return f"You say it the wrong way round. What holds: {escape(worst.point.idea)}"
    lacking = [part for part in made.parts if not part.full]
    if not lacking:
        return _fuller(made) or _brevity(question, text)
    dearest = max(lacking, key=lambda part: part.worth - part.earned)
    slip = mistake(question, dearest)
    gain = tenths(dearest.worth - max(0, dearest.earned))
    return f"*{label(dearest)}*: that alone brings {gain} more.{f' A common slip: {escape(slip)}' if slip else ''}"


def _fuller(made: MakeUp) -> str:
    """The point that was made, but not in full; "" where nothing is left to gain."""
    least = max(made.parts, key=lambda part: part.worth - part.earned)
    gain = least.worth - least.earned
    return f"Nothing was missed. Said more fully, *{label(least)}* brings {tenths(gain)} more." if gain > 1 else ""


def _brevity(question: Question, text: str) -> str:
    words = len(text.split())
    if words > 2 * _SPOKEN * question.minutes:
        return (
            f"Nothing was missed. {words} words are about {words // _SPOKEN} minutes of talk: try it in half of that."
        )
    return "Nothing was missed. Say it aloud once, without notes, and it is yours."


def mistake(question: Question, part: Part) -> str:
    """The typical mistake that speaks of this point; "" if none does."""
    about = _words(part.point.idea + " " + " ".join(part.point.accept))
    common = [(len(_words(one) & about), one) for one in question.mistakes]
    most, found = max(common, key=lambda pair: pair[0])
    return found if most >= 2 else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower()))


def label(part: Part) -> str:
    """A key point by the first words of its idea (Markdown)."""
    return escape(brief(part.point.idea))


def brief(idea: str) -> str:
    """The first words of an idea: its first clause, if that is short."""
    clause = re.split(r"[,;:.(]\s|\.$", idea, maxsplit=1)[0].strip()
    if len(clause) > BRIEF or len(clause.split()) < 2:
        clause = idea.rstrip(".")
    return clause if len(clause) <= BRIEF else clause[: BRIEF - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def next_step(question: Question, mark: Mark | None, due: datetime | None, person: Person) -> str:
    """When the question comes again, and where to practise it (Markdown)."""
    subject = SUBJECTS[question.topic]
    steps = [f"it comes again on {day(due, person)}"] if due else []
    if subject.leetcode and (mark is None or mark.score < 9):
        steps.append(f"on LeetCode: {', '.join(map(code, subject.leetcode[:3]))}")
    steps.append(f"more of {escape(subject.name)}: {code('/interview ' + question.topic)}")
    told = "; ".join(steps) + "."
    return told[:1].upper() + told[1:]
