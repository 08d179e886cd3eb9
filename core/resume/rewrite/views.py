"""A rewriting as replies: the overview, one line before and after, a question, and what came of it all."""

from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.reply import Button, Progress, Reply
from core.resume.review.phrasing import counted
from core.resume.rewrite.proposal import Blank
from core.resume.rewrite.session import Draft, Session
from core.resume.rewrite.steps import BRIEF, cut, moved, sentences

ROW = 3  # buttons side by side
SKIP, STOP, ELSE, KNOWN, CHOICE = "skip", "stop", "else", "known", "choice"

Rows = tuple[tuple[Button, ...], ...]


def slot(rewrite: int) -> str:
    """The name of the message that a rewriting lives in."""
    return f"rewrite:{rewrite}"


def place(rewrite: int, session: Session, number: int = 0, *, said: str = "", resumed: bool = False) -> Reply:
    """A line by its number, or the overview (0)."""
    if number:
        return one_line(rewrite, session, number, said=said)
    return overview(rewrite, session, said=said, resumed=resumed)


def overview(rewrite: int, session: Session, *, said: str = "", resumed: bool = False) -> Reply:
    """Where the rewriting stands, and the ways to go on. `said` (Markdown) comes first; `resumed` offers a new start."""
    decided = [draft for draft in session.drafts if draft.state != "open"]
    parts = [said, _standing(session), _waiting(session)]
    return Reply(
        title="Rewriting your résumé",
        text="\n\n".join(filter(None, parts)),
        progress=(Progress(len(decided), len(session.drafts), label="Lines decided"),) if decided else (),
        buttons=_ways(rewrite, session, resumed=resumed),
        slot=slot(rewrite),
    )


def _standing(session: Session) -> str:
    total, taken = len(session.drafts), len(session.taken())
    if not taken:
        return f"Score **{session.score(())}**. {counted(total, 'line').capitalize()} can be better."
    until = " Until you press **Finish**, /resume and /export have the old ones." if session.undecided() else ""
    return f"You took {taken} of {counted(total, 'line')} so far: {moved(session.score(()), session.now)}.{until}"


def _waiting(session: Session) -> str:
    """What the open lines wait for."""
    words, gaps = len(session.safe()), [draft for draft in session.drafts if draft.state == "open" and draft.gaps]
    others = sum(draft.state == "open" for draft in session.drafts) - words - len(gaps)
    found = []
    if words:
        found.append(f"{words} by words alone")
    if gaps:
        found.append(f"{len(gaps)} would gain from something only you know")
    if others:
        found.append(f"{others} {'waits' if others == 1 else 'wait'} for your look")
    if not found:
        if not session.taken():
            return "Every line is decided, and all stay as you wrote them: there is nothing to make. Look again as you like."
        more = sum(bool(draft.gaps) for draft in session.drafts)
        could = f"{counted(more, 'line')} could still gain by an answer of yours. " if more else ""
        return f"Every line is decided. {could}**Finish** makes the new version of your résumé; the old one stays."
    opening = "Of the open ones: " if any(draft.state != "open" for draft in session.drafts) else "How: "
    return opening + "; ".join(found) + "."


def _ways(rewrite: int, session: Session, *, resumed: bool) -> Rows:
    questions, safe, first = len(session.questions()), len(session.safe()), session.undecided() or session.unfilled()
    rows: list[tuple[Button, ...]] = []
    if questions:
        label = f"Answer {counted(questions, 'question')}"
        rows.append((Button(label, run=line("askme", rewrite), style="primary"),))
    again = not session.undecided() and not session.taken()
    looks = [Button("Look again" if again else "Line by line", run=line("reline", rewrite, first or 1))]
    if safe:
        label = f"Take all {safe} safe ones" if safe > 1 else "Take the safe one"
        looks.append(Button(label, run=line("takeall", rewrite)))
    rows.append(tuple(looks))
    ends = (
        [Button("Finish", run=line("finish", rewrite), style="" if questions or safe else "primary")]
        if not again
        else []
    )
    if resumed or again:
        ends.append(Button("Start afresh", run=line("afresh", session.review)))
    return (*rows, tuple(ends))


def nothing(name: str, score: int, findings: int, review: int) -> Reply:
    """Praise for a résumé in which no line can be better by rules."""
    more = f" The review has {counted(findings, 'finding')} on other things." if findings else ""
    text = f"I read every line of {escape(name)} and would change none: they say what you did, plainly.{more}"
    label = f"All findings ({findings})"
    row = (Button(label, run=line("findings", review)),) if findings else (Button("Review", run=line("score", review)),)
    return Reply(title=f"Nothing to reword · score {score}", text=text, buttons=(row,))


def one_line(rewrite: int, session: Session, number: int, *, said: str = "") -> Reply:
    """One line before and after, why, what it is worth, and what can be done with it."""
    draft = session.drafts[number - 1]
    proposal = draft.proposal
    parts = [said, "**Now**\n" + quote(proposal.before)]
    if draft.state == "taken":
        parts.append("**Taken**\n" + quote(draft.text))
    elif draft.shown == proposal.before:
        parts.append("Without an answer of yours I know nothing better: your words can stay.")
    else:
        parts.append(
            ("**Better** (you left it as it is)\n" if draft.state == "left" else "**Better**\n") + quote(draft.shown)
        )
    if not draft.own and draft.shown != proposal.before:
        parts.append("\n".join(f"- {escape(reason)}" for reason in draft.reasons))
    parts.append(_worth(session, number))
    where = f" · {cut(proposal.entry, BRIEF)}" if proposal.entry else ""
    worded = "you" if draft.own else "rules" if proposal.source == "rules" else "model"
    return Reply(
        title=f"Line {number} of {len(session.drafts)}{where}",
        text="\n\n".join(filter(None, parts)),
        footer=f"worded by {worded}",
        buttons=(*_deeds(rewrite, draft, number), _pager(rewrite, session, number)),
        slot=slot(rewrite),
    )


def _worth(session: Session, number: int) -> str:
    draft = session.drafts[number - 1]
    if draft.state == "taken":
        return f"Your score now: **{session.now}**."
    then = session.score(session.edits_with(number)) if draft.better else None
    costs = session.now - then if then is not None and session.now is not None else 0
    needs = "It needs something only you know. *Answer* asks for it; nothing is made up."
    if costs > 0:
        without = f"{needs} Without it, taking" if draft.gaps else "Taking"
        return f"{without} this line costs {counted(costs, 'point')}: **{session.now} → {then}**."
    if draft.gaps:
        return needs
    return f"If you take it, {moved(session.now, then)}." if draft.better else ""


def _deeds(rewrite: int, draft: Draft, number: int) -> Rows:
    """What can be done with a line: at most three buttons side by side."""
    found = []
    if draft.gaps or not draft.better:
        found.append(Button("Answer", run=line("askme", rewrite, number), style="primary"))
    if draft.state == "taken":
        found.append(Button("Undo", run=line("untake", rewrite, number)))
    elif draft.better and draft.gaps:
        found.append(Button("Take without it", run=line("take", rewrite, number)))
    elif draft.better:
        found.append(Button("Take", run=line("take", rewrite, number), style="primary"))
    found.append(Button("Edit", run=line("edit", rewrite, number)))
    if draft.state == "open":
        found.append(Button("Leave", run=line("leave", rewrite, number)))
    return tuple(tuple(found[at : at + ROW]) for at in range(0, len(found), ROW))


def _pager(rewrite: int, session: Session, number: int) -> tuple[Button, ...]:
    before = (Button("‹", run=line("reline", rewrite, number - 1)),) if number > 1 else ()
    behind = (Button("›", run=line("reline", rewrite, number + 1)),) if number < len(session.drafts) else ()
    return (*before, *behind, Button("Overview", run=line("rewriting", rewrite)))


def question(
    rewrite: int,
    session: Session,
    number: int,
    blank: Blank,
    *,
    said: str = "",
    known: str = "",
    free: bool = False,
) -> Reply:
    """One blank asked for. `said` comes first; `known` is what the person answered before; `free` hides the choices."""
    draft = session.drafts[number - 1]
    asked = (number, blank.mark)
    title = "One question"
    if asked in session.asked:
        title = f"Question {session.asked.index(asked) + 1} of {len(session.asked)}"
    if draft.proposal.entry:
        title += f" · {cut(draft.proposal.entry, BRIEF)}"
    parts = [
        said,
        "You wrote\n" + quote(draft.proposal.before),
        "It could become\n" + quote(draft.shown),
        f"**{escape(blank.question)}**",
    ]
    hint = f"For example: {escape(blank.example)}. " if blank.example else ""
    parts.append(f"*{hint}Skip it if you do not know: I never make anything up.*")
    answers = [Button(cut(known, 40), answer=KNOWN)] if known else []
    if blank.choices and not free:
        answers += [Button(cut(choice, 40), answer=f"{CHOICE}{at}") for at, choice in enumerate(blank.choices)]
        answers.append(Button("Something else", answer=ELSE))
    rows = tuple(tuple(answers[at : at + ROW]) for at in range(0, len(answers), ROW))
    return Reply(
        title=title,
        text="\n\n".join(filter(None, parts)),
        footer=sentences(draft.reasons),
        buttons=(*rows, (Button("Skip", answer=SKIP), Button("Stop", answer=STOP))),
        slot=slot(rewrite),
        counts=blank.number,
    )
