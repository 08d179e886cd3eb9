"""Asks the model to word advice and a summary; what it adds of its own is not shown, and no percent depends on it."""

import re

from pydantic import BaseModel, Field

from core.chat.turn import Work
from core.llm.desk import Desk, NoAnswer
from core.resume.match.opening import summary_of
from core.resume.match.post import Match, Verdict
from core.resume.match.steps import advice, steps
from core.resume.match.store import Result
from core.resume.private import private_values
from core.resume.rewrite.grounding import Fact, numbers_of, own_words, problems
from core.resume.store import Kept
from core.topics import skills_in

LONGEST = 320  # characters of one piece of advice
_WORD = re.compile(r"[^\W\d_][\w+#.'’-]*")
_CLAIM = re.compile(
    r"(?i)(?<!if )(?<!once )(?<!when )(?<!where )\byou(?:['’](?:ve|re)| already| have| had| know| led| are| were)\b"
)
_MARKS = re.compile(r"[\[\]<>{}@|`]|https?:|www\.")
_OPENING = (  # words that begin a sentence of advice
    "a add also an as ask at be before begin bring build check choose connect describe do each even expand explain find "
    "first focus for get give highlight if in include it join keep learn let link list look make mention move name next "
    "no note on once only open or pick place point practise practice prepare put quote read replace rewrite say see set "
    "show since so spell start state study take tell that the then there this tie to try turn until use when where "
    "while with without work write your you"
)
_OPENERS = frozenset(_OPENING.split())


class Worded(BaseModel):
    """One piece of advice; `number` is the step's."""

    number: int = Field(ge=1, le=3)
    text: str = Field(max_length=600)


class Advice(BaseModel):
    """What the model answers to the prompt "match"."""

    steps: list[Worded] = Field(max_length=6)


class Summary(BaseModel):
    """What the model answers to the prompt "tailor"."""

    summary: str = Field(max_length=1200)


async def advised(work: Work, match: Match, resume: Kept) -> Result:
    """The match with its steps worded by the model, where there is one and what it says is sound."""
    best = steps(match)
    if not best:
        return Result(match=match)
    given = [_given(verdict) for verdict in best]
    numbered = "\n\n".join(f"{number}. {text}" for number, text in enumerate(given, 1))
    private = private_values(resume.parsed.resume)
    try:
        answer = await work.tool(Desk).answer(work, "match", {"steps": numbered}, Advice, private=private)
    except NoAnswer as none:
        return Result(match=match, note=none.sentence)
    found = {one.number: " ".join(one.text.split()) for one in reversed(answer.steps)}
    told = tuple(
        text if (text := found.get(number, "")) and sound_advice(text, source) else ""
        for number, source in enumerate(given, 1)
    )
    return Result(match=match, advice=told if any(told) else ())


def _given(verdict: Verdict) -> str:
    """All that the model learns of one step."""
    wanted = f"The post asks for {verdict.requirement.label}: {verdict.requirement.quote}"
    line = f"The résumé says: {verdict.quote}" if verdict.quote else "The résumé does not show it."
    return f"{wanted}\n{line}\nAdvice: {advice(verdict)}"


def sound_advice(text: str, source: str) -> bool:
    """Whether advice says nothing beyond its source: no other skill, number, name or link, no claim about the person."""
    if len(text) > LONGEST or _MARKS.search(text) or _CLAIM.search(text):
        return False
    known = {mention.skill.id for mention in skills_in(source)}
    if any(mention.skill.id not in known for mention in skills_in(text)):
        return False
    if set(numbers_of(text)) - set(numbers_of(source)):
        return False
    return all(_plain_or_known(match, text, source) for match in _WORD.finditer(text))


def _plain_or_known(word: re.Match[str], text: str, source: str) -> bool:
    """Whether a word with a capital is the source's, or a plain word that begins a sentence."""
    written = word.group().rstrip(".'’-")
    if written == written.lower() or re.search(rf"(?<!\w){re.escape(written)}(?!\w)", source):
        return True
    begins = not text[: word.start()].strip() or bool(re.search(r"[.!?:]\W*$", text[: word.start()]))
    return begins and written[1:] == written[1:].lower() and written.lower() in _OPENERS


async def summarised(work: Work, match: Match, resume: Kept, facts: tuple[Fact, ...]) -> tuple[str, str]:
    """The model's summary where it is sound ("" otherwise), and the honest line where there is something to say."""
    before = resume.parsed.resume.basics.summary or summary_of(resume.parsed, match, work.now().date())
    if not before or not work.tool(Desk).ready:
        return "", ""
    shown = [verdict.requirement.label for verdict in match.verdicts if verdict.standing == "shown"]
    texts = {"summary": before, "post": f"{match.post.title}\n{', '.join(shown)}"}
    private = private_values(resume.parsed.resume)
    try:
        answer = await work.tool(Desk).answer(work, "tailor", texts, Summary, private=private)
    except NoAnswer as none:
        return "", none.sentence
    own = own_words(resume.document, resume.parsed, facts)
    text = " ".join(answer.summary.split())
    if text == before:
        return "", ""
    if problems(before, text, own, "basics.summary"):
        return "", "The model's summary held something you did not say, so I left it out."
    return text, ""
