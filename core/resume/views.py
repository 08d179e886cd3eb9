"""Reviews as replies: short first, then all findings, why this score, the marked page, and what a machine reads."""

from dataclasses import replace

from core.account.dates import day
from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.person import Person
from core.chat.reply import Button, Choice, Media, Menu, Progress, Reply
from core.resume.marked import COLOURS, Mark, pages_with_marks
from core.resume.match.store import Listed
from core.resume.review import Comparison
from core.resume.review.comparing import AreaChange
from core.resume.store import Kept, Version
from core.resume.verdict import AREAS, Area, CheckResult, Finding, Review
from core.topics.tracks import TRACKS

TOP = 3  # fixes in the short answer
PAGE = 4  # findings on a page
GUESS = "guess"  # in place of a track: let the rules guess it
SHORT = 30  # characters of a job post's title on a button
LONG = 240  # characters of a quotation before it is cut


def summary(
    kept: Kept, person: Person, *, versus: Comparison | None = None, note: str = "", waiting: Listed | None = None
) -> Reply:
    """The short answer: score, verdict, the most worthwhile fixes, area bars, and what has changed.

    `waiting` is a job post that came before any résumé.
    """
    review = kept.review
    parts = [note] if note else []
    parts.append(escape(review.verdict))
    if versus:
        parts.append(_versus(versus))
    top = review.findings[:TOP]
    if top:
        heading = "The most worthwhile fix" if len(top) == 1 else f"The {_word(len(top))} most worthwhile fixes"
        parts.append(f"**{heading}**")
        parts += [_short(number, finding) for number, finding in enumerate(top, 1)]
    elif review.praise:
        parts.append("**What is good**")
        parts += [f"- {escape(praise.text)}" for praise in review.praise[:TOP]]
    facts = [f"rules {review.rules_version}", _track(review), titled(kept), day(kept.created_at, person)]
    if kept.document.kind != "pdf" and not kept.made:
        facts.append("send a PDF to see your page with the findings marked")
    return Reply(
        title=f"Résumé score: {review.score} of 100",
        text="\n\n".join(parts),
        progress=_bars(review),
        footer=" · ".join(facts),
        buttons=(*_waiting(waiting), *_buttons(kept)),
        slot=f"review:{kept.id}",
    )


def job_post(name: str, post: int) -> Reply:
    """The answer to a file that is a job post and no résumé."""
    text = f"{escape(name)} reads like a job post, not like a résumé, so I kept it as one."
    delete = Button("Delete it", run=line("droppost", post))
    return Reply(text=text, buttons=((Button("🎯 Match it with my résumé", run=line("rematch", post)), delete),))


def titled(one: Kept | Version) -> str:
    """A file by its name, a version by what became of it: "cv.pdf, rewritten"."""
    return f"{one.name}, {one.made}" if one.made else one.name


def _bars(review: Review) -> tuple[Progress, ...]:
    return tuple(
        Progress(area.earned, area.possible, label=area.area.capitalize(), percent=True)
        for area in review.areas
        if area.possible
    )


def _track(review: Review) -> str:
    if review.track not in TRACKS:
        return "no track"
    return f"track: {TRACKS[review.track].name}" + (" (guessed)" if review.track_guessed else "")


def _short(number: int, finding: Finding) -> str:
    lines = [f"**{number}. {escape(finding.title)}** ({_points(finding.points)})"]
    if finding.quote:
        lines.append(quote(_cut(finding.quote)))
        lines.append("")
    lines.append(escape(finding.mend))
    if finding.example:
        lines += ["", f"✏️ *{escape(finding.example)}*"]
    return "\n".join(lines)


def _points(points: float) -> str:
    return f"+{points:.1f} points"


def _word(number: int) -> str:
    return {2: "two", 3: "three"}.get(number, str(number))


def _cut(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"


def _versus(versus: Comparison) -> str:
    counts = [f"{len(versus.fixed)} fixed", f"{len(versus.new)} new", f"{len(versus.open)} still open"]
    change = versus.score_after - versus.score_before
    moved = (
        "The score is unchanged" if not change else f"The score went {'up' if change > 0 else 'down'} by {abs(change)}"
    )
    areas = [words for one in versus.areas if (words := _moved(one))]
    text = f"**Since the last version:** {', '.join(counts)}. {moved}."
    if not versus.same_rules:
        text += " (My rules have changed in between, so the scores do not quite compare.)"
    return text + (f" By area: {', '.join(areas)}." if areas else "")


def _moved(change: AreaChange) -> str:
    """An area's share of its points then and now; "" if it did not move (points alone would also tell shifted weights)."""
    if not change.possible_before or not change.possible_after:
        return ""
    before, after = (
        round(100 * share) for share in (change.before / change.possible_before, change.after / change.possible_after)
    )
    return f"{change.area} {before} → {after} %" if before != after else ""


def _waiting(post: Listed | None) -> tuple[tuple[Button, ...], ...]:
    if post is None:
        return ()
    name = post.name if len(post.name) <= SHORT else post.name[: SHORT - 1].rstrip() + "…"
    return ((Button(f"🎯 Match with “{name}”", run=line("rematch", post.id), style="primary"),),)


def _buttons(kept: Kept) -> tuple[tuple[Button, ...], ...]:
    count = len(kept.review.findings)
    first = [Button(f"All findings ({count})", run=line("findings", kept.id))] if count else []
    second = []
    if kept.document.kind == "pdf" and not kept.made and pages_with_marks(kept.document, kept.review):
        second.append(Button("Marked page", run=line("marked", kept.id)))
    second.append(Button("What a machine reads", run=line("fields", kept.id)))
    first.append(Button("Why this score", run=line("why", kept.id)))
    third = (Button("✍️ Rewrite", run=line("rewrite", kept.id)), Button("🎯 Match a job", run="match"))
    versions = (Button("Versions", run="versions"),) if kept.files > 1 else ()
    fourth = (Button("For another track", run=line("tracks", kept.id)), *versions)
    return (tuple(first), tuple(second), third, fourth)


def findings(kept: Kept, page: int) -> Reply:
    """One page of all findings, the most worthwhile first. Pages count from 1; one too high shows the last."""
    all_findings = kept.review.findings
    pages = max(1, -(-len(all_findings) // PAGE))
    page = min(page, pages)
    start = (page - 1) * PAGE
    shown = all_findings[start : start + PAGE]
    first_of: dict[tuple[str, str], int] = {}
    for number, finding in enumerate(all_findings, 1):
        first_of.setdefault((finding.why, finding.mend), number)
    parts = [
        _whole(number, finding, first_of[finding.why, finding.mend]) for number, finding in enumerate(shown, start + 1)
    ]
    if not shown:
        parts = ["Nothing that matters was found."]
    if page == pages and kept.review.praise:
        parts.append("**What is good already**")
        parts.append("\n".join(f"- {escape(praise.text)}" for praise in kept.review.praise))
    return Reply(
        title=f"All findings · page {page} of {pages}" if pages > 1 else "All findings",
        text="\n\n".join(parts),
        buttons=(*_pager("findings", kept.id, page, pages), _back(kept)),
        slot=f"findings:{kept.id}",
    )


def _whole(number: int, finding: Finding, first: int) -> str:
    """A finding in full; one of the same kind as an earlier one does not say the same again."""
    where = sorted({place.page for place in finding.places})
    page = f" · page {', '.join(map(str, where))}" if where else ""
    lines = [f"**{number}. {escape(finding.title)}** · {finding.severity} · {_points(finding.points)}{page}"]
    if finding.quote:
        lines += [quote(_cut(finding.quote)), ""]
    if first == number:
        lines += [f"**Why:** {escape(finding.why)}", f"**Mend:** {escape(finding.mend)}"]
    else:
        lines.append(f"Why, and how: as in number {first}.")
    if finding.example:
        lines.append(f"**For example:** *{escape(finding.example)}*")
    return "\n".join(lines)


def _pager(command: str, review_id: int, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    row = [Button("‹ Previous", run=line(command, review_id, page - 1))] if page > 1 else []
    if page < pages:
        row.append(Button("Next ›", run=line(command, review_id, page + 1)))
    return (tuple(row),) if row else ()


def _back(kept: Kept) -> tuple[Button, ...]:
    return (Button("Back to the score", run=line("score", kept.id)),)


def why(kept: Kept, area: Area | None) -> Reply:
    """Every point accounted for: the areas and their sum, or one area's checks and theirs."""
    review = kept.review
    buttons = [
        Button(one.area.capitalize(), run=line("why", kept.id, AREAS.index(one.area) + 1))
        for one in review.areas
        if one.area != area and one.possible
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    text = _overview(review) if area is None else _account(area, [c for c in review.checks if c.area == area])
    title = "Why this score" if area is None else f"Why this score · {area.capitalize()}"
    return Reply(title=title, text=text, buttons=(*rows, _back(kept)), slot=f"why:{kept.id}")


def _overview(review: Review) -> str:
    areas = [area for area in review.areas if area.possible]
    lines = [f"- {area.area.capitalize()}: **{area.earned:.1f}** of {area.possible:.1f}" for area in areas]
    total = sum(area.earned for area in review.areas)
    lost = sorted((c for c in review.checks if c.possible - c.earned >= 0.05), key=lambda c: c.earned - c.possible)
    parts = [
        "\n".join(lines),
        f"Together **{total:.1f}** of 100, rounded: **{review.score}**. Each area below lists its checks.",
    ]
    if lost:
        parts.append("**Where most points went**\n" + "\n".join(_check(check) for check in lost[:5]))
    parts.append(
        f"Rules {review.rules_version}: the same file gets the same score, whoever sends it and wherever it runs."
    )
    return "\n\n".join(parts)


def _account(area: Area, checks: list[CheckResult]) -> str:
    earned, possible = sum(check.earned for check in checks), sum(check.possible for check in checks)
    lines = "\n".join(_check(check) for check in checks)
    return f"{lines}\n\nTogether **{earned:.1f}** of {possible:.1f} for {area}."


def _check(check: CheckResult) -> str:
    return f"- {escape(check.title)}: **{check.earned:.1f}** of {check.possible:.1f}. {escape(check.because)}"


def tracks(kept: Kept) -> Reply:
    """A choice of tracks to be reviewed against."""
    named = [Choice(track.name, track.id, chosen=track.id == kept.track) for track in TRACKS.values()]
    choices = (*named, Choice("Guess for me", GUESS, chosen=not kept.track))
    return Reply(
        text="Against which track shall I read your résumé?",
        menu=Menu(choices, run=line("track", kept.id), prompt="Track"),
        buttons=(_back(kept),),
        slot=f"tracks:{kept.id}",
    )


def marked_page(kept: Kept, page: int, pages: list[int], drawn: list[Mark], picture: Media) -> Reply:
    """The marked page with a legend of its numbers."""
    numbers = sorted({mark.number for mark in drawn})
    named: dict[str, list[str]] = {}
    for number in numbers:
        named.setdefault(kept.review.findings[number - 1].title, []).append(str(number))
    legend = "\n".join(f"**{', '.join(which)}** {escape(title)}" for title, which in named.items())
    used = {mark.severity for mark in drawn}
    legend += "\n\n" + ", ".join(f"{colour}: {severity}" for severity, colour in COLOURS.items() if severity in used)
    others = tuple(Button(f"Page {other}", run=line("marked", kept.id, other)) for other in pages if other != page)
    titles = "; ".join(f"{', '.join(which)}: {title}" for title, which in named.items())
    alt = f"Page {page} of {kept.name} with numbered boxes. {titles}"
    return Reply(
        title=f"Marked page {page}",
        text=legend,
        image=replace(picture, alt=alt),
        buttons=(*((others[:4],) if others else ()), _back(kept)),
        slot=f"marked:{kept.id}:{page}",
    )
