"""Everything that was answered, as files: Markdown to read, JSON for programs."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.chat.person import Person
from core.chat.reply import Media
from core.interview.bank import Question, questions
from core.interview.history.agreement import Agreement, agreement
from core.interview.history.scope import name_of
from core.interview.history.views import asked
from core.interview.mark import FULL, Mark
from core.interview.sessions.store import Given
from core.resume.review.phrasing import counted

MOST_BYTES = 8_000_000  # of files in one message; Discord takes 10 MB


def files(answers: Sequence[Given], person: Person) -> tuple[Media, ...]:
    """Both files, or one archive of them where they are more than every platform takes."""
    both = (
        Media("interviews.md", as_markdown(answers, person), "text/markdown"),
        Media("interviews.json", as_json(answers), "application/json"),
    )
    return both if sum(len(one.data) for one in both) <= MOST_BYTES else (_archive(both),)


def _archive(held: Sequence[Media]) -> Media:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for one in held:
            archive.writestr(ZipInfo(one.name), one.data, ZIP_DEFLATED)  # without the clock's time: alike each time
    return Media("interviews.zip", data.getvalue(), "application/zip")


def agreed(answers: Sequence[Given]) -> Agreement:
    """How far the scorer and this person agree, where they corrected it."""
    return agreement([(one.mark.score, one.own) for one in answers if one.mark and one.own is not None])


def as_markdown(answers: Sequence[Given], person: Person) -> bytes:
    """All answers, the oldest first; moments on the person's clock."""
    parts = [f"# Interview answers\n\n{_head(answers)}", *(_answer(n, one, person) for n, one in enumerate(answers, 1))]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _head(answers: Sequence[Given]) -> str:
    found = agreed(answers)
    told = f"{counted(len(answers), 'answer')}. Scores are a coach's numbers, not an examiner's."
    if not found.count:
        return told
    return (
        f"{told} You corrected {counted(found.count, 'score')}: yours are {found.difference:+.1f} on average, "
        f"and {found.close:.0%} of them within one point."
    )


def _answer(number: int, given: Given, person: Person) -> str:
    question = questions().get(given.question)
    parts = [
        f"## {number}. {asked(given.question)}",
        "\n".join(f"- {fact}" for fact in _facts(given, person)),
        f"Answer:\n\n{_quoted(given.text)}" if given.text else "",
        f"To the follow-up:\n\n{_quoted(given.follow_up)}" if given.follow_up else "",
        _made_up(given.mark, question, given.ticks or ()) if given.mark else "",
    ]
    return "\n\n".join(filter(None, parts))


def _quoted(words: str) -> str:
    """Their words as a quotation, as they wrote them: the file is theirs."""
    return "\n".join(f"> {line}".rstrip() for line in words.splitlines())


def _facts(given: Given, person: Person) -> list[str]:
    mark = given.mark
    facts = [
        f"{name_of(given.topic)}, {person.local(given.answered_at):%Y-%m-%d %H:%M}",
        f"Score: {mark.score:.1f} of {FULL:g}, scorer {mark.scorer}" if mark else "Skipped",
        f"Your own score: {given.own:.1f} of {FULL:g}" if given.own is not None else "",
        f"Hints: {given.hints}" if given.hints else "",
        f"Time: {counted(max(1, round(given.seconds / 60)), 'minute')}" if mark else "",
        "Tried again" if given.retry_of else "",
    ]
    return [fact for fact in facts if fact]


def _made_up(mark: Mark, question: Question | None, ticks: Sequence[str]) -> str:
    """What earned the score, line by line; a person ticks items by their number, points by their id."""
    ideas = {point.id: point.idea for point in question.points} if question else {}
    items = [
        f"{'there' if item.there else 'not there'}{_own(str(at) in ticks)}: {item.name}{_quote(item.shown)}"
        for at, item in enumerate(mark.checklist)
    ]
    points = [
        f"{one.standing} ({one.share:.0%}){_own(one.point in ticks)}: {ideas.get(one.point, one.point)}{_quote(one.quote)}"
        for one in mark.verdicts
    ]
    return "Make-up:\n\n" + "\n".join(f"- {line}" for line in items + points) if items or points else ""


def _own(said: bool) -> str:
    return " (you: there)" if said else ""


def _quote(words: str) -> str:
    return f" – “{' '.join(words.split())}”" if words else ""


def as_json(answers: Sequence[Given]) -> bytes:
    """All answers with every field that is kept, the oldest first; moments in UTC (ISO 8601)."""
    found = agreed(answers)
    head = {"count": found.count, "mean_difference": round(found.difference, 3), "within_one_point": found.close}
    whole = {"agreement": head, "answers": [_row(one) for one in answers]}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _row(given: Given) -> dict[str, Any]:
    return {
        "id": given.id,
        "session": given.session,
        "place": given.place + 1,
        "question": {"id": given.question, "text": asked(given.question)},
        "topic": given.topic,
        "answer": given.text,
        "follow_up": given.follow_up,
        "score": given.mark.score if given.mark else None,
        "own_score": given.own,
        "ticks": given.ticks,
        "mark": given.mark.model_dump(mode="json") if given.mark else None,
        "hints": given.hints,
        "seconds": given.seconds,
        "retry_of": given.retry_of,
        "answered_at": given.answered_at.isoformat(),
    }
