"""Versions as replies: the list of them, one of them, and the files that they are handed out as."""

import re
import unicodedata
from collections.abc import Sequence

from core.account.dates import day
from core.chat.lines import line
from core.chat.markdown import escape
from core.chat.person import Person
from core.chat.reply import Button, Choice, Fact, Media, Menu, Reply
from core.resume.review.phrasing import counted
from core.resume.store import Kept, Version
from core.resume.views import titled

PAGE = 8  # versions on a page
LABEL = 60  # characters of a choice
STEM = 40  # characters of a name within a file's name

NONE = Reply(
    title="No résumé yet",
    text="You have not shown me a résumé so far. Send one, and I keep each version of it here.",
    buttons=((Button("Send a résumé", run="resume"),),),
)


def versions(found: Sequence[Version], person: Person, page: int) -> Reply:
    """One page of the list, the newest first; numbers count from the oldest, so that they stay."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages)
    start = (page - 1) * PAGE
    shown = [(len(found) - at, one) for at, one in enumerate(found[start : start + PAGE], start)]
    rows = "\n".join(_row(number, one, person) for number, one in shown)
    choices = tuple(
        Choice(_cut(f"{number}. {titled(one)}"), str(one.file_id), hint=_score(one), chosen=one.current)
        for number, one in shown
    )
    title = f"Your résumé: {counted(len(found), 'version')}"
    return Reply(
        title=f"{title} · page {page} of {pages}" if pages > 1 else title,
        text=f"{rows}\n\nThe current one is what /rewrite, /match and /export work with. Pick one to see, take or restore it.",
        menu=Menu(choices, run="version", prompt="Version"),
        buttons=_pager(page, pages),
        slot="versions",
    )


def _row(number: int, one: Version, person: Person) -> str:
    parts = [f"**{number}. {escape(titled(one))}**", _score(one), day(one.created_at, person)]
    return "- " + " · ".join([*parts, "**current**"] if one.current else parts)


def _score(one: Version) -> str:
    return "not reviewed" if one.score is None else f"{one.score} of 100"


def _cut(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def _pager(page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    row = [Button("‹ Newer", run=line("versions", page - 1))] if page > 1 else []
    if page < pages:
        row.append(Button("Older ›", run=line("versions", page + 1)))
    return (tuple(row),) if row else ()


def version(one: Version, person: Person) -> Reply:
    """One version with all that can be done with it."""
    back = () if one.current else (Button("Go back to it", run=line("goback", one.file_id)),)
    show = (Button("Show", run=line("score", one.review_id), style="primary"),) if one.review_id else ()
    files = (
        Button("Markdown", run=line("exportv", one.file_id, "markdown")),
        Button("JSON Resume", run=line("exportv", one.file_id, "json")),
    )
    told = "Your current résumé." if one.current else "*Go back to it* makes it the current one; the others stay here."
    return Reply(
        title=titled(one),
        text=told,
        facts=(
            Fact("Score", _score(one)),
            Fact("Made", one.made or "by you, as you sent it"),
            Fact("Date", day(one.created_at, person)),
        ),
        buttons=tuple(row for row in (show + files, back, (Button("All versions", run="versions"),)) if row),
        slot="versions",
    )


def exported(kept: Kept, files: tuple[Media, ...]) -> Reply:
    """The files, and what each is good for."""
    told = {
        "text/markdown": "**Markdown** is plain text that you can edit anywhere and send me again.",
        "application/json": "**JSON Resume** is read by résumé builders and themes that know jsonresume.org.",
    }
    lines = [f"{escape(titled(kept))}, score {kept.review.score} of 100.", *(told[file.type] for file in files)]
    return Reply(
        text="\n\n".join(lines),
        files=files,
        buttons=((Button("Versions", run="versions"), Button("Show review", run=line("score", kept.id))),),
    )


def file_name(one: Kept, ending: str) -> str:
    """What an exported file is called: "cv-rewritten.md"; letters, digits and dashes only, whatever the file was called."""
    stem = one.name.rsplit(".", 1)[0] if re.search(r"\.\w{1,8}$", one.name) else one.name
    parts = [_plain(stem) or "resume", _plain(one.made)]
    return "-".join(part for part in parts if part) + ending


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]+", "-", folded).strip("-")[:STEM].strip("-")
