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
from core.resume.rewrite.grounding.vocabulary import FREE, stem
from core.resume.store import Kept
from core.topics import skills_in

LONGEST = 320  # characters of one piece of advice
_WORD = re.compile(r"[^\W\d_][\w+#.'’-]*")
_CLAIM = re.compile(
    r"(?i)(?<!if )(?<!once )(?<!when )(?<!where )\byou(?:['’](?:ve|re)| already| have| had| know| led| are| were)\b"
)
_MARKS = re.compile(r"[\[\]<>{}@|`]|https?:|www\.")
_PLAIN = (  # words of advice, beside those of the step itself and the smallest ones
    "add after ago already also any as ask at basics be because before begin below beside best better both bring "
    "build built bullet but came can check choose clear clearly come concrete connect could course describe detail "
    "did do does done down each early either else enough even every evidence exact example expand experience "
    "explain few find first fit focus further get give goes good had happened helped here highlight how if include "
    "instead itself job join just keep know last later learn leave less let like line link list little longer look "
    "make many mention might more most move much must name near need never new next no none not note now once one "
    "only open or other otherwise out outcome over own part pick piece place plainly plan point post practice "
    "practise prepare production project put quote ran reach read reader recruiter refer remove replace required "
    "requirement rest result resume rewrite right role run résumé same say second section see sentence service set "
    "shape short should show side simple since skill small so some something sort spell stand start state still "
    "stood study such summary take task tell than them then there thing tie time together tool toward try turn "
    "tutorial two under until up use used very want way week well what when where while why will within without "
    "word work worked would write yet you your yourself"
)
_STEMS = frozenset(map(stem, _PLAIN.split()))


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
    if set(numbers_of(text)) - set(numbers_of(source)) - {1}:  # "in one line"
        return False
    said = frozenset(stem(word) for word in _WORD.findall(source))
    return all(_plain_or_said(match, text, said, source) for match in _WORD.finditer(text))


def _plain_or_said(word: re.Match[str], text: str, said: frozenset[str], source: str) -> bool:
    """Whether a word is the source's, or a plain word of advice; with a capital inside a sentence, only the source's."""
    written = word.group().rstrip(".'’-")
    if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", source):
        return True
    begins = not text[: word.start()].strip() or bool(re.search(r"[.!?:]\W*$", text[: word.start()]))
    low = written[:1].lower() + written[1:] if begins else written
    return low == low.lower() and (low in FREE or stem(low) in _STEMS | said)


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
