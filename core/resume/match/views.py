"""A match as replies: the short answer, then every requirement, the percent's account, words, gaps, and kept posts."""

from core.account.dates import day
from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.person import Person
from core.chat.reply import Button, Progress, Reply
from core.resume.match import coverage
from core.resume.match.post import Match, Part, Requirement, Verdict
from core.resume.match.steps import addable, advice, steps, to_learn, unproven
from core.resume.match.store import KeptPost, Listed, Result
from core.resume.review.phrasing import counted

ICONS = {"shown": "✅", "listed": "🟡", "missing": "❌"}
PAGE, POSTS = 5, 4  # requirements and posts on a page: four rows of posts and a pager are Discord's five rows
LONG = 200  # characters of a quotation before it is cut
_ACCOUNT = (
    "A term counts once, and more where a line of your work shows it. This measures what the résumé says, not you."
)
OLDER = "This was matched with an older résumé than your newest."
POSTS_SLOT = "posts"
NEW = "new"  # in place of a post behind /match: ask for one, even where there are posts
LISTED = 12  # lines of a list before "and 3 more"


def slot(post: int) -> str:
    """The name of the message that a match lives in."""
    return f"match:{post}"


def answer(kept: KeptPost, result: Result, resume: str, person: Person, *, older: bool = False) -> Reply:
    """The short answer. `resume` names the file that was matched, `older`: there is a newer résumé by now."""
    match = result.match
    best = steps(match)
    parts = [OLDER if older else "", _headline(kept), _counts(match)]
    if best:
        heading = "The step most worth your time" if len(best) == 1 else f"The {_word(len(best))} most worthwhile steps"
        parts.append(f"**{heading}**")
        wording = dict(enumerate(result.advice)) if len(result.advice) == len(best) else {}
        parts += [_step(number, verdict, wording.get(number - 1, "")) for number, verdict in enumerate(best, 1)]
    else:
        parts.append(f"{coverage.all_shown(match.post)} *Tailor* puts it in the post's order.")
    parts.append(coverage.to_look_at(match.post))
    if result.note:
        parts.append(f"*{result.note}*")
    when = day(kept.matched_at or kept.created_at, person)
    return Reply(
        title=_percents(match),
        text="\n\n".join(filter(None, parts)),
        progress=tuple(_bar(part) for part in match.parts if part.possible),
        footer=f"match rules {match.rules_version} · {resume} · {when}",
        buttons=_buttons(kept.id, match, older=older),
        slot=slot(kept.id),
    )


def _percents(match: Match) -> str:
    more = f" · reachable {match.reachable} %" if match.reachable > match.percent else ""
    return f"Match {match.percent} %{coverage.part_judged(match.post)}{more}"


def _headline(kept: KeptPost) -> str:
    company = kept.post.company if kept.post else ""
    return f"**{escape(_cut(kept.name))}**" + (f" · {escape(_cut(company))}" if company else "")


def _counts(match: Match) -> str:
    of = {standing: sum(verdict.standing == standing for verdict in match.verdicts) for standing in ICONS}
    words = {"shown": "shown", "listed": "only listed or implied", "missing": "missing"}
    text = " · ".join(f"{ICONS[standing]} {count} {words[standing]}" for standing, count in of.items() if count)
    gain = len(addable(match))
    if gain:
        text += f"\nWith what could be added truthfully now ({gain}), you would reach {match.reachable} %."
    return text


def _bar(part: Part) -> Progress:
    return Progress(part.earned, part.possible, label=part.name, percent=True)


def _word(number: int) -> str:
    return {2: "two", 3: "three"}.get(number, str(number))


def _step(number: int, verdict: Verdict, worded: str) -> str:
    kind = "could be added" if verdict.addable else "not shown yet" if verdict.standing == "listed" else "missing"
    lines = [f"**{number}. {escape(_cut(verdict.requirement.label))}** ({_need(verdict.requirement)}, {kind})"]
    if verdict.quote:
        lines += [quote(_cut(verdict.quote)), ""]
    return "\n".join([*lines, escape(worded or advice(verdict))])


def _need(requirement: Requirement) -> str:
    return "must" if requirement.need == "must" else "nice to have"


def _cut(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"


def _buttons(post: int, match: Match, *, older: bool) -> tuple[tuple[Button, ...], ...]:
    words = (Button("Words to mirror", run=line("mirror", post)),)
    again = (Button("Match again", run=line("rematch", post), style="primary"),) if older else ()
    return (
        (*again, Button(f"All requirements ({len(match.verdicts)})", run=line("requirements", post))),
        (Button("How the percent is made up", run=line("percent", post)), *words),
        (Button("What to add, what to learn", run=line("gaps", post)),),
        (Button("Tailor my résumé", run=line("tailor", post), style="primary"), Button("Posts", run="posts")),
    )


def _back(post: int) -> tuple[Button, ...]:
    return (Button("Back to the match", run=line("post", post)),)


def requirements(post: int, match: Match, page: int) -> Reply:
    """One page of all requirements in the post's order, and behind them the lines that were not judged.

    Pages count from 1; one too high shows the last.
    """
    whole = [_whole(number, verdict) for number, verdict in enumerate(match.verdicts, 1)]
    whole += coverage.numbered(match.post, len(whole) + 1)
    pages = max(1, -(-len(whole) // PAGE))
    page = min(page, pages)
    start = (page - 1) * PAGE
    return Reply(
        title=f"All requirements · page {page} of {pages}" if pages > 1 else "All requirements",
        text="\n\n".join(whole[start : start + PAGE]),
        buttons=(*_pager(f"requirements {post}", page, pages), _back(post)),
        slot=slot(post),
    )


def _whole(number: int, verdict: Verdict) -> str:
    icon = ICONS[verdict.standing]
    lines = [f"{icon} **{number}. {escape(_cut(verdict.requirement.label))}** · {_need(verdict.requirement)}"]
    if verdict.quote:
        lines += [quote(_cut(verdict.quote)), ""]
    if verdict.because:
        lines.append(escape(verdict.because))
    if verdict.addable and verdict.standing != "shown":
        lines.append(
            "Could be shown truthfully: " + ("you told me of it." if verdict.from_facts else "it is yours already.")
        )
    return "\n".join(lines)


def _pager(command: str, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    row = [Button("‹ Previous", run=f"{command} {page - 1}")] if page > 1 else []
    if page < pages:
        row.append(Button("Next ›", run=f"{command} {page + 1}"))
    return (tuple(row),) if row else ()


def percent(post: int, match: Match) -> Reply:
    """Every point of the percent accounted for."""
    lines = [
        f"- {escape(part.name)}: **{part.earned:.1f}** of {part.possible:.1f}. {escape(part.because)}"
        for part in match.parts
        if part.possible
    ]
    total = sum(part.earned for part in match.parts)
    parts = [
        "\n".join(lines),
        f"Together **{total:.1f}** of 100, rounded: **{match.percent} %**.",
        f"Reachable: **{match.reachable} %**, if all that could be added truthfully were shown in a line of your experience.",
        f"Match rules {match.rules_version}. {_ACCOUNT}",
    ]
    return Reply(title="How the percent is made up", text="\n\n".join(parts), buttons=(_back(post),), slot=slot(post))


def mirror(post: int, match: Match, title: str) -> Reply:
    """The post's words for what the résumé calls otherwise. `title` is the résumé's own, "" where it names none."""
    parts = [_titles(match.post.title, title)] if match.post.title else []
    pairs = [f"- {escape(_cut(wanted))} (you write {escape(_cut(mine))})" for wanted, mine in match.mirror]
    if pairs:
        parts.append("**Their words for what you have**\n" + _some(pairs))
        parts.append("It is one thing under two names: use theirs. *Tailor* writes out full names by itself.")
    else:
        parts.append("You already use the post's words for what you have in common.")
    return Reply(title="Words to mirror", text="\n\n".join(parts), buttons=(_back(post),), slot=slot(post))


def _titles(wanted: str, held: str) -> str:
    if wanted.casefold() == held.casefold():
        return f"**Title:** yours is the post's, {escape(_cut(held))}."
    yours = f" You held: {escape(_cut(held))}." if held else ""
    return (
        f"**Title:** the post says {escape(_cut(wanted))}.{yours} Use theirs in your letter; never take a title that you "
        "did not hold."
    )


def _some(lines: list[str]) -> str:
    more = len(lines) - LISTED
    return "\n".join(lines[:LISTED]) + (f"\n- and {more} more" if more > 0 else "")


def gaps(post: int, match: Match) -> Reply:
    """What could be added truthfully, what is only listed, and what must be learned first."""
    groups = (
        ("Could be added truthfully now", [_named(verdict, verdict.quote) for verdict in addable(match)]),
        (
            "Only listed or implied: show it in a bullet, if you used it",
            [_named(verdict) for verdict in unproven(match)],
        ),
        ("Must be learned first, or was left out of the résumé", [_named(verdict) for verdict in to_learn(match)]),
    )
    parts = [f"**{heading}**\n{_some(lines)}" for heading, lines in groups if lines]
    unread = [f"- {escape(_cut(one))}" for one in match.post.unread]
    parts = parts or [coverage.nothing_missing(match.post)]
    if unread:
        parts.append(f"**Not judged: look at these yourself**\n{_some(unread)}")
    text = "\n\n".join(parts)
    return Reply(title="What to add, what to learn", text=text, buttons=(_back(post),), slot=slot(post))


def _named(verdict: Verdict, where: str = "") -> str:
    start = f"- {escape(_cut(verdict.requirement.label))} ({_need(verdict.requirement)})"
    return f"{start}: *{escape(_cut(where))}*" if where else start


def posts(listed: list[Listed], count: int, page: int, current: int | None, person: Person, note: str = "") -> Reply:
    """One page of the kept posts, the newest first. `current` is the file of the newest résumé."""
    pages = max(1, -(-count // POSTS))
    first = (page - 1) * POSTS + 1
    lines = [_post(number, one, current, person) for number, one in enumerate(listed, first)]
    rows = tuple(_row(number, one) for number, one in enumerate(listed, first))
    parts = [note, "\n".join(lines), "A new one: paste its text behind /match, or press the button."]
    turning = _pager("posts", page, pages)
    last = (*(turning[0] if turning else ()), Button("New post", run=f"match {NEW}"))
    return Reply(
        title=f"Your job posts · page {page} of {pages}" if pages > 1 else "Your job posts",
        text="\n\n".join(filter(None, parts)),
        buttons=(*rows, last),
        slot=POSTS_SLOT,
    )


def _post(number: int, one: Listed, current: int | None, person: Person) -> str:
    title = f"**{number}. {escape(_cut(one.name))}**" + (f", {escape(_cut(one.company))}" if one.company else "")
    standing = "not matched yet" if one.percent is None else f"{one.percent} %"
    older = " · older résumé" if one.percent is not None and one.file_id != current else ""
    return f"{title} · {standing} · {escape(day(one.at, person))}{older}"


def _row(number: int, one: Listed) -> tuple[Button, ...]:
    again = Button(f"Match {number} again", run=line("rematch", one.id))
    match = Button(f"Match {number}", run=line("rematch", one.id))
    looks = (Button(f"Show {number}", run=line("post", one.id)), again) if one.percent is not None else (match,)
    return (*looks, Button(f"Delete {number}", run=line("droppost", one.id)))


def deleting(one: KeptPost) -> Reply:
    """Asks before a post is deleted."""
    sure = Button("Delete it", run=line("droppost", one.id, "yes"), style="danger")
    return Reply(
        text=f"Delete {escape(_cut(one.name))} and its match?",
        buttons=((sure, Button("Keep it", run="posts")),),
        slot=POSTS_SLOT,
    )


def nothing_asked(unread: tuple[str, ...] = ()) -> Reply:
    """The answer to a text in which nothing was found that can be judged; `unread` are the lines that seem to ask."""
    text = coverage.none_judged(unread) if unread else coverage.NONE_FOUND
    title = "Nothing here that I can judge" if unread else "No requirement found"
    return Reply(title=title, text=text, buttons=((Button("New post", run=f"match {NEW}"),),))


def asks(kept: KeptPost) -> str:
    """What a post asks for, in one sentence."""
    count = len(kept.post.requirements) if kept.post else 0
    return f"I kept the post {_headline(kept)}: it asks for {counted(count, 'thing')}."


_UNREADABLE = {
    "short": "There are too few words in this file for a job post.",
    "empty": "This file is empty.",
    "scan": "This file is a picture of a page, and I read text, not pixels.",
    "picture": "This is a picture, and I read text, not pixels.",
    "password": "This file is locked with a password.",
    "too_long": "This file has more pages than a job post.",
    "html": "This is a web page, and I open none.",
}


def unreadable(name: str, reason: str) -> Reply:
    """The answer to a file that is no readable job post."""
    sentence = _UNREADABLE.get(reason, "I cannot read this file.")
    way = "Copy the text of the post, and paste it here behind /match."
    return Reply(title="I could not read that", text=f"{escape(_cut(name))}: {sentence} {way}")
