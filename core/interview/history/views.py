"""The history as replies: the list page by page, its topics, and the empty pages."""

from collections.abc import Mapping, Sequence

from core.account.dates import day
from core.chat.lines import line
from core.chat.markdown import code, escape, plain
from core.chat.person import Person
from core.chat.reply import Button, Choice, Media, Menu, Reply
from core.interview.bank import questions
from core.interview.choosing.naming import nearest_names
from core.interview.history.scope import Scope, name_of
from core.interview.history.store import Listed, Practised
from core.interview.mark import FULL
from core.resume.review.phrasing import counted
from core.topics.subjects import SUBJECTS

PAGE = 8  # answers on a page
MENU = 25  # choices of a menu
SHORT, LABEL = 80, 60  # characters of a question in the list, and on a choice
TREND = 3  # scored answers from which on a trend is worth a picture
SLOT = "history"
ARROWS = "Arrows compare with your last try at the same question. "

NONE = Reply(
    title="No interview answers yet",
    text="Each question that you answer is kept here with its score, so that you see yourself get better. "
    "Answer a first one, and come back.",
    buttons=((Button("🎤 Interview", run="interview", style="primary"),),),
    slot=SLOT,
)
ALL = Button("All answers", run="history")


def none_on(scope: Scope) -> Reply:
    """That there is no answer in this part of the history."""
    practise = Button(f"Practise {_cut(scope.name, 40)}", run=line("interview", scope.key), style="primary")
    return Reply(text=f"There are no answers on {escape(scope.name)} so far.", buttons=((practise,), (ALL,)), slot=SLOT)


def unknown(words: str) -> Reply:
    """That these words name no topic, and the nearest that do."""
    near = nearest_names(words)
    nearest = f" Nearest: {escape(', '.join(near))}." if near else ""
    ways = (Button("By topic", run="history_topics"), ALL)
    return Reply(text=f"{code(words)} is no topic that I ask about.{nearest}", buttons=(ways,), slot=SLOT)


def listing(
    listed: Sequence[Listed], earlier: Mapping[int, float], person: Person, scope: Scope, page: int, total: int
) -> Reply:
    """One page, the newest first; numbers count from the oldest, so that they stay."""
    pages = pages_of(total)
    first = total - (page - 1) * PAGE
    numbered = [(first - at, one) for at, one in enumerate(listed)]
    title = f"{scope.name or 'Interview history'}: {counted(total, 'answer')}"
    choices = tuple(Choice(_label(number, one), str(one.id), hint=_score(one)) for number, one in numbered)
    return Reply(
        title=f"{title} · page {page} of {pages}" if pages > 1 else title,
        text="\n".join(_row(number, one, earlier.get(one.id), person) for number, one in numbered),
        footer=f"{ARROWS if earlier else ''}Pick an answer to see it whole.",
        menu=Menu(choices, run="attempt", prompt="Answer"),
        buttons=(*_pager(scope, page, pages), _more(scope, total)),
        slot=SLOT,
    )


def pages_of(total: int) -> int:
    return max(1, -(-total // PAGE))


def _row(number: int, one: Listed, before: float | None, person: Person) -> str:
    score = "*skipped*" if one.score is None else f"**{one.score:.1f}**{_arrow(one.score, before)}"
    return f"- {number}\\. {score} · {day(one.answered_at, person)} · {escape(_short(one.question, SHORT))}"


def _arrow(score: float, before: float | None) -> str:
    if before is None:
        return ""
    sign = "↑" if score > before else "↓" if score < before else "="
    return f" {sign} from {before:.1f}" if sign != "=" else " = as before"


def _label(number: int, one: Listed) -> str:
    return f"{number}. {_short(one.question, LABEL)}"


def _score(one: Listed) -> str:
    return "skipped" if one.score is None else f"{one.score:.1f} of {FULL:g}"


def asked(question: str) -> str:
    """The question's words (Markdown); its id where the bank has it no more."""
    return questions()[question].question if question in questions() else question


def _short(question: str, most: int) -> str:
    return _cut(plain(asked(question)), most)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _pager(scope: Scope, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    to = line("history", scope.key) if scope.key else "history"
    row = [Button("‹ Newer", run=f"{to} page={page - 1}")] if page > 1 else []
    if page < pages:
        row.append(Button("Older ›", run=f"{to} page={page + 1}"))
    return (tuple(row),) if row else ()


def _more(scope: Scope, total: int) -> tuple[Button, ...]:
    drawn = line("history_trend", scope.key) if scope.key else "history_trend"
    trend = (Button("📈 Trend", run=drawn),) if total >= TREND else ()
    rest = (ALL,) if scope.key else (Button("Export", run="history_export"),)
    return (*trend, Button("By topic", run="history_topics"), *rest)


def by_topic(practised: Sequence[Practised]) -> Reply:
    """A menu of the topics with answers, the weakest first; of their areas, where there are too many."""
    shown = practised if len(practised) <= MENU else _areas(practised)
    weakest = sorted(shown, key=lambda one: (one.mean if one.mean is not None else -1.0, one.topic))
    choices = tuple(Choice(name_of(one.topic), one.topic, hint=_practised(one)) for one in weakest)
    rows = "\n".join(f"- **{escape(choice.label)}**: {choice.hint}" for choice in choices)
    return Reply(
        title="Your answers by topic, the weakest first",
        text=rows,
        menu=Menu(choices, run="history", prompt="Topic"),
        buttons=((ALL,),),
        slot=SLOT,
    )


def _practised(one: Practised) -> str:
    mean = f"mean {one.mean:.1f} of {FULL:g}" if one.mean is not None else "all skipped"
    return f"{counted(one.count, 'answer')}, {mean}"


def _areas(practised: Sequence[Practised]) -> list[Practised]:
    grouped: dict[str, list[Practised]] = {}
    for one in practised:
        if one.topic in SUBJECTS:
            grouped.setdefault(SUBJECTS[one.topic].area, []).append(one)
    return [_together(area, group) for area, group in grouped.items()]


def _together(area: str, group: Sequence[Practised]) -> Practised:
    scored = sum(one.scored for one in group)
    points = sum(one.scored * one.mean for one in group if one.mean is not None)
    return Practised(area, sum(one.count for one in group), scored, points / scored if scored else None)


def trend(picture: Media, scope: Scope) -> Reply:
    """The picture of the trend, with its words."""
    back = Button("The answers", run=line("history", scope.key) if scope.key else "history")
    return Reply(text=escape(picture.alt), image=picture, buttons=((back,),))
