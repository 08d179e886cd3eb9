"""The pictures of interviews: a mock's report, and scores over time. Each says in words what it shows."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.account.dates import day
from core.charts.chart import Bar, Bars, Trend, rolling
from core.charts.draw import draw
from core.chat.person import Person
from core.chat.reply import Media
from core.interview.history.scope import name_of
from core.interview.history.store import Listed
from core.interview.mark import FULL
from core.interview.sessions.store import Given
from core.resume.review.phrasing import counted
from core.sandbox import Sandbox
from core.sandbox.errors import SandboxError

log = logging.getLogger(__name__)
LOW = 5.0  # scores below stand out
WINDOW = 5  # the least number of answers that a mean is taken of
PNG = "image/png"
SECONDS = 30.0  # a process's first picture waits for matplotlib, on a slow disk for long


async def report_picture(
    sandbox: Sandbox, person: Person, answers: Sequence[Given], overall: float, planned: int = 0, *, light: bool = True
) -> Media | None:
    """The overall score (0–10) of a mock and a bar for each of its answers; None where it could not be drawn.

    `planned` counts its questions, so that one which ended early says so.
    """
    if not answers:
        return None
    rows = tuple(Bar(f"{answer.place + 1} · {name_of(answer.topic)}", answer.score) for answer in answers)
    over = f" over {len(answers)} of {counted(planned, 'question')}" if planned > len(answers) else ""
    low = any(row.value is not None and row.value < LOW for row in rows)
    chart = Bars(
        title=f"Mock interview · {_day(answers[-1].answered_at, person)}",
        headline=f"{overall:.1f}",
        unit=f"of {FULL:g}{over}",
        rows=rows,
        full=FULL,
        low=LOW,
        note=f"Orange: below {LOW:g} of {FULL:g}, worth another go." if low else "",
    )
    told = ", ".join(f"{row.label} {row.absent if row.value is None else f'{row.value:.1f}'}" for row in rows)
    alt = f"{chart.title}: {overall:.1f} of {FULL:g}{over}. By question: {told}."
    return await _drawn(sandbox, chart, "mock-interview.png", alt, light)


async def trend_picture(
    sandbox: Sandbox, person: Person, listed: Sequence[Listed], about: str = "", *, light: bool = True
) -> Media | None:
    """Scored answers over time, on the person's calendar, with their rolling mean; None where it could not be drawn.

    `about` names the topic or area that they belong to.
    """
    points = sorted((person.local(one.answered_at), one.score) for one in listed if one.score is not None)
    if not points:
        return None
    title = f"Interview scores · {about}" if about else "Interview scores"
    chart = Trend(title=title, points=tuple(points), full=FULL, window=max(WINDOW, len(points) // 12))
    days = dict.fromkeys(_day(moment, person) for moment in (points[0][0], points[-1][0]))
    when = f"from {' to '.join(days)}" if len(days) > 1 else f"on {next(iter(days))}"
    alt = f"{title}: {counted(len(points), 'answer')} {when}. {_moved([score for _, score in points], chart.window)}"
    return await _drawn(sandbox, chart, "interview-trend.png", alt, light)


def _moved(scores: Sequence[float], window: int) -> str:
    """Where scores went, in a sentence."""
    means = rolling(scores, window)
    if len(scores) <= window:
        return f"Mean: {means[-1]:.1f} of {FULL:g}."
    return f"The mean of the last {window} went from {means[window - 1]:.1f} to {means[-1]:.1f} of {FULL:g}."


async def _drawn(sandbox: Sandbox, chart: Bars | Trend, name: str, alt: str, light: bool) -> Media | None:
    try:
        return Media(name, await sandbox.run(draw, chart, light, seconds=SECONDS), PNG, alt)
    except SandboxError:
        log.warning("a picture could not be drawn", exc_info=True, extra={"picture": name})
        return None


def _day(moment: datetime, person: Person) -> str:
    """A day in the person's own English, or in British: the pictures' letters do not cover every language."""
    return day(moment, person if person.locale.startswith("en") else replace(person, locale="en_GB"))
