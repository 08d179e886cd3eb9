"""What the steps of a rewriting did to the score: one at a time, and all of them in the end."""

from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.reply import Button, Reply
from core.resume.review.phrasing import counted
from core.resume.rewrite.session import Draft, Session, Taking

BRIEF, LONG = 70, 240  # characters of a line that is only named, or told again
LISTED = 8  # lines that are listed by name


def taken_step(session: Session, step: int) -> str:
    """What a step has done to the score, with the line as it took it or the lines' names."""
    taken = session.takings(step)
    if not taken:
        return ""
    before, after = session.score(session.edits(step - 1)), session.score(session.edits(step))
    if len(taken) == 1:
        return f"Taken: {moved(before, after)}\n{quote(taken[0][1].text)}"
    named = [f"- {brief(taking.text)}" for _, taking in taken[:LISTED]]
    if len(taken) > LISTED:
        named.append(f"- and {len(taken) - LISTED} more")
    return f"Taken, {counted(len(taken), 'line')} by words alone: {moved(before, after)}\n\n" + "\n".join(named)


def left_out(session: Session) -> str:
    """That some lines of words alone were not taken, as each would lower the score."""
    left = sum(draft.costly and draft.state == "open" for draft in session.drafts)
    if not left:
        return ""
    return f"{counted(left, 'line').capitalize()} left out, as the score would fall: *Line by line* shows the cost."


def finished(session: Session, origin: int) -> Reply:
    """What became of the résumé, step by step. *Undo* goes back to the file `origin`."""
    left = len(session.drafts) - len(session.taken())
    parts = [
        f"Your new version is kept beside the old one. Step by step, {moved(session.score(()), session.now)}:",
        "\n".join(_steps(session)),
        f"{counted(left, 'line').capitalize()} {'stays' if left == 1 else 'stay'} as you wrote {'it' if left == 1 else 'them'}."
        if left
        else "",
    ]
    buttons = (
        (Button("Show review", run=line("score", session.made), style="primary"), Button("Versions", run="versions")),
        (
            Button("Markdown", run=line("exportv", session.version, "markdown")),
            Button("JSON Resume", run=line("exportv", session.version, "json")),
        ),
        (Button("Undo", run=line("goback", origin)),),
    )
    return Reply(title=f"Rewritten · score {session.now}", text="\n\n".join(filter(None, parts)), buttons=buttons)


def _steps(session: Session) -> list[str]:
    """Every step that moved the score, others while there is room, and how many lines the rest changed."""
    steps = [step for step in range(1, session.steps + 1) if session.takings(step)]
    moving = [step for step in steps if _gain(session, step)]
    still = [step for step in steps if step not in moving]
    shown = sorted(moving + still[: max(LISTED - len(moving), 0)])
    rest = {draft.proposal.before for step in steps if step not in shown for draft, _ in session.takings(step)}
    told = [_step(session, step) for step in shown]
    return [*told, f"- and {counted(len(rest), 'line')} without a change of score"] if rest else told


def _gain(session: Session, step: int) -> int:
    return (session.score(session.edits(step)) or 0) - (session.score(session.edits(step - 1)) or 0)


def _step(session: Session, step: int) -> str:
    taken, gain = session.takings(step), _signed(_gain(session, step))
    if len(taken) > 1:
        reasons = dict.fromkeys(reason for draft, _ in taken for reason in draft.reasons)
        return f"- **{gain}** {counted(len(taken), 'line')} by words alone. {escape(sentences(list(reasons)[:3]))}"
    draft, taking = taken[0]
    return f"- **{gain}** “{brief(taking.text)}”: {_why(draft, taking)}"


def _why(draft: Draft, taking: Taking) -> str:
    if taking.own:
        return "your own words."
    why = escape(sentences(draft.reasons)) if taking == draft.takings[-1] else ""
    return f"your answer “{escape(taking.answered)}”. {why}".strip() if taking.answered else why


def sentences(reasons: list[str]) -> str:
    """Reasons as sentences in a row."""
    return " ".join(reason.rstrip(".") + "." for reason in reasons)


def cut(words: str, longest: int = LONG) -> str:
    """The beginning of people's words, with an ellipsis where something is left out."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def brief(words: str) -> str:
    """People's words as they name a line."""
    return escape(cut(words, BRIEF))


def moved(before: int | None, after: int | None) -> str:
    """From which score to which."""
    if before is None or after is None or before == after:
        return f"the score stays at **{after if after is not None else before}**"
    return f"**{before} → {after}** ({_signed(after - before)})"


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else f"−{-change}" if change else "±0"
