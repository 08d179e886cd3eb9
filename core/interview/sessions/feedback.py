"""What is said to one answer: its score with its make-up, what landed, what was missed, and what to do next."""

from dataclasses import dataclass
from datetime import datetime

from core.account.dates import day
from core.chat.markdown import escape
from core.chat.person import Person
from core.chat.reply import Reply
from core.interview.bank import Question, questions
from core.interview.grading.strengthening import ADDED
from core.interview.mark import Item, Mark
from core.interview.sessions import advice
from core.interview.sessions.makeup import Balance, MakeUp, Part, listed, make_up, tenths
from core.interview.sessions.quoting import cut
from core.interview.sessions.store import Given
from core.topics.subjects import SUBJECTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """All that feedback is made of. `stronger` is plain, `note` Markdown; `told` is an earlier answer with the same story,
    `before` the answer that this one was tried again for.
    """

    given: Given
    question: Question
    person: Person
    due: datetime | None = None
    note: str = ""
    stronger: str = ""
    told: Given | None = None
    before: Given | None = None


def feedback(about: Feedback) -> Reply:
    """The feedback to one answer; a skipped question has only its ideas and the next step."""
    mark = about.given.mark
    step = f"**Next step**\n{advice.next_step(about.question, mark, about.due, about.person)}"
    if mark is None:
        missed = "\n".join(f"- {escape(point.idea)}" for point in about.question.points)
        text = f"**What an answer holds**\n{missed}\n\n{step}"
        return Reply(title=f"Skipped · {SUBJECTS[about.question.topic].name}", text=text)
    body = _checklist(mark) if mark.checklist else _points(about, make_up(about.question, mark))
    better = _stronger(about.stronger) if _lacks(mark) else ""
    parts = [about.note, _against(about), _own(about.given), *body, _told(about), better, step]
    return Reply(title=_title(about, mark), text="\n\n".join(filter(None, parts)), footer=scored_by(mark))


def _lacks(mark: Mark) -> bool:
    """Whether anything was missed."""
    found = [item.there for item in mark.checklist] or [one.standing == "covered" for one in mark.verdicts]
    return not all(found)


def _stronger(version: str) -> str:
    """The stronger version; without a word of their own it would only say again what was missed."""
    lines = [line for line in version.splitlines() if line.strip()]
    if all(line.startswith(ADDED) for line in lines):
        return ""
    shown = [
        f"{ADDED} *{escape(line.removeprefix(ADDED))}*" if line.startswith(ADDED) else escape(line) for line in lines
    ]
    return f"**A stronger version** ({ADDED} is new)\n" + "\n".join(shown)


def _title(about: Feedback, mark: Mark) -> str:
    score = f"{mark.score:g} of 10"
    return f"{score}{' by the checklist' if mark.checklist else ''} · {SUBJECTS[about.question.topic].name}"


def scored_by(mark: Mark) -> str:
    """Who scored, and what the number is worth."""
    if mark.checklist:
        return "An open checklist, read by rules: not a grade, and no judgement of you."
    version, _, reader = mark.scorer.partition(" ")
    if reader.startswith("model"):
        return f"Read by a language model, scored by rules {version}: a coach's number, not an examiner's."
    return f"Scored offline by rules {version}{f' ({reader})' if reader else ''}: a coach's number, not an examiner's."


def _points(about: Feedback, made: MakeUp) -> list[str]:
    mark = about.given.mark
    landed = [_landed(part) for part in made.parts if part.earned > 0]
    missed = [_missed(part) for part in made.parts if not part.full]
    sums = _sums("points", made.balance)
    doubt = advice.DOUBTS[mark.doubt] if mark and mark.doubt else ""
    text = f"{about.given.text} {about.given.follow_up}"
    return [
        doubt,
        "**What landed**\n" + "\n".join(landed) if landed else "",
        "**What was missed**\n" + "\n".join(missed) if missed else "",
        sums,
        f"**One thing to sharpen**\n{advice.sharpen(about.question, made, text)}" if not doubt else "",
    ]


def _quoted(part: Part) -> str:
    return cut(part.verdict.quote, (part.point.idea, *part.point.accept))


def _landed(part: Part) -> str:
    words = f": “{escape(_quoted(part))}”" if part.verdict.quote else ""
    return f"- **{tenths(part.earned)}** of {tenths(part.worth)} · {advice.label(part)}{words}"


def _missed(part: Part) -> str:
    idea = escape(part.point.idea)
    if part.verdict.standing == "contradicted":
        words = f"you say “{escape(_quoted(part))}”; " if part.verdict.quote else ""
        return f"- **{tenths(part.earned)}** of {tenths(part.worth)} · {words}{idea}"
    if part.earned > 0:
        return f"- {tenths(max(0, part.worth - part.earned))} more for all of this: {idea}"
    return f"- **{tenths(min(0, part.earned))}** of {tenths(part.worth)} · {idea}"


def _sums(what: str, settled: Balance) -> str:
    """What is taken off or added to what the points or signs brought, where anything is."""
    steps = [f"{what} {tenths(sum(settled.earned))}"]
    if settled.doubt:
        steps.append(f"{tenths(settled.doubt)} for how far it answers at all")
    if settled.hints:
        steps.append(f"{tenths(settled.hints)} for hints")
    if settled.rest:
        steps.append("never below 0" if settled.score == 0 else f"{tenths(settled.rest)} as the question has changed")
    return f"Together: {', '.join(steps)} = **{tenths(settled.score)}**." if len(steps) > 1 else ""


def _checklist(mark: Mark) -> list[str]:
    rows, settled = listed(mark)
    doubt = advice.doubt_of(mark)
    there = sum(item.there for item in mark.checklist)
    title = f"**What a told story shows** ({there} of {len(mark.checklist)})\n"
    return [doubt, title + "\n".join(_item(item, worth) for item, worth in rows), _sums("signs", settled)]


def _item(item: Item, worth: int) -> str:
    told = [escape(cut(item.shown))] if item.shown else []
    told += [escape(item.advice)] if item.advice and not item.there else []
    name = f"{'✓' if item.there else '–'} **{tenths(worth)}** · {escape(item.name)}"
    return f"- {name}: {'. '.join(told)}" if told else f"- {name}"


def _told(about: Feedback) -> str:
    if about.told is None:
        return ""
    asked = questions().get(about.told.question)
    to = f" to “{escape(cut(asked.question))}”" if asked else ""
    when = day(about.told.answered_at, about.person)
    return f"You told this story on {when}{to}. It is a good one to have twice; have another one ready, too."


def _own(given: Given) -> str:
    if given.own is None or given.mark is None:
        return ""
    return f"You say {given.own:g}, I said {given.mark.score:g}: I keep both."


def _against(about: Feedback) -> str:
    """The earlier answer beside this one: both scores, what is newly covered, and what was lost."""
    before, given = about.before, about.given
    if before is None or given.mark is None:
        return ""
    then = f"{before.score:g}" if before.score is not None else "skipped"
    change = f" ({given.mark.score - before.score:+.1f})".replace("-", "−") if before.score is not None else ""
    gained, lost = newly(about.question, before.mark, given.mark), newly(about.question, given.mark, before.mark)
    lines = [
        f"**{then} → {given.mark.score:g}**{change}",
        f"New: {', '.join(gained)}." if gained else "",
        f"Not said this time: {', '.join(lost)}." if lost else "",
        f"- Then: “{escape(cut(before.text))}”" if before.text else "",
        f"- Now: “{escape(cut(given.text))}”" if before.text else "",
    ]
    return "\n".join(filter(None, lines))


def newly(question: Question, before: Mark | None, after: Mark | None) -> list[str]:
    """The short names of the points or the items that are there after, and were not before."""

    def there(mark: Mark | None) -> set[str]:
        if mark is None:
            return set()
        if mark.checklist:
            return {item.name for item in mark.checklist if item.there}
        return {verdict.point for verdict in mark.verdicts if verdict.standing == "covered"}

    new = there(after) - there(before)
    if after and after.checklist:
        return [escape(item.name) for item in after.checklist if item.name in new]
    return [f"“{escape(advice.brief(point.idea))}”" for point in question.points if point.id in new]
