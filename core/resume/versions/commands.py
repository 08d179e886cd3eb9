"""What one can say about versions: list them, hand one out as Markdown or JSON Resume, go back to one."""

from typing import Annotated

from core.chat.book import Book, Option
from core.chat.markdown import escape
from core.chat.outcome import Later, Outcome
from core.chat.reply import Reply
from core.chat.turn import Turn
from core.resume import phrases
from core.resume.store import ResumeStore, Version
from core.resume.versions import jobs, views
from core.resume.versions.store import VersionStore
from core.resume.views import titled

book = Book().include(jobs.book)
FORMATS = (("markdown", "Markdown"), ("json", "JSON Resume"))
File = Annotated[int, Option(question="Which version", minimum=1)]


@book.command(
    "versions",
    "All versions of your résumé: see, export or restore one",
    group="Résumé",
    order=14,
    guess=("versions", "version", "history", "earlier", "undo", "restore", "revert"),
    examples=phrases.VERSIONS,
    reads=True,
)
async def versions(turn: Turn, page: Annotated[int, Option(question="Which page", minimum=1)] = 1) -> Outcome:
    found = await VersionStore(turn.tx, turn.person.id).all()
    return views.versions(found, turn.person, page) if found else views.NONE


@book.command("version", "One version of your résumé", hidden=True, reads=True)
async def version(turn: Turn, file: File) -> Outcome:
    return views.version(await _one(turn, file), turn.person)


@book.command(
    "export",
    "Your résumé as a file: Markdown or JSON Resume",
    group="Résumé",
    order=15,
    guess=("export", "download", "markdown", "json"),
    examples=phrases.EXPORT,
)
async def export(
    turn: Turn,
    format: Annotated[str | None, Option(question="Which format", choices=FORMATS)] = None,  # noqa: A002
) -> Outcome:
    """The current résumé in one format, or in both."""
    kept = await ResumeStore(turn.tx, turn.person.id).latest()
    return _export(kept.file_id, kept.name, format or "") if kept else views.NONE


@book.command("exportv", "One version as a file", hidden=True)
async def export_version(
    turn: Turn,
    file: File,
    format: Annotated[str, Option(question="Which format", choices=FORMATS)],  # noqa: A002
) -> Outcome:
    return _export(file, titled(await _one(turn, file)), format)


def _export(file: int, name: str, format: str) -> Later:  # noqa: A002
    saying = Reply(text=f"Writing {escape(name)} …")
    return Later(job="resume.export", args={"file": file, "format": format}, saying=saying)


@book.command("goback", "Make an earlier version the current one", hidden=True)
async def go_back(turn: Turn, file: File) -> Outcome:
    name = titled(await _one(turn, file))
    return Later(job="resume.back", args={"file": file}, saying=Reply(text=f"Going back to {escape(name)} …"))


async def _one(turn: Turn, file: int) -> Version:
    found = await VersionStore(turn.tx, turn.person.id).all()
    one = next((one for one in found if one.file_id == file), None)
    if one is None:
        raise jobs.GONE
    return one
