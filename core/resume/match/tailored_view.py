"""What became of a résumé that was tailored to a job post."""

from core.chat.lines import line
from core.chat.markdown import escape, quote
from core.chat.reply import Button, Reply
from core.resume.match.making import Ready
from core.resume.match.post import Match
from core.resume.review.phrasing import counted
from core.resume.store import Kept

SAME = " That earns no points by my rules; it is for the reader, who finds first what the post asks for."
LISTED, LONG = 8, 160  # changes that are told one by one; characters of one


def tailored(post: int, name: str, resume: Kept, version: Kept, before: Match, ready: Ready, note: str) -> Reply:
    """Each change, the percent before and after, and the ways on. `note` is the honest line about the model."""
    made, after = ready.made, ready.match
    changes = [f"{number}. {escape(_cut(change))}" for number, change in enumerate(made.changes[:LISTED], 1)]
    if len(made.changes) > LISTED:
        changes.append(f"and {counted(len(made.changes) - LISTED, 'smaller change')}.")
    score = _moved(resume.review.score, version.review.score)
    parts = [
        f"For **{escape(_cut(name))}**: match {_moved(before.percent, after.percent, ' %')}, score {score}.",
        "\n".join(changes),
        _left_out(made.left_out),
        "Nothing was added that you did not say: order and spelling have changed, and what stands first."
        + (SAME if (before.percent, resume.review.score) == (after.percent, version.review.score) else ""),
        f"*{note}*" if note else "",
    ]
    rows = (
        (Button("Show its review", run=line("score", version.id)), Button("The match", run=line("post", post))),
        (
            Button("Markdown", run=line("exportv", version.file_id, "markdown")),
            Button("JSON Resume", run=line("exportv", version.file_id, "json")),
            Button("Undo", run=line("goback", resume.file_id)),
        ),
    )
    return Reply(
        title="Your résumé, tailored",
        text="\n\n".join(filter(None, parts)),
        footer=f"{version.name}, {version.made} · your current version now; the one before is kept",
        buttons=rows,
        slot=f"tailored:{post}",
    )


def _moved(before: int, after: int, unit: str = "") -> str:
    return f"**{before} → {after}{unit}**" if before != after else f"**{after}{unit}** as before"


def _left_out(lines: tuple[str, ...]) -> str:
    if not lines:
        return ""
    verb = "was" if len(lines) == 1 else "were"
    quoted = "\n".join(quote(_cut(text)) for text in lines[:LISTED])
    return f"{counted(len(lines), 'line').capitalize()} that the post has no use for {verb} left out:\n{quoted}"


def _cut(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"


def nothing(post: int) -> Reply:
    """The answer where a résumé already stands as the post would have it."""
    text = "Your résumé already says what this post asks for in the best order that I can find: nothing was changed."
    buttons = (
        (Button("What to add, what to learn", run=line("gaps", post)), Button("The match", run=line("post", post))),
    )
    return Reply(text=text, buttons=buttons)
